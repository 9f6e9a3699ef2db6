package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.ok;
import static vn.thidua.indicator.LivingSeason.value;
import static vn.thidua.indicator.WideWorkbook.line;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.valueimport.Taking;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.ServiceUnderTest;

/** What is answered with the name of a level: kept as the level's place, 1 for the lowest, and said by its name. */
class LevelsIT {
    private static final String[] NAMES = {"Kém", "Trung bình", "Khá", "Tốt"};

    private final Catalogue catalogue = Catalogue.instance();
    private final ServiceUnderTest service = catalogue.service;
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID standing = season.levels(NAMES);
    private final Api office = season.standing();
    private final String path = "/api/v1/indicators/" + standing;
    private final String target = "/api/v1/targets/" + season.id + "/" + season.first + "/" + standing;

    @Test
    void levelsHaveNamesOfTheirOwnAndOnlyLevelsHaveThem() {
        refused(made("LEVEL", List.of("Đạt")), "levels-how-many");
        refused(made("LEVEL", List.of()), "levels-how-many");
        refused(made("LEVEL", List.of("Tốt", "Khá", "tốt ")), "taken");
        refused(made("COUNT", List.of("Khá", "Tốt")), "levels-of-no-level");
        assertThat(made("LEVEL", List.of("Khá", "Tốt; rất tốt")).status()).isEqualTo(422);
        assertThat(made("LEVEL", List.of("Khá", "1")).status()).isEqualTo(422);
        var made = made("LEVEL", List.of(" Chưa  đạt ", "Đạt"));
        assertThat(made.body().path("levels").toString()).isEqualTo("[\"Chưa đạt\",\"Đạt\"]");
        assertThat(made.body().path("decimals").asInt()).isZero();
    }

    @Test
    void aLevelIsRenamedOrPutOnTopAndNoneFallsAway() {
        var said = Map.of("name", "Xếp loại chính quyền", "unitOfMeasure", "mức");
        refused(office.put(path, 1, TriedOn.with(said, "levels", List.of("Kém", "Khá", "Tốt"))), "levels-fewer");
        refused(
                office.put(path, 1, TriedOn.with(said, "levels", List.of("Trung bình", "Kém", "Khá", "Tốt"))),
                "level-moved");
        refused(made("LEVEL", List.of("Không áp dụng", "Áp dụng đầy đủ")), "level-reserved");
        var more = List.of("Yếu", "Trung bình", "Khá", "Tốt", "Xuất sắc");
        var changed = ok(office.put(path, 1, TriedOn.with(said, "levels", more)));
        assertThat(changed.body().path("levels").size()).isEqualTo(5);
        assertThat(ok(office.put(path, 2, said)).body().path("levels").size()).isEqualTo(5);
        assertThatThrownBy(() -> WideWorkbook.text(
                        catalogue,
                        "update indicator set levels = '{Kém,Tốt}' where id = '" + standing + "' returning code"))
                .hasStackTraceContaining("levels_stay");
    }

    @Test
    void whereThereAreTargetsLevelsDoNotBecomeNumbers() {
        ok(office.put(target, 0, Map.of("assigned", 3)));
        var counted = office.put(
                path, 1, Map.of("name", "Xếp loại", "unitOfMeasure", "mức", "valueKind", "COUNT", "levels", List.of()));
        assertThat(counted.status()).as(counted.text()).isEqualTo(409);
        assertThat(counted.text()).contains("Đã có chỉ tiêu giao, đăng ký hoặc số liệu theo các mức này");
    }

    @Test
    void aTargetIsOneOfTheLevels() {
        refused(office.put(target, 0, Map.of("assigned", 5)), "no-level");
        refused(office.put(target, 0, Map.of("assigned", 0)), "no-level");
        refused(office.put(target, 0, Map.of("registered", new BigDecimal("2.5"))), "no-level");
        ok(office.put(target, 0, Map.of("assigned", 3, "registered", 4)));
        assertThatThrownBy(() -> WideWorkbook.text(
                        catalogue,
                        "update target set assigned = 9 where indicator_id = '" + standing + "' returning assigned"))
                .hasStackTraceContaining("target_answers");
    }

    @Test
    void aReportSaysALevelByItsPlaceAndKnowsItsNames() {
        var period = season.promised().period("H1", 10);
        var report = season.report(period, season.first);
        var officer = season.officer(season.first);
        refused(officer.put(cell(report, standing), 0, value(5)), "no-such-level");
        refused(officer.put(cell(report, standing), 0, value(new BigDecimal("1.5"))), "decimals");
        refused(
                officer.put(
                        cell(report, standing),
                        0,
                        Map.of("value", 2, "notApplicable", false, "actuality", "ACTUAL", "qualifier", "ABOUT")),
                "not-qualified");
        var saved = ok(officer.put(cell(report, standing), 0, value(4))).body();
        assertThat(saved.path("value").asInt()).isEqualTo(4);
        assertThat(saved.path("percentOfPlan").path("percent").isNumber())
                .as("a level is not so many percent of another")
                .isFalse();
        var row = row(officer, report);
        assertThat(row.path("levels").path(3).asString()).isEqualTo("Tốt");
        assertThat(row.path("decimals").asInt()).isZero();
    }

