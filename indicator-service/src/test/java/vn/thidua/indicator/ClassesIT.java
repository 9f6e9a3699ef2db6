package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Classes, prizes, knock-outs and where the units stood before, in a ranking. */
class ClassesIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());

    @Test
    void aRankingTellsClassesAndPrizesAndPutsWhoIsKnockedOutBehind() {
        var scored = frozen(season);
        scored.reached(season.head, 100).reached(season.first, 90).reached(season.second, 80);
        LivingSeason.ok(scored.assess(season.head, "I.5", 1, 0));
        var rows = ranked(scored);
        // The head has 90, the most but for the knock-out: 5 of 15 in I.5.
        assertThat(units(rows)).containsExactly(season.first, season.second, season.head);
        var first = rows.path(0);
        assertThat(first.path("verdict").path("grade").asString()).isEqualTo("A");
        assertThat(first.path("verdict").path("vote").asBoolean()).isTrue();
        assertThat(first.path("prize").path("name").asString()).isEqualTo("Nhất");
        assertThat(rows.path(1).path("verdict").path("grade").isNull())
                .as("enough points, but I.1 under 85%")
                .isTrue();
        assertThat(rows.path(1).path("verdict").path("words").path("vi").asString())
                .contains("tiêu chí I.1 chỉ đạt 80%");
        assertThat(rows.path(1).path("prize").path("name").asString()).isEqualTo("Nhì");
        assertThat(rows.path(2).path("verdict").path("behind").asBoolean()).isTrue();
        assertThat(rows.path(2).path("verdict").path("knockOuts").path(0).asString())
                .isEqualTo("NTM");
        assertThat(rows.path(2).path("prize").isNull())
                .as("though a third prize is there")
                .isTrue();
        assertThat(first.path("rankBefore").isNull())
                .as("there was no season before")
                .isTrue();
    }

    @Test
    void aPartHasThePointsOfItsGroupsInAScoreAndInARanking() {
        var scored = frozen(season);
        scored.reached(season.head, 100).reached(season.first, 90).reached(season.second, 80);
        var score = scored.score(season.standing(), season.first).body();
        var groups = score.path("groups");
        var inner = groups.path(0).path("points").decimalValue();
        var all = inner.add(groups.path(1).path("points").decimalValue());
        var parts = score.path("parts");
        assertThat(parts.findValuesAsString("code")).containsExactly("A", "A.1");
        assertThat(parts.path(0).path("points").decimalValue()).isEqualByComparingTo(all);
        assertThat(parts.path(1).path("points").decimalValue()).isEqualByComparingTo(inner);
        assertThat(all).isEqualByComparingTo(score.path("total").decimalValue());
        var row = ranked(scored)
                .valueStream()
                .filter(one -> one.path("unitId").asString().equals(season.first.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(row.path("byPart")).isEqualTo(parts);
    }

    @Test
    void equalTotalsAreToldApartByWhatTheSheetLooksAtAndTheRankingSaysByWhat() {
        var scored = frozen(season);
        scored.reached(season.head, 70).reached(season.first, 80).reached(season.second, 90);
        // What 80% instead of 90% of the budget costs in group I, in group II.
        LivingSeason.ok(scored.assess(season.second, "II.5", 1, 6.5));
        var rows = ranked(scored);
        assertThat(rows.path(0).path("total")).isEqualTo(rows.path(1).path("total"));
        assertThat(units(rows)).containsExactly(season.second, season.first, season.head);
        assertThat(rows.findValuesAsString("rank")).containsExactly("1", "2", "3");
        assertThat(rows.path(0).path("tieBrokenBy").asString()).isEqualTo("I");
        assertThat(rows.path(1).path("tieBrokenBy").asString()).isEqualTo("I");
        assertThat(rows.path(2).path("tieBrokenBy").isNull()).isTrue();
        assertThat(rows.path(0).path("tiedWith")).isEmpty();
    }

    @Test
    void aRankingTellsWhereEachUnitStoodInTheSeasonBefore() {
        var before = frozen(season);
        before.reached(season.head, 80).reached(season.first, 90).reached(season.second, 100);
        var published = LivingSeason.created(before.rank(season.standing())).id();
        LivingSeason.ok(before.publish(season.standing(), published, "2026"));
        var next = frozen(season.next("2027-01-01", "2028-01-01"));
        next.reached(season.head, 100).reached(season.first, 90).reached(season.second, 80);
        var rows = ranked(next);
        assertThat(units(rows)).containsExactly(season.head, season.first, season.second);
        assertThat(rows.findValuesAsString("rankBefore")).containsExactly("3", "2", "1");
        var again =
                season.standing().get("/api/v1/rankings/" + published).body().path("rows");
        assertThat(again.path(0).path("rankBefore").isNull())
                .as("nobody is compared with a later season")
                .isTrue();
    }

    private static ScoredSeason frozen(LivingSeason season) {
        var scored = new ScoredSeason(season);
        var sheet = ScoredSeason.sheetWithTerms(season);
        LivingSeason.ok(season.standing().put("/api/v1/scoresheets/" + scored.sheet, 1, sheet));
        LivingSeason.ok(season.standing()
                .with("If-Match", "\"2\"")
                .post("/api/v1/scoresheets/" + scored.sheet + "/freeze", null));
        return scored;
    }

    private static JsonNode ranked(ScoredSeason scored) {
        return LivingSeason.created(scored.rank(scored.season.standing()))
                .body()
                .path("rows");
    }

    private static java.util.List<UUID> units(JsonNode rows) {
        return rows.valueStream()
                .map(row -> UUID.fromString(row.path("unitId").asString()))
                .toList();
    }
}
