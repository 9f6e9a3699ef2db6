package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** What was assessed by hand of a whole cluster, for those who run its season. */
class AssessmentsIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());
    private final ScoredSeason scored = new ScoredSeason(season).frozen();

    @Test
    void theTableTellsOfEveryMemberWhatWasAssessedWithItsReasonAndWhatItComesTo() {
        LivingSeason.ok(scored.assess(season.first, "I.5", 0, 1));
        LivingSeason.ok(scored.assess(season.first, "I.5", 1, 0));
        LivingSeason.ok(scored.assess(season.first, "II.5", 0, 8));
        var table = table(season.standing());
        assertThat(table.path("units").findValuesAsString("unitId"))
                .containsExactlyInAnyOrder(season.head.toString(), season.first.toString(), season.second.toString());
        var first = unit(table, season.first);
        assertThat(first.path("values")).hasSize(2);
        var yes = first.path("values").path(0);
        assertThat(yes.path("code").asString()).isEqualTo("I.5");
        assertThat(yes.at("/assessment/value").asInt()).as("the newest").isZero();
        assertThat(yes.at("/assessment/revision").asInt()).isEqualTo(2);
        assertThat(yes.at("/assessment/reason").asString()).isEqualTo("theo hồ sơ đã thẩm định");
        var score = scored.score(season.standing(), season.first).body();
        assertThat(first.path("total")).isEqualTo(score.path("total"));
        assertThat(first.path("criteria")).hasSameSizeAs(score.path("criteria"));
        assertThat(unit(table, season.second).path("values")).isEmpty();
    }

    @Test
    void theAnswerToOneEntryIsTheRowOfTheTableItChanged() {
        LivingSeason.ok(scored.assess(season.first, "I.5", 0, 1));
        var answer = LivingSeason.ok(scored.assess(season.first, "II.5", 0, 8));
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.body().path("revision").asInt()).isEqualTo(1);
        assertThat(answer.body().path("unit")).isEqualTo(unit(table(season.standing()), season.first));
    }

    @Test
    void whoMayWriteAndWhoMayRuleIsToldAndNobodyMayOnceItIsPublished() {
        assertThat(table(season.standing()).path("writable").asBoolean()).isTrue();
        assertThat(table(season.standing()).path("office").asBoolean()).isTrue();
        var verifier = table(season.at(season.organiser, "VERIFIER"));
        assertThat(verifier.path("writable").asBoolean()).isTrue();
        assertThat(verifier.path("office").asBoolean()).isFalse();
        var auditor = table(season.at(season.organiser, "AUDITOR"));
        assertThat(auditor.path("writable").asBoolean()).isFalse();
        assertThat(auditor.path("published").asBoolean()).isFalse();
        for (var unit : List.of(season.head, season.first, season.second)) {
            scored.reached(unit, 100);
        }
        var ranking = LivingSeason.created(scored.rank(season.standing())).id();
        LivingSeason.ok(scored.publish(season.standing(), ranking, "2026"));
        var published = table(season.standing());
        assertThat(published.path("published").asBoolean()).isTrue();
        assertThat(published.path("writable").asBoolean()).isFalse();
        assertThat(published.path("office").asBoolean()).isFalse();
    }

    private JsonNode table(Api caller) {
        return LivingSeason.ok(caller.get("/api/v1/scores/" + scored.sheet + "/assessments"))
                .body();
    }

    private static JsonNode unit(JsonNode table, UUID unit) {
        for (var one : table.path("units")) {
            if (one.path("unitId").asString().equals(unit.toString())) {
                return one;
            }
        }
        throw new AssertionError("no unit " + unit);
    }
}
