package vn.thidua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "thidua.gateway.client-rate.burst=3",
            "thidua.gateway.client-rate.per-second=1",
            "thidua.gateway.login-rate.burst=4",
            "thidua.gateway.login-rate.per-second=1",
            "thidua.gateway.trusted-proxies=127\\.0\\.0\\.1",
        })
class RateLimitTest extends EdgeTest {
    @Test
    void oneCallerTooFastIsToldWhenToComeBackAndOthersGoOn() {
        String hasty = "Bearer " + ISSUER.agencyToken("hasty");
        for (int i = 0; i < 3; i++) {
            assertThat(browser().get("/api/v1/units", "Authorization", hasty).statusCode())
                    .isEqualTo(200);
        }
        String anotherToken = "Bearer " + ISSUER.agencyToken("hasty");
        HttpResponse<String> refused =
                browser().get("/api/v1/units", "Authorization", anotherToken, "Accept-Language", "en");

        FailureTest.assertProblem(refused, 429, "too-many-requests");
        assertThat(json(refused).get("title").stringValue()).isEqualTo("Too many requests");
        assertThat(Integer.parseInt(refused.headers().firstValue("retry-after").orElseThrow()))
                .isBetween(1, 3);
        assertThat(browser().get("/api/v1/units", bearer()).statusCode()).isEqualTo(200);
    }

    @Test
    void logInsAreLimitedByTheAddressTheTrustedProxySaw() {
        for (int i = 0; i < 4; i++) {
            assertThat(start("6.6.6.6, 203.0.113.7").statusCode()).isEqualTo(302);
        }

        FailureTest.assertProblem(start("9.9.9.9, 203.0.113.7"), 429, "too-many-requests");
        assertThat(start("203.0.113.8").statusCode()).isEqualTo(302);
    }

    @Test
    void servicesHearTheAddressTheTrustedProxySaw() {
        String[] bearer = bearer();
        browser().get("/api/v1/units", bearer[0], bearer[1], "X-Forwarded-For", "6.6.6.6, 203.0.113.7, 127.0.0.1");

        assertThat(CLUSTER.seen.getFirst().headers().get("X-Client-Address")).containsExactly("203.0.113.7");
    }

    private HttpResponse<String> start(String forwardedFor) {
        return browser().get("/oauth2/authorization/keycloak", "X-Forwarded-For", forwardedFor);
    }
}
