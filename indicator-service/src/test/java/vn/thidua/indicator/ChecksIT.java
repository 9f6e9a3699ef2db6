package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.ok;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** What is looked at once more before a report is handed in. Every target is 120 and last year was 90. */
class ChecksIT {
    private static final Map<String, Object> NOT_APPLICABLE = Map.of("notApplicable", true, "actuality", "ACTUAL");

    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID roads = season.indicator("COUNT", "RAISE", 0, true);
    private final UUID period = season.promised().period("H1", 10);
    private final UUID report = season.report(period, season.first);
    private final Api officer = season.officer(season.first);
    private final Api leader = season.leader(season.first);

    @Test
    void anEmptyCellAndMissingEvidenceBlock() {
        ok(officer.put(cell(report, roads), 0, plain(100)));
        var checks = checks();
        assertThat(checks.path("ready").asBoolean()).isFalse();
        assertThat(checks.path("errors").asInt()).isEqualTo(2);
        assertThat(checks.path("findings").findValuesAsString("kind"))
                .containsExactlyInAnyOrder("EMPTY", "EVIDENCE_MISSING");
        assertThat(submit().status()).isEqualTo(422);
    }

    @Test
    void tenTimesLastYearIsMendedOrExplainedBeforeTheReportIsHandedIn() {
        ok(officer.put(cell(report, roads), 0, NOT_APPLICABLE));
        ok(officer.put(cell(report, budget), 0, plain(900)));
        var finding = checks().path("findings").path(0);
        assertThat(finding.path("kind").asString()).isEqualTo("AGAINST_LAST_YEAR");
        assertThat(finding.path("observed").decimalValue()).isEqualByComparingTo("1000");
        assertThat(finding.path("upper").decimalValue()).isEqualByComparingTo("800");
        assertThat(finding.path("blocks").asBoolean()).isTrue();
        assertThat(finding.path("text").asString()).contains("1.000%", "năm trước", "800%");
        var refused = submit();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/cells/" + budget);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("far-from-last-year");
        ok(officer.put(cell(report, budget), 1, TriedOn.with(plain(900), "explanation", "có nhà máy mới")));
        var explained = checks();
        assertThat(explained.path("ready").asBoolean()).isTrue();
        assertThat(explained.path("warnings").asInt()).isEqualTo(1);
        assertThat(explained.path("unexplained").asInt()).isZero();
        assertThat(submit().status()).isEqualTo(200);
    }

    @Test
    void anOrdinaryNumberIsNotQuestionedAndATrueZeroIs() {
        ok(officer.put(cell(report, roads), 0, NOT_APPLICABLE));
        ok(officer.put(cell(report, budget), 0, plain(60)));
        assertThat(checks().path("findings").size()).isZero();
        ok(officer.put(cell(report, budget), 1, plain(0)));
        assertThat(checks().path("findings").findValuesAsString("kind"))
                .containsExactlyInAnyOrder("AGAINST_PLAN", "AGAINST_LAST_YEAR");
    }

    @Test
    void aNumberIsComparedWithTheOthersOnceEnoughHaveHandedIn() {
        bounds(
                budget,
                Map.of("kind", "AGAINST_PEERS", "lower", 50, "upper", 200, "severity", "WARNING", "minimumPeers", 2));
        ok(officer.put(cell(report, roads), 0, NOT_APPLICABLE));
        ok(officer.put(cell(report, budget), 0, plain(40)));
        handIn(season.second, 120);
        assertThat(checks().path("findings").size()).isZero();
        handIn(season.head, 132);
        var finding = checks().path("findings").path(0);
        assertThat(finding.path("kind").asString()).isEqualTo("AGAINST_PEERS");
        assertThat(finding.path("observed").decimalValue()).isEqualByComparingTo("33.333333");
    }

