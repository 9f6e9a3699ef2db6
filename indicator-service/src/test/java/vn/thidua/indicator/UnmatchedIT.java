package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A case that no row of the sheet holds is seen, blocks the publication, and is settled by a ruling, a correction or the sheet. */
class UnmatchedIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());
    private final ScoredSeason scored = new ScoredSeason(season);

    @Test
    void aRankingWithACaseThatHasNoRowIsNotPublishedAndTheProblemNamesCriterionAndUnit() {
        var ranking = rankedWithAnOpenCase();
        assertThat(ranking.path("open")).hasSize(1);
        assertThat(ranking.path("open").path(0).path("criterionCode").asString())
                .isEqualTo("II.3");
        var refused = scored.publish(
                season.standing(), UUID.fromString(ranking.path("id").asString()), "2026");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("type").asString()).isEqualTo("/problems/scores-unsettled");
        assertThat(refused.body().path("detail").asString()).contains("II.3 (");
        var unsettled = refused.body().path("unsettled");
        assertThat(unsettled.path(0).path("criterionCode").asString()).isEqualTo("II.3");
        assertThat(unsettled.path(0).path("unitIds").path(0).asString()).isEqualTo(season.first.toString());
    }

    @Test
    void theOfficeRulesOnTheCaseWithItsReasonAndTheRankingIsPublished() {
        rankedWithAnOpenCase();
        var ruling = scored.about(season.first, "II.3:ruling", "assessment");
        assertThat(season.at(season.head, "UNIT_LEADER")
                        .put(ruling, 0, ScoredSeason.assessment(4))
                        .status())
                .as("the head competes itself")
                .isEqualTo(403);
        assertThat(season.standing()
                        .put(ruling, 0, ScoredSeason.assessment(10.5))
                        .status())
                .as("more than the criterion can give")
                .isEqualTo(422);
        LivingSeason.ok(season.standing().put(ruling, 0, ScoredSeason.assessment(4)));
        var criterion = criterion(
                scored.score(season.officer(season.first), season.first).body(), "II.3");
        assertThat(criterion.path("state").asString()).isEqualTo("SCORED");
        assertThat(criterion.path("points").decimalValue()).isEqualByComparingTo("4");
        assertThat(criterion.path("trace").path("formula").path("vi").asString())
                .isEqualTo("Bảng điểm không có mức ứng với 7; quyết định xử lý: 4 điểm");
        var told = criterion.path("inputs").path(0);
        assertThat(told.path("code").asString()).isEqualTo("II.3:ruling");
        assertThat(told.path("assessment").path("revision").asInt()).isEqualTo(1);
        LivingSeason.ok(publishAgain());
    }

    @Test
    void aCorrectionSettlesItToo() {
        rankedWithAnOpenCase();
        LivingSeason.ok(scored.assess(season.first, "II.3", 2, 1));
        LivingSeason.ok(publishAgain());
    }

    @Test
    void aSheetThatDeclaresSuchCasesToEarnNothingDoesNotBlock() {
        var sheet = ScoredSeason.sheetOfTwelve(season).put("unmatched", "ZERO");
        LivingSeason.ok(season.standing().put("/api/v1/scoresheets/" + scored.sheet, 1, sheet));
        LivingSeason.ok(season.standing()
                .with("If-Match", "\"2\"")
                .post("/api/v1/scoresheets/" + scored.sheet + "/freeze", null));
        scored.reached(season.first, 80);
        LivingSeason.ok(scored.assess(season.first, "II.3", 1, 7));
        var criterion = criterion(scored.score(season.standing(), season.first).body(), "II.3");
        assertThat(criterion.path("state").asString()).isEqualTo("NO_ROW");
        LivingSeason.ok(publishAgain());
    }

    @Test
    void aUnitGivesPointsToTheCriterionOnlyAndNotToWhatIsRuledOnIt() {
        scored.frozen();
        var self = scored.about(season.first, "II.3:ruling", "self");
        assertThat(season.officer(season.first)
                        .put(self, 0, Map.of("points", 1))
                        .status())
                .isEqualTo(404);
        assertThat(scored.assess(season.first, "I.1:ruling", 0, 1).status())
                .as("a proportion leaves no case open")
                .isEqualTo(404);
    }

    @Test
    void pointsOfACouncilStayUnderTheirCeiling() {
        scored.frozen();
        assertThat(scored.assess(season.first, "II.5", 0, 8.001).status()).isEqualTo(422);
        assertThat(scored.assess(season.first, "II.5", 0, -1).status()).isEqualTo(422);
        LivingSeason.ok(scored.assess(season.first, "II.5", 0, 8));
    }

    @Test
    void aPenaltyOfTheOfficeIsNotForTheHeadOfTheClusterToFind() {
        var sheet = ScoredSeason.sheetOfTwelve(season);
        ((ObjectNode) sheet.at("/groups/1/criteria/5"))
                .putObject("rule")
                .put("type", "AGENCY_PENALTY")
                .put("points", 8);
        LivingSeason.ok(season.standing().put("/api/v1/scoresheets/" + scored.sheet, 1, sheet));
        LivingSeason.ok(season.standing()
                .with("If-Match", "\"2\"")
                .post("/api/v1/scoresheets/" + scored.sheet + "/freeze", null));
        var breach = scored.about(season.first, "II.P", "assessment");
        assertThat(season.leader(season.head)
                        .put(breach, 0, ScoredSeason.assessment(1))
                        .status())
                .isEqualTo(403);
        scored.reached(season.first, 100);
        LivingSeason.ok(season.standing().put(breach, 0, ScoredSeason.assessment(1)));
        // 15 + 12 + 10 + 8 + 15 + 5 of bonus, 35 - 8.
        assertThat(scored.score(season.standing(), season.first)
                        .body()
                        .path("total")
                        .decimalValue())
                .isEqualByComparingTo("92");
    }

    @Test
    void aRuleThatCannotReadItsIndicatorIsRefusedAtTheFreeze() {
        var sheet = ScoredSeason.sheetOfTwelve(season);
        ((ObjectNode) sheet.at("/groups/0/criteria/0"))
                .put("indicatorId", season.indicator("YES_NO", "KEEP", 0, false).toString())
                .putObject("rule")
                .put("type", "PROPORTIONAL");
        ((ObjectNode) sheet.at("/groups/0/criteria/3"))
                .put(
                        "indicatorId",
                        season.indicator("DAYS_LATE", "REDUCE", 0, false).toString());
        ((ObjectNode) sheet.at("/groups/0/criteria/3/rule")).put("of", "PERCENT_OF_PLAN");
        ((ObjectNode) sheet.at("/groups/1/criteria/1"))
                .put(
                        "indicatorId",
                        season.indicator("COUNT", "REDUCE", 0, false).toString());
        LivingSeason.ok(season.standing().put("/api/v1/scoresheets/" + scored.sheet, 1, sheet));
        var refused = season.standing()
                .with("If-Match", "\"2\"")
                .post("/api/v1/scoresheets/" + scored.sheet + "/freeze", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/groups/0/criteria/0/indicatorId", "/groups/0/criteria/3/indicatorId");
        assertThat(refused.body().path("errors").findValuesAsString("code"))
                .containsExactly("indicator-kind", "indicator-kind");
    }

    private JsonNode rankedWithAnOpenCase() {
        scored.frozen().reached(season.first, 80);
        LivingSeason.ok(scored.assess(season.first, "II.3", 1, 7));
        return LivingSeason.created(scored.rank(season.standing())).body();
    }

    private vn.thidua.kit.test.Api.Answer publishAgain() {
        var ranking = LivingSeason.created(scored.rank(season.standing())).id();
        return scored.publish(season.standing(), ranking, "2026");
    }

    private static JsonNode criterion(JsonNode score, String code) {
        for (var criterion : score.path("criteria")) {
            if (criterion.path("code").asString().equals(code)) {
                return criterion;
            }
        }
        throw new AssertionError("no criterion " + code);
    }
}
