package vn.thidua.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;

/** What does not happen every year, through the gateway: two deputies, a unit in two trees, a merger in mid-season, two heads at once. */
class IUnusualSeasonIT {
    private static final Platform PLATFORM = Platform.running();

    private final Api loader = PLATFORM.api()
            .as(PLATFORM.tokenOfLoader(
                    "units.read",
                    "units.write",
                    "people.read",
                    "people.write",
                    "mandates.write",
                    "clusters.read",
                    "clusters.write",
                    "indicators.read"));
    private final String organiser = one("/api/v1/units?code=AB").path("id").asString();
    private final List<String> units = units();
    private final String cluster = assembled();
    private final String season = season("2026");

    @Test
    void aSeasonWithTwoDeputiesAMergerAndTwoHeadsSideBySide() {
        lead(season, units.get(0), "HEAD");
        lead(season, units.get(1), "DEPUTY");
        lead(season, units.get(2), "DEPUTY");
        assertThat(loader.get("/api/v1/seasons/" + season + "/headships")
                        .body()
                        .path("items")
                        .findValuesAsString("role"))
                .containsExactly("HEAD", "DEPUTY", "DEPUTY");
        aUnitIsInTwoTreesButNotTwiceInOne();
        twoMembersBecomeOneInMidSeason();
        theOldHeadKeepsItsSeasonAndTheNewOneHasTheNext();
    }

    private void aUnitIsInTwoTreesButNotTwiceInOne() {
        var department = one("/api/v1/units?code=AB-STC").path("id").asString();
        join(cluster("KHOI-LA-NGANH", department), units.get(0));
        var third = cluster("KHOI-LA-NUA", organiser);
        var twice = loader.post("/api/v1/clusters/" + third + "/members", membership(units.get(0)));
        assertThat(twice.status()).as(twice.text()).isEqualTo(409);
    }

    private void twoMembersBecomeOneInMidSeason() {
        var gone = units.get(3);
        var into = units.get(2);
        var membership = loader.get("/api/v1/clusters/" + cluster + "/members?unitId=" + gone)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var left = loader.post(
                "/api/v1/clusters/" + cluster + "/members/" + membership + "/leaving",
                Map.of("to", "2026-06-30", "reason", "nhập vào xã bên"));
        assertThat(left.status()).as(left.text()).isEqualTo(200);
        var ended = loader.put(
                "/api/v1/units/" + gone,
                1,
                Map.of(
                        "name", "Xã Lạ số 4",
                        "parentId", organiser,
                        "effectiveFrom", "2025-07-01",
                        "validTo", "2026-06-30",
                        "reason", "sáp nhập"));
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        created(
                "/api/v1/lineages",
                Map.of(
                        "kind",
                        "MERGE",
                        "effectiveFrom",
                        "2026-07-01",
                        "decision",
                        "Nghị quyết bịa",
                        "predecessors",
                        List.of(gone, into),
                        "successors",
                        List.of(into),
                        "provenance",
                        "INVENTED"));
        assertThat(membersOn("2026-06-30")).contains(gone).hasSize(4);
        assertThat(membersOn("2026-07-01")).doesNotContain(gone).hasSize(3);
        assertThat(loader.get("/api/v1/lineages/now?unitId=" + gone + "&asOf=2026-06-30")
                        .body()
                        .path(0)
                        .path("now")
                        .findValuesAsString("unitId"))
                .containsExactly(into);
        Eventually.within(
                Duration.ofSeconds(20),
                "indicator-service reads the years of the one through the other",
                () -> loader.get("/api/v1/series?unitId=" + into)
                        .body()
                        .path("forebears")
                        .findValuesAsString("unitId")
                        .equals(List.of(gone)));
    }

