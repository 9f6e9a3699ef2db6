package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.created;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.row;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** Numbers typed with a unit of measure: kept as they are printed, computed with in the indicator's own. */
class UnitsOfMeasureIT {
    private static final Map<String, Object> BILLION = Map.of("name", "tỷ đồng", "numerator", 1000);
    private static final Map<String, Object> DONG = Map.of("name", "đồng", "numerator", 1, "denominator", 1_000_000);

    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = indicator(BILLION, DONG);
    private final String sheet = "/api/v1/targets/" + season.id;

    @Test
    void anIndicatorTellsInWhichUnitsItsNumbersAreTyped() {
        var found = season.standing().get("/api/v1/indicators/" + budget).body();
        assertThat(found.path("units").findValuesAsString("name")).containsExactly("tỷ đồng", "đồng");
        var twice = season.standing().put("/api/v1/indicators/" + budget, 1, change(BILLION, BILLION));
        assertThat(pointer(twice)).isEqualTo("/units/1/name");
        var own = season.standing()
                .put("/api/v1/indicators/" + budget, 1, change(Map.of("name", "Triệu đồng", "numerator", 1)));
        assertThat(pointer(own)).isEqualTo("/units/0/name");
        var none = season.standing()
                .put("/api/v1/indicators/" + budget, 1, change(Map.of("name", "tỷ đồng", "numerator", 0)));
        assertThat(pointer(none)).isEqualTo("/units/0/numerator");
        var one = season.standing().put("/api/v1/indicators/" + budget, 1, change(BILLION));
        assertThat(one.body().path("units").size()).isEqualTo(1);
    }

    @Test
    void aTargetStaysAsItIsPrintedAndReportsAreHeldAgainstWhatItComesTo() {
        var report = report("tỷ đồng", "1.2", "0.9");
        var officer = season.officer(season.first);
        var saved = ok(officer.put(cell(report, budget), 0, typed("600", null))).body();
        assertThat(saved.path("typed").isNull()).isTrue();
        assertThat(saved.path("percentOfPlan").path("percent").decimalValue()).isEqualByComparingTo("50");
        var seen = rowOf(officer, report);
        assertThat(seen.path("unitOfMeasure").asString()).isEqualTo("triệu đồng");
        assertThat(seen.path("registered").decimalValue()).isEqualByComparingTo("1200");
        assertThat(seen.path("furtherUnits").size()).isEqualTo(2);
        var target = officer.get("/api/v1/targets?seasonId=" + season.id + "&unitId=" + season.first)
                .body();
        assertThat(target.path("items").path(0).path("registered").decimalValue())
                .isEqualByComparingTo("1.2");
        assertThat(target.path("items").path(0).path("unitOfMeasure").asString())
                .isEqualTo("tỷ đồng");
        assertThat(officer.get(sheet).body().path("text").asString()).contains(" | tỷ đồng | - | 1.2 | 0.9\n");
    }

    @Test
    void aFigureKeepsNumberAndUnitAsTypedAndIsComputedWithInTheIndicatorsOwn() {
        var report = report(null, "1200", null);
        var officer = season.officer(season.first);
        var saved = ok(officer.put(cell(report, budget), 0, typed("1.8", "Tỷ đồng")))
                .body();
        assertThat(saved.path("value").decimalValue()).isEqualByComparingTo("1800");
        assertThat(saved.path("typed").path("value").decimalValue()).isEqualByComparingTo("1.8");
        assertThat(saved.path("typed").path("unitOfMeasure").asString()).isEqualTo("tỷ đồng");
        assertThat(saved.path("percentOfPlan").path("percent").decimalValue()).isEqualByComparingTo("150");
        var block = season.leader(season.first)
                .post(
                        "/api/v1/reports/" + report + "/cells",
                        Map.of(
                                "cells",
                                List.of(TriedOn.with(
                                        LivingSeason.pasted(budget, 1, 1_700_000_001), "unitOfMeasure", "đồng"))));
        assertThat(block.body().path("saved").asInt()).as(block.text()).isEqualTo(1);
        assertThat(rowOf(officer, report).path("cell").path("value").decimalValue())
                .isEqualByComparingTo("1700.000001");
        var history = officer.get(cell(report, budget) + "/history").body();
        assertThat(history.path(1).path("typed").path("unitOfMeasure").asString())
                .isEqualTo("đồng");
        var period = officer.get("/api/v1/reports/" + report)
                .body()
                .path("report")
                .path("periodId")
                .asString();
        var grid = officer.get("/api/v1/periods/" + period + "/grid").body();
        assertThat(grid.path("indicators").path(0).path("furtherUnits")).hasSize(2);
        var inGrid = grid.path("units").path(0).path("cells").path(0);
        assertThat(inGrid.path("typed").path("value").decimalValue()).isEqualByComparingTo("1700000001");
        assertThat(inGrid.path("typed").path("unitOfMeasure").asString()).isEqualTo("đồng");
        assertThat(inGrid.path("value").decimalValue()).isEqualByComparingTo("1700.000001");
    }

    @Test
    void aUnitThatIsNotTheIndicatorsIsRefusedWhereItStands() {
        var report = report(null, "1200", null);
        var officer = season.officer(season.first);
        var cell = officer.put(cell(report, budget), 0, typed("1", "tấn"));
        assertThat(cell.status()).isEqualTo(422);
        assertThat(pointer(cell)).isEqualTo("/unitOfMeasure");
        assertThat(cell.text()).contains("triệu đồng, tỷ đồng, đồng");
        var nothingLeft = officer.put(cell(report, budget), 0, typed("0.4", "đồng"));
        assertThat(pointer(nothingLeft)).isEqualTo("/value");
        var block = officer.post(
                "/api/v1/reports/" + report + "/cells",
                Map.of("cells", List.of(TriedOn.with(LivingSeason.pasted(budget, 0, 1), "unitOfMeasure", "tấn"))));
        assertThat(block.body().path("refused").asInt()).isEqualTo(1);
        var other = new LivingSeason(catalogue);
        var target = other.standing()
                .put(
                        "/api/v1/targets/" + other.id + "/" + other.first + "/" + budget,
                        0,
                        Map.of("assigned", 1, "unitOfMeasure", "tấn"));
        assertThat(pointer(target)).isEqualTo("/unitOfMeasure");
    }

