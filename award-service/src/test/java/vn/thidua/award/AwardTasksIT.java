package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import vn.thidua.kit.test.Api;

/** Whose turn it is between nomination and award document. */
class AwardTasksIT {
    private final House house = House.instance();

    @Test
    void aDraftWaitsForTheLeaderOfItsUnit() {
        var nomination = house.nominated(house.own);
        var leader = house.holder(house.own.first(), "UNIT_LEADER", "UNIT");
        var task = about(leader, nomination);
        assertThat(task.path("code").asString()).isEqualTo("NOMINATION_SUBMIT");
        assertThat(task.path("unitName").asString()).isEqualTo("Xã Suối Mây (minh hoạ)");
        assertThat(task.path("title").asString()).isNotBlank();
        for (var unturned : List.of(
                house.holder(house.own.first(), "UNIT_OFFICER", "UNIT"),
                house.holder(house.own.communes().getLast(), "UNIT_LEADER", "UNIT"))) {
            assertThat(about(unturned, nomination).isMissingNode()).isTrue();
        }
    }

    @Test
    void submittedOnesWaitTogetherForTheCouncilAndAgreedOnesForADecision() {
        var officer = house.standingOfficer();
        var submitted = seasonOf(house.submitted(house.own));
        assertThat(ofSeason(officer, submitted)).containsExactly("OPINION_RECORD 1");
        var advised = house.advised(house.own);
        assertThat(ofSeason(officer, seasonOf(advised))).containsExactly("DECISION_DRAFT 1");
        House.created(officer.post("/api/v1/decisions", House.decision(house.province, List.of(advised))));
        assertThat(ofSeason(officer, seasonOf(advised))).isEmpty();
        assertThat(ofSeason(house.standingOfficer(house.other), submitted)).isEmpty();
    }

    @Test
    void aDecisionWaitsForItsSignatureThenForItsNumber() {
        var decision = house.drafted(house.own);
        var authority = house.authority();
        var clerk = house.clerk();
        assertThat(about(authority, decision).path("code").asString()).isEqualTo("DECISION_SIGN");
        assertThat(about(clerk, decision).isMissingNode()).isTrue();
        House.ok(authority.post("/api/v1/decisions/" + decision + "/signature", House.signature()));
        assertThat(about(authority, decision).isMissingNode()).isTrue();
        assertThat(about(clerk, decision).path("code").asString()).isEqualTo("DECISION_NUMBER");
        assertThat(about(clerk, decision).path("count").asInt()).isEqualTo(1);
        House.ok(clerk.post("/api/v1/decisions/" + decision + "/number", House.number()));
        assertThat(about(clerk, decision).isMissingNode()).isTrue();
    }

    @Test
    void aRefusedNominationWaitsForNobody() {
        var nomination = house.submitted(house.own);
        var season = seasonOf(nomination);
        House.ok(house.standingOfficer()
                .post("/api/v1/nominations/" + nomination + "/refusal", Map.of("reason", "không đủ điều kiện")));
        assertThat(ofSeason(house.standingOfficer(), season)).isEmpty();
    }

    private String seasonOf(UUID nomination) {
        return house.standingOfficer()
                .get("/api/v1/nominations/" + nomination)
                .body()
                .path("seasonId")
                .asString();
    }

    private static List<String> ofSeason(Api caller, String season) {
        return tasks(caller).stream()
                .filter(task -> task.path("seasonId").asString("").equals(season))
                .map(task ->
                        task.path("code").asString() + " " + task.path("count").asInt())
                .toList();
    }

    private static JsonNode about(Api caller, UUID id) {
        return tasks(caller).stream()
                .filter(task -> task.path("aboutId").asString("").equals(id.toString()))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private static List<JsonNode> tasks(Api caller) {
        return caller.get("/api/v1/award-tasks")
                .body()
                .path("items")
                .valueStream()
                .toList();
    }
}
