package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.test.Api;

/** From the typed number to its points: reports, verification, percent of plan, score, digest. */
class ReportedScoresIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());
    private final UUID revenue = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID poor = season.indicator("COUNT", "REDUCE", 0, false);
    private final UUID period = planned();
    private final UUID sheet = frozen();

    @Test
    void aReportedNumberIsScoredOnceItIsHandedInAndAVerifiedOneStandsAboveIt() {
        var report = season.report(period, season.first);
        var officer = season.officer(season.first);
        LivingSeason.ok(officer.put(LivingSeason.cell(report, revenue), 0, LivingSeason.value(60)));
        LivingSeason.ok(officer.put(LivingSeason.cell(report, poor), 0, LivingSeason.value(875)));
        assertThat(total(season.first)).as("a draft is no fact").isEqualByComparingTo("0");
        LivingSeason.ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        // 60 of 120 registered: 20 of 40; 125 fewer poor households of 100 planned: all 30; in time: 30.
        assertThat(total(season.first)).isEqualByComparingTo("80");
        var verified = season.at(season.organiser, "VERIFIER")
                .post(
                        "/api/v1/reports/" + report + "/verifications",
                        Map.of("indicatorId", revenue, "value", 90, "reason", "theo số của thuế"));
        assertThat(verified.status()).as(verified.text()).isLessThan(300);
        var score = score(season.officer(season.first), season.first);
        assertThat(score.path("total").decimalValue()).isEqualByComparingTo("90");
        var criterion = score.path("criteria").path(0);
        assertThat(criterion.path("reported").decimalValue()).isEqualByComparingTo("60");
        assertThat(criterion.path("verified").decimalValue()).isEqualByComparingTo("90");
        assertThat(criterion.path("trace").path("inputs").findValuesAsString("name"))
                .containsExactly(
                        "value",
                        "reported",
                        "assigned",
                        "registered",
                        "lastYear",
                        "origin",
                        "REPORT",
                        "CELL",
                        "VERIFICATION");
        assertThat(criterion.path("trace").path("inputs").findValuesAsString("id"))
                .contains("VERIFIED", report.toString());
        assertThat(score.path("criteria")
                        .path(1)
                        .path("trace")
                        .path("steps")
                        .path(0)
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo("125");
        assertThat(total(season.second)).as("who reported nothing").isEqualByComparingTo("0");
    }

    @Test
    void theDigestOfALivingSeasonIsComputedFromWhatIsHandedIn() {
        var report = season.report(period, season.second);
        var officer = season.officer(season.second);
        LivingSeason.ok(officer.put(LivingSeason.cell(report, revenue), 0, LivingSeason.value(60)));
        LivingSeason.ok(officer.put(LivingSeason.cell(report, poor), 0, LivingSeason.value(875)));
        LivingSeason.ok(season.leader(season.second).post("/api/v1/reports/" + report + "/submission", null));
        var begun = season.report(period, season.first);
        LivingSeason.ok(season.officer(season.first).put(LivingSeason.cell(begun, revenue), 0, LivingSeason.value(99)));
        var digest = season.standing()
                .get("/api/v1/digests?periodKind=YEAR&threshold=55&seasonId=" + season.id)
                .body();
        assertThat(digest.path("memberCount").asInt()).isEqualTo(3);
        assertThat(number(digest, 0, "PERCENT_OF_PLAN")).isEqualByComparingTo("50");
        assertThat(number(digest, 0, "VALUE")).isEqualByComparingTo("60");
        assertThat(number(digest, 1, "PERCENT_OF_PLAN"))
                .as("of the planned reduction")
                .isEqualByComparingTo("125");
        var values = series(digest, 1, "VALUE");
        assertThat(values.path("better").asString()).isEqualTo("LOWER");
        assertThat(values.path("computed").path("known").asInt()).isEqualTo(1);
        assertThat(values.path("leaders").path(0).path("reportId").asString()).isEqualTo(report.toString());
        assertThat(series(digest, 0, "PERCENT_OF_PLAN").path("reached").path("unitIds"))
                .isEmpty();
        assertThat(series(digest, 1, "PERCENT_OF_PLAN").path("reached").path("unitIds"))
                .hasSize(1);
    }

    @Test
    void aPeriodOfAnotherSeasonIsNoPeriodOfThisSheet() {
        var body = sheet().put("periodId", UUID.randomUUID().toString());
        var refused = season.standing().post("/api/v1/scoresheets", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/periodId");
    }

    private UUID planned() {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var unit : List.of(season.head, season.first, season.second)) {
            rows.add(LivingSeason.row(unit, revenue, 100, new BigDecimal("120"), 90));
            rows.add(LivingSeason.row(unit, poor, 900, null, 1000));
        }
        LivingSeason.ok(season.standing().put("/api/v1/targets/" + season.id, 0, Map.of("rows", rows)));
        LivingSeason.ok(season.standing().post("/api/v1/targets/" + season.id + "/freeze", null));
        return season.period("YEAR", 10);
    }

    private UUID frozen() {
        var id = LivingSeason.created(season.standing().post("/api/v1/scoresheets", sheet()))
                .id();
        LivingSeason.ok(
                season.standing().with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + id + "/freeze", null));
        return id;
    }

    private ObjectNode sheet() {
        var sheet = (ObjectNode) JsonMapper.shared().readTree("""
                        {"title": "Bảng điểm", "maximum": 100, "rounding": {"scale": 2, "mode": "HALF_UP"}, "provenance": "LIVE",
                         "groups": [{"code": "I", "name": "Nhóm", "maximum": 100, "criteria": [
                           {"code": "1", "name": "Thu ngân sách", "maximum": 40, "indicatorId": "%s", "rule": {"type": "PROPORTIONAL"}},
                           {"code": "2", "name": "Giảm hộ nghèo", "maximum": 30, "indicatorId": "%s", "rule": {"type": "PROPORTIONAL"}},
                           {"code": "3", "name": "Báo cáo đúng hạn", "maximum": 30, "rule": {"type": "DAYS_LATE",
                            "steps": [{"upTo": 0, "points": 30}, {"upTo": null, "points": 0}]}}]}]}
                        """.formatted(revenue, poor));
        return sheet.put("seasonId", season.id.toString()).put("periodId", period.toString());
    }

    private BigDecimal total(UUID unit) {
        return score(season.standing(), unit).path("total").decimalValue();
    }

    private JsonNode score(Api caller, UUID unit) {
        return LivingSeason.ok(caller.get("/api/v1/scores?scoresheetId=" + sheet + "&unitId=" + unit))
                .body();
    }

    private static BigDecimal number(JsonNode digest, int indicator, String measure) {
        return series(digest, indicator, measure)
                .path("leaders")
                .path(0)
                .path("value")
                .decimalValue();
    }

    private static JsonNode series(JsonNode digest, int indicator, String measure) {
        for (var series : digest.path("indicators").path(indicator).path("series")) {
            if (series.path("measure").asString().equals(measure)) {
                return series;
            }
        }
        throw new AssertionError("no " + measure + " in " + digest);
    }
}
