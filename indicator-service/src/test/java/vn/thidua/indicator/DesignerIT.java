package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;

/** Whoever writes a sheet sees at once what a rule gives, and what still stands against freezing it. */
class DesignerIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());
    private final ScoredSeason scored = new ScoredSeason(season);
    private final Api office = season.standing();

    @Test
    void aLadderIsTriedOnNumbersBesideItsEdgesAndNothingIsWritten() {
        var before = AuthorisationTable.checksum(season.catalogue.service.database());
        var tried = done(tried("""
                        {"type": "LADDER", "of": "PERCENT_OF_PLAN", "rungs": [
                          {"from": 95, "points": 2}, {"from": 90, "to": 95, "points": 1.5}, {"to": 90, "points": 0}]}
                        """, percent("94.99"), percent("95"), percent("89.999")));
        assertThat(points(tried)).containsExactly("1.5", "2", "0");
        assertThat(codes(tried)).as("a percent of plan of nothing").containsExactly("indicator-needed");
        assertThat(tried.at("/scores/0/trace/formula/vi").asString()).isEqualTo("94,99 thuộc bậc [90; 95): 1,5 điểm");
        assertThat(AuthorisationTable.checksum(season.catalogue.service.database()))
                .isEqualTo(before);
    }

    @Test
    void aGapIsFoundWhereItIsAndANumberInItHasNoRow() {
        var tried = done(tried("""
                        {"type": "LADDER", "of": "VALUE", "rungs": [
                          {"from": 94.5, "points": 2}, {"to": 90, "points": 0}]}
                        """, value("92"), value("94.5")));
        assertThat(tried.at("/scores/0/state").asString()).isEqualTo("NO_ROW");
        assertThat(tried.at("/scores/1/points").decimalValue()).isEqualByComparingTo("2");
        var gap = tried.at("/findings/0");
        assertThat(gap.path("pointer").asString()).isEqualTo("/criterion/rule/rungs/0/from");
        assertThat(gap.path("arguments").valueStream().map(JsonNode::asString)).containsExactly("90", "94.5");
        assertThat(gap.path("detail").asString()).isEqualTo("Không bậc nào chứa các số giữa 90 và 94,5");
    }

    @Test
    void aRuleThatDividesByNothingIsNotCountedButSaysWhatIsWrong() {
        for (var per : List.of("0", "-1")) {
            var tried = done(tried("{\"type\": \"PENALTY\", \"per\": %s, \"points\": 1}".formatted(per), value("3")));
            assertThat(tried.path("findings").findValuesAsString("pointer")).contains("/criterion/rule/per");
            assertThat(tried.path("scores").size()).isZero();
        }
        var ratio = done(send(
                office,
                criterion("{\"type\": \"PROPORTIONAL\", \"of\": \"RATIO\"}")
                        .set("inputs", read("[{\"code\": \"base\", \"name\": \"tổng số\"}]")),
                Map.of("value", 3, "inputs", List.of(Map.of("code", "base", "value", 0)))));
        assertThat(ratio.at("/scores/0/state").asString()).isEqualTo("NO_FACT");
    }

    @Test
    void aRuleThatRefersToNothingOrToItselfIsNotCounted() {
        for (var input : List.of("gone", "ruling", "I.4", "I.4:value")) {
            var answer = tried("""
                            {"type": "CONDITIONS", "overlap": "HIGHEST", "cases": [
                              {"name": "dòng", "when": [{"input": "%s", "range": {"from": 0}}], "points": 1}]}
                            """.formatted(input), value("3"));
            if (input.contains(":")) {
                assertThat(answer.status()).as(input).isEqualTo(422);
            } else {
                assertThat(codes(done(answer))).as(input).containsExactly("input-unknown");
                assertThat(answer.body().path("scores").size()).isZero();
            }
        }
    }

    @Test
    void aLastStepThatIsClosedIsNotCounted() {
        var tried = done(tried("{\"type\": \"COUNT\", \"steps\": [{\"upTo\": 2, \"points\": 1}]}", value("5")));
        assertThat(codes(tried)).containsExactly("steps-end-closed");
        assertThat(tried.path("scores").size()).isZero();
    }

    @Test
    void tenThousandRowsOrExamplesAreRefused() {
        var rungs = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"from\": %d, \"to\": %d, \"points\": 1}".formatted(i, i + 1))
                .toList();
        var rows = tried("{\"type\": \"LADDER\", \"of\": \"VALUE\", \"rungs\": " + rungs + "}", value("1"));
        assertThat(rows.status()).isEqualTo(422);
        assertThat(rows.body().at("/errors/0/pointer").asString()).isEqualTo("/criterion/rule/rungs");
        var examples = IntStream.range(0, 10_000).mapToObj(i -> value("1")).toArray(Map<?, ?>[]::new);
        var many = send(office, criterion("{\"type\": \"GIVEN\"}"), examples);
        assertThat(many.status()).isEqualTo(422);
        assertThat(many.body().at("/errors/0/pointer").asString()).isEqualTo("/examples");
    }

    @Test
    void aRuleWithoutWhatItNeedsIsRefusedWithTheField() {
        var refused = tried("{\"type\": \"LADDER\", \"of\": \"VALUE\"}", value("1"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/criterion/rule/rungs");
    }

    @Test
    void theChecksOfADraftAreWhatTheFreezeWouldBeRefusedFor() {
        var sheet = ScoredSeason.sheetOfTwelve(season).put("maximum", 99);
        ((ObjectNode) sheet.at("/groups/0/criteria/3/rule/rungs/1")).put("toInclusive", false);
        LivingSeason.ok(office.put("/api/v1/scoresheets/" + scored.sheet, 1, sheet));
        var checks = done(season.leader(season.head).get(path("checks")));
        assertThat(checks.path("version").asLong()).isEqualTo(2);
        assertThat(codes(checks)).containsExactly("sum-differs", "ladder-gap");
        var refused = office.with("If-Match", "\"2\"").post("/api/v1/scoresheets/" + scored.sheet + "/freeze", null);
        assertThat(refused.body().path("errors").findValuesAsString("pointer"))
                .isEqualTo(checks.path("findings").findValuesAsString("pointer"));
    }

    @Test
    void aCriterionThatDoesNotApplyToAUnitIsLeftOutForThatUnitOnly() {
        var sheet = ScoredSeason.sheetOfTwelve(season);
        ((ObjectNode) sheet.at("/groups/1/criteria/0")).putArray("notFor").add(season.first.toString());
        LivingSeason.ok(office.put("/api/v1/scoresheets/" + scored.sheet, 1, sheet));
        LivingSeason.ok(office.with("If-Match", "\"2\"").post("/api/v1/scoresheets/" + scored.sheet + "/freeze", null));
        scored.reached(season.first, 100).reached(season.second, 100);
        var excepted = criterion(scored.score(office, season.first).body(), "II.1");
        assertThat(excepted.path("state").asString())
                .as("although it was assessed")
                .isEqualTo("NOT_APPLICABLE");
        var other = criterion(scored.score(office, season.second).body(), "II.1");
        assertThat(other.path("state").asString()).isEqualTo("SCORED");
    }

    @Test
    void aCriterionIsNotExceptedForAUnitNobodyKnows() {
        var sheet = ScoredSeason.sheetOfTwelve(season);
        ((ObjectNode) sheet.at("/groups/1/criteria/0"))
                .putArray("notFor")
                .add(UUID.randomUUID().toString());
        var refused = office.put("/api/v1/scoresheets/" + scored.sheet, 1, sheet);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/groups/1/criteria/0/notFor");
    }

    private Api.Answer tried(String rule, Map<?, ?>... examples) {
        return send(office, criterion(rule), examples);
    }

    private Api.Answer send(Api caller, JsonNode criterion, Map<?, ?>... examples) {
        return caller.post(path("trials"), Map.of("criterion", criterion, "examples", List.of(examples)));
    }

    private String path(String what) {
        return "/api/v1/scoresheets/" + scored.sheet + "/" + what;
    }

    private static JsonNode done(Api.Answer answer) {
        return LivingSeason.ok(answer).body();
    }

    private static ObjectNode criterion(String rule) {
        var criterion = (ObjectNode) read("{\"code\": \"I.4\", \"name\": \"Tỷ lệ\", \"maximum\": 2}");
        criterion.set("rule", read(rule));
        return criterion;
    }

    private static JsonNode read(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static Map<String, Object> value(String number) {
        return Map.of("value", new BigDecimal(number));
    }

    private static Map<String, Object> percent(String number) {
        return Map.of("value", new BigDecimal(number), "plan", 100);
    }

    private static List<String> points(JsonNode tried) {
        return tried.path("scores").findValuesAsString("points");
    }

    private static List<String> codes(JsonNode found) {
        return found.path("findings").findValuesAsString("code");
    }

    private static JsonNode criterion(JsonNode score, String code) {
        return score.path("criteria")
                .valueStream()
                .filter(each -> each.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