    private void theOldHeadKeepsItsSeasonAndTheNewOneHasTheNext() {
        var next = season("2027");
        lead(next, units.get(1), "HEAD");
        var handed = loader.post(
                "/api/v1/seasons/" + season + "/handover",
                Map.of("toSeasonId", next, "handedOverOn", "2026-01-15", "provenance", "INVENTED"));
        assertThat(handed.status()).as(handed.text()).isEqualTo(201);
        assertThat(loader.get("/api/v1/clusters/" + cluster + "/headships?asOf=2026-01-20")
                        .body()
                        .path("items")
                        .valueStream()
                        .filter(one -> one.path("role").asString().equals("HEAD"))
                        .map(one -> one.path("unitId").asString()))
                .containsExactlyInAnyOrder(units.get(0), units.get(1));
        var leaders = Newcomer.leaders(loader, units.subList(0, 2));
        var old = leaders.getFirst().logIn();
        var young = leaders.getLast().logIn();
        old.post("/api/v1/key-tasks", UUID.randomUUID(), task(season, "Việc của mùa cũ"));
        young.post("/api/v1/key-tasks", UUID.randomUUID(), task(next, "Việc của mùa mới"));
        assertThat(refused(old, task(next, "Lấn sang mùa mới"))).isTrue();
        assertThat(refused(young, task(season, "Lấn sang mùa cũ"))).isTrue();
    }

    private static boolean refused(Session by, Map<String, Object> task) {
        try {
            by.post("/api/v1/key-tasks", UUID.randomUUID(), task);
            return false;
        } catch (AssertionError answer) {
            return String.valueOf(answer.getMessage()).startsWith("403");
        }
    }

    private static Map<String, Object> task(String season, String text) {
        return Map.of("seasonId", season, "kind", "KEY_TASK", "text", text, "provenance", "LIVE");
    }

    private List<String> membersOn(String day) {
        return loader.get("/api/v1/clusters/" + cluster + "/members?asOf=" + day)
                .body()
                .path("items")
                .findValuesAsString("unitId");
    }

    private List<String> units() {
        var made = new ArrayList<String>();
        for (int number = 1; number <= 4; number++) {
            made.add(created(
                    "/api/v1/units",
                    Map.of(
                            "code",
                            "LA-" + number,
                            "name",
                            "Xã Lạ số " + number,
                            "kind",
                            "ADMINISTRATION",
                            "level",
                            "COMMUNE",
                            "parentId",
                            organiser,
                            "validFrom",
                            "2025-07-01")));
        }
        return made;
    }

    private String cluster(String code, String organisedBy) {
        return created(
                "/api/v1/clusters",
                Map.of(
                        "code",
                        code,
                        "name",
                        "Khối thi đua " + code,
                        "kind",
                        "SECTORAL",
                        "organiserId",
                        organisedBy,
                        "provenance",
                        "INVENTED"));
    }

    /** With all four units as members. */
    private String assembled() {
        var made = cluster("KHOI-LA", organiser);
        units.forEach(unit -> join(made, unit));
        return made;
    }

    private void join(String into, String unit) {
        created("/api/v1/clusters/" + into + "/members", membership(unit));
    }

    private static Map<String, Object> membership(String unit) {
        return Map.of("unitId", unit, "from", "2026-01-01", "provenance", "INVENTED");
    }

    private String season(String year) {
        return created(
                "/api/v1/seasons",
                Map.of(
                        "clusterId",
                        cluster,
                        "name",
                        year,
                        "from",
                        year + "-01-01",
                        "to",
                        year + "-12-31",
                        "mode",
                        "LIVE",
                        "provenance",
                        "INVENTED"));
    }

    private void lead(String inSeason, String unit, String role) {
        created(
                "/api/v1/seasons/" + inSeason + "/headships",
                Map.of("unitId", unit, "role", role, "how", "ROTATION", "provenance", "INVENTED"));
    }

    private JsonNode one(String path) {
        return loader.get(path).body().path("items").path(0);
    }

    private String created(String path, Map<String, ?> body) {
        var answer = loader.post(path, new HashMap<>(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id().toString();
    }
}
