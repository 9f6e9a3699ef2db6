package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.value;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** Numbers reported as khoảng, gần, trên, từ … trở lên: kept as they are stated, computed with as they stand. */
class StatedQualifiersIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID ready = season.indicator("YES_NO", "RAISE", 0, false);
    private final UUID period = season.promised().period("H1", 10);
    private final UUID report = season.report(period, season.first);
    private final Api officer = season.officer(season.first);

    @Test
    void aNumberIsSavedAsItIsSaidAndShownSoWhereverTheCellIs() {
        var saved = ok(officer.put(cell(report, budget), 0, said(60, "ABOUT"))).body();
        assertThat(saved.path("qualifier").asString()).isEqualTo("ABOUT");
        assertThat(saved.path("percentOfPlan").path("percent").decimalValue())
                .as("computed with as it stands")
                .isEqualByComparingTo("50");
        assertThat(inReport(budget).path("qualifier").asString()).isEqualTo("ABOUT");
        assertThat(inReport(ready).path("qualifier").isNull()).isTrue();
        assertThat(inGrid(budget).path("qualifier").asString()).isEqualTo("ABOUT");
        var block = officer.post("/api/v1/reports/" + report + "/cells", Map.of("cells", List.of(pasted("AT_LEAST"))));
        assertThat(block.body().path("results").path(0).path("outcome").asString())
                .as("only the word is another: a change like any")
                .isEqualTo("SAVED");
        assertThat(officer.post("/api/v1/reports/" + report + "/cells", Map.of("cells", List.of(pasted("AT_LEAST"))))
                        .body()
                        .path("unchanged")
                        .asInt())
                .isOne();
        ok(officer.put(cell(report, budget), 2, said(60, "EXACT")));
        assertThat(inReport(budget).path("version").asInt()).isEqualTo(3);
        var history = officer.get(cell(report, budget) + "/history").body();
        assertThat(history.path(0).path("qualifier").asString()).isEqualTo("ABOUT");
        assertThat(history.path(1).path("qualifier").asString()).isEqualTo("AT_LEAST");
        assertThat(history.path(2).path("qualifier").isNull()).isTrue();
        assertThat(inGrid(budget).path("qualifier").isNull()).isTrue();
    }

    @Test
    void whoWasOvertakenSeesTheWordsOfTheOther() {
        ok(officer.put(cell(report, budget), 0, said(60, "ABOVE")));
        var overtaken = officer.put(cell(report, budget), 0, value(7));
        assertThat(overtaken.status()).isEqualTo(412);
        assertThat(overtaken.body().path("current").path("qualifier").asString())
                .isEqualTo("ABOVE");
    }

    @Test
    void afterAReturnAnotherWordIsAChange() {
        ok(officer.put(cell(report, budget), 0, said(60, "ABOUT")));
        ok(officer.put(cell(report, ready), 0, value(1)));
        ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        ok(season.standing().post("/api/v1/reports/" + report + "/return", Map.of("reason", "ghi rõ")));
        ok(officer.put(cell(report, budget), 1, said(60, "NEARLY")));
        var changes =
                officer.get("/api/v1/reports/" + report + "/changes").body().path("cells");
        assertThat(changes).hasSize(1);
        assertThat(changes.path(0).path("before").path("qualifier").asString()).isEqualTo("ABOUT");
        assertThat(changes.path(0).path("after").path("qualifier").asString()).isEqualTo("NEARLY");
    }

    @Test
    void whatIsNoNumberOrIsNotTypedIsNeverAboutSomething() {
        refused(
                "qualifier-alone",
                officer.put(
                        cell(report, budget),
                        0,
                        TriedOn.with(Map.of("notApplicable", true, "actuality", "ACTUAL"), "qualifier", "ABOUT")));
        refused(
                "qualifier-alone",
                officer.put(
                        cell(report, budget),
                        0,
                        TriedOn.with(Map.of("notApplicable", false, "actuality", "ACTUAL"), "qualifier", "ABOUT")));
        refused("not-qualified", officer.put(cell(report, ready), 0, said(1, "ABOUT")));
        var unknown = officer.put(cell(report, budget), 0, said(60, "DƯỚI"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body().path("errors").findValuesAsString("pointer")).containsExactly("/qualifier");
        var other = new LivingSeason(catalogue);
        var schools = other.indicator("COUNT", "RAISE", 0, false);
        var done = other.indicator("COUNT", "RAISE", 0, false);
        var twice = other.twice(schools);
        other.promisedByName(schools, twice, done, List.of("Nà Hoa", "Si Pa"));
        var theirs = other.report(other.period("H1", 10), other.first);
        var by = other.officer(other.first);
        ok(by.put(cell(theirs, schools), 0, said(4, "ABOUT")));
        refused("computed", by.put(cell(theirs, twice), 1, said(8, "ABOUT")));
        refused(
                "not-qualified",
                by.put(cell(theirs, done), 0, TriedOn.with(said(1, "ABOUT"), "reached", List.of("Si Pa"))));
    }

    @Test
    void theDigestAndTheSeriesSayItIsApproximateUntilSomebodyVerifiesIt() {
        ok(officer.put(cell(report, budget), 0, said(60, "ABOVE")));
        ok(officer.put(cell(report, ready), 0, value(1)));
        ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        season.submitted(period, season.second, 1);
        var values = digest(1);
        assertThat(values.path("leaders").findValuesAsString("qualifier")).containsExactly("ABOVE", "EXACT");
        assertThat(values.path("computed").path("approximate").asBoolean()).isTrue();
        var percents = digest(0);
        assertThat(percents.path("measure").asString()).isEqualTo("PERCENT_OF_PLAN");
        assertThat(percents.path("leaders").findValuesAsString("qualifier")).containsExactly("ABOVE", "EXACT");
        assertThat(percents.path("computed").path("approximate").asBoolean()).isTrue();
        assertThat(inSeries().findValuesAsString("qualifier")).containsExactly("ABOVE", "ABOVE");
        LivingSeason.created(season.standing()
                .post(
                        "/api/v1/reports/" + report + "/verifications",
                        Map.of("indicatorId", budget, "value", 61, "reason", "theo kho bạc")));
        assertThat(digest(1).path("leaders").findValuesAsString("qualifier")).containsExactly("EXACT", "EXACT");
        assertThat(digest(1).path("computed").path("approximate").asBoolean()).isFalse();
        assertThat(inSeries().findValuesAsString("qualifier")).containsExactly("EXACT", "EXACT");
    }

    @Test
    void whatIsConsolidatedFromSuchNumbersIsApproximateAndStaysSoWhenHandedIn() {
        ok(season.standing().put("/api/v1/indicators/" + budget + "/aggregation", 0, Map.of("rule", "SUM")));
        ok(season.standing().put("/api/v1/indicators/" + ready + "/aggregation", 0, Map.of("rule", "COUNT_YES")));
        ok(officer.put(cell(report, budget), 0, said(60, "ABOUT")));
        ok(officer.put(cell(report, ready), 0, value(1)));
        assertThat(consolidated(budget).path("approximate").asBoolean())
                .as("nothing of it is handed in")
                .isFalse();
        ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        assertThat(consolidated(budget).path("approximate").asBoolean()).isTrue();
        assertThat(consolidated(ready).path("approximate").asBoolean()).isFalse();
        var part = season.standing()
                .get("/api/v1/periods/" + period + "/consolidation/" + budget)
                .body();
        assertThat(part.findValuesAsString("qualifier")).contains("ABOUT");
        ok(season.standing().post("/api/v1/periods/" + period + "/consolidation/submission", null));
        LivingSeason.created(season.standing()
                .post(
                        "/api/v1/reports/" + report + "/verifications",
                        Map.of("indicatorId", budget, "value", 61, "reason", "theo sổ")));
        assertThat(consolidated(budget).path("approximate").asBoolean())
                .as("as it was handed in")
                .isTrue();
        ok(season.standing()
                .post("/api/v1/periods/" + period + "/consolidation/return", Map.of("reason", "đã thẩm định")));
        assertThat(consolidated(budget).path("approximate").asBoolean())
                .as("what was verified is exact")
                .isFalse();
    }

    @Test
    void aScoreSaysHowExactlyItsNumberWasReported() {
        ok(officer.put(cell(report, budget), 0, said(60, "ABOUT")));
        ok(officer.put(cell(report, ready), 0, value(1)));
        ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        var sheet = ScoredSeason.proportional(season, period, budget);
        var scores = "/api/v1/scores?scoresheetId=" + sheet + "&unitId=" + season.first;
        var score = ok(season.standing().get(scores)).body();
        assertThat(score.path("total").decimalValue()).as("60 of 120, of 40").isEqualByComparingTo("20");
        assertThat(qualifiers(score)).containsExactly("ABOUT");
        assertThat(score.path("criteria").path(0).path("reported").decimalValue())
                .isEqualByComparingTo("60");
        ok(season.standing().post("/api/v1/reports/" + report + "/return", Map.of("reason", "ghi rõ")));
        ok(officer.put(cell(report, budget), 1, said(60, "EXACT")));
        ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        assertThat(qualifiers(ok(season.standing().get(scores)).body())).isEmpty();
    }

    @Test
    void theDatabaseItselfKeepsSuchWordsToTypedNumbers() throws SQLException {
        ok(officer.put(cell(report, budget), 0, said(60, "ABOUT")));
        ok(officer.put(cell(report, ready), 0, value(1)));
        written(budget, "'DƯỚI'", "value", "not_applicable", "cell_revision_qualifier_check");
        written(budget, "'ABOUT'", "null", "not_applicable", "cell_qualified");
        written(budget, "'ABOUT'", "null", "true", "cell_qualified");
        written(ready, "'ABOUT'", "value", "not_applicable", "answers are exact");
    }

    private void written(UUID indicator, String qualifier, String value, String notApplicable, String refusal)
            throws SQLException {
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() ->
                            statement.executeUpdate("""
                            insert into cell_revision (report_id, indicator_id, version, value, qualifier, not_applicable, actuality,
                                                       actor_kind, actor, mandate_id)
                            select report_id, indicator_id, 2, %s, %s, %s, actuality, actor_kind, actor, mandate_id
                            from cell_revision where report_id = '%s' and indicator_id = '%s'
                            """.formatted(value, qualifier, notApplicable, report, indicator)))
                    .hasMessageContaining(refusal);
        }
    }

    private static void refused(String code, Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("pointer")).containsExactly("/qualifier");
        assertThat(answer.body().path("errors").findValuesAsString("code")).containsExactly(code);
    }

    private static Map<String, Object> said(int value, String qualifier) {
        return TriedOn.with(value(value), "qualifier", qualifier);
    }

    private Map<String, Object> pasted(String qualifier) {
        return TriedOn.with(
                LivingSeason.pasted(budget, inReport(budget).path("version").asLong(), 60), "qualifier", qualifier);
    }

    private static List<String> qualifiers(JsonNode score) {
        return score.path("criteria")
                .path(0)
                .path("trace")
                .path("inputs")
                .valueStream()
                .filter(input -> input.path("name").asString().equals("QUALIFIER"))
                .map(input -> input.path("id").asString())
                .toList();
    }

    private JsonNode consolidated(UUID indicator) {
        var rows = season.standing()
                .get("/api/v1/periods/" + period + "/consolidation")
                .body()
                .path("rows");
        for (var row : rows) {
            if (row.path("indicatorId").asString().equals(indicator.toString())) {
                return row;
            }
        }
        throw new AssertionError("no such row");
    }

    private JsonNode inReport(UUID indicator) {
        for (var row : officer.get("/api/v1/reports/" + report).body().path("rows")) {
            if (row.path("indicatorId").asString().equals(indicator.toString())) {
                return row.path("cell");
            }
        }
        throw new AssertionError("no such row");
    }

    private JsonNode inGrid(UUID indicator) {
        var grid = officer.get("/api/v1/periods/" + period + "/grid").body();
        for (var cell : grid.path("units").path(0).path("cells")) {
            if (cell.path("indicatorId").asString().equals(indicator.toString())) {
                return cell;
            }
        }
        throw new AssertionError("no such cell");
    }

    /** Of the one indicator with numbers: its percents of plan, then its values. */
    private JsonNode digest(int series) {
        return season.standing()
                .get("/api/v1/digests?seasonId=" + season.id + "&periodKind=H1")
                .body()
                .path("indicators")
                .path(0)
                .path("series")
                .path(series);
    }

    private JsonNode inSeries() {
        return season.standing()
                .get("/api/v1/series?periodKind=H1&unitId=" + season.first)
                .body()
                .path("items");
    }
}
