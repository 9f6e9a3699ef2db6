package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.value;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** All reports of a period in one grid. */
class ClusterGridIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID poor = season.indicator("COUNT", "REDUCE", 0, false);
    private final UUID period = season.promised().period("H1", 10);
    private final String path = "/api/v1/periods/" + period + "/grid";

    @AfterEach
    void theClockIsRightAgain() {
        season.clock("0");
    }

    @Test
    void everyMemberStandsThereWithEveryIndicatorBegunOrNot() {
        var report = season.report(period, season.first);
        ok(season.officer(season.first).put(cell(report, budget), 0, value(60)));
        var grid = season.standing().get(path).body();
        assertThat(ids(grid.path("indicators"), "id")).containsExactlyInAnyOrder(budget, poor);
        assertThat(grid.path("units").size()).isEqualTo(3);
        for (var unit : grid.path("units")) {
            assertThat(ids(unit.path("cells"), "indicatorId")).isEqualTo(ids(grid.path("indicators"), "id"));
        }
        var written = at(grid, season.first, budget);
        assertThat(written.path("version").asInt()).isEqualTo(1);
        assertThat(written.path("value").asInt()).isEqualTo(60);
        assertThat(written.path("target").asInt()).isEqualTo(120);
        assertThat(written.path("percent").asInt()).isEqualTo(50);
        assertThat(written.path("explained").asBoolean()).isTrue();
        assertThat(written.path("verified").isNull()).isTrue();
        var untouched = at(grid, season.second, budget);
        assertThat(untouched.path("version").asInt()).isZero();
        assertThat(untouched.path("value").isNull()).isTrue();
        assertThat(unit(grid, season.second).path("report").path("id").isNull()).isTrue();
    }

    @Test
    void theLimitsOfAnIndicatorStandInItsColumnAndInItsReport() {
        ok(season.standing()
                .put(
                        "/api/v1/indicators/" + budget + "/checks",
                        1,
                        Map.of(
                                "bounds",
                                List.of(Map.of("kind", "LIMITS", "lower", 0, "upper", 500, "severity", "ERROR")))));
        var grid = season.standing().get(path).body();
        var columns = grid.path("indicators");
        var limited = columns.path(ids(columns, "id").indexOf(budget)).path("limit");
        assertThat(limited.path("upper").asInt()).isEqualTo(500);
        assertThat(limited.path("severity").asString()).isEqualTo("ERROR");
        assertThat(columns.path(ids(columns, "id").indexOf(poor)).path("limit").isNull())
                .isTrue();
        var report = season.report(period, season.first);
        var rows = season.officer(season.first)
                .get("/api/v1/reports/" + report)
                .body()
                .path("rows");
        assertThat(rows.path(ids(rows, "indicatorId").indexOf(budget)).path("limit"))
                .isEqualTo(limited);
    }

    @Test
    void aVerifiedValueStandsBesideTheReportedOne() {
        var report = season.submitted(period, season.first, 60);
        assertThat(season.standing()
                        .post(
                                "/api/v1/reports/" + report + "/verifications",
                                Map.of("indicatorId", budget, "value", 58, "reason", "quyết toán"))
                        .status())
                .isEqualTo(201);
        var grid = season.standing().get(path).body();
        assertThat(at(grid, season.first, budget).path("verified").asInt()).isEqualTo(58);
        assertThat(unit(grid, season.first).path("writable").asString()).isEqualTo("NOT_WITH_UNIT");
        assertThat(unit(grid, season.second).path("writable").asString()).isEqualTo("YES");
        season.clock("12 days");
        assertThat(unit(season.standing().get(path).body(), season.second)
                        .path("writable")
                        .asString())
                .isEqualTo("CLOSED");
    }

    @Test
    void aMemberSeesItsOwnLineOnlyAndAStrangerNothing() {
        var own = season.officer(season.first).get(path).body();
        assertThat(own.path("units").size()).isEqualTo(1);
        assertThat(own.path("units").path(0).path("report").path("unitId").asString())
                .isEqualTo(season.first.toString());
        assertThat(own.path("indicators").size()).isEqualTo(2);
        assertThat(season.officer(LivingSeason.unit(catalogue)).get(path).status())
                .isEqualTo(404);
    }

    private static List<UUID> ids(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> UUID.fromString(one.path(field).asString()))
                .toList();
    }

    private static JsonNode unit(JsonNode grid, UUID id) {
        return StreamSupport.stream(grid.path("units").spliterator(), false)
                .filter(one -> one.path("report").path("unitId").asString().equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode at(JsonNode grid, UUID unit, UUID indicator) {
        var cells = unit(grid, unit).path("cells");
        return cells.path(ids(cells, "indicatorId").indexOf(indicator));
    }
}
