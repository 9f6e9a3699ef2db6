package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

class ConferencesIT {
    private final Province province = Province.instance();
    private final Api administrator = province.administrator();
    private final UUID cluster = Competition.cluster(province.id);
    private final UUID closing = Competition.season(cluster, "2025", "2025-07-01", "2026-05-29", "RECORDED");
    private final UUID coming = Competition.season(cluster, "2026", "2026-01-01", "2026-12-31", "RECORDED");

    @Test
    void oneMeetingClosesASeasonAndPlansSignsAndHandsOverTheNext() {
        var host = Competition.memberOf(cluster);
        var head = Competition.memberOf(cluster);
        Competition.headship(closing, head, "HEAD");
        var body = Competition.newConference(cluster, "2026-05-29", Map.of());
        body.put("hostUnitId", host);
        body.put(
                "purposes",
                List.of(
                        purpose("YEAR_END", closing),
                        purpose("PLAN", coming),
                        purpose("SIGNING", coming),
                        purpose("HANDOVER", coming)));
        var id = administrator.post("/api/v1/conferences", body).id();
        var found = administrator.get("/api/v1/conferences/" + id).body();
        assertThat(found.path("hostUnitId").asString()).isEqualTo(host.toString());
        assertThat(found.path("purposes")
                        .valueStream()
                        .map(p -> p.path("purpose").asString() + " "
                                + p.path("seasonName").asString()))
                .containsExactly("YEAR_END 2025", "HANDOVER 2026", "PLAN 2026", "SIGNING 2026");
        for (var season : List.of(closing, coming)) {
            assertThat(administrator
                            .get("/api/v1/conferences?seasonId=" + season)
                            .body()
                            .path("items")
                            .findValuesAsString("title"))
                    .containsExactly(found.path("title").asString());
        }
    }

