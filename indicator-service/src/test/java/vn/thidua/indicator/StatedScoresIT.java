package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A season of record is scored from what its document states, and from nothing else. */
class StatedScoresIT {
    private final Recorded hg = new Recorded("HG.TP", "HG.VX", "HG.BQ");
    private final UUID revenue = hg.indicator("Thu ngân sách", "tỷ đồng", "QUANTITY", "RAISE");
    private final UUID poverty = hg.indicator("Giảm tỷ lệ hộ nghèo", "%", "PERCENT", "REDUCE");
    private final UUID rural = hg.indicator("Tiêu chí nông thôn mới", "tiêu chí", "COUNT", "RAISE");

    @Test
    void aStatedPercentIsScoredAsStatedAndSaysWhichFigureItIs() {
        var figure = state(revenue, "HG.TP", "PERCENT_OF_PLAN", 124);
        var score = score(frozen(revenue, percentOfPlan()), "HG.TP");
        assertThat(score.path("total").decimalValue()).isEqualByComparingTo("12.4");
        var criterion = score.path("criteria").path(0);
        assertThat(criterion.path("state").asString()).isEqualTo("SCORED");
        assertThat(criterion.path("reported").isNull()).isTrue();
        assertThat(criterion.path("verified").isNull()).isTrue();
        var trace = criterion.path("trace");
        assertThat(inputs(trace)).contains("percent=124", "origin=STATED", "FIGURE=" + figure);
        assertThat(trace.path("steps").path(0).path("words").path("vi").asString())
                .startsWith("% kế hoạch như tài liệu nêu");
    }

    /** What was reached of a planned reduction is not known; that it is 125% of the plan is stated. */
    @Test
    void aStatedPercentOfAReductionNeedsNoNumberOfTheYearBefore() {
        state(poverty, "HG.VX", "PERCENT_OF_PLAN", 113);
        assertThat(score(frozen(poverty, percentOfPlan()), "HG.VX")
                        .path("total")
                        .decimalValue())
                .isEqualByComparingTo("11.3");
    }

    @Test
    void aNumberWithThePlanPrintedBesideItIsHeldAgainstThatPlan() {
        var stated = figure(rural, "HG.BQ", "VALUE", 49);
        stated.put("outOf", 35);
        hg.state(stated);
        var score = score(frozen(rural, percentOfPlan()), "HG.BQ");
        assertThat(score.path("total").decimalValue()).isEqualByComparingTo("14");
        assertThat(inputs(score.path("criteria").path(0).path("trace"))).contains("value=49", "assigned=35");
    }

    @Test
    void whatIsNotStatedExactlySaysSo() {
        var stated = figure(revenue, "HG.VX", "PERCENT_OF_PLAN", 70);
        stated.put("qualifier", "NEARLY");
        hg.state(stated);
        var score = score(frozen(revenue, percentOfPlan()), "HG.VX");
        assertThat(inputs(score.path("criteria").path(0).path("trace"))).contains("percent=70", "QUALIFIER=NEARLY");
    }

    @Test
    void whatTheDocumentDoesNotStateOfAUnitIsNoFactWhateverItStatesOfTheWhole() {
        state(revenue, "HG.TP", "PERCENT_OF_PLAN", 124);
        var whole = hg.ofCluster(revenue, "PERCENT_OF_PLAN", 100, "%");
        whole.put("periodKind", "YEAR");
        whole.put("aggregation", "AVERAGE");
        hg.state(whole);
        var criterion = score(frozen(revenue, percentOfPlan()), "HG.BQ")
                .path("criteria")
                .path(0);
        assertThat(criterion.path("state").asString()).isEqualTo("NO_FACT");
    }

    @Test
    void aPercentAloneIsNotTheNumberThatARuleLooksAt() {
        state(revenue, "HG.TP", "PERCENT_OF_PLAN", 124);
        var ladder = Map.of(
                "type",
                "LADDER",
                "of",
                "VALUE",
                "rungs",
                List.of(Map.of("to", 100, "points", 0), Map.of("from", 100, "points", 10)));
        var criterion = score(frozen(revenue, ladder), "HG.TP").path("criteria").path(0);
        assertThat(criterion.path("state").asString()).isEqualTo("NO_FACT");
        assertThat(criterion.path("trace").path("formula").path("vi").asString())
                .contains("chỉ nêu % kế hoạch");
    }

