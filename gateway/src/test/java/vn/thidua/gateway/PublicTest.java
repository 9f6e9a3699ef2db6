package vn.thidua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may read without a log-in. */
class PublicTest extends EdgeTest {
    private static final String CHECK = "/api/v1/public/award-documents/7K3QZ9-M2XT4V-B8R1NC";

    @Test
    void aReadNeedsNoSessionAndLeavesNone() {
        HttpResponse<String> answer = browser().get(CHECK);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
        assertThat(AWARD.seen).extracting(Backend.Seen::path).containsExactly(CHECK);
    }

    @Test
    void nobodysTokenGoesAlong() {
        loggedIn().get(CHECK);
        browser().get(CHECK, bearer());

        assertThat(AWARD.seen).hasSize(2).allSatisfy(seen -> {
            assertThat(seen.headers().containsHeader("Authorization")).isFalse();
            assertThat(seen.headers().containsHeader("Cookie")).isFalse();
        });
    }

    @Test
    void openDataIsReadLikeAFileAndAskedForAgainOnlyWhenItChanged() {
        for (Backend indicator : new Backend[] {INDICATOR_1, INDICATOR_2}) {
            indicator.behaviour = (exchange, request) -> {
                exchange.getResponseHeaders().set("ETag", "\"1a2b\"");
                Backend.OK.answer(exchange, request);
            };
        }
        HttpResponse<String> answer = browser().get("/api/v1/public/datasets/1/ranking.csv", "If-None-Match", "\"0\"");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1a2b\"");
        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
        var seen = INDICATOR_1.seen.isEmpty() ? INDICATOR_2.seen : INDICATOR_1.seen;
        assertThat(seen).hasSize(1).allSatisfy(request -> {
            assertThat(request.headers().getFirst("If-None-Match")).isEqualTo("\"0\"");
            assertThat(request.headers().containsHeader("Cookie")).isFalse();
        });
    }

    @Test
    void theServiceSaysHowLongItsAnswerMayBeKept() {
        AWARD.behaviour = (exchange, request) -> {
            exchange.getResponseHeaders().set("Cache-Control", "max-age=60, public");
            Backend.OK.answer(exchange, request);
        };

        assertThat(browser().get(CHECK).headers().allValues("cache-control")).containsExactly("max-age=60, public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void whateverWritesIsRefused(String method) {
        Browser anonymous = browser();
        HttpResponse<String> unknown =
                anonymous.send(anonymous.request(origin() + CHECK).method(method, BodyPublishers.ofString("{}")));
        Browser agency = browser();
        HttpResponse<String> known = agency.send(
                agency.request(origin() + CHECK).headers(bearer()).method(method, BodyPublishers.ofString("{}")));

        assertThat(unknown.statusCode()).isEqualTo(403);
        assertThat(json(unknown).get("type").stringValue()).isEqualTo("/problems/csrf-token-invalid");
        FailureTest.assertProblem(known, 404, "not-found");
        assertThat(AWARD.seen).isEmpty();
    }

    @Test
    void whatIsNotNamedPublicNeedsALogin() {
        assertThat(browser().get("/api/v1/award-documents/1").statusCode()).isEqualTo(401);
        assertThat(browser().get("/api/v1/public/../award-documents/1").statusCode())
                .isEqualTo(400);
        assertThat(AWARD.seen).isEmpty();
    }
}