    @Test
    void whoCameWhatWasReadAndResolvedIsNotedOnce() {
        var id = Competition.conference(cluster, "2026-07-29", Map.of("MID_YEAR", coming));
        var path = "/api/v1/conferences/" + id;
        var unit = Competition.memberOf(cluster);
        var guest = Map.of("name", "Ông Phó Trưởng Ban", "office", "Phó Trưởng Ban Thi đua", "capacity", "SUPERIOR");
        var paper = Map.of("unitId", unit, "title", "Kinh nghiệm giảm nghèo", "text", "Toàn văn");
        var resolution = Map.of("seasonId", coming, "text", "Thống nhất dự thảo quy chế");
        for (var noted : List.of(
                Map.entry("/attendances", guest), Map.entry("/papers", paper), Map.entry("/resolutions", resolution))) {
            var first = administrator.post(path + noted.getKey(), noted.getValue());
            assertThat(first.status()).as(first.text()).isEqualTo(201);
            var second = administrator.post(path + noted.getKey(), noted.getValue());
            assertThat(second.problem()).isEqualTo("already-recorded");
            assertThat(second.body().path("existingId").asString())
                    .isEqualTo(first.id().toString());
        }
        var found = administrator.get(path);
        assertThat(found.header("ETag")).isEqualTo("\"4\"");
        assertThat(found.body().path("attendances").path(0).path("office").asString())
                .isEqualTo("Phó Trưởng Ban Thi đua");
        assertThat(found.body().path("papers").path(0).path("unitName").asString())
                .isEqualTo("Xã thành viên");
        assertThat(found.body().path("resolutions").path(0).path("seasonId").asString())
                .isEqualTo(coming.toString());
        assertThat(administrator
                        .post(path + "/attendances", Map.of("capacity", "GUEST"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatWasResolvedBecomesSomebodysTaskAndTellsWhatCameOfIt() {
        var id = Competition.conference(cluster, "2026-07-28", Map.of("MID_YEAR", coming));
        var path = "/api/v1/conferences/" + id;
        var resolution = administrator
                .post(path + "/resolutions", Map.of("seasonId", coming, "text", "Hoàn thành xóa nhà tạm"))
                .id();
        var unit = Competition.memberOf(cluster);

        var task = administrator.post("/api/v1/key-tasks", task(coming, resolution, unit));

        assertThat(task.status()).as(task.text()).isEqualTo(201);
        assertThat(task.body().path("conferenceId").asString()).isEqualTo(id.toString());
        var came = administrator.get(path).body().path("resolutions").path(0).path("tasks");
        assertThat(came.findValuesAsString("keyTaskId"))
                .containsExactly(task.id().toString());
        assertThat(came.findValuesAsString("ownerUnitName")).containsExactly("Xã thành viên");
        assertThat(came.path(0).path("outcome").isNull()).isTrue();
        var later = Competition.conference(cluster, "2026-12-28", Map.of("YEAR_END", coming));
        administrator.post(
                "/api/v1/key-tasks/" + task.id() + "/reviews", Map.of("conferenceId", later, "outcome", "DONE"));
        assertThat(administrator
                        .get(path)
                        .body()
                        .path("resolutions")
                        .path(0)
                        .path("tasks")
                        .findValuesAsString("outcome"))
                .containsExactly("DONE");
    }

    @Test
    void aTaskComesOfAResolutionOfItsOwnClusterSeasonAndConference() {
        var here = Competition.conference(cluster, "2026-07-27", Map.of("MID_YEAR", coming));
        var other = Competition.conference(cluster, "2026-07-26", Map.of("MID_YEAR", coming));
        var resolution = administrator
                .post("/api/v1/conferences/" + here + "/resolutions", Map.of("seasonId", coming, "text", "Của năm tới"))
                .id();
        var unit = Competition.memberOf(cluster);
        var atAnother = task(coming, resolution, unit);
        atAnother.put("conferenceId", other);
        var elsewhere = Competition.season(Competition.cluster(province.id));
        for (var wrong : List.of(
                task(closing, resolution, unit),
                atAnother,
                task(elsewhere, resolution, unit),
                task(coming, UUID.randomUUID(), unit))) {
            var refused = administrator.post("/api/v1/key-tasks", wrong);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                    .isEqualTo("/resolutionId");
        }
        var taken = administrator.post("/api/v1/key-tasks", task(coming, resolution, unit));
        assertThat(administrator
                        .with("If-Match", "\"1\"")
                        .post("/api/v1/key-tasks/" + taken.id() + "/withdrawal", Map.of("reason", "nhập nhầm"))
                        .status())
                .isEqualTo(204);
        assertThat(administrator
                        .get("/api/v1/conferences/" + here)
                        .body()
                        .path("resolutions")
                        .path(0)
                        .path("tasks"))
                .isEmpty();
    }

    private static Map<String, Object> task(UUID season, UUID resolution, UUID owner) {
        var task = new HashMap<String, Object>();
        task.put("seasonId", season);
        task.put("kind", "KEY_TASK");
        task.put("text", "Hoàn thành xóa nhà tạm trước ngày 30/11");
        task.put("resolutionId", resolution);
        task.put("ownerUnitId", owner);
        task.put("dueOn", "2026-11-30");
        task.put("provenance", "LIVE");
        return task;
    }

    @Test
    void aConferenceServesSeasonsOfItsOwnClusterOnly() {
        var elsewhere = Competition.season(Competition.cluster(province.id));
        var refused = administrator.post(
                "/api/v1/conferences", Competition.newConference(cluster, "2026-07-29", Map.of("MID_YEAR", elsewhere)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/purposes/0/seasonId");
    }

    @Test
    void theSameMeetingRecordedTwiceIsOneAndCanBeCorrected() {
        var body = Competition.newConference(cluster, "2026-07-29", Map.of("MID_YEAR", coming));
        var first = administrator.post("/api/v1/conferences", body);
        var second = administrator.post("/api/v1/conferences", body);
        assertThat(second.problem()).isEqualTo("already-recorded");
        assertThat(second.body().path("existingId").asString())
                .isEqualTo(first.id().toString());
        body.put("place", "Hạ Long");
        body.put("purposes", List.of(purpose("MID_YEAR", coming), purpose("REGULATION", coming)));
        var changed = administrator.put("/api/v1/conferences/" + first.id(), 1, body);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.body().path("purposes").size()).isEqualTo(2);
        assertThat(administrator
                        .put("/api/v1/conferences/" + first.id(), 1, body)
                        .status())
                .isEqualTo(412);
    }

    private static Map<String, Object> purpose(String purpose, UUID season) {
        return Map.of("purpose", purpose, "seasonId", season);
    }
}
