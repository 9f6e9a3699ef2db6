package vn.thidua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class HeadersTest extends EdgeTest {
    @Test
    void whatACallerForgesDoesNotArrive() {
        String[] bearer = bearer();
        browser()
                .get(
                        "/api/v1/units",
                        bearer[0],
                        bearer[1],
                        "X-Client-Address",
                        "6.6.6.6",
                        "X-Real-IP",
                        "6.6.6.6",
                        "X-Forwarded-For",
                        "6.6.6.6",
                        "X-Forwarded-Host",
                        "evil.example",
                        "Forwarded",
                        "for=6.6.6.6;host=evil.example",
                        "Cookie",
                        "a=b");
        HttpHeaders headers = CLUSTER.seen.getFirst().headers();

        assertThat(headers.get("X-Client-Address")).containsExactly("127.0.0.1");
        assertThat(headers.toString()).doesNotContain("6.6.6.6").doesNotContain("evil.example");
        assertThat(headers.containsHeader("Cookie")).isFalse();
    }

    @Test
    void whatTheContractNeedsPassesBothWays() {
        String[] bearer = bearer();
        CLUSTER.behaviour = (exchange, request) -> {
            exchange.getResponseHeaders().set("ETag", "\"7\"");
            exchange.getResponseHeaders().set("Set-Cookie", "JSESSIONID=x");
            Backend.OK.answer(exchange, request);
        };
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> answer = browser()
                .post(
                        "/api/v1/units",
                        bearer[0],
                        bearer[1],
                        "If-Match",
                        "\"6\"",
                        "Idempotency-Key",
                        "k1",
                        "Acting-As",
                        "m1",
                        "Accept-Language",
                        "en",
                        "traceparent",
                        "00-" + trace + "-00f067aa0ba902b7-01");
        HttpHeaders headers = CLUSTER.seen.getFirst().headers();

        assertThat(headers.getFirst("If-Match")).isEqualTo("\"6\"");
        assertThat(headers.getFirst("Idempotency-Key")).isEqualTo("k1");
        assertThat(headers.getFirst("Acting-As")).isEqualTo("m1");
        assertThat(headers.getFirst("Accept-Language")).isEqualTo("en");
        assertThat(headers.get("traceparent")).hasSize(1).allMatch(parent -> parent.contains(trace));
        assertThat(answer.headers().firstValue("etag")).hasValue("\"7\"");
        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
    }

    @Test
    void everyAnswerCarriesTheSecurityHeadersOnce() {
        HttpResponse<String> answer = browser().get("/api/v1/units", bearer());

        for (String name : new String[] {
            "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cache-Control"
        }) {
            assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
        }
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }
}
