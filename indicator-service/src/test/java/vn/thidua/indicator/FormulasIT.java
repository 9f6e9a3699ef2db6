package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.created;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.pasted;
import static vn.thidua.indicator.LivingSeason.value;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** Indicators that are computed from others of the same report. */
class FormulasIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID insured = season.indicator("COUNT", "RAISE", 0, false);
    private final UUID people = season.indicator("COUNT", "RAISE", 0, false);

    @Test
    void aRatioIsComputedWhenItsInputsAreSavedAndSaysFromWhat() {
        var rate = computed("PERCENT", 2, "[%s] ÷ [%s] × 100".formatted(code(insured), code(people)));
        var report = report();
        var officer = season.officer(season.first);
        ok(officer.put(cell(report, insured), 0, value(2)));
        assertThat(row(officer, report, rate).path("cell").path("version").asInt())
                .isZero();
        ok(officer.put(cell(report, people), 0, value(3)));
        var seen = row(officer, report, rate);
        assertThat(seen.path("cell").path("value").decimalValue()).isEqualByComparingTo("66.67");
        assertThat(seen.path("percentOfPlan").path("percent").decimalValue()).isEqualByComparingTo("55.558333");
        assertThat(seen.path("formula").asString()).contains("÷");
        var from = seen.path("cell").path("computation").path("inputs");
        assertThat(from.findValuesAsString("revisionId"))
                .containsExactlyInAnyOrder(
                        row(officer, report, insured)
                                .path("cell")
                                .path("revisionId")
                                .asString(),
                        row(officer, report, people)
                                .path("cell")
                                .path("revisionId")
                                .asString());
        paste(officer, report, pasted(insured, 1, 3));
        assertThat(row(officer, report, rate).path("cell").path("value").asInt())
                .isEqualTo(100);
        assertThat(officer.get(cell(report, rate) + "/history").body().size()).isEqualTo(2);
    }

    @Test
    void divisionByZeroIsSeenWithItsReasonAndIsNoNumber() {
        var rate = computed("PERCENT", 2, "[%s] ÷ [%s] × 100".formatted(code(insured), code(people)));
        var report = report();
        var officer = season.officer(season.first);
        paste(officer, report, explained(insured, 2), explained(people, 0));
        var seen = row(officer, report, rate).path("cell");
        assertThat(seen.path("value").isNull()).isTrue();
        assertThat(seen.path("computation").path("none").asString()).isEqualTo("DIVISION_BY_ZERO");
        var refused = season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null);
        assertThat(refused.body().path("errors").findValuesAsString("code")).containsExactly("not-computed-zero");
        var explained = ok(officer.put(
                cell(report, rate),
                1,
                Map.of("notApplicable", false, "actuality", "ACTUAL", "explanation", "Xã không có người thuộc diện")));
        assertThat(explained.body().path("explanation").asString()).startsWith("Xã");
        ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
    }

    @Test
    void whatDoesNotApplyGoesIntoNoNumber() {
        var both = computed("COUNT", 0, "[%s] + [%s]".formatted(code(insured), code(people)));
        var report = report();
        var officer = season.officer(season.first);
        ok(officer.put(cell(report, insured), 0, value(2)));
        ok(officer.put(cell(report, people), 0, Map.of("notApplicable", true, "actuality", "ACTUAL")));
        var computation = row(officer, report, both).path("cell").path("computation");
        assertThat(computation.path("none").asString()).isEqualTo("INPUT_NOT_APPLICABLE");
        assertThat(computation.path("noneBecause").asString()).isEqualTo(code(people));
    }

    @Test
    void nobodyTypesWhatIsComputedByWhicheverDoor() {
        var both = computed("COUNT", 0, "[%s] + [%s]".formatted(code(insured), code(people)));
        var report = report();
        var officer = season.officer(season.first);
        paste(officer, report, pasted(insured, 0, 2), pasted(people, 0, 3));
        var typed = officer.put(cell(report, both), 1, value(6));
        assertThat(typed.status()).isEqualTo(422);
        assertThat(typed.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/value");
        assertThat(typed.text()).contains(code(insured));
        assertThat(officer.put(cell(report, both), 0, value(4)).status())
                .as("an old number sent along with a word is old, not wrong")
                .isEqualTo(412);
        assertThat(paste(officer, report, pasted(both, 1, 6)).path("refused").asInt())
                .isOne();
        assertThat(paste(officer, report, pasted(both, 1, 5)).path("unchanged").asInt())
                .isOne();
        var notApplicable = officer.put(cell(report, both), 1, Map.of("notApplicable", true, "actuality", "ACTUAL"));
        assertThat(notApplicable.status()).isEqualTo(422);
        var form =
                officer.get("/api/v1/reports/" + report + "/sheet?format=CSV").text();
        assertThat(form).contains("tự tính: [");
        assertThat(row(officer, report, both).path("cell").path("value").asInt())
                .isEqualTo(5);
    }

    @Test
    void aFormulaOfFormulasFollowsThroughAndTwoWhoSaveAtOnceLeaveNothingOut() throws InterruptedException {
        var sum = computed("COUNT", 0, "[%s] + [%s]".formatted(code(insured), code(people)));
        var twice = computed("COUNT", 0, "[%s] × 2".formatted(code(sum)));
        // Stays empty, so that the report is not handed in.
        season.indicator("COUNT", "RAISE", 0, false);
        var report = report();
        var one = season.officer(season.first);
        var other = season.leader(season.first);
        paste(one, report, pasted(insured, 0, 1), pasted(people, 0, 1));
        assertThat(row(one, report, twice).path("cell").path("value").asInt()).isEqualTo(4);
        for (int round = 1; round <= 10; round++) {
            var answers = new ConcurrentLinkedQueue<Api.Answer>();
            var number = round + 1;
            var version = round;
            var first =
                    Thread.ofVirtual().start(() -> answers.add(one.put(cell(report, insured), version, value(number))));
            var second = Thread.ofVirtual()
                    .start(() -> answers.add(other.put(cell(report, people), version, value(10 * number))));
            // Handed in at the same moment, and refused: nobody waits for ever.
            var third = Thread.ofVirtual().start(() -> other.post("/api/v1/reports/" + report + "/submission", null));
            first.join();
            second.join();
            third.join();
            assertThat(answers).allMatch(answer -> answer.status() == 200);
            assertThat(row(one, report, twice).path("cell").path("value").asInt())
                    .isEqualTo(22 * number);
        }
    }

    @Test
    void whatIsVerifiedGoesIntoWhatIsComputedFromIt() {
        var both = computed("COUNT", 0, "[%s] + [%s]".formatted(code(insured), code(people)));
        var report = report();
        var officer = season.officer(season.first);
        paste(officer, report, explained(insured, 2), explained(people, 3));
        ok(officer.put(
                cell(report, both),
                1,
                Map.of("notApplicable", false, "actuality", "ACTUAL", "explanation", "theo số đã kiểm tra")));
        ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        var verifier = season.at(season.organiser, "STANDING_OFFICER");
        var refused = verifier.post(
                "/api/v1/reports/" + report + "/verifications",
                Map.of("indicatorId", both, "value", 9, "reason", "theo số của thuế"));
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("verify-inputs");
        created(verifier.post(
                "/api/v1/reports/" + report + "/verifications",
                Map.of("indicatorId", people, "value", 4, "reason", "theo số của thuế")));
        var seen = row(officer, report, both);
        assertThat(seen.path("cell").path("value").asInt()).isEqualTo(5);
        assertThat(seen.path("verified").path("value").asInt()).isEqualTo(6);
    }

    @Test
    void aFormulaIsCheckedWhenItIsDefined() {
        refusedAt("formula-code-unknown", "[KHONG-CO] + 1");
        refusedAt("formula-unreadable", "[" + code(insured) + "] +");
        refusedAt("formula-too-deep", "(".repeat(60) + "[" + code(insured) + "]" + ")".repeat(60));
        var long10k = new HashMap<>(Catalogue.newIndicator(season.organiser));
        long10k.put("formula", "[" + code(insured) + "]" + "+1".repeat(5_000));
        assertThat(season.standing().post("/api/v1/indicators", long10k).status())
                .isEqualTo(422);
        var yesNo = new HashMap<>(Catalogue.newIndicator(season.organiser));
        yesNo.putAll(Map.of("valueKind", "YES_NO", "formula", "[" + code(insured) + "]"));
        assertThat(season.standing()
                        .post("/api/v1/indicators", yesNo)
                        .body()
                        .path("errors")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("formula-kind");
    }

    @Test
    void noIndicatorIsComputedFromItself() throws SQLException {
        var sum = computed("COUNT", 0, "[%s] + 1".formatted(code(insured)));
        var more = computed("COUNT", 0, "[%s] + 1".formatted(code(sum)));
        var circle = season.standing()
                .put(
                        "/api/v1/indicators/" + insured,
                        1,
                        Map.of("name", "Vòng", "unitOfMeasure", "người", "formula", "[" + code(more) + "]"));
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.body().path("errors").path(0).path("code").asString()).isEqualTo("formula-circle");
        assertThat(circle.text())
                .contains("%s → %s → %s → %s".formatted(code(insured), code(more), code(sum), code(insured)));
        var itself = season.standing()
                .put(
                        "/api/v1/indicators/" + insured,
                        1,
                        Map.of("name", "Vòng", "unitOfMeasure", "người", "formula", "[" + code(insured) + "]"));
        assertThat(itself.body().path("errors").path(0).path("code").asString()).isEqualTo("formula-circle");
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "insert into indicator_input values ('%s', '%s')".formatted(insured, more)))
                    .hasMessageContaining("circle");
        }
    }

    @Test
    void aFormulaThatWasPromisedStaysAndItsInputsArePromisedToo() {
        var sum = computed("COUNT", 0, "[%s] + 1".formatted(code(insured)));
        var alone = new LivingSeason(catalogue, "LIVE", season.organiser, season.head, season.first, season.second);
        var rows = new ArrayList<Map<String, Object>>();
        for (var unit : List.of(season.head, season.first, season.second)) {
            rows.add(Map.of("unitId", unit, "indicatorId", sum, "assigned", 1));
        }
        ok(alone.standing().put("/api/v1/targets/" + alone.id, 0, Map.of("rows", rows)));
        var refused = alone.standing().post("/api/v1/targets/" + alone.id + "/freeze", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains(code(sum));
        season.promised();
        var changed = season.standing()
                .put(
                        "/api/v1/indicators/" + sum,
                        1,
                        Map.of(
                                "name",
                                "Khác",
                                "unitOfMeasure",
                                "người",
                                "formula",
                                "[%s] + 2".formatted(code(insured))));
        assertThat(changed.problem()).isEqualTo("conflict");
        var kept = season.standing()
                .put("/api/v1/indicators/" + sum, 1, Map.of("name", "Khác", "unitOfMeasure", "tỷ đồng"));
        assertThat(kept.body().path("formula").asString()).contains("+ 1");
    }

    @Test
    void theDatabaseItselfTakesNoTypedNumberForWhatIsComputed() throws SQLException {
        var sum = computed("COUNT", 0, "[%s] + 1".formatted(code(insured)));
        var report = report();
        ok(season.officer(season.first).put(cell(report, insured), 0, value(1)));
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("""
                            insert into cell_revision (report_id, indicator_id, version, value, not_applicable, actuality, actor_kind, actor,
                                                       mandate_id)
                            select report_id, indicator_id, 2, 7, false, actuality, actor_kind, actor, mandate_id
                            from cell_revision where report_id = '%s' and indicator_id = '%s'
                            """.formatted(report, sum)))
                    .hasMessageContaining("it is not typed");
        }
    }

    private void refusedAt(String code, String formula) {
        var body = new HashMap<>(Catalogue.newIndicator(season.organiser));
        body.put("formula", formula);
        var refused = season.standing().post("/api/v1/indicators", body);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/formula");
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo(code);
    }

    private UUID computed(String kind, int decimals, String formula) {
        var body = new HashMap<>(Catalogue.newIndicator(season.organiser));
        body.putAll(Map.of("valueKind", kind, "decimals", decimals, "formula", formula));
        var id = created(season.standing().post("/api/v1/indicators", body)).id();
        season.indicators.add(id);
        return id;
    }

    private String code(UUID indicator) {
        return season.standing()
                .get("/api/v1/indicators/" + indicator)
                .body()
                .path("code")
                .asString();
    }

    private UUID report() {
        return season.report(season.promised().period("H1", 10), season.first);
    }

    private static Map<String, Object> explained(UUID indicator, int number) {
        return TriedOn.with(pasted(indicator, 0, new BigDecimal(number)), "explanation", "theo số đã kiểm tra");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static JsonNode paste(Api by, UUID report, Map<String, Object>... cells) {
        return ok(by.post("/api/v1/reports/" + report + "/cells", Map.of("cells", List.of(cells))))
                .body();
    }

    private static JsonNode row(Api by, UUID report, UUID indicator) {
        for (var row : by.get("/api/v1/reports/" + report).body().path("rows")) {
            if (row.path("indicatorId").asString().equals(indicator.toString())) {
                return row;
            }
        }
        throw new AssertionError("no row for " + indicator);
    }
}
