package vn.thidua.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What can be reached, and what cannot. */
class SurfaceTest extends EdgeTest {
    private static final String[] HTML = {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};

    @ParameterizedTest
    @CsvSource({
        "/api/v1/me, cluster",
        "/api/v1/units, cluster",
        "/api/v1/units/1/states?asOf=2026-01-01, cluster",
        "/api/v1/people, cluster",
        "/api/v1/mandates/1, cluster",
        "/api/v1/feeds/cluster/snapshot, cluster",
        "/api/v1/audit/cluster, cluster",
        "/api/v1/openapi/cluster, cluster",
        "/api/v1/indicators?q=x, indicator",
        "/api/v1/replicas/indicator/units/1, indicator",
        "/api/v1/replicas/award, award",
        "/api/v1/feeds/award, award",
        "/api/v1/awards?asOf=2026-01-01, award",
        "/api/v1/honours, award",
        "/api/v1/candidates?seasonId=1, award",
        "/api/v1/nominations/1/opinions, award",
        "/api/v1/decisions/1, award",
        "/api/v1/award-documents/1/pdf, award",
        "/api/v1/public/award-documents/7K3QZ9-M2XT4V-B8R1NC, award",
        "/api/v1/public/datasets?limit=20, indicator",
        "/api/v1/public/datasets/1/ranking.csv, indicator",
    })
    void nounsLeadToTheirOwner(String path, String owner) {
        assertThat(browser().get(path, bearer()).statusCode()).isEqualTo(200);
        var seen = switch (owner) {
            case "cluster" -> CLUSTER.seen;
            case "award" -> AWARD.seen;
            default -> INDICATOR_1.seen.isEmpty() ? INDICATOR_2.seen : INDICATOR_1.seen;
        };
        assertThat(seen).extracting(Backend.Seen::path).containsExactly(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/setup",
                "/api/v1/unitsx",
                "/api/v1/public/awards",
                "/api/v1/public/units",
                "/api/v1/public/rankings",
                "/api/v1/datasets",
                "/api/v1/feeds/other",
                "/api/v1/audit",
                "/api/v2/units",
                "/api",
                "/cluster-service/api/v1/setup",
                "/actuator/gateway/routes",
                "/actuator/env"
            })
    void everythingElseIsA404Problem(String path) {
        HttpResponse<String> answer = browser().get(path, bearer());

        FailureTest.assertProblem(answer, 404, "not-found");
        assertThat(CLUSTER.seen).isEmpty();
    }

    /** A service would read these as another path than the one the route was chosen by. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/units/../setup",
                "/api/v1/units/%2e%2e/setup",
                "/api/v1/units/..;/setup",
                "/api/v1/units/..%2fsetup",
                "/api/v1/units/%5c..%5csetup",
                "/api/v1/units;x=1",
                "/api/v1//setup"
            })
    void ambiguousPathsAreRefused(String path) {
        HttpResponse<String> answer = browser().get(path, bearer());

        FailureTest.assertProblem(answer, 400, "malformed-request");
        assertThat(CLUSTER.seen).isEmpty();
    }

    @Test
    void searchTextArrivesAsItWasSent() {
        String query = "/api/v1/units?q=%C4%90%E1%BB%91ng%20%C4%90a%2F%25%3B1%2B1+x";

        assertThat(browser().get(query, bearer()).statusCode()).isEqualTo(200);
        assertThat(CLUSTER.seen.getFirst().path()).isEqualTo(query);
    }

    @Test
    void describesTheApiToEverybodyAndThePlatformToCallers() {
        JsonNode documents = json(browser().get("/api/v1/openapi")).get("documents");
        assertThat(documents.size()).isEqualTo(3);
        for (JsonNode document : documents) {
            assertThat(browser().get(document.get("url").stringValue()).statusCode())
                    .isEqualTo(200);
        }

        assertThat(browser().get("/api/v1/platform").statusCode()).isEqualTo(401);
        JsonNode services = json(browser().get("/api/v1/platform", bearer())).get("services");
        assertThat(services.size()).isEqualTo(3);
        assertThat(services.get(1).toString())
                .isEqualTo("{\"name\":\"indicator-service\",\"instances\":2,\"up\":true}");
    }

    @Test
    void theConsoleIsServedWithDeepLinksAndCacheRules() {
        for (String page : new String[] {"/", "/units/1", "/login", "/problems-of-mine"}) {
            HttpResponse<String> answer = browser().get(page, HTML);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body()).contains("Thi đua");
            assertThat(answer.headers().firstValue("cache-control")).hasValue("no-cache");
        }
        HttpResponse<String> asset = browser().get("/assets/app-1a2b.js");
        assertThat(asset.statusCode()).isEqualTo(200);
        assertThat(asset.headers().firstValue("cache-control").orElseThrow()).contains("immutable", "max-age=31536000");
        assertThat(asset.headers().allValues("set-cookie")).isEmpty();
        assertThat(browser().get("/favicon.svg").statusCode()).isEqualTo(200);
        assertThat(browser().get("/assets/missing.js", HTML).statusCode()).isEqualTo(404);
        assertThat(browser().get("/units/1", "Accept", "application/json").statusCode())
                .isEqualTo(404);
        assertThat(browser().get("/api/v1/nothing", HTML).statusCode()).isEqualTo(401);
    }

    @Test
    void healthIsOpenAndMeasurementsAreForThisMachineAlone() {
        assertThat(browser().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(browser().get("/actuator/prometheus").body()).contains("http_server_requests");
        assertThat(browser()
                        .get("/actuator/prometheus", "X-Forwarded-For", "203.0.113.9")
                        .statusCode())
                .isEqualTo(401);
        assertThat(browser()
                        .get("/actuator/health/readiness", "X-Forwarded-For", "203.0.113.9")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void problemsAreDocumentedPagesInBothLanguages() {
        String index = browser().get("/problems", HTML).body();
        String page = browser().get("/problems/version-mismatch", HTML).body();

        assertThat(index).contains("/problems/mandate-copy-stale", "/problems/gateway-timeout", "Quá nhiều yêu cầu");
        assertThat(page).contains("Dữ liệu đã được người khác thay đổi", "Changed by someone else", "HTTP 412");
        assertThat(browser().get("/problems/style.css").statusCode()).isEqualTo(200);
        assertThat(browser().get("/problems/nothing", HTML).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Log-in required, en",
        "'en-GB,vi;q=0.5', Log-in required, en",
        "'fr,en;q=0.5', Log-in required, en",
        "vi-VN, Cần đăng nhập, vi",
        "fr, Cần đăng nhập, vi",
        "'@@;;', Cần đăng nhập, vi",
    })
    void problemsSpeakTheCallersLanguage(String accepted, String title, String language) {
        HttpResponse<String> answer = browser().get("/api/v1/me", "Accept-Language", accepted);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(json(answer).get("title").stringValue()).isEqualTo(title);
        assertThat(answer.headers().firstValue("content-language")).hasValue(language);
    }
}
