package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.test.Api;

/** A season of departments and communes scored by one sheet, which the year and its first half have in common. */
class VariantsIT {
    /** Written out again from the frozen text: whose maximum and whose ladder, and no more of the service's own calculation. */
    private static final String PLAIN_SQL = """
            with criterion as (
                select k ->> 'code' as code, k ->> 'maximum' as maximum, k -> 'rule' as rule, k -> 'variants' as variants
                from scoresheet s, jsonb_array_elements(s.content::jsonb -> 'groups') g, jsonb_array_elements(g -> 'criteria') k
                where s.id = ?),
            counted as (
                select m.unit_id, a.value, coalesce(v ->> 'maximum', k.maximum)::numeric as maximum,
                       case when v -> 'rule' is null then k.rule else v -> 'rule' end as rule
                from scoresheet s join season_member m on m.season_id = s.season_id cross join criterion k
                join assessment a on a.scoresheet_id = s.id and a.unit_id = m.unit_id and a.criterion_code = k.code
                left join jsonb_array_elements(k.variants) v on jsonb_exists(v -> 'forUnits', m.unit_id::text)
                where s.id = ?)
            select unit_id, sum(case rule ->> 'type' when 'GIVEN' then least(k.value, maximum) else (
                       select (x ->> 'points')::numeric from jsonb_array_elements(rule -> 'rungs') x
                       where (x ->> 'from' is null or k.value >= (x ->> 'from')::numeric)
                         and (x ->> 'to' is null or k.value < (x ->> 'to')::numeric)) end) as total
            from counted k group by unit_id
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LivingSeason season = new LivingSeason(Catalogue.instance());
    private final Api standing = season.standing();

    @Test
    void departmentsAndCommunesAreRankedByTheirOwnMaximaAndLadders() throws SQLException {
        var sheet = frozen(content(), null);
        played(sheet);
        var ranking = LivingSeason.created(standing.post("/api/v1/rankings", Map.of("scoresheetId", sheet)));
        assertThat(totals(ranking.body()))
                .isEqualTo(Map.of(season.head, "29", season.first, "50", season.second, "37"));
        LivingSeason.ok(standing.with("If-Match", "\"1\"")
                .post("/api/v1/rankings/" + ranking.id() + "/publication", Map.of("confirm", "2026")));
        assertThat(plainly(sheet)).isEqualTo(totals(ranking.body()));

        var commune = score(sheet, season.first);
        assertThat(commune.at("/criteria/0/maximum").asInt()).isEqualTo(30);
        assertThat(commune.at("/criteria/0/trace/steps/0/words/vi").asString())
                .isEqualTo("mức riêng cho “Xã, phường”, điểm tối đa");
        assertThat(score(sheet, season.head).at("/criteria/0/maximum").asInt()).isEqualTo(10);
        assertThat(LivingSeason.ok(standing.get("/api/v1/rankings/" + ranking.id() + "/recomputation"))
                        .body()
                        .path("same")
                        .asBoolean())
                .isTrue();

        var radar = LivingSeason.ok(standing.get("/api/v1/radar?seasonId=" + season.id))
                .body();
        assertThat(radar.path("fullMarks")
                        .valueStream()
                        .filter(row -> row.path("unitId").asString().equals(season.first.toString()))
                        .findFirst()
                        .orElseThrow()
                        .path("full")
                        .asInt())
                .as("30 of its 30 and 10 of its 10")
                .isEqualTo(2);
    }

    @Test
    void nobodyGetsOrGivesItselfMoreThanItsOwnMaximum() {
        var sheet = frozen(content(), null);
        assertThat(assess(sheet, season.first, "2", 15).status()).isEqualTo(422);
        LivingSeason.ok(assess(sheet, season.head, "2", 15));
        assertThat(self(sheet, season.head, 11).status()).isEqualTo(422);
        LivingSeason.ok(self(sheet, season.first, 30));
    }

    @Test
    void theSameTextServesTheFirstHalfOfTheYearWithoutWhatIsScoredAtItsEndOnly() {
        var year = frozen(content(), null);
        var half = frozen(content(), season.period("H1", 10));
        assertThat(sha256(half)).isEqualTo(sha256(year));
        played(half);
        var score = score(half, season.first);
        assertThat(score.path("total").asInt()).as("40 of 40 are 60 of 60").isEqualTo(60);
        assertThat(score.at("/criteria/2/state").asString()).isEqualTo("NOT_APPLICABLE");
        assertThat(score.at("/criteria/2/trace/formula/vi").asString())
                .startsWith("Bảng điểm không chấm tiêu chí này ở kỳ này");
        assertThat(score(half, season.head).path("total").decimalValue()).isEqualByComparingTo("28.5");

        played(year);
        assertThat(score(year, season.first).path("total").asInt()).isEqualTo(50);
    }

    @Test
    void aSheetForSeveralKindsIsTriedOnASeasonThatIsOver() {
        var past = frozen(content(), null);
        played(past);
        var tried = LivingSeason.created(standing.post("/api/v1/scoresheets", placed(content(), null)))
                .id();
        var replay = LivingSeason.ok(standing.get("/api/v1/scoresheets/" + tried + "/replay?onto=" + past))
                .body();
        assertThat(replay.path("units").valueStream())
                .hasSize(3)
                .allSatisfy(unit -> assertThat(unit.path("difference").asInt()).isZero());
        assertThat(replay.path("readOtherwise")).isEmpty();

        var alike = content();
        ((ObjectNode) alike.at("/groups/0/criteria/0")).remove("variants");
        ((ObjectNode) alike.at("/groups/0/criteria/1")).remove("variants");
        var before = LivingSeason.created(standing.post("/api/v1/scoresheets", placed(alike, null)))
                .id();
        var changed = LivingSeason.ok(standing.get("/api/v1/scoresheets/" + before + "/replay?onto=" + past))
                .body();
        assertThat(changed.path("readOtherwise").valueStream().map(JsonNode::asString))
                .as("5 points of a commune's 10 are not 5 of 30")
                .containsExactly("2");
        var commune = changed.path("units")
                .valueStream()
                .filter(unit -> unit.path("unitId").asString().equals(season.first.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(commune.at("/changes/0/past/maximum").asInt()).isEqualTo(30);
        assertThat(commune.at("/changes/0/tried/maximum").asInt()).isEqualTo(10);
    }

    @Test
    void aSheetThatDoesNotAddUpForOneKindOrNamesAnUnknownUnitIsRefused() {
        var unknown = content();
        ((ObjectNode) unknown.at("/groups/0/criteria/0/variants/0"))
                .putArray("forUnits")
                .add(UUID.randomUUID().toString());
        var refused = standing.post("/api/v1/scoresheets", placed(unknown, null));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString())
                .isEqualTo("/groups/0/criteria/0/variants/0/forUnits");

        var short_ = content();
        ((ObjectNode) short_.at("/groups/0/criteria/1/variants/0")).put("maximum", 8);
        var draft = LivingSeason.created(standing.post("/api/v1/scoresheets", placed(short_, null)));
        var freeze = standing.with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + draft.id() + "/freeze", null);
        assertThat(freeze.status()).isEqualTo(422);
        assertThat(freeze.body().at("/errors/0/code").asString()).isEqualTo("variant-sum-differs");
        assertThat(freeze.text()).contains("Xã, phường");
    }

    private void played(UUID sheet) {
        var year = sheetOf(sheet).path("periodId").isNull();
        Map<UUID, List<Integer>> values = Map.of(
                season.head, List.of(60, 15, 10), season.first, List.of(60, 10, 10), season.second, List.of(40, 5, 20));
        values.forEach((unit, known) -> {
            LivingSeason.ok(assess(sheet, unit, "1", known.get(0)));
            LivingSeason.ok(assess(sheet, unit, "2", known.get(1)));
            if (year) {
                LivingSeason.ok(assess(sheet, unit, "3", known.get(2)));
            }
        });
    }

    private Api.Answer assess(UUID sheet, UUID unit, String code, Object value) {
        return standing.put(about(sheet, unit, code, "assessment"), 0, ScoredSeason.assessment(value));
    }

    private Api.Answer self(UUID sheet, UUID unit, int points) {
        return season.officer(unit).put(about(sheet, unit, "1", "self"), 0, Map.of("points", points));
    }

    private static String about(UUID sheet, UUID unit, String code, String what) {
        return "/api/v1/scores/%s/%s/%s/%s".formatted(sheet, unit, code, what);
    }

    private JsonNode score(UUID sheet, UUID unit) {
        return LivingSeason.ok(standing.get("/api/v1/scores?scoresheetId=" + sheet + "&unitId=" + unit))
                .body();
    }

    private JsonNode sheetOf(UUID sheet) {
        return LivingSeason.ok(standing.get("/api/v1/scoresheets/" + sheet)).body();
    }

    private String sha256(UUID sheet) {
        return sheetOf(sheet).path("sha256").asString();
    }

    private static Map<UUID, String> totals(JsonNode ranking) {
        var totals = new HashMap<UUID, String>();
        ranking.path("rows")
                .forEach(row -> totals.put(
                        UUID.fromString(row.path("unitId").asString()),
                        row.path("total").decimalValue().stripTrailingZeros().toPlainString()));
        return totals;
    }

    private Map<UUID, String> plainly(UUID sheet) throws SQLException {
        var totals = new HashMap<UUID, String>();
        try (var connection = season.catalogue.service.database().asOwner();
                var statement = connection.prepareStatement(PLAIN_SQL)) {
            statement.setObject(1, sheet);
            statement.setObject(2, sheet);
            var rows = statement.executeQuery();
            while (rows.next()) {
                totals.put(
                        rows.getObject("unit_id", UUID.class),
                        rows.getBigDecimal("total").stripTrailingZeros().toPlainString());
            }
        }
        return totals;
    }

    private UUID frozen(ObjectNode content, @Nullable UUID period) {
        var id = LivingSeason.created(standing.post("/api/v1/scoresheets", placed(content, period)))
                .id();
        LivingSeason.ok(standing.with("If-Match", "\"1\"").post("/api/v1/scoresheets/" + id + "/freeze", null));
        return id;
    }

    private ObjectNode placed(ObjectNode content, @Nullable UUID period) {
        return content.put("seasonId", season.id.toString()).put("periodId", period == null ? null : period.toString());
    }

    private ObjectNode content() {
        var content = (ObjectNode) JSON.readTree("""
                {"title": "Bảng điểm chung", "maximum": 60, "rounding": {"at": "TOTAL", "scale": 2, "mode": "HALF_UP"},
                 "provenance": "LIVE", "groups": [
                   {"code": "I", "name": "Nhiệm vụ", "maximum": 40, "criteria": [
                     {"code": "1", "name": "Cải cách hành chính", "maximum": 10,
                      "rule": {"type": "LADDER", "of": "VALUE", "rungs": [
                        {"to": 90, "points": 4}, {"from": 90, "points": 10}]},
                      "variants": [{"label": "Xã, phường", "maximum": 30,
                        "rule": {"type": "LADDER", "of": "VALUE", "rungs": [
                          {"to": 50, "points": 12}, {"from": 50, "points": 30}]}}]},
                     {"code": "2", "name": "Xây dựng Đảng", "maximum": 30, "rule": {"type": "GIVEN"},
                      "variants": [{"label": "Xã, phường", "maximum": 10}]}]},
                   {"code": "II", "name": "Sáng kiến, danh hiệu", "maximum": 20, "criteria": [
                     {"code": "3", "name": "Sáng kiến", "maximum": 20, "rule": {"type": "GIVEN"}, "periods": ["YEAR"]}]}]}
                """);
        for (var pointer : List.of("/groups/0/criteria/0/variants/0", "/groups/0/criteria/1/variants/0")) {
            ((ObjectNode) content.at(pointer))
                    .putArray("forUnits")
                    .add(season.first.toString())
                    .add(season.second.toString());
        }
        return content;
    }
}
