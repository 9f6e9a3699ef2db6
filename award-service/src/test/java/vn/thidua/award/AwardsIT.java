package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

class AwardsIT {
    private final House house = House.instance();
    private final Api officer = house.standingOfficer();

    @Test
    void theRuleOfADayIsFoundAndTheNextOneFollowsItWithoutOverlap() {
        var old = house.flagRule(house.province);
        old.put("effectiveTo", "2026-09-30");
        var next = new HashMap<>(old);
        next.put("effectiveFrom", "2026-09-30");
        next.put("effectiveTo", null);
        House.created(officer.post("/api/v1/awards", old));
        var overlapping = officer.post("/api/v1/awards", next);
        assertThat(overlapping.status()).as(overlapping.text()).isEqualTo(409);
        next.put("effectiveFrom", "2026-10-01");
        House.created(officer.post("/api/v1/awards", next));

        assertThat(on("2026-09-30", old.get("code"))).containsExactly("2024-01-01");
        assertThat(on("2026-10-01", old.get("code"))).containsExactly("2026-10-01");
        assertThat(on("2023-12-31", old.get("code"))).isEmpty();
    }

    @Test
    void aRuleShowsItsSourceAndThatNobodyHasVerifiedIt() {
        var award = officer.get("/api/v1/awards/" + house.flag()).body();
        assertThat(award.path("verified").asBoolean()).isFalse();
        assertThat(award.path("source").asString()).contains("Điều 26");
    }

    @Test
    void aConditionCarriesWhatItsTypeNeedsAndNothingElse() {
        refused("/standard/0/rank", Map.of("type", "RANK_AT_MOST"));
        refused("/standard/0/rank", Map.of("type", "LEADER_OF_CLUSTER", "rank", 1));
        refused("/standard/0/times", Map.of("type", "HELD_BEFORE", "awardCode", "TTLDXS"));
        refused("/standard/0/lineages", Map.of("type", "LEADER_OF_CLUSTER", "lineages", List.of("MERGE")));
        refused("/standard/0/text", Map.of("type", "DECLARED", "text", " "));
        refused("/standard/0/type", Map.of("type", "SOMETHING_ELSE"));
    }

    @Test
    void everyTypeOfConditionComesBackAsItWasEntered() {
        var standard = List.of(
                Map.of("type", "LEADER_OF_CLUSTER"),
                Map.of("type", "RANK_AT_MOST", "rank", 3),
                Map.of("type", "TARGETS_EXCEEDED"),
                Map.of("type", "NOT_UNDER_DISCIPLINE"),
                Map.of("type", "HELD_BEFORE", "awardCode", "TTLDXS", "times", 2, "lineages", List.of("MERGE")),
                Map.of("type", "DECLARED", "text", "Có mô hình mới"));
        var rule = house.flagRule(house.province);
        rule.put("standard", standard);
        var kept = officer.get("/api/v1/awards/" + House.created(officer.post("/api/v1/awards", rule)))
                .body()
                .path("standard");
        assertThat(kept.findValuesAsString("type"))
                .isEqualTo(standard.stream().map(one -> one.get("type")).toList());
        assertThat(kept.path(4).path("times").asInt()).isEqualTo(2);
        assertThat(kept.path(4).path("lineages").path(0).asString()).isEqualTo("MERGE");
        assertThat(kept.path(5).path("text").asString()).isEqualTo("Có mô hình mới");
    }

    @Test
    void whoChangesAnOlderVersionIsToldSo() {
        var rule = house.flagRule(house.province);
        var id = House.created(officer.post("/api/v1/awards", rule));
        rule.put("verified", true);
        House.ok(officer.put("/api/v1/awards/" + id, 1, rule));
        assertThat(officer.put("/api/v1/awards/" + id, 1, rule).status()).isEqualTo(412);
        assertThat(officer.get("/api/v1/awards/" + id + "?version=1")
                        .body()
                        .path("verified")
                        .asBoolean())
                .isFalse();
        assertThat(officer.get("/api/v1/awards/" + id + "?version=9").status()).isEqualTo(404);
    }

    private List<String> on(String day, @Nullable Object code) {
        return officer.get("/api/v1/awards?asOf=%s&code=%s&unitId=%s".formatted(day, code, house.province))
                .body()
                .path("items")
                .findValuesAsString("effectiveFrom");
    }

    private void refused(String pointer, Map<String, Object> condition) {
        var rule = house.flagRule(house.province);
        rule.put("standard", List.of(condition));
        var refused = officer.post("/api/v1/awards", rule);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }
}
