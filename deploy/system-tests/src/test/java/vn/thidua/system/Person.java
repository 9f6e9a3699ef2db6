package vn.thidua.system;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person at work: logged in with a browser, and asking the gateway with that browser's own session, as the console does.
 *
 * @param page the browser's page, for what is to be seen
 * @param actingAs the mandate this person narrows itself to, or null for all of them
 */
record Person(Page page, @Nullable String actingAs) {
    private static final String FETCH = """
            async ([method, path, headers, body]) => {
              const bytes = body == null ? undefined : Uint8Array.from(atob(body), (one) => one.charCodeAt(0))
              const answer = await fetch(path, { method, headers, body: bytes })
              return JSON.stringify({
                status: answer.status,
                etag: answer.headers.get('ETag'),
                text: await answer.text(),
              })
            }
            """;

    /** @param key repeats the same request as the same one */
    private record Asked(
            String method,
            String path,
            String contentType,
            byte @Nullable [] body,
            @Nullable String etag,
            String key) {
        Asked(String method, String path, String contentType, byte @Nullable [] body, @Nullable String etag) {
            this(method, path, contentType, body, etag, UUID.randomUUID().toString());
        }
    }

    /** What came back. */
    record Answer(int status, JsonNode body, @Nullable String etag, String text) {
        /** @throws AssertionError with the answer's own words when it is not a success */
        Answer ok() {
            if (status < 200 || status > 299) {
                throw new AssertionError(status + " " + text);
            }
            return this;
        }

        String id() {
            return body.path("id").asString();
        }
    }

    static Person of(Page page) {
        return new Person(page, null);
    }

    Person acting(String mandateId) {
        return new Person(page, mandateId);
    }

    Answer get(String path) {
        return ask("GET", path, null, null);
    }

    Answer post(String path, Object body) {
        return ask("POST", path, body, null);
    }

    /** @param etag the version the act relies on, as a GET gave it */
    Answer post(String path, Object body, @Nullable String etag) {
        return ask("POST", path, body, etag);
    }

    /** @param etag the version the change relies on, as a GET gave it */
    Answer put(String path, Object body, @Nullable String etag) {
        return ask("PUT", path, body, etag);
    }

    /** Hands in a file's bytes. */
    Answer upload(String path, byte[] content) {
        return ask(new Asked("POST", path, "application/octet-stream", content, null));
    }

    private Answer ask(String method, String path, @Nullable Object body, @Nullable String etag) {
        var bytes = body == null
                ? null
                : JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        return ask(new Asked(method, path, "application/json", bytes, etag));
    }

    private Answer ask(Asked asked) {
        if (isAtHome()) {
            var answer = send(asked);
            if (answer.status() != 401) {
                return answer;
            }
        }
        // A gateway that was started again knows no sessions; Keycloak still knows the person.
        page.navigate(Platform.running().address() + "/oauth2/authorization/keycloak?return=/me");
        page.getByTestId("nav-home").first().waitFor();
        return send(asked);
    }

    /** A log-in that failed for want of the database ends on Keycloak's page; whoever stands there begins anew. */
    private boolean isAtHome() {
        return page.url().startsWith(Platform.running().address() + "/");
    }

    /** Asked by the page itself: its cookies are for browsers only. */
    private Answer send(Asked asked) {
        var headers = new HashMap<String, String>();
        headers.put("Accept-Language", "vi");
        if (!asked.method().equals("GET")) {
            headers.put("X-XSRF-TOKEN", xsrf());
        }
        if (asked.method().equals("POST")) {
            headers.put("Idempotency-Key", asked.key());
        }
        if (asked.etag() != null) {
            headers.put("If-Match", asked.etag());
        }
        if (actingAs != null) {
            headers.put("Acting-As", actingAs);
        }
        if (asked.body() != null) {
            headers.put("Content-Type", asked.contentType());
        }
        var body = asked.body() == null ? null : Base64.getEncoder().encodeToString(asked.body());
        var came = JsonMapper.shared()
                .readTree((String) page.evaluate(FETCH, Arrays.asList(asked.method(), asked.path(), headers, body)));
        var text = came.path("text").asString();
        var json = text.startsWith("{") || text.startsWith("[")
                ? JsonMapper.shared().readTree(text)
                : JsonMapper.shared().createObjectNode();
        var etag = came.path("etag");
        return new Answer(came.path("status").asInt(), json, etag.isNull() ? null : etag.asString(), text);
    }

    private String xsrf() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.endsWith("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no XSRF cookie"));
    }
}
