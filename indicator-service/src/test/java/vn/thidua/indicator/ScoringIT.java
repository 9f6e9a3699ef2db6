package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.test.Eventually;

/** From a sheet to a published ranking. */
class ScoringIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());
    private final ScoredSeason scored = new ScoredSeason(season);

    @Test
    void aSheetOfTwelveCriteriaScoresEveryKindOfRuleAndTellsTheWay() {
        scored.frozen().reached(season.first, 80);
        var self = Map.of("points", 13.5, "note", "theo số đã quyết toán");
        LivingSeason.ok(season.officer(season.first).put(scored.about(season.first, "I.1", "self"), 0, self));
        var answer = scored.score(season.officer(season.first), season.first);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        var score = answer.body();
        // 12 of 15 for the budget; 60 - 3 + 5 bonus, 35.
        assertThat(score.path("total").decimalValue()).isEqualByComparingTo("97");
        assertThat(score.path("selfTotal").decimalValue()).isEqualByComparingTo("13.5");
        var budget = criterion(score, "I.1");
        assertThat(budget.path("points").decimalValue()).isEqualByComparingTo("12");
        assertThat(budget.path("self").path("note").asString()).isEqualTo("theo số đã quyết toán");
        assertThat(budget.path("trace").path("formula").path("vi").asString()).isEqualTo("Điểm = 15 × 80 ÷ 100");
        assertThat(budget.path("trace").path("inputs").findValuesAsString("name"))
                .contains("value", "origin", "ASSESSMENT");
        assertThat(criterion(score, "I.T").path("points").decimalValue()).isEqualByComparingTo("5");
        assertThat(criterion(score, "II.P").path("state").asString()).isEqualTo("NO_FACT");
    }

    @Test
    void aLadderWithAGapIsRefusedAtTheFreezeWithItsRung() {
        var sheet = ScoredSeason.sheetOfTwelve(season);
        var rung = (ObjectNode) sheet.at("/groups/0/criteria/3/rule/rungs/1");
        rung.put("toInclusive", false);
        LivingSeason.ok(season.standing().put("/api/v1/scoresheets/" + scored.sheet, 1, sheet));
        var refused = season.standing()
                .with("If-Match", "\"2\"")
                .post("/api/v1/scoresheets/" + scored.sheet + "/freeze", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/groups/0/criteria/3/rule/rungs/0/from");
        assertThat(refused.body().path("errors").findValuesAsString("code")).containsExactly("ladder-gap");
    }

    @Test
    void aRuleOfUnknownKindOrWithForeignFieldsIsRefusedWithItsField() {
        assertRefused("/groups/0/criteria/0/rule", "type", "MAGIC", "/groups/0/criteria/0/rule/type");
        assertRefused("/groups/1/criteria/4/rule", "points", 5, "/groups/1/criteria/4/rule/points");
        assertRefused("/groups/0/criteria/5/rule", "per", null, "/groups/0/criteria/5/rule/per");
        assertRefused("/groups/0/criteria/0", "maximum", -15, "/groups/0/criteria/0/maximum");
        assertRefused("/groups/0", "maximum", 1.0E300, "/groups/0/maximum");
        assertRefused("/groups/0/criteria/4/rule", "points", 0.1234567, "/groups/0/criteria/4/rule/points");
        assertRefused("/rounding", "scale", 7, "/rounding/scale");
        assertRefused(
                "/groups/0/criteria/0",
                "indicatorId",
                "01890000-0000-7000-8000-000000000099",
                "/groups/0/criteria/0/indicatorId");
    }

    @Test
    void aFrozenSheetStaysAsItIsEvenForTheDatabasesOwner() throws SQLException {
        scored.frozen();
        var read = season.standing().get("/api/v1/scoresheets/" + scored.sheet).body();
        assertThat(read.path("status").asString()).isEqualTo("FROZEN");
        assertThat(read.path("sha256").asString()).hasSize(64);
        var change =
                season.standing().put("/api/v1/scoresheets/" + scored.sheet, 2, ScoredSeason.sheetOfTwelve(season));
        assertThat(change.status()).isEqualTo(409);
        try (var owner = season.catalogue.service.database().asOwner();
                var statement = owner.prepareStatement("update scoresheet set title = 'khác' where id = ?")) {
            statement.setObject(1, scored.sheet);
            org.assertj.core.api.Assertions.assertThatThrownBy(statement::executeUpdate)
                    .hasMessageContaining("frozen");
        }
        var second = new ScoredSeason(season);
        assertThat(season.standing()
                        .get("/api/v1/scoresheets/" + second.sheet)
                        .body()
                        .path("edition")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void whatDoesNotApplyIsSpreadOverItsGroup() {
        scored.frozen().reached(season.first, 80);
        LivingSeason.ok(scored.assess(season.first, "I.5", 1, null));
        var score = scored.score(season.standing(), season.first).body();
        // 42 of 45 that apply are 56 of 60; with 5 of bonus and 35.
        assertThat(score.path("total").decimalValue()).isEqualByComparingTo("96");
        assertThat(score.path("adjustments").findValuesAsString("reason")).containsExactly("RESCALED");
    }

    @Test
    void whoSawAnOlderRevisionIsToldSoAndPointsStayWithinTheCriterion() {
        scored.frozen();
        var self = scored.about(season.first, "I.1", "self");
        var officer = season.officer(season.first);
        LivingSeason.ok(officer.put(self, 0, Map.of("points", 10)));
        assertThat(officer.put(self, 0, Map.of("points", 11)).status()).isEqualTo(412);
        assertThat(officer.put(self, 1, Map.of("points", 15.01)).status()).isEqualTo(422);
        assertThat(officer.put(scored.about(season.first, "II.P", "self"), 0, Map.of("points", -8))
                        .status())
                .isEqualTo(200);
        assertThat(officer.put(scored.about(season.first, "II.P", "self"), 1, Map.of("points", -8.5))
                        .status())
                .isEqualTo(422);
        assertThat(officer.put(scored.about(season.first, "none", "self"), 0, Map.of("points", 1))
                        .status())
                .isEqualTo(404);
        assertThat(scored.assess(season.organiser, "I.1", 0, 80).status()).isEqualTo(404);
    }

    @Test
    void aTieIsSharedThePublicationIsTypedAndNothingMovesAfterwards() {
        scored.frozen().reached(season.head, 80).reached(season.first, 90).reached(season.second, 80);
        var provisional = LivingSeason.created(scored.rank(season.standing()));
        assertThat(provisional.body().path("rows").findValuesAsString("rank")).containsExactly("1", "2", "2");
        assertThat(provisional.body().path("rows").path(0).path("unitId").asString())
                .isEqualTo(season.first.toString());
        assertThat(provisional.body().path("rows").path(0).path("byGroup").findValuesAsString("known"))
                .as("of how many criteria of each group something is known")
                .hasSize(2)
                .doesNotContain("0");
        assertThat(provisional.body().path("rows").path(1).path("tiedWith")).hasSize(1);
        var best = provisional.body().path("rows").path(0);
        var known = scored.score(season.standing(), season.first)
                .body()
                .path("criteria")
                .findValuesAsString("state");
        assertThat(best.path("scored").asInt()).isEqualTo(Collections.frequency(known, "SCORED"));
        assertThat(best.path("unscored").asInt())
                .isEqualTo(Collections.frequency(known, "NO_FACT"))
                .isPositive();
        var id = provisional.id();
        var leader = season.leader(season.second);
        assertThat(leader.get("/api/v1/rankings/" + id).status()).isEqualTo(404);
        assertThat(leader.get("/api/v1/rankings?seasonId=" + season.id).body().path("items"))
                .isEmpty();
        var wrong = scored.publish(season.standing(), id, "2025");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/confirm");
        var published = scored.publish(season.standing(), id, "2026");
        LivingSeason.ok(published);
        assertThat(season.standing().get("/api/v1/rankings/" + id).text()).isEqualTo(published.text());
        assertThat(leader.get("/api/v1/rankings/" + id).body().path("status").asString())
                .isEqualTo("PUBLISHED");
        assertThat(leader.get("/api/v1/rankings?seasonId=" + season.id).body().path("items"))
                .hasSize(1);
        assertThat(scored.assess(season.first, "I.1", 1, 100).status()).isEqualTo(409);
        assertThat(scored.rank(season.standing()).status()).isEqualTo(409);
        var trace =
                leader.get("/api/v1/rankings/" + id + "/scores/" + season.first).body();
        assertThat(trace.path("total").decimalValue()).isEqualByComparingTo("98.5");
    }

    @Test
    void aPublishedRankingFoundWrongIsOpenedAgainForAReasonAndStaysReadableBesideTheNext() {
        scored.frozen().reached(season.head, 80).reached(season.first, 90);
        var id = LivingSeason.created(scored.rank(season.standing())).id();
        assertThat(season.standing()
                        .with("If-Match", "\"1\"")
                        .post(
                                "/api/v1/rankings/" + id + "/reopening",
                                Map.of("confirm", "2026", "reason", "Chưa công bố"))
                        .status())
                .isEqualTo(409);
        LivingSeason.ok(scored.publish(season.standing(), id, "2026"));
        assertThat(scored.reopen(season.leader(season.head), id, "Thua").status())
                .isEqualTo(403);
        assertThat(scored.reopen(season.standing(), id, " ").status()).isEqualTo(422);
        var reopened = LivingSeason.ok(scored.reopen(season.standing(), id, "Nhầm số thu ngân sách"));
        assertThat(reopened.body().path("status").asString()).isEqualTo("REOPENED");
        assertThat(scored.publish(season.standing(), id, "2026").status()).isEqualTo(412);

        LivingSeason.ok(scored.assess(season.first, "I.1", 1, 70));
        var next = LivingSeason.created(scored.rank(season.standing())).id();
        LivingSeason.ok(scored.publish(season.standing(), next, "2026"));
        var leader = season.leader(season.first);
        var old = leader.get("/api/v1/rankings/" + id).body();
        assertThat(old.path("rows").path(0).path("unitId").asString()).isEqualTo(season.first.toString());
        assertThat(old.path("reopenReason").asString()).isEqualTo("Nhầm số thu ngân sách");
        assertThat(leader.get("/api/v1/rankings/" + id + "/recomputation")
                        .body()
                        .path("same")
                        .asBoolean())
                .isTrue();
        assertThat(leader.get("/api/v1/rankings/" + next)
                        .body()
                        .path("rows")
                        .path(0)
                        .path("unitId")
                        .asString())
                .isEqualTo(season.head.toString());
    }

    @Test
    void aRankingThatFactsHaveOvertakenIsNotPublished() {
        scored.frozen().reached(season.first, 90);
        var id = LivingSeason.created(scored.rank(season.standing())).id();
        LivingSeason.ok(scored.assess(season.first, "I.1", 1, 70));
        var refused = scored.publish(season.standing(), id, "2026");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(LivingSeason.created(scored.rank(season.standing())).id()).isNotEqualTo(id);
    }

    @Test
    void aPastResultComputedAgainGivesTheSameBytesThoughFactsHaveMoved() {
        scored.frozen().reached(season.first, 33.3).reached(season.second, 77.7);
        var id = LivingSeason.created(scored.rank(season.standing())).id();
        LivingSeason.ok(scored.assess(season.first, "I.1", 1, 12));
        var again = season.standing()
                .get("/api/v1/rankings/" + id + "/recomputation")
                .body();
        assertThat(again.path("same").asBoolean()).as(again.toString()).isTrue();
        assertThat(again.path("recomputedSha256").asString())
                .isEqualTo(again.path("resultSha256").asString())
                .hasSize(64);
        assertThat(again.path("sheetSha256").asString())
                .isEqualTo(season.standing()
                        .get("/api/v1/scoresheets/" + scored.sheet)
                        .body()
                        .path("sha256")
                        .asString());
    }

    @Test
    void thePublishedRankingIsToldToTheOthers() {
        scored.frozen().reached(season.first, 90);
        var id = LivingSeason.created(scored.rank(season.standing())).id();
        LivingSeason.ok(scored.publish(season.standing(), id, "2026"));
        var jdbc = season.catalogue.service.bean(JdbcClient.class);
        Eventually.within(
                java.time.Duration.ofSeconds(10),
                "the ranking is in the feed",
                () -> jdbc.sql("select count(*) = 2 from kit.feed_event where aggregate_id = :id")
                        .param("id", id)
                        .query(Boolean.class)
                        .single());
        var event = jdbc.sql("""
                        select event_type, unit_id, data from kit.feed_event
                        where aggregate_id = :id order by aggregate_version desc limit 1
                        """)
                .param("id", id)
                .query((row, _) -> Map.of(
                        "type", row.getString("event_type"),
                        "unit", row.getString("unit_id"),
                        "data", row.getString("data")))
                .single();
        assertThat(event).containsEntry("type", "vn.thidua.ranking.published");
        assertThat(event).containsEntry("unit", season.organiser.toString());
        var data = JsonMapper.shared().readTree(event.get("data"));
        assertThat(data.path("status").asString()).isEqualTo("PUBLISHED");
        assertThat(data.path("rows").path(0).path("unitId").asString()).isEqualTo(season.first.toString());
        assertThat(data.path("rows").path(0).path("points").decimalValue()).isEqualByComparingTo("98.5");
    }

    private void assertRefused(
            String at, String field, @org.jspecify.annotations.Nullable Object value, String pointer) {
        var sheet = ScoredSeason.sheetOfTwelve(season);
        ((ObjectNode) sheet.at(at)).putPOJO(field, value);
        var refused = season.standing().post("/api/v1/scoresheets", sheet);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsString("pointer")).isEqualTo(List.of(pointer));
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
