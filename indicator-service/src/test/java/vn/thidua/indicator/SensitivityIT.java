package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How close a ranking is, and that doing what is named really changes it. */
class SensitivityIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());
    private final ScoredSeason scored = new ScoredSeason(season).frozen();

    @Test
    void theSmallestChangeIsNamedAndSwapsTheFirstTwo() {
        scored.reached(season.head, 98).reached(season.first, 96).reached(season.second, 80);
        var ranking = LivingSeason.created(scored.rank(season.standing())).id();
        var answer = season.standing().get("/api/v1/rankings/" + ranking + "/sensitivity");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("neighbours").size()).isEqualTo(2);
        var first = answer.body().path("neighbours").path(0);
        assertThat(first.path("upperUnitId").asString()).isEqualTo(season.head.toString());
        // 14.7 against 14.4 for the budget; roundings are to a hundredth.
        assertThat(first.path("gap").decimalValue()).isEqualByComparingTo("0.3");
        assertThat(first.path("withinRounding").asBoolean()).isFalse();
        // A whole percent is 0.15: 98 would be level, and 99 is the first with which it passes.
        var way = first.path("raise").path(0);
        assertThat(way.path("pointsTo")
                        .decimalValue()
                        .subtract(way.path("pointsFrom").decimalValue()))
                .isEqualByComparingTo("0.45");
        assertThat(way.path("change").asString()).isEqualTo("NUMBER");
        assertThat(way.path("value").decimalValue()).as(first.toString()).isEqualByComparingTo("99");
        LivingSeason.ok(scored.assess(
                season.first,
                way.path("criterionCode").asString(),
                1,
                way.path("value").decimalValue()));
        var again = LivingSeason.created(scored.rank(season.standing()));
        assertThat(again.body().path("rows").path(0).path("unitId").asString()).isEqualTo(season.first.toString());
    }

    @Test
    void aTieIsWithinRounding() {
        scored.reached(season.head, 100).reached(season.first, 100).reached(season.second, 80);
        var ranking = LivingSeason.created(scored.rank(season.standing())).id();
        var pair = season.standing()
                .get("/api/v1/rankings/" + ranking + "/sensitivity")
                .body()
                .path("neighbours")
                .path(0);
        assertThat(pair.path("gap").decimalValue()).isEqualByComparingTo("0");
        assertThat(pair.path("withinRounding").asBoolean()).isTrue();
        assertThat(pair.path("upperRank").asInt())
                .isEqualTo(pair.path("underRank").asInt());
    }
}
