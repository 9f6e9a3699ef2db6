package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;

/** A draft for the new season is tried on the season before. */
class ReplayIT {
    private final LivingSeason before = new LivingSeason(Catalogue.instance());
    private final LivingSeason season = before.next("2027-01-01", "2028-01-01");
    private final ScoredSeason scored = new ScoredSeason(before).frozen();

    @Test
    void theSameSheetMovesNobodyAndWritesNothing() {
        reached();
        var draft = draft(ScoredSeason.sheetOfTwelve(season));
        var caller = season.standing();
        var checksum = AuthorisationTable.checksum(before.catalogue.service.database());
        var replay = replay(caller, draft).body();
        assertThat(replay.path("onlyPast").size()).isZero();
        assertThat(replay.path("onlyTried").size()).isZero();
        assertThat(replay.path("units").size()).isEqualTo(3);
        for (var unit : replay.path("units")) {
            assertThat(unit.path("triedRank").asInt())
                    .isEqualTo(unit.path("pastRank").asInt());
            assertThat(unit.path("difference").decimalValue()).isEqualByComparingTo("0");
            assertThat(unit.path("changes").size()).isZero();
        }
        assertThat(AuthorisationTable.checksum(before.catalogue.service.database()))
                .isEqualTo(checksum);
    }

    @Test
    void anotherRuleTellsWhoMovesAndByWhichCriterionWithBothWays() {
        reached();
        var sheet = ScoredSeason.sheetOfTwelve(season);
        // Numbered anew, and the budget earns nothing under 90 percent instead of 50.
        ((ObjectNode) sheet.at("/groups/0/criteria/0")).put("code", "I.9");
        ((ObjectNode) sheet.at("/groups/0/criteria/0/rule")).put("floor", 90);
        var replay = replay(season.leader(season.head), draft(sheet)).body();
        var first = unit(replay, before.first);
        assertThat(first.path("difference").decimalValue()).isEqualByComparingTo("-12");
        var change = first.path("changes").path(0);
        assertThat(change.path("name").asString()).isEqualTo("Thu ngân sách");
        assertThat(change.path("past").path("code").asString()).isEqualTo("I.1");
        assertThat(change.path("tried").path("code").asString()).isEqualTo("I.9");
        assertThat(change.path("past").path("trace").path("formula").path("vi").asString())
                .isEqualTo("Điểm = 15 × 80 ÷ 100");
        assertThat(change.path("tried").path("points").decimalValue()).isEqualByComparingTo("0");
        assertThat(unit(replay, before.head).path("difference").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void aCriterionOfWhichThatSeasonKnowsNothingIsNamedAndHasNoPoints() {
        reached();
        var sheet = ScoredSeason.sheetOfTwelve(season);
        ((ObjectNode) sheet.at("/groups/0/criteria/0")).put("name", "Chuyển đổi số");
        var replay = replay(season.standing(), draft(sheet)).body();
        assertThat(replay.path("onlyPast").findValuesAsString("name")).containsExactly("Thu ngân sách");
        assertThat(replay.path("onlyTried").findValuesAsString("name")).containsExactly("Chuyển đổi số");
        assertThat(unit(replay, before.first).path("missing").valueStream().map(Object::toString))
                .contains("\"I.1\"");
    }

    @Test
    void aDraftThatCouldNotBeFrozenIsNotCountedBy() {
        var sheet = ScoredSeason.sheetOfTwelve(season);
        ((ObjectNode) sheet.at("/groups/0/criteria/3/rule/rungs/1")).put("toInclusive", false);
        var refused = replay(season.standing(), draft(sheet));
        assertThat(refused.status()).isEqualTo(409);
    }

    @Test
    void onlyAFrozenSheetOfTheSameClusterIsTriedOn() {
        var draft = draft(ScoredSeason.sheetOfTwelve(season));
        var stranger = new ScoredSeason(new LivingSeason(Catalogue.instance())).frozen();
        var refused = season.standing().get(path(draft, stranger.sheet));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("?onto");
        assertThat(season.standing().get(path(draft, draft)).status()).isEqualTo(409);
        assertThat(season.leader(season.first).get(path(draft, scored.sheet)).status())
                .isEqualTo(404);
    }

    private void reached() {
        scored.reached(before.head, 100).reached(before.first, 80).reached(before.second, 95);
    }

    private UUID draft(ObjectNode sheet) {
        return Objects.requireNonNull(LivingSeason.created(season.standing().post("/api/v1/scoresheets", sheet))
                .id());
    }

    private Api.Answer replay(Api caller, UUID draft) {
        return caller.get(path(draft, scored.sheet));
    }

    private static String path(UUID tried, UUID past) {
        return "/api/v1/scoresheets/" + tried + "/replay?onto=" + past;
    }

    private static tools.jackson.databind.JsonNode unit(tools.jackson.databind.JsonNode replay, UUID unit) {
        return replay.path("units")
                .valueStream()
                .filter(each -> each.path("unitId").asString().equals(unit.toString()))
                .findFirst()
                .orElseThrow();
    }
}
