package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

class SeasonCourseIT {
    private final Province province = Province.instance();
    private final Api administrator = province.administrator();
    private final UUID cluster = Competition.cluster(province.id);

    @Test
    void aLiveSeasonTellsWhatIsDueDoneAndLate() {
        var season = Competition.season(cluster, "Đã qua nửa năm", "2025-07-01", "2199-12-31", "LIVE");
        assertThat(state(season, "HEAD_SET")).isEqualTo("LATE");
        assertThat(state(season, "MID_YEAR_HELD")).isEqualTo("LATE");
        assertThat(state(season, "YEAR_END_HELD")).isEqualTo("DUE");
        Competition.headship(season, Competition.memberOf(cluster), "HEAD");
        Competition.conference(cluster, "2026-01-20", Map.of("MID_YEAR", season));
        Competition.regulation(season, 2);
        assertThat(state(season, "HEAD_SET")).isEqualTo("DONE");
        assertThat(state(season, "MID_YEAR_HELD")).isEqualTo("DONE");
        assertThat(state(season, "REGULATION_ADOPTED")).isEqualTo("DONE");
        var item = item(season, "YEAR_END_HELD");
        assertThat(item.path("dueOn").asString()).isEqualTo("2199-12-31");
        assertThat(item.path("verified").asBoolean()).isFalse();
    }

    @Test
    void aConferenceThatIsOnlyCalledIsNotHeld() {
        var season = Competition.season(cluster);
        Competition.conference(cluster, "2199-01-01", Map.of("YEAR_END", season));
        assertThat(state(season, "YEAR_END_HELD")).isNotEqualTo("DONE");
    }

    @Test
    void aKeyTaskIsDueOnItsOwnDayUntilAConferenceFindsItDone() {
        var season = Competition.season(cluster);
        var task = Competition.keyTask(season, "2026-02-01");
        assertThat(state(season, "KEY_TASK")).isEqualTo("LATE");
        var first = Competition.conference(cluster, "2026-07-01", Map.of("MID_YEAR", season));
        var second = Competition.conference(cluster, "2026-10-01", Map.of("PLAN", season));
        var path = "/api/v1/key-tasks/" + task + "/reviews";
        administrator.post(path, Map.of("conferenceId", first, "outcome", "GOING_ON", "note", "còn vướng mặt bằng"));
        assertThat(state(season, "KEY_TASK")).isEqualTo("LATE");
        var done = Map.of("conferenceId", second, "outcome", "DONE");
        var review = administrator.post(path, done);
        assertThat(review.status()).as(review.text()).isEqualTo(201);
        assertThat(state(season, "KEY_TASK")).isEqualTo("DONE");
        assertThat(administrator.post(path, done).body().path("existingId").asString())
                .isEqualTo(review.id().toString());
        var found = administrator
                .get("/api/v1/key-tasks?seasonId=" + season)
                .body()
                .path("items")
                .path(0);
        assertThat(found.path("reviews").findValuesAsString("outcome")).containsExactly("GOING_ON", "DONE");
        assertThat(administrator.get("/api/v1/key-tasks/" + task).body()).isEqualTo(found);
    }

    @Test
    void theSameTaskRecordedTwiceIsOne() {
        var body = Competition.newKeyTask(Competition.season(cluster), null);
        body.put("kind", "DIRECTIVE");
        body.put("givenBy", "Ban Thi đua - Khen thưởng Trung ương");
        var first = administrator.post("/api/v1/key-tasks", body);
        var second = administrator.post("/api/v1/key-tasks", body);
        assertThat(second.problem()).isEqualTo("already-recorded");
        assertThat(second.body().path("existingId").asString())
                .isEqualTo(first.id().toString());
    }

