package vn.thidua.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable.Row;

/** A living season with a sheet of twelve criteria, one of each kind of rule, assessed by hand. */
final class ScoredSeason {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final LivingSeason season;
    final UUID sheet;

    ScoredSeason(LivingSeason season) {
        this(season, sheetOfTwelve(season));
    }

    /** One whose sheet is of that period. */
    ScoredSeason(LivingSeason season, UUID period) {
        this(season, sheetOfTwelve(season).put("periodId", period.toString()));
    }

    private ScoredSeason(LivingSeason season, ObjectNode content) {
        this.season = season;
        this.sheet = LivingSeason.created(season.standing().post("/api/v1/scoresheets", content))
                .id();
    }

    static ObjectNode sheetOfTwelve(LivingSeason season) {
        try (var file = ScoredSeason.class.getResourceAsStream("/scoring/sheet-of-twelve.json")) {
            var sheet = (ObjectNode) JSON.readTree(Objects.requireNonNull(file));
            return sheet.put("seasonId", season.id.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The same with parts, classes, prizes, and a knock-out of whoever is not up to the standard of I.5. */
    static ObjectNode sheetWithTerms(LivingSeason season) {
        var sheet = sheetOfTwelve(season);
        var grade = grade(sheet, "A", 90, null).put("vote", true);
        grade.put("everyCriterion", 85);
        grade(sheet, "B", null, 90);
        var knockOut =
                sheet.withArray("/knockOuts").addObject().put("code", "NTM").put("name", "không đạt nông thôn mới");
        knockOut.put("of", "I.5")
                .put("measured", "VALUE")
                .putObject("range")
                .put("to", 0)
                .put("toInclusive", true);
        sheet.withArray("/prizes")
                .addObject()
                .put("code", "1")
                .put("name", "Nhất")
                .put("count", 1);
        sheet.withArray("/prizes")
                .addObject()
                .put("code", "2")
                .put("name", "Nhì")
                .put("count", 1);
        sheet.withArray("/prizes")
                .addObject()
                .put("code", "3")
                .put("name", "Ba")
                .put("count", 1);
        sheet.withArray("/ties").addObject().put("of", "I");
        return withParts(sheet);
    }

    /** Group I in a part of its own, within one that has all the sheet. */
    private static ObjectNode withParts(ObjectNode sheet) {
        part(sheet, "A", 100, null);
        part(sheet, "A.1", 65, "A");
        ((ObjectNode) sheet.at("/groups/0")).put("in", "A.1");
        ((ObjectNode) sheet.at("/groups/1")).put("in", "A");
        return sheet;
    }

    static void part(ObjectNode sheet, String code, int maximum, @Nullable String in) {
        sheet.withArray("/parts")
                .addObject()
                .put("code", code)
                .put("name", "phần " + code)
                .put("maximum", maximum)
                .put("in", in);
    }

    private static ObjectNode grade(ObjectNode sheet, String code, @Nullable Integer from, @Nullable Integer to) {
        var grade = sheet.withArray("/grades").addObject().put("code", code).put("name", "loại " + code);
        grade.putObject("total").put("from", from).put("to", to);
        return grade;
    }

    /** A frozen sheet of one criterion, of 40 points in proportion to the plan of that indicator. */
    static UUID proportional(LivingSeason season, UUID period, UUID indicator) {
        var sheet = (ObjectNode) JSON.readTree("""
                {"title": "Bảng điểm", "maximum": 40, "rounding": {"scale": 2, "mode": "HALF_UP"}, "provenance": "LIVE",
                 "groups": [{"code": "I", "name": "Nhóm", "maximum": 40, "criteria": [
                   {"code": "1", "name": "Tiêu chí", "maximum": 40, "indicatorId": "%s", "rule": {"type": "PROPORTIONAL"}}]}]}
                """.formatted(indicator));
        sheet.put("seasonId", season.id.toString()).put("periodId", period.toString());
        var id = LivingSeason.created(season.standing().post("/api/v1/scoresheets", sheet))
                .id();
        LivingSeason.ok(
                season.standing().with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + id + "/freeze", null));
        return id;
    }

    ScoredSeason frozen() {
        LivingSeason.ok(freeze());
        return this;
    }

    Api.Answer freeze() {
        return season.standing().with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + sheet + "/freeze", null);
    }

    Api.Answer assess(UUID unit, String criterion, int revision, @Nullable Object value) {
        return season.standing().put(about(unit, criterion, "assessment"), revision, assessment(value));
    }

    static Map<String, Object> assessment(@Nullable Object value) {
        var body = new HashMap<String, Object>();
        body.put("value", value);
        body.put("notApplicable", value == null);
        body.put("reason", "theo hồ sơ đã thẩm định");
        return body;
    }

    String about(UUID unit, String criterion, String what) {
        return "/api/v1/scores/%s/%s/%s/%s".formatted(sheet, unit, criterion, what);
    }

    /** Everything in full, but for the budget, of which that percent was reached. */
    ScoredSeason reached(UUID unit, Object percentOfBudget) {
        var values = Map.of(
                "I.1",
                percentOfBudget,
                "I.2",
                110,
                "I.3",
                100,
                "I.4",
                96,
                "I.5",
                1,
                "I.T",
                3,
                "II.1",
                0,
                "II.2",
                0,
                "II.3",
                2,
                "II.5",
                8);
        values.forEach((criterion, value) -> LivingSeason.ok(assess(unit, criterion, 0, value)));
        return this;
    }

    Api.Answer score(Api caller, UUID unit) {
        return caller.get("/api/v1/scores?scoresheetId=" + sheet + "&unitId=" + unit);
    }

    Api.Answer rank(Api caller) {
        return caller.post("/api/v1/rankings", Map.of("scoresheetId", sheet));
    }

    Api.Answer publish(Api caller, UUID ranking, String confirm) {
        return caller.with("If-Match", "\"1\"")
                .post("/api/v1/rankings/" + ranking + "/publication", Map.of("confirm", confirm));
    }

    Api.Answer reopen(Api caller, UUID ranking, String reason) {
        return caller.with("If-Match", "\"2\"")
                .post("/api/v1/rankings/" + ranking + "/reopening", Map.of("confirm", "2026", "reason", reason));
    }

    /** The sheet as it goes out. */
    byte[] workbook() {
        return season.standing().get("/api/v1/scoresheets/" + sheet + "/sheet").bytes();
    }

    /** A criterion as it is being written, with one example of 94.99. */
    static Map<String, Object> trial() {
        var criterion = Map.of(
                "code",
                "I.4",
                "name",
                "Tỷ lệ văn bản ký số",
                "maximum",
                3,
                "rule",
                Map.of("type", "YES_NO", "points", 3));
        return Map.of("criterion", criterion, "examples", List.of(Map.of("value", 94.99)));
    }

    /** What a row of the authorisation table about sheets, scores and rankings is tried on. */
    static TriedOn tried(LivingSeason season, Row row) {
        var scored = new ScoredSeason(season);
        if (!row.endpoint().equals("POST /api/v1/scoresheets/{id}/freeze")
                && !row.endpoint().equals("POST /api/v1/scoresheets/{id}/sheet")
                && !row.endpoint().startsWith("PUT /api/v1/scoresheets")) {
            scored.frozen();
        }
        return switch (row.endpoint()) {
            case "GET /api/v1/scoresheets", "GET /api/v1/rankings" ->
                new TriedOn(row.path() + "?seasonId=" + season.id, null);
            case "POST /api/v1/scoresheets", "PUT /api/v1/scoresheets/{id}" ->
                new TriedOn(scored.path(row, scored.sheet), sheetOfTwelve(season));
            case "GET /api/v1/scoresheets/{id}", "POST /api/v1/scoresheets/{id}/freeze" ->
                new TriedOn(scored.path(row, scored.sheet), null);
            case "GET /api/v1/scoresheets/examples", "GET /api/v1/scoresheets/{id}/sheet" ->
                new TriedOn(scored.path(row, scored.sheet), null);
            case "POST /api/v1/scoresheets/examples/{code}" ->
                new TriedOn(row.path().replace("{code}", "kien-giang"), Map.of("seasonId", season.id));
            case "POST /api/v1/scoresheets/sheet" ->
                new TriedOn(row.path() + "?mode=DRAFT&seasonId=" + season.id, scored.workbook());
            case "POST /api/v1/scoresheets/{id}/sheet" ->
                new TriedOn(scored.path(row, scored.sheet) + "?mode=DRAFT", scored.workbook());
            case "GET /api/v1/scores/{scoresheetId}/assessments" ->
                new TriedOn(row.path().replace("{scoresheetId}", scored.sheet.toString()), null);
            case "GET /api/v1/scoresheets/{id}/checks" -> new TriedOn(scored.path(row, scored.sheet), null);
            case "POST /api/v1/scoresheets/{id}/trials" -> new TriedOn(scored.path(row, scored.sheet), trial());
            case "GET /api/v1/scoresheets/{id}/replay" ->
                new TriedOn(scored.path(row, scored.sheet) + "?onto=" + scored.sheet, null);
            case "GET /api/v1/scores" ->
                new TriedOn(row.path() + "?scoresheetId=" + scored.sheet + "&unitId=" + season.first, null);
            case "PUT /api/v1/scores/{scoresheetId}/{unitId}/{criterionCode}/self" -> {
                var body = Map.of("points", 7.5);
                LivingSeason.ok(season.officer(season.first).put(scored.about(season.first, "I.1", "self"), 0, body));
                yield new TriedOn(scored.about(season.first, "I.1", "self"), body);
            }
            case "PUT /api/v1/scores/{scoresheetId}/{unitId}/{criterionCode}/assessment" -> {
                var code = row.state().equals("ruling") ? "II.3:ruling" : "I.1";
                LivingSeason.ok(scored.assess(season.first, code, 0, 9));
                yield new TriedOn(scored.about(season.first, code, "assessment"), assessment(9.5));
            }
            case "POST /api/v1/rankings" -> new TriedOn(row.path(), Map.of("scoresheetId", scored.sheet));
            default -> {
                var ranking =
                        LivingSeason.created(scored.rank(season.standing())).id();
                if (row.state().equals("published")) {
                    LivingSeason.ok(scored.publish(season.standing(), ranking, "2026"));
                }
                yield new TriedOn(
                        scored.path(row, ranking).replace("{unitId}", season.first.toString()),
                        switch (row.endpoint()) {
                            case "POST /api/v1/rankings/{id}/publication" -> Map.of("confirm", "2026");
                            case "POST /api/v1/rankings/{id}/reopening" ->
                                Map.of("confirm", "2026", "reason", "Sai số liệu");
                            default -> null;
                        });
            }
        };
    }

    private String path(Row row, UUID id) {
        return row.path().replace("{id}", id.toString());
    }
}
