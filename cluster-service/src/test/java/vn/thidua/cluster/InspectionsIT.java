package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

/** Members are looked at, put right what was found, and whoever acts for the cluster says whether that is enough. */
class InspectionsIT {
    private static final Province PROVINCE = Province.instance();

    private final Assembly assembly = Assembly.of(3);
    private final UUID inspection = Competition.inspection(assembly.season, assembly.unit(1));
    private final UUID finding = Competition.finding(inspection);

    @Test
    void aFindingGoesFromTheInspectedUnitToWhoeverActsForTheCluster() {
        assertThat(waiting(assembly.leader(1))).contains("FINDING_REMEDY");
        assertThat(close(assembly.officer()).status())
                .as("nothing was done yet")
                .isEqualTo(409);
        var answered = remedy(assembly.leader(1), "Đã gửi báo cáo quý I");
        assertThat(state(answered)).isEqualTo("REMEDIED");
        assertThat(waiting(assembly.leader(1))).doesNotContain("FINDING_REMEDY");
        assertThat(waiting(assembly.leader(0))).as("the head judges").contains("FINDING_CLOSE");
        assertThat(state(remedy(assembly.leader(1), "Đã gửi, kèm công văn"))).isEqualTo("REMEDIED");
        var closed = close(assembly.leader(0));
        assertThat(state(closed)).isEqualTo("CLOSED");
        assertThat(closed.body().path("findings").path(0).path("remedy").asString())
                .isEqualTo("Đã gửi, kèm công văn");
        assertThat(waiting(assembly.leader(0))).doesNotContain("FINDING_CLOSE");
        assertThat(remedy(assembly.leader(1), "Lại nữa").problem()).isEqualTo("conflict");
    }

    @Test
    void theSeasonsListSaysWhichFindingIsDueAndWhichIsDone() {
        assertThat(dueState()).isEqualTo("LATE");
        remedy(assembly.leader(1), "Đã gửi");
        close(assembly.officer());
        assertThat(dueState()).isEqualTo("DONE");
    }

    @Test
    void nobodyJudgesItself() {
        var head = assembly.unit(0);
        var own = assembly.leader(0).post("/api/v1/inspections", Competition.newInspection(assembly.season, head));
        assertThat(own.status()).isEqualTo(403);
        var above = Competition.inspection(assembly.season, head);
        var path = "/api/v1/inspections/" + above + "/findings/" + Competition.finding(above);
        assertThat(assembly.leader(0)
                        .post(path + "/remedy", Map.of("remedy", "Đã xong", "remediedOn", "2026-06-01"))
                        .status())
                .isEqualTo(200);
        assertThat(assembly.leader(0).post(path + "/closing", null).status()).isEqualTo(403);
        assertThat(assembly.officer().post(path + "/closing", null).status()).isEqualTo(200);
    }

    @Test
    void onlyTheInspectedUnitSaysWhatItDid() {
        assertThat(remedy(assembly.leader(2), "Thay họ").status()).isEqualTo(403);
        assertThat(remedy(assembly.officer(), "Thay họ").status()).isEqualTo(403);
    }

    @Test
    void whatWasRecordedWronglyIsTakenBackAndStaysToBeRead() {
        var path = "/api/v1/inspections/" + inspection;
        var reason = Map.of("reason", "ghi nhầm đơn vị");
        assertThat(assembly.officer()
                        .with("If-Match", "\"7\"")
                        .post(path + "/withdrawal", reason)
                        .status())
                .isEqualTo(412);
        assertThat(assembly.officer()
                        .with("If-Match", "\"1\"")
                        .post(path + "/withdrawal", reason)
                        .status())
                .isEqualTo(200);
        assertThat(assembly.officer().get(path).body().path("withdrawnBecause").asString())
                .isEqualTo("ghi nhầm đơn vị");
        assertThat(waiting(assembly.leader(1))).doesNotContain("FINDING_REMEDY");
        assertThat(remedy(assembly.leader(1), "Đã gửi").status()).isEqualTo(409);
    }

    @Test
    void anInspectionIsOfAMemberOnADayThatHasCome() {
        var officer = assembly.officer();
        var stranger = Competition.newInspection(assembly.season, PROVINCE.unit("Xã ngoài cụm", PROVINCE.id));
        assertThat(pointer(officer.post("/api/v1/inspections", stranger))).isEqualTo("/unitId");
        var later = Competition.newInspection(assembly.season, assembly.unit(1));
        later.put("heldOn", "2199-01-01");
        assertThat(pointer(officer.post("/api/v1/inspections", later))).isEqualTo("/heldOn");
        assertThat(pointer(officer.post(
                        "/api/v1/inspections/" + inspection + "/findings/" + finding + "/remedy",
                        Map.of("remedy", "x", "remediedOn", "2026-05-19"))))
                .as("only the unit may")
                .isEmpty();
        assertThat(pointer(assembly.leader(1)
                        .post(
                                "/api/v1/inspections/" + inspection + "/findings/" + finding + "/remedy",
                                Map.of("remedy", "x", "remediedOn", "2026-05-19"))))
                .isEqualTo("/remediedOn");
    }

    @Test
    void theSameInspectionIsThereOnce() {
        var body = Competition.newInspection(assembly.season, assembly.unit(2));
        assertThat(assembly.officer().post("/api/v1/inspections", body).status())
                .isEqualTo(201);
        var again = assembly.officer().post("/api/v1/inspections", body);
        assertThat(again.problem()).isEqualTo("already-recorded");
    }

    @Test
    void theListIsTheNewestFirstAndInPages() {
        var later = Competition.newInspection(assembly.season, assembly.unit(2));
        later.put("heldOn", "2026-05-21");
        later.put("findings", List.of());
        var second = assembly.officer().post("/api/v1/inspections", later).id();
        var path = "/api/v1/inspections?limit=1&seasonId=" + assembly.season;
        var first = assembly.leader(2).get(path).body();
        assertThat(first.path("items").findValuesAsString("id")).containsExactly(second.toString());
        var next = assembly.leader(2)
                .get(path + "&after=" + first.path("next").asString())
                .body()
                .path("items")
                .path(0);
        assertThat(next.path("id").asString()).isEqualTo(inspection.toString());
        assertThat(next.path("findings")).hasSize(1);
    }

    private Api.Answer remedy(Api by, String what) {
        return by.post(
                "/api/v1/inspections/" + inspection + "/findings/" + finding + "/remedy",
                Map.of("remedy", what, "remediedOn", "2026-06-01"));
    }

    private Api.Answer close(Api by) {
        return by.post("/api/v1/inspections/" + inspection + "/findings/" + finding + "/closing", null);
    }

    private static String state(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.body().path("findings").path(0).path("state").asString();
    }

    private static String pointer(Api.Answer answer) {
        return answer.body().path("errors").path(0).path("pointer").asString("");
    }

    private static List<String> waiting(Api by) {
        return by.get("/api/v1/tasks").body().path("items").findValuesAsString("code");
    }

    private String dueState() {
        return assembly.officer()
                .get("/api/v1/seasons/" + assembly.season + "/due")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.path("code").asString().equals("FINDING_REMEDY"))
                .map(item -> item.path("state").asString())
                .findFirst()
                .orElseThrow();
    }
}
