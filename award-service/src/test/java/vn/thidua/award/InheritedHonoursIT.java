package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** Honours follow how units came out of others: each stays as it was issued, and the way to the unit is said. */
class InheritedHonoursIT {
    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    private final House house = House.instance();
    private final Api officer = house.standingOfficer();
    private final UUID older = house.unit("AB-CU1", "Xã Cũ Một", house.province);
    private final UUID other = house.unit("AB-CU2", "Xã Cũ Hai", house.province);
    private final UUID merged = house.unit("AB-MOI", "Xã Mới", house.province);

    @Test
    void afterAMergerTheHonoursOfBothAreThereAsIssuedAndSayWhichWayTheyCame() {
        house.lineage("MERGE", DAY, List.of(older, other), List.of(merged));
        honour(older, "Xã Cũ Một", "2019-11-20");
        honour(other, "Xã Cũ Hai", null);
        assertThat(officer.get("/api/v1/honours?unitId=" + merged)
                        .body()
                        .path("items")
                        .size())
                .as("none is the unit's own")
                .isZero();
        var found = inherited(merged);
        assertThat(found.findValuesAsString("recipientText")).containsExactly("Xã Cũ Một", "Xã Cũ Hai");
        assertThat(found.path(0).path("honour").path("decisionNumber").asString())
                .isEqualTo("1200/QĐ-UBND");
        var step = found.path(0).path("ways").path(0).path("steps").path(0);
        assertThat(step.path("kind").asString()).isEqualTo("MERGE");
        assertThat(step.path("effectiveFrom").asString()).isEqualTo("2025-07-01");
        assertThat(step.path("decision").asString()).isEqualTo("Nghị quyết 2025");
        assertThat(step.path("fromUnitId").asString()).isEqualTo(older.toString());
        assertThat(step.path("predecessors").findValuesAsString("name"))
                .containsExactlyInAnyOrder("Xã Cũ Một", "Xã Cũ Hai");
        assertThat(inherited(older).size()).as("nothing goes back").isZero();
    }

    @Test
    void aSplitLeavesThemToSeveralAndWhatTheOlderIsGivenLaterIsItsOwn() {
        house.lineage("SPLIT", DAY, List.of(older), List.of(older, merged));
        honour(older, "Xã Cũ Một", "2024-12-01");
        honour(older, "Xã Cũ Một", "2025-12-01");
        var found = inherited(merged);
        assertThat(found.findValuesAsString("givenOn")).containsExactly("2024-12-01");
        assertThat(found.path(0)
                        .path("ways")
                        .path(0)
                        .path("steps")
                        .path(0)
                        .path("successors")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void overTwoEventsEveryWayIsSaid() {
        var grandparent = house.unit("AB-CU0", "Xã Gốc", house.province);
        house.lineage("SPLIT", LocalDate.of(2021, 1, 1), List.of(grandparent), List.of(older, other));
        house.lineage("MERGE", DAY, List.of(older, other), List.of(merged));
        honour(grandparent, "Xã Gốc", "2018-01-01");
        var ways = inherited(merged).path(0).path("ways");
        assertThat(ways.size()).isEqualTo(2);
        assertThat(ways.path(0).path("steps").findValuesAsString("kind")).containsExactly("SPLIT", "MERGE");
    }

    @Test
    void whatWasRecordedWronglyConnectsNobody() {
        var lineage = house.lineage("RENAME", DAY, List.of(older), List.of(merged));
        honour(older, "Xã Cũ Một", "2019-11-20");
        assertThat(inherited(merged).size()).isEqualTo(1);
        house.lineage(lineage, "RENAME", DAY, List.of(other), List.of(merged), false);
        assertThat(inherited(merged).size()).isZero();
        house.lineage(lineage, "RENAME", DAY, List.of(older), List.of(merged), true);
        assertThat(inherited(merged).size()).isZero();
    }

    @Test
    void aLongListComesInPages() {
        house.lineage("MERGE", DAY, List.of(older, other), List.of(merged));
        for (var day : List.of("2017-01-01", "2018-01-01", "2019-01-01")) {
            honour(older, "Xã Cũ Một", day);
        }
        var first = officer.get("/api/v1/honours/predecessors?limit=2&unitId=" + merged)
                .body();
        assertThat(first.path("items").size()).isEqualTo(2);
        var rest = officer.get("/api/v1/honours/predecessors?limit=2&unitId=" + merged + "&after="
                        + first.path("next").asString())
                .body();
        assertThat(rest.path("items").findValuesAsString("givenOn")).containsExactly("2019-01-01");
    }

    @Test
    void theyCountForAStandardOnlyIfAVerifiedRuleSaysSoAndAreAHintOtherwise() {
        var side = new House.Side(house.province, List.of(merged));
        house.lineage("MERGE", DAY, List.of(older, other), List.of(merged));
        var title = house.flagRule(house.province);
        title.put("standard", List.of());
        var held = House.created(officer.post("/api/v1/awards", title));
        var honour = House.honour(house.province);
        honour.put("awardId", held);
        honour.put("recipientUnitId", older);
        honour.put("givenOn", "2019-11-20");
        House.created(officer.post("/api/v1/honours", honour));
        assertThat(finding(side, title, List.of("MERGE"), true)).isEqualTo("MET HELD_WITH_PREDECESSORS");
        assertThat(finding(side, title, List.of("MERGE"), false)).isEqualTo("UNKNOWN PREDECESSORS_HOLD_SOME");
        assertThat(finding(side, title, List.of("RENAME"), true)).isEqualTo("UNKNOWN PREDECESSORS_HOLD_SOME");
        assertThat(finding(side, title, null, true)).isEqualTo("UNKNOWN PREDECESSORS_HOLD_SOME");
    }

    private String finding(
            House.Side side, Map<String, Object> title, @Nullable List<String> lineages, boolean verified) {
        var condition = new HashMap<String, Object>();
        condition.put("type", "HELD_BEFORE");
        condition.put("awardCode", title.get("code"));
        condition.put("times", 1);
        if (lineages != null) {
            condition.put("lineages", lineages);
        }
        var rule = house.flagRule(house.province);
        rule.put("standard", List.of(condition));
        rule.put("verified", verified);
        var award = House.created(officer.post("/api/v1/awards", rule));
        var nomination = officer.post(
                "/api/v1/nominations", House.nomination(award, house.seasonWithElected(side), side.first()));
        var finding = nomination.body().path("eligibility").path("findings").path(0);
        return finding.path("outcome").asString() + " " + finding.path("why").asString();
    }

    private void honour(UUID recipient, String name, @Nullable String givenOn) {
        var honour = House.honour(house.province);
        honour.put("recipientUnitId", recipient);
        honour.put("recipientText", name);
        honour.put("decisionNumber", "1200/QĐ-UBND");
        if (givenOn != null) {
            honour.put("givenOn", givenOn);
        }
        House.created(officer.post("/api/v1/honours", honour));
    }

    private JsonNode inherited(UUID unit) {
        var answer = officer.get("/api/v1/honours/predecessors?unitId=" + unit);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path("items");
    }
}