    @Test
    void itIsRankedAndCanBeComputedAgainAfterAFigureIsPutRight() {
        var figure = state(revenue, "HG.TP", "PERCENT_OF_PLAN", 124);
        state(revenue, "HG.VX", "PERCENT_OF_PLAN", 103);
        var sheet = frozen(revenue, percentOfPlan());
        var ranked = hg.officer().post("/api/v1/rankings", Map.of("scoresheetId", sheet));
        assertThat(ranked.status()).as(ranked.text()).isEqualTo(201);
        assertThat(ranked.body().path("rows").findValuesAsString("unitId"))
                .startsWith(hg.member("HG.TP").toString(), hg.member("HG.VX").toString());
        var changes = "/api/v1/rankings/" + ranked.id() + "/changes";
        assertThat(hg.officer().get(changes).body().path("units")).isEmpty();
        hg.officer().put("/api/v1/figures/" + figure, 1, figure(revenue, "HG.TP", "PERCENT_OF_PLAN", 102));
        var changed = hg.officer().get(changes).body().path("units");
        assertThat(changed).as("who runs the season is told").hasSize(1);
        assertThat(changed.path(0).path("unitId").asString())
                .isEqualTo(hg.member("HG.TP").toString());
        assertThat(changed.path(0).path("codes").path(0).asString()).isEqualTo("I.1");
        assertThat(changed.path(0).path("total").decimalValue()).isEqualByComparingTo("12.4");
        assertThat(changed.path(0).path("totalNow").decimalValue()).isEqualByComparingTo("10.2");
        assertThat(score(sheet, "HG.TP").path("total").decimalValue()).isEqualByComparingTo("10.2");
        var again = hg.officer().get("/api/v1/rankings/" + ranked.id() + "/recomputation");
        assertThat(again.body().path("same").asBoolean()).as(again.text()).isTrue();
    }

    private static Map<String, Object> percentOfPlan() {
        return Map.of("type", "PROPORTIONAL", "of", "PERCENT_OF_PLAN", "points", 10, "cap", 150);
    }

    private UUID frozen(UUID indicator, Map<String, Object> rule) {
        var criterion = Map.of(
                "code", "I.1", "name", "Tiêu chí", "maximum", 15, "indicatorId", indicator.toString(), "rule", rule);
        var created = hg.officer()
                .post(
                        "/api/v1/scoresheets",
                        Map.of(
                                "seasonId",
                                hg.season,
                                "title",
                                "Bảng điểm minh hoạ",
                                "maximum",
                                15,
                                "rounding",
                                Map.of("scale", 2, "mode", "HALF_UP"),
                                "groups",
                                List.of(Map.of(
                                        "code", "I", "name", "Kinh tế", "maximum", 15, "criteria", List.of(criterion))),
                                "provenance",
                                "INVENTED"));
        assertThat(created.status()).as(created.text()).isEqualTo(201);
        var frozen =
                hg.officer().with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + created.id() + "/freeze", null);
        assertThat(frozen.status()).as(frozen.text()).isEqualTo(200);
        return created.id();
    }

    private JsonNode score(UUID sheet, String unit) {
        var answer = hg.officer().get("/api/v1/scores?scoresheetId=" + sheet + "&unitId=" + hg.member(unit));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body();
    }

    private UUID state(UUID indicator, String unit, String measure, Object value) {
        return hg.state(figure(indicator, unit, measure, value));
    }

    private Map<String, Object> figure(UUID indicator, String unit, String measure, Object value) {
        var figure = hg.ofUnit(indicator, unit, measure, value, "%");
        figure.put("periodKind", "YEAR");
        return figure;
    }

    private static List<String> inputs(JsonNode trace) {
        var inputs = new ArrayList<String>();
        for (var input : trace.path("inputs")) {
            var value = input.path("value");
            inputs.add(input.path("name").asString() + "="
                    + (value.isNull()
                            ? input.path("id").asString()
                            : value.decimalValue().toPlainString()));
        }
        return inputs;
    }
}
