package vn.thidua.launcher.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform's public API as an agency sees it: through the gateway, with a token of its own client. */
final class Api {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** A token lives five minutes; a load on a slow machine may take longer. */
    private static final Duration TOKEN_USE = Duration.ofMinutes(4);

    private final String base;
    private final String issuer;
    private final String form;
    private String token = "";
    private long tokenAt;

    /** Takes the gateway's address, the issuer, the client with its secret, and the scopes it asks for. */
    Api(String base, String issuer, String client, String secret, String scopes) {
        this.base = base;
        this.issuer = issuer;
        this.form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + encode(secret) + "&scope="
                + encode(scopes);
    }

    private synchronized String token() throws IOException, InterruptedException {
        if (token.isEmpty() || System.nanoTime() - tokenAt > TOKEN_USE.toNanos()) {
            tokenAt = System.nanoTime();
            token = login();
        }
        return token;
    }

    private String login() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("no token: " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body()).path("access_token").asString();
    }

    /** One thing. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return send(authorised(path).GET().build());
    }

    /** One thing that may not be there yet, or not for us as long as our mandate has not arrived. */
    Optional<JsonNode> find(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = exchange(authorised(path).GET().build());
        boolean hidden = response.statusCode() == 404 || response.statusCode() == 403;
        return hidden ? Optional.empty() : Optional.of(body("GET " + path, response));
    }

    /** All items of a list, page after page; the path may hold a query. */
    List<JsonNode> list(String path) throws IOException, InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String after = "";
        do {
            String query =
                    (path.contains("?") ? "&" : "?") + "limit=200" + (after.isEmpty() ? "" : "&after=" + encode(after));
            JsonNode page = send(authorised(path + query).GET().build());
            page.path("items").forEach(items::add);
            after = page.path("next").asString("");
        } while (!after.isEmpty());
        return items;
    }

    /** Creates, and may be repeated: the same body at the same path has the same idempotency key. */
    JsonNode create(String path, JsonNode body) throws IOException, InterruptedException {
        String text = JSON.writeValueAsString(body);
        UUID key = UUID.nameUUIDFromBytes(("thidua-demo " + path + " " + text).getBytes(StandardCharsets.UTF_8));
        return post(path, text, key);
    }

    private JsonNode post(String path, String text, UUID key) throws IOException, InterruptedException {
        return send(authorised(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build());
    }

    /** Begins what may be begun once; every later try gives what it is now. */
    JsonNode begin(String path, JsonNode body) throws IOException, InterruptedException {
        return post(path, JSON.writeValueAsString(body), UUID.randomUUID());
    }

    /** Changes what has this version; a change that was made already by an earlier try is refused by the platform. */
    JsonNode change(String path, long version, JsonNode body) throws IOException, InterruptedException {
        return send(authorised(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** Presents the one-time code; true when the installation was set up by this call, false when it had been before. */
    static boolean setUp(String clusterService, JsonNode body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(clusterService + "/api/v1/setup"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return switch (response.statusCode()) {
            case 201 -> true;
            case 409 -> false;
            default -> throw new IOException("set-up → " + response.statusCode() + " " + response.body());
        };
    }

    private HttpRequest.Builder authorised(String path) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token());
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        return body(request.method() + " " + request.uri(), exchange(request));
    }

    private static HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        // Everything has just started: a refusal that says "come back" is followed, for half a minute.
        for (int i = 0; i < 60 && PASSING.contains(response.statusCode()); i++) {
            Thread.sleep(500);
            response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        }
        return response;
    }

    private static JsonNode body(String what, HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException(what + " → " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
