package vn.thidua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureTest extends EdgeTest {
    @Test
    void aServiceThatHangsUpIsA502AndAWriteIsSentOnce() {
        CLUSTER.behaviour = Backend.DROP;
        HttpResponse<String> answer = browser().post("/api/v1/units", bearer());

        assertProblem(answer, 502, "bad-gateway");
        assertThat(json(answer).get("service").stringValue()).isEqualTo("cluster-service");
        assertThat(CLUSTER.seen).hasSize(1);
    }

    @Test
    void aReadIsRepeatedAndThenGivenUp() {
        CLUSTER.behaviour = Backend.DROP;

        assertProblem(browser().get("/api/v1/units", bearer()), 502, "bad-gateway");
        assertThat(CLUSTER.seen).hasSize(3);
    }

    @Test
    void aServiceThatIsNotThereIsA503WithRetryAfter() {
        AWARD.kill();
        HttpResponse<String> answer = browser().get("/api/v1/audit/award", bearer());
        AWARD.revive();

        assertProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("retry-after")).hasValue("2");
        assertThat(json(answer).get("service").stringValue()).isEqualTo("award-service");
    }

    @Test
    void aSlowServiceIsA504AndNotAskedAgain() {
        CLUSTER.behaviour = (exchange, request) -> Thread.sleep(Duration.ofSeconds(6));

        assertProblem(browser().get("/api/v1/units", bearer()), 504, "gateway-timeout");
        assertThat(CLUSTER.seen).hasSize(1);
    }

    @Test
    void aLongPollMayTakeLonger() {
        CLUSTER.behaviour = (exchange, request) -> {
            Thread.sleep(Duration.ofMillis(3500));
            Backend.OK.answer(exchange, request);
        };

        assertThat(browser().get("/api/v1/feeds/cluster?timeout=3500", bearer()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatAServiceAnswersItselfPassesUnchangedAndIsNotRepeated() {
        for (int status : new int[] {404, 409, 500, 503}) {
            CLUSTER.seen.clear();
            CLUSTER.behaviour =
                    (exchange, request) -> Backend.respond(exchange, status, "{\"status\":%d}".formatted(status));
            HttpResponse<String> answer = browser().get("/api/v1/units", bearer());

            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.body()).isEqualTo("{\"status\":%d}".formatted(status));
            assertThat(CLUSTER.seen).hasSize(1);
        }
    }

    @Test
    void largeBodiesAreRefusedHoweverTheyAreSent() {
        String[] bearer = bearer();
        byte[] large = new byte[200 * 1024];
        byte[] fits = new byte[60 * 1024];

        assertProblem(post(BodyPublishers.ofByteArray(large), bearer), 413, "payload-too-large");
        assertProblem(post(chunked(large), bearer), 413, "payload-too-large");
        assertThat(post(BodyPublishers.ofByteArray(fits), bearer).statusCode()).isEqualTo(200);
        assertThat(post(chunked(fits), bearer).statusCode()).isEqualTo(200);
        assertThat(CLUSTER.seen).extracting(seen -> seen.body().length()).containsOnly(fits.length);
    }

    @Test
    void whereManyValuesComeInBodiesMayBeLargerButNotWithoutEnd() {
        String[] bearer = bearer();
        byte[] large = new byte[2 * 1024 * 1024];
        byte[] huge = new byte[9 * 1024 * 1024];

        assertThat(imports(BodyPublishers.ofByteArray(large), bearer).statusCode())
                .isEqualTo(200);
        assertThat(imports(chunked(large), bearer).statusCode()).isEqualTo(200);
        assertProblem(imports(BodyPublishers.ofByteArray(huge), bearer), 413, "payload-too-large");
        assertProblem(imports(chunked(huge), bearer), 413, "payload-too-large");
        assertThat(post("/api/v1/value-imports/sheet", chunked(huge), bearer).statusCode())
                .as("a workbook of a whole province")
                .isEqualTo(200);
        assertProblem(
                post("/api/v1/value-imports/sheet", chunked(new byte[33 * 1024 * 1024]), bearer),
                413,
                "payload-too-large");
    }

    @Test
    void largeBodiesDoNotCloseTheWayForOthers() {
        String[] bearer = bearer();
        for (int i = 0; i < 30; i++) {
            assertThat(post(chunked(new byte[200 * 1024]), bearer).statusCode()).isEqualTo(413);
        }

        assertThat(browser().get("/api/v1/units", bearer).statusCode()).isEqualTo(200);
    }

    @Test
    void theBreakerOpensAnswersAtOnceAndRecovers() throws Exception {
        CLUSTER.behaviour = (exchange, request) -> Thread.sleep(Duration.ofSeconds(6));
        String[] bearer = bearer();
        parallel(12, () -> browser().get("/api/v1/units", bearer).statusCode());
        CLUSTER.reset();
        HttpResponse<String> open = browser().get("/api/v1/units", bearer);

        assertProblem(open, 503, "unavailable");
        assertThat(CLUSTER.seen).isEmpty();
        assertThat(json(browser().get("/api/v1/platform", bearer))
                        .get("services")
                        .get(0)
                        .get("up")
                        .booleanValue())
                .isFalse();
        assertThat(browser().get("/api/v1/indicators", bearer).statusCode()).isEqualTo(200);
        Thread.sleep(1200);
        assertThat(browser().get("/api/v1/units", bearer).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body, String[] bearer) {
        return post("/api/v1/units", body, bearer);
    }

    private HttpResponse<String> imports(HttpRequest.BodyPublisher body, String[] bearer) {
        return post("/api/v1/value-imports", body, bearer);
    }

    private HttpResponse<String> post(String path, HttpRequest.BodyPublisher body, String[] bearer) {
        Browser browser = browser();
        return browser.send(browser.request(origin() + path).headers(bearer).POST(body));
    }

    private static HttpRequest.BodyPublisher chunked(byte[] bytes) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
    }

    static void assertProblem(HttpResponse<String> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
        assertThat(json(answer).get("type").stringValue()).isEqualTo("/problems/" + slug);
        assertThat(json(answer).get("status").intValue()).isEqualTo(status);
    }
}