    @Test
    void peopleAreCountedWholeInWhateverUnitTheyAreTyped() {
        var body = new HashMap<>(Catalogue.newIndicator(season.organiser));
        body.putAll(Map.of(
                "unitOfMeasure", "người",
                "valueKind", "COUNT",
                "units", List.of(Map.of("name", "nghìn người", "numerator", 1000))));
        var people = created(season.standing().post("/api/v1/indicators", body)).id();
        season.indicators.add(people);
        var report = season.report(season.promised().period("H1", 10), season.first);
        var officer = season.officer(season.first);
        assertThat(ok(officer.put(cell(report, people), 0, typed("1.234", "nghìn người")))
                        .body()
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo("1234");
        assertThat(officer.put(cell(report, people), 1, typed("1.2345", "nghìn người"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatNumbersAreTypedInChangesNoMore() {
        var report = report("tỷ đồng", "1.2", null);
        ok(season.officer(season.first).put(cell(report, budget), 0, typed("5000000", "đồng")));
        var path = "/api/v1/indicators/" + budget;
        assertThat(season.standing().put(path, 1, change(BILLION)).problem()).isEqualTo("conflict");
        assertThat(season.standing().put(path, 1, change(DONG)).problem()).isEqualTo("conflict");
        assertThat(season.standing()
                        .put(path, 1, change(DONG, Map.of("name", "tỷ đồng", "numerator", 999)))
                        .problem())
                .isEqualTo("conflict");
        var renamed = TriedOn.with(change(BILLION, DONG), "unitOfMeasure", "nghìn đồng");
        assertThat(season.standing().put(path, 1, renamed).problem()).isEqualTo("conflict");
        assertThat(season.standing()
                        .put(
                                path,
                                1,
                                change(
                                        BILLION,
                                        DONG,
                                        Map.of("name", "nghìn đồng", "numerator", new BigDecimal("0.001"))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theDatabaseItselfHoldsTheNumberToWhatWasTypedAndConvertsAsJavaDoes() throws SQLException {
        var report = report(null, "1200", null);
        ok(season.officer(season.first).put(cell(report, budget), 0, typed("1.8", "tỷ đồng")));
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("""
                            insert into cell_revision (report_id, indicator_id, version, value, typed, typed_unit, not_applicable, actuality,
                                                       actor_kind, actor, mandate_id)
                            select report_id, indicator_id, 2, 1801, typed, typed_unit, false, actuality, actor_kind, actor, mandate_id
                            from cell_revision where report_id = '%s'
                            """.formatted(report)))
                    .hasMessageContaining("not what was typed");
            var random = new java.util.Random(1);
            for (int i = 0; i < 300; i++) {
                var number =
                        new BigDecimal(random.nextInt(2_000_000_000) - 1_000_000_000).movePointLeft(random.nextInt(7));
                var numerator = new BigDecimal(1 + random.nextInt(100_000)).movePointLeft(random.nextInt(4));
                var denominator = new BigDecimal(1 + random.nextInt(100_000)).movePointLeft(random.nextInt(4));
                var row = statement.executeQuery(
                        "select normalised(%s, %s, %s)".formatted(number.toPlainString(), numerator, denominator));
                row.next();
                assertThat(row.getBigDecimal(1))
                        .as("%s × %s ÷ %s", number, numerator, denominator)
                        .isEqualByComparingTo(
                                number.multiply(numerator).divide(denominator, 6, java.math.RoundingMode.HALF_UP));
            }
        }
    }

    private UUID indicator(Map<?, ?>... units) {
        var body = new HashMap<>(Catalogue.newIndicator(season.organiser));
        body.put("unitOfMeasure", "triệu đồng");
        body.put("units", List.of(units));
        var id = created(season.standing().post("/api/v1/indicators", body)).id();
        season.indicators.add(id);
        return id;
    }

    private static Map<String, Object> change(Map<?, ?>... units) {
        return Map.of("name", "Thu ngân sách", "unitOfMeasure", "triệu đồng", "units", List.of(units));
    }

    /** A report of the first member, whose targets are printed so. */
    private UUID report(@Nullable String unit, String registered, @Nullable String lastYear) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var member : List.of(season.head, season.first, season.second)) {
            var row = row(
                    member,
                    budget,
                    null,
                    new BigDecimal(registered),
                    lastYear == null ? null : new BigDecimal(lastYear));
            row.put("unitOfMeasure", unit);
            rows.add(row);
        }
        ok(season.standing().put(sheet, 0, Map.of("rows", rows)));
        ok(season.standing().post(sheet + "/freeze", null));
        return season.report(season.period("H1", 10), season.first);
    }

    private static Map<String, Object> typed(String value, @Nullable String unit) {
        var body = new HashMap<>(LivingSeason.value(new BigDecimal(value)));
        if (unit != null) {
            body.put("unitOfMeasure", unit);
        }
        return body;
    }

    private static JsonNode rowOf(Api by, UUID report) {
        return by.get("/api/v1/reports/" + report).body().path("rows").path(0);
    }

    private static String pointer(Api.Answer answer) {
        return answer.body().path("errors").path(0).path("pointer").asString();
    }
}