    @Test
    void limitsOfAnIndicatorBlockAndItsOwnBoundsReplaceTheGeneralOnes() {
        bounds(
                budget,
                Map.of("kind", "LIMITS", "lower", 0, "upper", 500, "severity", "ERROR"),
                Map.of("kind", "AGAINST_LAST_YEAR", "severity", "WARNING"));
        ok(officer.put(cell(report, roads), 0, NOT_APPLICABLE));
        ok(officer.put(cell(report, budget), 0, TriedOn.with(plain(900), "explanation", "vì sao đó")));
        var findings = checks().path("findings");
        assertThat(findings.findValuesAsString("kind")).containsExactly("LIMITS");
        assertThat(findings.path(0).path("severity").asString()).isEqualTo("ERROR");
        assertThat(submit().body().path("errors").path(0).path("code").asString())
                .isEqualTo("outside-limits");
        assertThat(season.officer(season.first)
                        .get("/api/v1/indicators/" + budget + "/checks")
                        .body()
                        .path("bounds")
                        .findValuesAsString("kind"))
                .containsExactlyInAnyOrder("LIMITS", "AGAINST_PLAN", "AGAINST_LAST_YEAR", "AGAINST_PEERS");
    }

    @Test
    void boundsThatMeanNothingAreRefusedAndTheVersionIsTheIndicators() {
        var twice = List.of(
                Map.of("kind", "LIMITS", "lower", 0, "severity", "ERROR"),
                Map.of("kind", "LIMITS", "lower", 1, "severity", "ERROR"));
        assertThat(put(budget, 1, twice).status()).isEqualTo(422);
        assertThat(put(budget, 1, List.of(Map.of("kind", "AGAINST_PLAN", "lower", 1, "severity", "ERROR")))
                        .status())
                .isEqualTo(422);
        assertThat(put(budget, 1, List.of(Map.of("kind", "LIMITS", "lower", 2, "upper", 1, "severity", "ERROR")))
                        .status())
                .isEqualTo(422);
        assertThat(put(budget, 7, List.of()).status()).isEqualTo(412);
        assertThat(put(budget, 1, List.of()).header("ETag")).isEqualTo("\"2\"");
    }

    @Test
    void afterAReturnTheUnitAndItsJudgesSeeWhatWasMended() {
        var path = "/api/v1/reports/" + report + "/changes";
        ok(officer.put(cell(report, roads), 0, NOT_APPLICABLE));
        ok(officer.put(cell(report, budget), 0, plain(100)));
        assertThat(officer.get(path).body().path("since").isNull()).isTrue();
        assertThat(submit().status()).isEqualTo(200);
        assertThat(season.standing().get(path).body().path("since").isNull()).isTrue();
        ok(season.standing().post("/api/v1/reports/" + report + "/return", Map.of("reason", "sửa số thu")));
        assertThat(officer.get(path).body().path("cells").size()).isZero();
        ok(officer.put(cell(report, budget), 1, TriedOn.with(plain(110), "explanation", "tính lại")));
        ok(officer.put(cell(report, roads), 1, plainly(NOT_APPLICABLE)));
        var mended = officer.get(path).body();
        assertThat(mended.path("since").path("number").asInt()).isEqualTo(1);
        assertThat(mended.path("cells").size()).isEqualTo(1);
        assertThat(submit().status()).isEqualTo(200);
        var judged = season.standing().get(path).body();
        assertThat(judged.path("since").path("number").asInt()).isEqualTo(1);
        var change = judged.path("cells").path(0);
        assertThat(change.path("before").path("value").asInt()).isEqualTo(100);
        assertThat(change.path("after").path("value").asInt()).isEqualTo(110);
        assertThat(change.path("after").path("explanation").asString()).isEqualTo("tính lại");
    }

    private void handIn(UUID unit, Object value) {
        var theirs = season.report(period, unit);
        var by = season.officer(unit);
        ok(by.put(cell(theirs, roads), 0, NOT_APPLICABLE));
        ok(by.put(cell(theirs, budget), 0, plain(value)));
        ok(season.leader(unit).post("/api/v1/reports/" + theirs + "/submission", null));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private final void bounds(UUID indicator, Map<String, Object>... bounds) {
        ok(put(indicator, 1, List.of(bounds)));
    }

    private Api.Answer put(UUID indicator, int version, List<? extends Map<String, ?>> bounds) {
        return season.standing().put("/api/v1/indicators/" + indicator + "/checks", version, Map.of("bounds", bounds));
    }

    private JsonNode checks() {
        var answer = officer.get("/api/v1/reports/" + report + "/checks");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private Api.Answer submit() {
        return leader.post("/api/v1/reports/" + report + "/submission", null);
    }

    private static Map<String, Object> plain(Object value) {
        return Map.of("value", value, "notApplicable", false, "actuality", "ACTUAL");
    }

    private static Map<String, Object> plainly(Map<String, Object> cell) {
        return new HashMap<>(cell);
    }
}