    @Test
    void ofASeasonRecordedAfterTheFactNothingIsDue() {
        var season = Competition.season(cluster, "2025 ghi lại", "2025-07-01", "2025-12-31", "RECORDED");
        Competition.keyTask(season, "2025-08-01");
        assertThat(administrator
                        .get("/api/v1/seasons/" + season + "/due")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(administrator
                        .get("/api/v1/seasons/" + season)
                        .body()
                        .path("state")
                        .asString())
                .isEqualTo("CLOSED");
    }

    @Test
    void aSeasonIsClosedWithAReasonWhileSomethingDueIsNotDone() {
        var season = Competition.season(cluster);
        var path = "/api/v1/seasons/" + season;
        assertThat(administrator
                        .post(path + "/closing", Map.of("reason", "sớm"))
                        .status())
                .isEqualTo(409);
        Competition.open(season);
        var refused = administrator.post(path + "/closing", Map.of());
        assertThat(refused.problem()).isEqualTo("season-not-done");
        assertThat(refused.body().path("outstanding").valueStream().map(code -> code.asString()))
                .contains("HEAD_SET", "YEAR_END_HELD");
        var closed = administrator.post(path + "/closing", Map.of("reason", "khối được tổ chức lại"));
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        assertThat(closed.body().path("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.body().path("closeReason").asString()).isEqualTo("khối được tổ chức lại");
        var headship = Competition.newHeadship(Competition.memberOf(cluster), "HEAD");
        assertThat(administrator.post(path + "/headships", headship).status()).isEqualTo(409);
    }

    @Test
    void everyVersionOfARegulationIsKept() {
        var season = Competition.season(cluster);
        var path = "/api/v1/seasons/" + season + "/regulation";
        assertThat(administrator.get(path).status()).isEqualTo(404);
        var draft = Competition.newRegulation();
        draft.put("status", "DRAFT");
        draft.put("text", "Điều 1");
        assertThat(administrator.put(path, 1, draft).status()).isEqualTo(200);
        var same = administrator.put(path, 2, draft);
        assertThat(same.header("ETag")).isEqualTo("\"2\"");
        assertThat(same.body().path("number").asInt()).isEqualTo(1);
        draft.put("adoptedOn", "2026-03-01");
        assertThat(administrator.put(path, 2, draft).status()).isEqualTo(422);
        draft.put("status", "ADOPTED");
        draft.put("candidateRule", "RANK_1");
        var adopted = administrator.put(path, 2, draft);
        assertThat(adopted.status()).as(adopted.text()).isEqualTo(200);
        assertThat(adopted.header("ETag")).isEqualTo("\"3\"");
        assertThat(administrator.put(path, 2, draft).status()).isEqualTo(412);
        var versions = administrator.get(path + "/versions").body().path("items");
        assertThat(versions.findValuesAsString("status")).isEqualTo(List.of("ADOPTED", "DRAFT"));
        draft.put("conferenceId", UUID.randomUUID());
        assertThat(administrator.put(path, 3, draft).status()).isEqualTo(422);
    }

    @Test
    void whatMembersAdoptedOnResultsHoldsUntilTheyAdoptAnother() {
        var season = Competition.season(cluster);
        var path = "/api/v1/seasons/" + season + "/regulation";
        var draft = Competition.newRegulation();
        draft.put("status", "DRAFT");
        draft.put("resultsRule", "PUBLIC");
        assertThat(administrator.put(path, 1, draft).body().path("resultsRule").asString())
                .isEqualTo("PUBLIC");
        assertThat(told(season)).as("nothing is adopted").isEqualTo("DRAFT null");
        var adopted = Competition.newRegulation();
        adopted.put("resultsRule", "OWN");
        assertThat(administrator.put(path, 2, adopted).status()).isEqualTo(200);
        assertThat(told(season)).isEqualTo("ADOPTED OWN");
        assertThat(administrator.put(path, 3, draft).status()).isEqualTo(200);
        assertThat(told(season)).as("a draft opens nothing").isEqualTo("DRAFT OWN");
        adopted.remove("resultsRule");
        assertThat(administrator.put(path, 4, adopted).status()).isEqualTo(200);
        assertThat(told(season)).isEqualTo("ADOPTED null");
        adopted.put("resultsRule", "EVERYBODY");
        assertThat(administrator.put(path, 5, adopted).status()).isEqualTo(422);
    }

    /** What the feed says last of the season's regulation. */
    private static String told(UUID season) {
        return Assembly.text("""
                select (data -> 'regulation' ->> 'status') || ' ' || coalesce(data -> 'regulation' ->> 'resultsRule', 'null')
                from (select aggregate_id, aggregate_version, data from kit.feed_event
                      union all select aggregate_id, aggregate_version, data from kit.outbox) e
                where aggregate_id = '%s' order by aggregate_version desc limit 1
                """.formatted(season));
    }

    @Test
    void aRegulationWithoutAStatusIsRefusedAtThatField() {
        var season = Competition.season(cluster);
        var body = Competition.newRegulation();
        body.remove("status");
        var refused = administrator.put("/api/v1/seasons/" + season + "/regulation", 1, body);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsString("pointer")).containsExactly("/status");
    }

    @Test
    void aMovementIsLaunchedByAMemberForItselfAndForTheSeasonByWhoeverActsForIt() {
        var season = Competition.season(cluster);
        var member = Competition.memberOf(cluster);
        var officer = province.person(province.holder(member, "UNIT_OFFICER", "UNIT"));
        var own = Competition.newMovement(member, season);
        own.put("launchedOn", "2026-03-03");
        var launched = officer.post("/api/v1/movements", own);
        assertThat(launched.status()).as(launched.text()).isEqualTo(201);
        assertThat(launched.body().path("launchedByUnitName").asString()).isEqualTo("Xã thành viên");
        var stranger = province.unit("Xã ngoài khối", province.id);
        var strangersOfficer = province.person(province.holder(stranger, "UNIT_OFFICER", "UNIT"));
        assertThat(strangersOfficer
                        .post("/api/v1/movements", Competition.newMovement(stranger, season))
                        .status())
                .isEqualTo(403);
        assertThat(strangersOfficer
                        .post("/api/v1/movements", Competition.newMovement(stranger, null))
                        .status())
                .isEqualTo(201);
        assertThat(administrator
                        .post("/api/v1/movements", own)
                        .body()
                        .path("existingId")
                        .asString())
                .isEqualTo(launched.id().toString());
        for (var filter : List.of("seasonId=" + season, "clusterId=" + cluster, "unitId=" + member)) {
            assertThat(administrator
                            .get("/api/v1/movements?" + filter)
                            .body()
                            .path("items")
                            .findValuesAsString("id"))
                    .containsExactly(launched.id().toString());
        }
    }

    private String state(UUID season, String code) {
        return item(season, code).path("state").asString();
    }

    private tools.jackson.databind.JsonNode item(UUID season, String code) {
        return administrator
                .get("/api/v1/seasons/" + season + "/due")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("code").asString().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
