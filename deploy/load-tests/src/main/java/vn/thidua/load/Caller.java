package vn.thidua.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;

/** An agency's client of the running platform. */
final class Caller {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([0-9a-f-]{36})\"");

    private final String token;

    private Caller(String token) {
        this.token = token;
    }

    /** Gets a token for one of the demo's clients with the secret from the platform's data folder. */
    static Caller client(String client, Path data, String identity, String scopes)
            throws IOException, InterruptedException {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("secrets").resolve("secrets.properties"))) {
            secrets.load(file);
        }
        var secret = Objects.requireNonNull(secrets.getProperty("client." + client), "no such client");
        var form = "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
                .formatted(
                        client,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        URLEncoder.encode(scopes, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(identity + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return new Caller(first(
                TOKEN, HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body()));
    }

    /** The first id in a list. */
    String firstId(String address) throws IOException, InterruptedException {
        return first(
                ID,
                HTTP.send(get(address, true), HttpResponse.BodyHandlers.ofString())
                        .body());
    }

    /** All that the pattern finds in an answer. */
    List<String> all(Pattern pattern, String address) throws IOException, InterruptedException {
        var answer = HTTP.send(get(address, true), HttpResponse.BodyHandlers.ofString());
        expect(200, answer);
        return pattern.matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Saves a number in a cell over that version. */
    HttpResponse<String> save(String address, long version) throws IOException, InterruptedException {
        var body = "{\"value\":%d,\"notApplicable\":false,\"actuality\":\"ACTUAL\"}".formatted(1 + version % 90);
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** One read; throws unless it is answered with 200. */
    void read(String address, boolean withToken) throws IOException, InterruptedException {
        expect(200, HTTP.send(get(address, withToken), HttpResponse.BodyHandlers.ofString()));
    }

    /** One new indicator at the unit; throws unless it is answered with 201. */
    void write(String address, String unit) throws IOException, InterruptedException {
        var key = UUID.randomUUID();
        var body = "{\"unitId\":\"%s\",\"code\":\"L%s\",\"name\":\"Đo tải\",\"unitOfMeasure\":\"%%\"}"
                .formatted(
                        unit, key.toString().replace("-", "").substring(0, 30).toUpperCase(java.util.Locale.ROOT));
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        expect(201, HTTP.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private HttpRequest get(String address, boolean withToken) {
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(15));
        return withToken ? request.header("Authorization", "Bearer " + token).build() : request.build();
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(
                    answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static String first(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (!match.find()) {
            throw new IllegalStateException("not found in " + text);
        }
        return match.group(1);
    }
}
