package vn.thidua.system;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
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
        return send(
                path,
                request("POST", null)
                        .setHeader("Content-Type", "application/octet-stream")
                        .setData(content));
    }

    private Answer ask(String method, String path, @Nullable Object body, @Nullable String etag) {
        var options = request(method, etag);
        if (body != null) {
            options.setHeader("Content-Type", "application/json")
                    .setData(JsonMapper.shared().writeValueAsString(body));
        }
        var answer = send(path, options);
        if (answer.status() == 401) {
            // A gateway that was started again knows no sessions; Keycloak still knows the person.
            page.navigate(Platform.running().address() + "/oauth2/authorization/keycloak?return=/me");
            page.getByTestId("nav-home").first().waitFor();
            return send(path, options.setHeader("X-XSRF-TOKEN", xsrf()));
        }
        return answer;
    }

    private RequestOptions request(String method, @Nullable String etag) {
        var options = RequestOptions.create().setMethod(method).setHeader("Accept-Language", "vi");
        if (!method.equals("GET")) {
            options.setHeader("X-XSRF-TOKEN", xsrf());
        }
        if (method.equals("POST")) {
            options.setHeader("Idempotency-Key", UUID.randomUUID().toString());
        }
        if (etag != null) {
            options.setHeader("If-Match", etag);
        }
        if (actingAs != null) {
            options.setHeader("Acting-As", actingAs);
        }
        return options;
    }

    private Answer send(String path, RequestOptions options) {
        APIRequestContext requests = page.context().request();
        APIResponse response = requests.fetch(Platform.running().address() + path, options);
        try {
            var text = response.text();
            var json = text.startsWith("{") || text.startsWith("[")
                    ? JsonMapper.shared().readTree(text)
                    : JsonMapper.shared().createObjectNode();
            return new Answer(response.status(), json, response.headers().get("etag"), text);
        } finally {
            response.dispose();
        }
    }

    private String xsrf() {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.endsWith("XSRF-TOKEN"))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no XSRF cookie"));
    }
}
