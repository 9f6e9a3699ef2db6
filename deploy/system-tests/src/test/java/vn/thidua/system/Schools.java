package vn.thidua.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;

/**
 * Many schools in one cluster, every one of which has promised the same: made by the administrator of the whole province.
 *
 * @param units ids of the schools
 * @param season this year's, live, its targets frozen
 * @param indicators ids of what was promised
 */
record Schools(List<String> units, String season, List<String> indicators) {
    /**
     * @param code of the cluster and, with a number, of each school
     * @param name of each school but for its number
     */
    static Schools promising(Api administrator, String code, String name, int schools, int promises) {
        var newYear = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).withDayOfYear(1);
        var units = founded(administrator, code, name, schools);
        var cluster = created(
                administrator,
                "/api/v1/clusters",
                Map.of(
                        "code",
                        "KHOI-" + code,
                        "name",
                        "Khối thi đua " + name,
                        "kind",
                        "SECTORAL",
                        "organiserId",
                        one(administrator, "/api/v1/units?code=AB").path("id").asString(),
                        "provenance",
                        "INVENTED",
                        "source",
                        "Số liệu bịa"));
        units.forEach(unit -> created(
                administrator,
                "/api/v1/clusters/" + cluster + "/members",
                Map.of("unitId", unit, "from", newYear, "provenance", "INVENTED")));
        var season = created(
                administrator,
                "/api/v1/seasons",
                Map.of(
                        "clusterId",
                        cluster,
                        "name",
                        Integer.toString(newYear.getYear()),
                        "from",
                        newYear,
                        "to",
                        newYear.plusYears(1).minusDays(1),
                        "mode",
                        "LIVE",
                        "provenance",
                        "INVENTED"));
        var indicators = administrator
                .get("/api/v1/indicators?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(indicator -> indicator.path("valueKind").asString().equals("QUANTITY")
                        && indicator.path("formula").isNull()
                        && !indicator.path("evidenceRequired").asBoolean())
                .limit(promises)
                .map(indicator -> indicator.path("id").asString())
                .toList();
        assertThat(indicators).hasSize(promises);
        promise(administrator, season, units, indicators);
        return new Schools(units, season, indicators);
    }

    private static List<String> founded(Api administrator, String code, String name, int schools) {
        var parent = one(administrator, "/api/v1/units?code=AB");
        var rows = IntStream.rangeClosed(1, schools)
                .mapToObj(number -> Map.of(
                        "code",
                        code + "-%03d".formatted(number),
                        "name",
                        name + " số %03d".formatted(number),
                        "kind",
                        "SCHOOL",
                        "level",
                        "NONE",
                        "parentCode",
                        parent.path("code").asString(),
                        "from",
                        "2025-07-01"))
                .toList();
        var taken = administrator.post("/api/v1/unit-tables/rows?mode=WHOLE_OR_NOTHING", Map.of("rows", rows));
        assertThat(taken.body().path("founded").asInt()).as(taken.text()).isEqualTo(schools);
        return administrator
                .get("/api/v1/units?limit=200&parentId=" + parent.path("id").asString() + "&q="
                        + URLEncoder.encode(name, StandardCharsets.UTF_8))
                .body()
                .path("items")
                .findValuesAsString("id");
    }

    private static void promise(Api administrator, String season, List<String> units, List<String> indicators) {
        var rows = units.stream()
                .flatMap(unit -> indicators.stream()
                        .map(indicator ->
                                Map.of("unitId", unit, "indicatorId", indicator, "assigned", 10, "registered", 12)))
                .toList();
        Eventually.within(
                Duration.ofSeconds(30),
                "the season and its members are known to indicator-service",
                () -> administrator
                                .put("/api/v1/targets/" + season, 0, Map.of("rows", rows))
                                .status()
                        == 200);
        assertThat(administrator
                        .post("/api/v1/targets/" + season + "/freeze", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private static JsonNode one(Api administrator, String path) {
        return administrator.get(path).body().path("items").path(0);
    }

    private static String created(Api administrator, String path, Map<String, ?> body) {
        var answer = administrator.post(path, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id().toString();
    }
}
