package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

/** The old head hands over with what is still open, and keeps the season it heads. */
class HandoversIT {
    private final Province province = Province.instance();
    private final Api administrator = province.administrator();
    private final UUID cluster = Competition.cluster(province.id);
    private final UUID oldHead = Competition.memberOf(cluster);
    private final UUID newHead = Competition.memberOf(cluster);
    private final UUID season = Competition.season(cluster);
    private final UUID next = Competition.season(cluster, "2027", "2027-01-01", "2027-12-31", "LIVE");
    private final String path = "/api/v1/seasons/" + season + "/handover";

    @Test
    void whatIsOpenGoesAlongAndWhatTheOldHeadHadToDoTheNewOneHas() {
        heads();
        var open = task("Rà soát quy chế", oldHead);
        var ofAnother = task("Tổng hợp số liệu", newHead);
        var done = task("Đã xong", oldHead);
        var conference = Competition.conference(cluster, "2026-12-10", Map.of("YEAR_END", season));
        administrator.post(
                "/api/v1/key-tasks/" + done + "/reviews", Map.of("conferenceId", conference, "outcome", "DONE"));
        var officer = province.person(province.holder(oldHead, "UNIT_OFFICER", "UNIT"));

        var handed = officer.post(path, Competition.newHandover(next));
        assertThat(handed.status()).as(handed.text()).isEqualTo(201);
        assertThat(handed.body().path("fromUnitId").asString()).isEqualTo(oldHead.toString());
        assertThat(handed.body().path("toUnitId").asString()).isEqualTo(newHead.toString());
        assertThat(handed.body().path("tasks").findValuesAsString("fromTaskId"))
                .containsExactly(open.toString(), ofAnother.toString());
        var taken =
                administrator.get("/api/v1/key-tasks?seasonId=" + next).body().path("items");
        assertThat(taken.findValuesAsString("text")).containsExactly("Rà soát quy chế", "Tổng hợp số liệu");
        assertThat(taken.findValuesAsString("ownerUnitId")).containsExactly(newHead.toString(), newHead.toString());
        assertThat(administrator
                        .get("/api/v1/key-tasks?seasonId=" + season)
                        .body()
                        .path("items")
                        .findValuesAsString("ownerUnitId"))
                .as("the old season keeps its own")
                .containsExactly(oldHead.toString(), newHead.toString(), oldHead.toString());
        assertThat(administrator
                        .get("/api/v1/seasons/" + next + "/headships")
                        .body()
                        .path("items")
                        .findValuesAsString("handedOverOn"))
                .containsExactly("2026-12-20");
        assertThat(administrator.get(path).body()).isEqualTo(handed.body());
    }

    @Test
    void theOldHeadKeepsTheOldSeasonAndTheNewOneHasTheNew() {
        heads();
        Competition.handOver(season, next);
        var old = province.person(province.holder(oldHead, "UNIT_OFFICER", "UNIT"));
        var fresh = province.person(province.holder(newHead, "UNIT_OFFICER", "UNIT"));
        assertThat(old.post("/api/v1/key-tasks", Competition.newKeyTask(season, null))
                        .status())
                .isEqualTo(201);
        assertThat(old.post("/api/v1/key-tasks", Competition.newKeyTask(next, null))
                        .status())
                .isEqualTo(403);
        assertThat(fresh.post("/api/v1/key-tasks", Competition.newKeyTask(next, null))
                        .status())
                .isEqualTo(201);
        assertThat(fresh.post("/api/v1/key-tasks", Competition.newKeyTask(season, null))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aSeasonIsHandedOverOnceToALaterOneOfItsClusterThatHasAHead() {
        var without = administrator.post(path, Competition.newHandover(next));
        assertThat(without.status()).as(without.text()).isEqualTo(409);
        assertThat(administrator.post(path, Competition.newHandover(season)).status())
                .isEqualTo(422);
        var elsewhere =
                Competition.season(Competition.cluster(province.id), "2027", "2027-01-01", "2027-12-31", "LIVE");
        assertThat(administrator.post(path, Competition.newHandover(elsewhere)).status())
                .isEqualTo(422);
        heads();
        Competition.handOver(season, next);
        var again = administrator.post(path, Competition.newHandover(next));
        assertThat(again.problem()).isEqualTo("already-recorded");
        assertThatThrownBy(() -> Assembly.sql("set role none; insert into handover select * from handover limit 1"))
                .rootCause()
                .hasMessageContaining("duplicate key");
    }

    @Test
    void aHandoverOfThePastMovesNoTasks() {
        var past = Competition.season(cluster, "2025", "2025-07-01", "2025-12-31", "RECORDED");
        Competition.headship(next, newHead, "HEAD");
        var task = Competition.newKeyTask(past, null);
        assertThat(administrator.post("/api/v1/key-tasks", task).status()).isEqualTo(201);
        var handed = administrator.post("/api/v1/seasons/" + past + "/handover", Competition.newHandover(next));
        assertThat(handed.status()).as(handed.text()).isEqualTo(201);
        assertThat(handed.body().path("fromUnitId").isNull()).isTrue();
        assertThat(handed.body().path("tasks")).isEmpty();
    }

    private void heads() {
        Competition.headship(season, oldHead, "HEAD");
        Competition.headship(next, newHead, "HEAD");
    }

    private UUID task(String text, UUID owner) {
        var body = new HashMap<>(Competition.newKeyTask(season, "2027-03-31"));
        body.put("text", text);
        body.put("ownerUnitId", owner);
        return administrator.post("/api/v1/key-tasks", body).id();
    }
}
