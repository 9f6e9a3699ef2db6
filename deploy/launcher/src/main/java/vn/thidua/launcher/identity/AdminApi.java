package vn.thidua.launcher.identity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's administration interface, as far as a realm is set up with it. */
final class AdminApi {
    static final String CLIENT = "thidua-launcher";

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String base;
    private final String token;

    private AdminApi(String base, String clientSecret) throws IOException, InterruptedException {
        this.base = base;
        String form = "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret="
                + URLEncoder.encode(clientSecret, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/realms/master/protocol/openid-connect/token"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException(
                    "Keycloak refused the launcher's own client (" + response.statusCode() + "): " + response.body());
        }
        this.token = json.readTree(response.body()).path("access_token").asString();
    }

    /** Takes Keycloak's address and the secret of the launcher's own client. */
    static AdminApi login(String base, String clientSecret) throws IOException, InterruptedException {
        return new AdminApi(base, clientSecret);
    }

    /** What lies at the path below /admin/realms; empty when nothing does. */
    Optional<JsonNode> get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = send("GET", path, HttpRequest.BodyPublishers.noBody());
        if (response.statusCode() == 404) {
            return Optional.empty();
        }
        check("GET", path, response);
        return Optional.of(json.readTree(response.body()));
    }

    void post(String path, JsonNode body) throws IOException, InterruptedException {
        write("POST", path, json.writeValueAsString(body));
    }

    void put(String path, JsonNode body) throws IOException, InterruptedException {
        write("PUT", path, json.writeValueAsString(body));
    }

    void put(String path) throws IOException, InterruptedException {
        write("PUT", path, "");
    }

    private void write(String method, String path, String body) throws IOException, InterruptedException {
        check(method, path, send(method, path, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(String method, String path, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/admin/realms" + path))
                // The first realm is imported on a machine that starts six other programs: seconds, not milliseconds.
                .timeout(Duration.ofSeconds(90))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void check(String method, String path, HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException(
                    "Keycloak: " + method + " " + path + " → " + response.statusCode() + " " + response.body());
        }
    }
}
