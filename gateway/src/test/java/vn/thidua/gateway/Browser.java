package vn.thidua.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.util.UriComponentsBuilder;

/** A caller with a cookie jar that follows no redirect by itself. */
final class Browser {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final String origin;
    private final Issuer issuer;

    Browser(String origin, Issuer issuer) {
        this.origin = origin;
        this.issuer = issuer;
    }

    /** Logs in the way the console does, and tells where the person ends up. */
    String logIn(String returnPath) {
        String start = origin + "/oauth2/authorization/keycloak"
                + (returnPath.isEmpty() ? "" : "?return=" + URLEncoder.encode(returnPath, StandardCharsets.UTF_8));
        var query = UriComponentsBuilder.fromUriString(location(send(request(start))))
                .build(true)
                .getQueryParams();
        String code = issuer.code(Objects.requireNonNull(query.getFirst("nonce")));
        return location(send(request(origin + "/login/oauth2/code/keycloak?code=" + code + "&state="
                + Objects.requireNonNull(query.getFirst("state")))));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(origin + path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> post(String path, String... headers) {
        HttpRequest.Builder request = request(origin + path).POST(BodyPublishers.ofString("{}"));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** A post with the console's CSRF header. */
    HttpResponse<String> postAsConsole(String path) {
        return post(path, "X-XSRF-TOKEN", Objects.requireNonNull(cookies.get("XSRF-TOKEN")));
    }

    HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            StringBuilder jar = new StringBuilder();
            cookies.forEach(
                    (name, value) -> jar.append(name).append('=').append(value).append("; "));
            request.header("Cookie", jar.toString());
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("location")
                .orElseThrow(() -> new AssertionError("no redirect: " + response.statusCode() + " " + response.body()));
    }
}
