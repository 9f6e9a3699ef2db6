package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.TestIssuer;

/** A regulation opens what is published to each member for itself, to the cluster or to everybody; who runs the season sees all. */
class WhoSeesResultsIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());
    private final ScoredSeason scored = new ScoredSeason(season);
    private final Api stranger = season.leader(LivingSeason.unit(season.catalogue));

    @Test
    void whereEachSeesItsOwnAMemberReadsItsPlaceAmongSoManyAndNobodyElses() {
        season.resultsAre("OWN");
        var id = published();
        var member = season.officer(season.first);

        var seen = LivingSeason.ok(member.get("/api/v1/rankings/" + id)).body();
        assertThat(seen.path("resultsRule").asString()).isEqualTo("OWN");
        assertThat(seen.path("shown").asString()).isEqualTo("OWN");
        assertThat(seen.path("ranked").asInt()).isEqualTo(3);
        assertThat(units(seen)).containsExactly(season.first.toString());
        assertThat(seen.path("rows").path(0).path("rank").asInt()).isOne();
        assertThat(seen.path("rows").path(0).path("tiedWith"))
                .as("not even with whom it shares the rank")
                .isEmpty();
        assertThat(seen.toString()).doesNotContain(season.head.toString()).doesNotContain(season.second.toString());
        var listed = member.get("/api/v1/rankings?seasonId=" + season.id).body().path("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0).path("shown").asString()).isEqualTo("OWN");
        assertThat(member.get(score(id, season.first)).status()).isEqualTo(200);
        assertThat(member.get(score(id, season.second)).status()).isEqualTo(404);
        assertThat(scored.score(member, season.first).status()).isEqualTo(200);
        assertThat(scored.score(member, season.second).status()).isEqualTo(404);
        assertThat(member.get("/api/v1/rankings/" + id + "/sensitivity").status())
                .isEqualTo(404);
        assertThat(member.get("/api/v1/rankings/" + id + "/recomputation").status())
                .as("that nothing was altered is for each to check")
                .isEqualTo(200);
        nothingFor(stranger, id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "CLUSTER")
    void whereTheClusterSeesItMembersReadEverythingAndOthersNothing(String rule) {
        season.resultsAre(rule);
        var id = published();
        for (var member : List.of(season.officer(season.first), season.leader(season.second))) {
            everythingFor(member, id);
        }
        nothingFor(stranger, id);
    }

    @Test
    void whereItIsPublicWhoeverHasAMandateReadsIt() {
        season.resultsAre("PUBLIC");
        var id = published();
        everythingFor(stranger, id);
        everythingFor(season.officer(season.first), id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OWN", "CLUSTER", "PUBLIC"})
    void whoRunsTheSeasonSeesEverythingWhateverTheRule(String rule) {
        season.resultsAre(rule);
        var id = published();
        for (var role : List.of(
                "STANDING_OFFICER",
                "STANDING_LEADER",
                "CLUSTER_SECRETARY",
                "VERIFIER",
                "COUNCIL_MEMBER",
                "COUNCIL_CHAIR",
                "AWARDING_AUTHORITY",
                "AUDITOR")) {
            everythingFor(season.at(season.organiser, role), id);
        }
        everythingFor(season.leader(season.head), id);
    }

    @Test
    void aRuleNobodyHereKnowsYetShowsEachItsOwn() {
        season.resultsAre("NEIGHBOURS");
        var id = published();
        assertThat(units(season.officer(season.first)
                        .get("/api/v1/rankings/" + id)
                        .body()))
                .containsExactly(season.first.toString());
    }

    @Test
    void anotherRegulationOpensAndClosesAtOnce() {
        season.resultsAre("OWN");
        var id = published();
        nothingFor(stranger, id);
        season.resultsAre("PUBLIC");
        everythingFor(stranger, id);
        season.resultsAre("CLUSTER");
        nothingFor(stranger, id);
    }

    @Test
    void whatTheSeasonBeforeWithheldIsNotToldBesideThisOne() {
        season.resultsAre("OWN");
        published();
        var later = new ScoredSeason(season.next("2027-01-01", "2028-01-01"));
        later.frozen().reached(season.head, 90).reached(season.first, 90).reached(season.second, 80);
        var id = LivingSeason.created(later.rank(later.season.standing())).id();
        LivingSeason.ok(later.publish(later.season.standing(), id, "2027"));

        assertThat(before(season.standing(), id)).doesNotContain("null");
        assertThat(before(season.officer(season.second), id)).containsExactly("null", "null", "3");
    }

    @Test
    void whoHeadsTheClusterNowLooksIntoThePastAsFarAsItsRegulationLets() {
        scored.frozen();
        for (var unit : List.of(season.head, season.first)) {
            LivingSeason.ok(season.officer(unit).put(scored.about(unit, "I.1", "self"), 0, Map.of("points", 8)));
        }
        rankedAndPublished();
        var later = new ScoredSeason(season.next("2027-01-01", "2028-01-01"));
        var head = season.leader(season.head);
        var replay = "/api/v1/scoresheets/" + later.sheet + "/replay?onto=" + scored.sheet;
        var radar = "/api/v1/radar?seasonId=" + later.season.id;

        season.resultsAre("OWN", season.second);
        assertThat(head.get(replay).status()).isEqualTo(422);
        assertThat(head.get(radar).body().path("selfGaps").findValuesAsString("unitId"))
                .containsExactly(season.head.toString());
        season.resultsAre("CLUSTER", season.second);
        assertThat(head.get(replay).status()).isEqualTo(200);
        assertThat(head.get(radar).body().path("selfGaps").findValuesAsString("unitId"))
                .containsExactlyInAnyOrder(season.head.toString(), season.first.toString());
    }

    @Test
    void aDigestTellsMembersNumbersByTheRuleOfReportsUntilTheSeasonIsRankedAndByThatOfResultsThen() {
        var revenue = season.indicator("QUANTITY", "RAISE", 2, false);
        var period = season.promised().period("YEAR", 10);
        season.submitted(period, season.first, 112);
        season.submitted(period, season.second, 70);
        var member = season.officer(season.first);
        assertThat(leaders(member, "OWN")).containsExactly(season.first.toString());
        assertThat(leaders(season.standing(), "ALL")).hasSize(2);
        assertThat(leaders(stranger, "NONE")).isEmpty();
        assertThat(points(member, season.second)).isEmpty();
        assertThat(points(member, season.first)).isNotEmpty();

        var sheet = ScoredSeason.proportional(season, period, revenue);
        var id = LivingSeason.created(season.standing().post("/api/v1/rankings", Map.of("scoresheetId", sheet)))
                .id();
        LivingSeason.ok(scored.publish(season.standing(), id, "2026"));
        assertThat(leaders(member, "ALL")).hasSize(2);
        assertThat(points(member, season.second)).isNotEmpty();
        assertThat(leaders(stranger, "NONE")).isEmpty();
        assertThat(points(stranger, season.first)).isEmpty();

        season.resultsAre("OWN");
        assertThat(leaders(member, "OWN")).containsExactly(season.first.toString());
        season.resultsAre("PUBLIC");
        assertThat(leaders(stranger, "ALL")).hasSize(2);
        assertThat(points(stranger, season.first)).isNotEmpty();
    }

    @Test
    void whatMembersComeToIsToldToWhoDoesNotSeeThemAllOnceThereAreThreeNumbers() {
        season.indicator("QUANTITY", "RAISE", 2, false);
        var period = season.promised().period("YEAR", 10);
        season.submitted(period, season.first, 112);
        var member = season.officer(season.first);
        assertThat(series(season, member, "VALUE")
                        .path("computed")
                        .path("known")
                        .asInt())
                .as("it is his own")
                .isOne();
        assertThat(series(season, stranger, "VALUE").path("computed").isNull()).isTrue();
        season.submitted(period, season.second, 70);
        for (var measure : List.of("VALUE", "PERCENT_OF_PLAN")) {
            for (var caller : List.of(member, stranger)) {
                assertThat(series(season, caller, measure).path("computed").isNull())
                        .as(measure)
                        .isTrue();
            }
            assertThat(series(season, season.standing(), measure)
                            .path("computed")
                            .path("known")
                            .asInt())
                    .isEqualTo(2);
        }
        season.submitted(period, season.head, 18);
        for (var caller : List.of(member, stranger)) {
            var computed = series(season, caller, "VALUE").path("computed");
            assertThat(computed.path("known").asInt()).isEqualTo(3);
            assertThat(computed.path("total").decimalValue()).isEqualByComparingTo("200");
            assertThat(series(season, caller, "PERCENT_OF_PLAN")
                            .path("computed")
                            .path("weighted")
                            .path("known")
                            .asInt())
                    .isEqualTo(3);
        }
        var account = "of-two-" + UUID.randomUUID();
        season.catalogue.known.person(account, Map.of("UNIT_OFFICER", season.first, "UNIT_LEADER", season.second));
        var ofTwo = season.catalogue.service.api().as(TestIssuer.instance().person(account));
        assertThat(series(season, ofTwo, "VALUE").path("leaders")).hasSize(2);
        assertThat(series(season, ofTwo, "VALUE").path("computed").isNull())
                .as("whoever sees two of three reckons the third")
                .isTrue();
    }

    @Test
    void anAnswerIsCountedOnlyForWhoSeesThemAllAsAllMightBeTheSame() {
        season.levels("Khá", "Tốt");
        var period = season.promised().period("YEAR", 10);
        for (var unit : List.of(season.first, season.second, season.head)) {
            season.submitted(period, unit, 2);
        }
        var own = answered(season.officer(season.first));
        assertThat(own.findValuesAsString("unitId")).containsExactly(season.first.toString());
        assertThat(own.path("answers").findValues("count")).allMatch(JsonNode::isNull);
        assertThat(answered(season.standing()).at("/answers/0/count").asInt()).isEqualTo(3);
        assertThat(answered(stranger).isNull()).isTrue();
    }

    @Test
    void whatTheYearBeforeWithheldIsToldNeitherBesideThisYearsNumberNorAsItsGrowth() {
        var revenue = season.indicator("QUANTITY", "RAISE", 2, false);
        var earlier = season.next("2025-01-01", "2026-01-01");
        earlier.indicators.add(revenue);
        var then = earlier.promised().period("YEAR", 10);
        var now = season.promised().period("YEAR", 10);
        season.figuresAreShared("ADOPTED");
        earlier.submitted(then, season.first, 100);
        season.submitted(now, season.first, 112);
        earlier.submitted(then, season.second, 50);
        season.submitted(now, season.second, 70);
        var member = season.officer(season.first);

        var values = series(season, member, "VALUE");
        assertThat(values.path("leaders").findValuesAsString("unitId"))
                .as("this year's are for the cluster")
                .containsExactly(season.first.toString(), season.second.toString());
        assertThat(values.path("leaders").path(0).path("before").decimalValue()).isEqualByComparingTo("100");
        assertThat(values.path("leaders").path(1).path("before").isNull()).isTrue();
        assertThat(values.path("computed").path("known").asInt()).isEqualTo(2);
        assertThat(values.path("computed").path("change").isNull()).isTrue();
        assertThat(series(season, member, "PERCENT_OF_PLAN")
                        .path("leaders")
                        .path(1)
                        .path("before")
                        .isNull())
                .isTrue();
        var growth = series(season, member, "GROWTH");
        assertThat(growth.path("leaders").findValuesAsString("unitId")).containsExactly(season.first.toString());
        assertThat(growth.path("reached").path("unitIds")).hasSize(1);
        assertThat(growth.path("computed").isNull()).isTrue();
        var whole = series(season, season.standing(), "VALUE");
        assertThat(whole.path("leaders").path(1).path("before").decimalValue()).isEqualByComparingTo("50");
        assertThat(whole.path("computed").path("change").path("known").asInt()).isEqualTo(2);
        assertThat(series(season, season.standing(), "GROWTH").path("leaders")).hasSize(2);

        earlier.submitted(then, season.head, 10);
        season.submitted(now, season.head, 20);
        var change = series(season, member, "VALUE").path("computed").path("change");
        assertThat(change.path("known").asInt()).isEqualTo(3);
        assertThat(change.path("total").decimalValue()).isEqualByComparingTo("42");
        assertThat(series(season, member, "GROWTH")
                        .path("computed")
                        .path("weighted")
                        .path("known")
                        .asInt())
                .isEqualTo(3);
        assertThat(series(season, member, "GROWTH").path("leaders")).hasSize(1);
    }

    private UUID published() {
        scored.frozen();
        return rankedAndPublished();
    }

    private UUID rankedAndPublished() {
        scored.reached(season.head, 90).reached(season.first, 90).reached(season.second, 80);
        var id = LivingSeason.created(scored.rank(season.standing())).id();
        LivingSeason.ok(scored.publish(season.standing(), id, "2026"));
        return id;
    }

    private void everythingFor(Api caller, UUID id) {
        var seen = LivingSeason.ok(caller.get("/api/v1/rankings/" + id)).body();
        assertThat(seen.path("shown").asString()).isEqualTo("ALL");
        assertThat(units(seen)).hasSize(3);
        assertThat(caller.get("/api/v1/rankings?seasonId=" + season.id).body().path("items"))
                .hasSize(1);
        for (var path : List.of("/sensitivity", "/recomputation", "/scores/" + season.first)) {
            assertThat(caller.get("/api/v1/rankings/" + id + path).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(scored.score(caller, season.first).status()).isEqualTo(200);
    }

    private JsonNode answered(Api caller) {
        return LivingSeason.ok(caller.get("/api/v1/digests?periodKind=YEAR&seasonId=" + season.id))
                .body()
                .at("/indicators/0/answered");
    }

    private void nothingFor(Api caller, UUID id) {
        for (var path : List.of("", "/sensitivity", "/recomputation", "/changes", "/scores/" + season.first)) {
            assertThat(caller.get("/api/v1/rankings/" + id + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(caller.get("/api/v1/rankings?seasonId=" + season.id).body().path("items"))
                .isEmpty();
        assertThat(scored.score(caller, season.first).status()).isEqualTo(404);
    }

    private static List<String> units(JsonNode ranking) {
        return ranking.path("rows")
                .valueStream()
                .map(row -> row.path("unitId").asString())
                .toList();
    }

    private static List<String> before(Api caller, UUID id) {
        return LivingSeason.ok(caller.get("/api/v1/rankings/" + id))
                .body()
                .path("rows")
                .valueStream()
                .map(row -> row.path("rankBefore").isNull()
                        ? "null"
                        : row.path("rankBefore").toString())
                .toList();
    }

    private List<String> leaders(Api caller, String shown) {
        var digest = LivingSeason.ok(caller.get("/api/v1/digests?periodKind=YEAR&seasonId=" + season.id))
                .body();
        assertThat(digest.path("shown").asString()).isEqualTo(shown);
        assertThat(digest.findParents("leaders").getFirst().path("computed").isNull())
                .as("of two numbers each reckons the other's from what they come to")
                .isEqualTo(!shown.equals("ALL"));
        return digest.findParents("leaders").getFirst().path("leaders").findValuesAsString("unitId");
    }

    private static JsonNode series(LivingSeason season, Api caller, String measure) {
        return LivingSeason.ok(caller.get("/api/v1/digests?periodKind=YEAR&threshold=1&seasonId=" + season.id))
                .body()
                .findParents("leaders")
                .stream()
                .filter(series -> series.path("measure").asString().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> points(Api caller, UUID unit) {
        return LivingSeason.ok(caller.get("/api/v1/series?unitId=" + unit))
                .body()
                .findValues("points");
    }

    private static String score(UUID ranking, UUID unit) {
        return "/api/v1/rankings/" + ranking + "/scores/" + unit;
    }
}
