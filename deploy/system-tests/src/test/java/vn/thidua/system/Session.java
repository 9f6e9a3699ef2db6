package vn.thidua.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A log-in without a browser's weight, for evenings on which a hundred people come: the same redirects, forms and cookies. Like a browser, and
 * unlike the JDK's own cookie store, it takes this machine for a safe address.
 */
final class Session {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final Map<String, String> cookies = new TreeMap<>();

    private Session() {}

    /** Logs in with a password for one time and chooses another, as everybody does at first. */
    static Session first(String name, String oneTime, String own) {
        var session = new Session();
        var login = session.follow(visit(Platform.running().address() + "/oauth2/authorization/keycloak?return=/me"));
        var change = session.follow(form(login, Map.of("username", name, "password", oneTime)));
        session.follow(form(change, Map.of("password-new", own, "password-confirm", own)));
        return session;
    }

    /** @throws AssertionError with the answer's own words when it is not a success */
    JsonNode get(String path) {
        return patiently(() -> visit(Platform.running().address() + path));
    }

    /**
     * @param key repeats the same request as the same one
     * @throws AssertionError with the answer's own words when it is not a success
     */
    JsonNode post(String path, UUID key, Object body) {
        return patiently(() -> posting(path, key, body));
    }

    /** As the console does: whoever finds no place comes again a moment later, not all at the same time. */
    private JsonNode patiently(Supplier<HttpRequest.Builder> request) {
        var answer = send(request.get());
        for (int tried = 0; answer.statusCode() == 503 && tried < 4; tried++) {
            var longest = 250 << tried;
            LockSupport.parkNanos(
                    Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextInt(longest))
                            .toNanos());
            answer = send(request.get());
        }
        return answered(answer);
    }

    private HttpRequest.Builder posting(String path, UUID key, Object body) {
        return HttpRequest.newBuilder(URI.create(Platform.running().address() + path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", xsrf())
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)));
    }

    private String xsrf() {
        return cookies.entrySet().stream()
                .filter(cookie -> cookie.getKey().endsWith("XSRF-TOKEN"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no XSRF cookie among " + cookies.keySet()));
    }

    private static JsonNode answered(HttpResponse<String> answer) {
        if (answer.statusCode() < 200 || answer.statusCode() > 299) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpRequest.Builder visit(String address) {
        return HttpRequest.newBuilder(URI.create(address)).GET();
    }

    private static HttpRequest.Builder form(HttpResponse<String> page, Map<String, String> fields) {
        var action = FORM.matcher(page.body());
        if (!action.find()) {
            throw new AssertionError("no form at " + page.uri() + ": " + page.statusCode() + " " + page.body());
        }
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(page.uri().resolve(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> follow(HttpRequest.Builder request) {
        var answer = send(request);
        for (@Nullable String next = location(answer); next != null; next = location(answer)) {
            answer = send(visit(answer.uri().resolve(next).toString()));
        }
        return answer;
    }

    private static @Nullable String location(HttpResponse<String> answer) {
        return answer.statusCode() / 100 == 3
                ? answer.headers().firstValue("Location").orElseThrow()
                : null;
    }

    private synchronized HttpResponse<String> send(HttpRequest.Builder request) {
        request.setHeader(
                "Cookie",
                cookies.entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; ")));
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