    @Test
    void aLevelGoesOutByNameAndComesInByNameInTheLongFormAndTheWideOne() {
        var period = season.promised().period("H1", 10);
        var report = season.report(period, season.first);
        var officer = season.officer(season.first);
        ok(officer.put(cell(report, standing), 0, value(3)));
        assertThat(officer.get("/api/v1/reports/" + report + "/sheet?format=CSV")
                        .text())
                .contains(",Khá,");
        assertThat(officer.get("/api/v1/periods/" + period + "/grid/sheet?format=CSV")
                        .text())
                .contains(",Khá");
        assertThat(wide(officer, period, "tốt").path("saved").asInt()).isOne();
        assertThat(row(officer, report).path("cell").path("value").asInt()).isEqualTo(4);
        assertThat(wide(officer, period, 2).path("saved").asInt()).isOne();
        assertThat(row(officer, report).path("cell").path("value").asInt()).isEqualTo(2);
        var unknown = wide(officer, period, "Giỏi");
        assertThat(unknown.path("refused").asInt()).isOne();
        var lines = officer.get("/api/v1/value-imports/" + unknown.path("id").asString() + "/lines?refused=true");
        assertThat(lines.text()).contains("Phải là một trong các mức: Kém, Trung bình, Khá, Tốt");
    }

    @Test
    void aClustersLevelIsNotAddedUpNorAveraged() {
        var period = season.promised().period("H1", 10);
        season.submitted(period, season.first, 2);
        season.submitted(period, season.second, 4);
        var rule = path + "/aggregation";
        assertThat(office.get(rule).body().path("suggested").asString()).isEqualTo("NONE");
        assertThat(office.put(rule, 0, Map.of("rule", "AVERAGE")).status()).isEqualTo(422);
        ok(office.put(rule, 0, Map.of("rule", "MIN")));
        var consolidation = "/api/v1/periods/" + period + "/consolidation";
        var found = office.get(consolidation);
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        JsonNode ours = found.body()
                .path("rows")
                .valueStream()
                .filter(one -> one.path("indicatorId").asString().equals(standing.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(ours.path("computed").asInt()).isEqualTo(2);
        assertThat(ours.path("levels").size()).isEqualTo(4);
        refused(
                office.put(consolidation + "/" + standing, 0, Map.of("adjusted", 7, "reason", "theo kết luận")),
                "no-level");
    }

    @Test
    void aLevelIsScoredAsTheSituationItIsAndNotAsACount() {
        season.submitted(season.promised().period("YEAR", 10), season.first, 3);
        var counted = LivingSeason.created(office.post("/api/v1/scoresheets", sheet("""
                        {"type": "COUNT", "steps": [{"upTo": 0, "points": 10}, {"upTo": null, "points": 0}]}
                        """)))
                .id();
        var freezing = office.with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + counted + "/freeze", null);
        assertThat(freezing.status()).isGreaterThanOrEqualTo(400);
        assertThat(freezing.text()).contains("indicator-kind");
        var sheet = LivingSeason.created(office.post("/api/v1/scoresheets", sheet("""
                        {"type": "CHOICE", "options": [{"value": 4, "name": "Tốt", "points": 10}, {"value": 3, "name": "Khá", "points": 7},
                         {"value": 2, "name": "Trung bình", "points": 4}, {"value": 1, "name": "Kém", "points": 0}]}
                        """)))
                .id();
        ok(office.with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + sheet + "/freeze", null));
        var score = ok(office.get("/api/v1/scores?scoresheetId=" + sheet + "&unitId=" + season.first))
                .body();
        assertThat(score.path("total").asInt()).isEqualTo(7);
        assertThat(score.toString()).contains("Khá");
    }

    private JsonNode sheet(String rule) {
        return JsonMapper.shared().readTree("""
                {"seasonId": "%s", "title": "Bảng điểm", "maximum": 10, "provenance": "LIVE",
                 "rounding": {"at": "TOTAL", "scale": 2, "mode": "HALF_UP"},
                 "groups": [{"code": "I", "name": "Chung", "maximum": 10, "criteria": [
                    {"code": "1", "name": "Xếp loại chính quyền", "maximum": 10, "indicatorId": "%s", "rule": %s}]}]}
                """.formatted(season.id, standing, rule));
    }

    private JsonNode wide(Api by, UUID period, Object said) {
        var code = WideWorkbook.text(catalogue, "select code from indicator where id = '" + standing + "'");
        var unit = WideWorkbook.unitCode(catalogue, season.first);
        var file = WideWorkbook.of(List.of("Mã đơn vị", code), List.of(line(unit, said)));
        var posted = by.post("/api/v1/value-imports/sheet?mode=PARTIAL&periodId=" + period, file);
        assertThat(posted.status()).as(posted.text()).isEqualTo(202);
        Taking.all(service);
        return by.get("/api/v1/value-imports/" + posted.id()).body();
    }

    private JsonNode row(Api by, UUID report) {
        return by.get("/api/v1/reports/" + report)
                .body()
                .path("rows")
                .valueStream()
                .filter(one -> one.path("indicatorId").asString().equals(standing.toString()))
                .findFirst()
                .orElseThrow();
    }

    private Api.Answer made(String kind, List<String> levels) {
        var body = new HashMap<>(Catalogue.newIndicator(season.organiser));
        body.putAll(Map.of("valueKind", kind, "levels", levels));
        return office.post("/api/v1/indicators", body);
    }

    private static void refused(Api.Answer answer, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().path("errors").findValuesAsString("code")).containsOnly(code);
    }
}
