package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What stands out in a season, and what it was computed from. */
class RadarIT {
    private final LivingSeason season = new LivingSeason(Catalogue.instance());

    @Test
    void whatAUnitGivesItselfStandsBesideWhatWasFoundOverTheSeasons() {
        var scored = new ScoredSeason(season).frozen();
        scored.reached(season.head, 100).reached(season.first, 80).reached(season.second, 100);
        own(scored, season.first, 15);
        own(scored, season.second, 15);
        var ranking = LivingSeason.created(scored.rank(season.standing())).id();
        LivingSeason.ok(scored.publish(season.standing(), ranking, "2026"));
        var radar = radar(season, "");
        assertThat(radar.path("rankingId").asString()).isEqualTo(ranking.toString());
        var first = of(radar.path("selfGaps"), season.first);
        assertThat(first.path("self").decimalValue()).isEqualByComparingTo("15");
        assertThat(first.path("found").decimalValue()).isEqualByComparingTo("12");
        assertThat(first.path("percent").decimalValue()).isEqualByComparingTo("25");
        assertThat(first.path("hint").asBoolean()).isTrue();
        assertThat(of(radar.path("selfGaps"), season.second).path("hint").asBoolean())
                .isFalse();
        assertThat(of(radar(season, "&selfAbove=26").path("selfGaps"), season.first)
                        .path("hint")
                        .asBoolean())
                .isFalse();
        var next = season.next("2027-01-01", "2028-01-01");
        var later = radar(next, "");
        assertThat(later.path("rankingId").isNull()).isTrue();
        assertThat(of(later.path("selfGaps"), season.first).path("seasonId").asString())
                .isEqualTo(season.id.toString());
    }

    @Test
    void whatDoesNotApplySaysNothingOfHowAUnitSeesItself() {
        var scored = new ScoredSeason(season).frozen();
        scored.reached(season.head, 100).reached(season.first, 80).reached(season.second, 100);
        own(scored, season.first, 15);
        var kindly = scored.about(season.first, "II.5", "self");
        LivingSeason.ok(season.officer(season.first).put(kindly, 0, Map.of("points", 2)));
        LivingSeason.ok(scored.assess(season.first, "II.5", 1, null));
        LivingSeason.created(scored.rank(season.standing()));
        var gap = of(radar(season, "").path("selfGaps"), season.first);
        assertThat(gap.path("self").decimalValue()).isEqualByComparingTo("15");
        assertThat(gap.path("criteria").asInt()).isOne();
        assertThat(LivingSeason.ok(scored.score(season.officer(season.first), season.first))
                        .body()
                        .path("selfTotal")
                        .decimalValue())
                .isEqualByComparingTo("15");
    }

    @Test
    void fullMarksAndCriteriaWithoutAnyDifferenceAreToldOfWithTheirShare() {
        var scored = new ScoredSeason(season).frozen();
        scored.reached(season.head, 100).reached(season.first, 80).reached(season.second, 100);
        LivingSeason.created(scored.rank(season.standing()));
        var radar = radar(season, "");
        var full = of(radar.path("fullMarks"), season.head);
        assertThat(full.path("full").asInt()).isEqualTo(full.path("criteria").asInt());
        assertThat(full.path("hint").asBoolean()).isTrue();
        assertThat(of(radar.path("fullMarks"), season.first).path("full").asInt())
                .isEqualTo(full.path("full").asInt() - 1);
        assertThat(radar.path("samePoints").findValuesAsString("criterionCode"))
                .contains("I.5")
                .doesNotContain("I.1", "I.T", "II.P");
        assertThat(radar(season, "&sameUnits=4").path("samePoints").size()).isZero();
    }

    @Test
    void evidenceOfTheSameContentIsFoundUnderWhateverNameAndWhoseNumbersWereFoundWorse() {
        var one = season.indicator("QUANTITY", "RAISE", 2, true);
        var two = season.indicator("QUANTITY", "REDUCE", 2, false);
        var period = season.promised().period("YEAR", 10);
        var report = proved(period, season.first, one, "bien-ban.txt");
        var other = proved(period, season.second, one, "bien-ban-hop.txt");
        LivingSeason.ok(season.officer(season.first).put(LivingSeason.cell(report, two), 0, LivingSeason.value(5)));
        LivingSeason.ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        // Less was wanted, and more was found.
        LivingSeason.created(season.at(season.organiser, "VERIFIER")
                .post(
                        "/api/v1/reports/" + report + "/verifications",
                        Map.of("indicatorId", two, "value", 7, "reason", "đếm lại")));
        var radar = radar(season, "");
        assertThat(radar.path("copiedFiles").size()).isEqualTo(1);
        assertThat(radar.at("/copiedFiles/0/units").asInt()).isEqualTo(2);
        assertThat(radar.at("/copiedFiles/0/uses").findValuesAsString("reportId"))
                .containsExactlyInAnyOrder(report.toString(), other.toString());
        var corrected = of(radar.path("corrections"), season.first);
        assertThat(corrected.path("worse").asInt()).isEqualTo(1);
        assertThat(corrected.path("reportId").asString()).isEqualTo(report.toString());
        assertThat(corrected.path("hint").asBoolean()).isTrue();
    }

    private UUID proved(UUID period, UUID unit, UUID indicator, String name) {
        var report = season.report(period, unit);
        var officer = season.officer(unit);
        var file = LivingSeason.file(officer, name, "cùng một nội dung của " + season.id);
        LivingSeason.ok(officer.put(
                LivingSeason.cell(report, indicator),
                0,
                TriedOn.with(LivingSeason.value(1), "evidence", List.of(file))));
        return report;
    }

    private void own(ScoredSeason scored, UUID unit, int points) {
        LivingSeason.ok(season.officer(unit).put(scored.about(unit, "I.1", "self"), 0, Map.of("points", points)));
    }

    private static JsonNode radar(LivingSeason season, String thresholds) {
        return LivingSeason.ok(season.standing().get("/api/v1/radar?seasonId=" + season.id + thresholds))
                .body();
    }

    private static JsonNode of(JsonNode rows, UUID unit) {
        return rows.valueStream()
                .filter(row -> row.path("unitId").asString().equals(unit.toString()))
                .findFirst()
                .orElseThrow();
    }
}
