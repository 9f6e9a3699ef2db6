package vn.thidua.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a service over HTTP as a caller would; each {@code as} and {@code with} gives a caller of its own. */
public final class Api {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final Map<String, String> headers;

    /** What came back; the body is a missing node when it was empty or not JSON. */
    public record Answer(int status, Map<String, String> headers, JsonNode body, String text, byte[] bytes) {
        public String header(String name) {
            var value = headers.get(name.toLowerCase(java.util.Locale.ROOT));
            if (value == null) {
                throw new AssertionError("no header " + name + " in " + headers);
            }
            return value;
        }

        /** The last part of the problem's type. */
        public String problem() {
            return body.path("type").asString("").replace("/problems/", "");
        }

        public UUID id() {
            return UUID.fromString(body.path("id").asString());
        }
    }

    public Api(String base) {
        this(base, Map.of());
    }

    private Api(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Api with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(base, more);
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** With a new Idempotency-Key unless one was set. */
    public Answer post(String path, @Nullable Object body) {
        var caller = headers.containsKey("Idempotency-Key")
                ? this
                : with("Idempotency-Key", UUID.randomUUID().toString());
        return caller.send("POST", path, body);
    }

    public Answer put(String path, Object version, Object body) {
        return with("If-Match", "\"" + version + "\"").send("PUT", path, body);
    }

    /** @param body a text or bytes are sent as they are, anything else as JSON */
    public Answer send(String method, String path, @Nullable Object body) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(40));
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            if (!headers.containsKey("Content-Type")) {
                request.header(
                        "Content-Type", body instanceof byte[] ? "application/octet-stream" : "application/json");
            }
            request.method(
                    method,
                    switch (body) {
                        case byte[] raw -> HttpRequest.BodyPublishers.ofByteArray(raw);
                        case String raw -> HttpRequest.BodyPublishers.ofString(raw);
                        default -> HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
                    });
        }
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var received = new HashMap<String, String>();
            response.headers().map().forEach((name, values) -> received.put(name, values.getFirst()));
            var text = new String(response.body(), StandardCharsets.UTF_8);
            return new Answer(response.statusCode(), received, json(text), text, response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static JsonNode json(String text) {
        return text.startsWith("{") || text.startsWith("[") ? JSON.readTree(text) : JSON.missingNode();
    }
}
