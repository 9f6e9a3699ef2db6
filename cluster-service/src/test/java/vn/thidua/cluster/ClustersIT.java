package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

class ClustersIT {
    private final Province province = Province.instance();
    private final UUID organiser = province.unit("Tỉnh tổ chức", province.id);
    private final Api administrator = province.administrator();

    @Test
    void aUnitIsInOneClusterOfAnOrganiserOnAnyDay() {
        var first = Competition.cluster(organiser);
        var second = Competition.cluster(organiser);
        var unit = province.unit("Xã hai khối", province.id);
        var standing = Competition.member(first, unit, "2026-01-01", "2026-06-30");
        var refused = administrator.post(
                "/api/v1/clusters/" + second + "/members", Competition.newMember(unit, "2026-06-30", null));
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("member-twice");
        assertThat(refused.body().path("existingId").asString()).isEqualTo(standing.toString());
        assertThat(refused.body().path("clusterId").asString()).isEqualTo(first.toString());
        Competition.member(second, unit, "2026-07-01", null);
    }

    @Test
    void theDatabaseItselfRefusesAUnitTwiceInAnOrganisersTree() {
        var first = Competition.cluster(organiser);
        var second = Competition.cluster(organiser);
        var unit = province.unit("Xã ghi thẳng", province.id);
        Competition.member(first, unit, "2026-01-01", null);
        assertThatThrownBy(() -> {
                    try (var connection = province.service.database().asApp();
                            var statement = connection.createStatement()) {
                        statement.execute("""
                                insert into membership (cluster_id, organiser_id, unit_id, during, provenance)
                                values ('%s', '%s', '%s', daterange('2026-12-31', null), 'LIVE')
                                """.formatted(second, organiser, unit));
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("membership_once");
    }

    @Test
    void aProvincialBlockAndAMinistrysGroupAtOnceAreLegal() {
        var ministry = province.unit("Bộ chủ quản", province.id);
        var unit = province.unit("Sở hai nơi", province.id);
        var block = Competition.cluster(organiser);
        var group = Competition.cluster(ministry);
        Competition.member(block, unit, "2026-01-01", null);
        Competition.member(group, unit, "2026-01-01", null);
        var found = administrator.get("/api/v1/clusters?asOf=2026-05-05&memberId=" + unit);
        assertThat(found.body().path("items").findValuesAsString("id"))
                .containsExactlyInAnyOrder(block.toString(), group.toString());
    }

    @Test
    void whoRecordsAClusterTwiceIsToldWhichThereIs() {
        var body = Competition.newCluster(organiser);
        var first = administrator.post("/api/v1/clusters", body);
        var second = administrator.post("/api/v1/clusters", body);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("already-recorded");
        assertThat(second.body().path("existingId").asString())
                .isEqualTo(first.id().toString());
        var listed = administrator.get("/api/v1/clusters?organiserId=" + organiser + "&code=" + body.get("code"));
        assertThat(listed.body().path("items").findValuesAsString("id"))
                .containsExactly(first.id().toString());
    }

    @Test
    void theSameRequestSentAgainMakesNoSecondMember() {
        var cluster = Competition.cluster(organiser);
        var body = Competition.newMember(province.unit("Xã gửi lại", province.id), "2026-01-01", null);
        var api = administrator.with("Idempotency-Key", UUID.randomUUID().toString());
        var first = api.post("/api/v1/clusters/" + cluster + "/members", body);
        var again = api.post("/api/v1/clusters/" + cluster + "/members", body);
        assertThat(again.id()).isEqualTo(first.id());
        var byAnother = administrator.post("/api/v1/clusters/" + cluster + "/members", body);
        assertThat(byAnother.problem()).isEqualTo("already-recorded");
        assertThat(byAnother.body().path("existingId").asString())
                .isEqualTo(first.id().toString());
    }

    @Test
    void membersOverTimeAreAllThereForWhoeverAsksForAll() {
        var cluster = Competition.cluster(organiser);
        var gone = province.unit("Xã đã rời", province.id);
        var member = Competition.member(cluster, gone, "2025-07-01", null);
        var stays = Competition.memberOf(cluster);
        var path = "/api/v1/clusters/" + cluster + "/members";
        var left = administrator.post(
                path + "/" + member + "/leaving", Map.of("to", "2026-03-31", "reason", "chuyển sang khối khác"));
        assertThat(left.status()).as(left.text()).isEqualTo(200);
        assertThat(left.body().path("to").asString()).isEqualTo("2026-03-31");
        assertThat(units(path + "?asOf=2026-03-31")).containsExactlyInAnyOrder(gone.toString(), stays.toString());
        assertThat(units(path + "?asOf=2026-04-01")).containsExactly(stays.toString());
        assertThat(units(path + "?asOf=all")).containsExactlyInAnyOrder(gone.toString(), stays.toString());
        var again = administrator.post(
                path + "/" + member + "/leaving", Map.of("to", "2026-03-31", "reason", "chuyển sang khối khác"));
        assertThat(again.status()).isEqualTo(200);
        var later = administrator.post(path + "/" + member + "/leaving", Map.of("to", "2026-05-31", "reason", "đổi ý"));
        assertThat(later.status()).isEqualTo(409);
    }

    @Test
    void aUnitIsAMemberOnlyWhileItExists() {
        var cluster = Competition.cluster(organiser);
        var unit = province.unit("Xã sắp hết", province.id);
        var path = "/api/v1/clusters/" + cluster + "/members";
        var early = administrator.post(path, Competition.newMember(unit, "2025-06-30", null));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/from");
        var member = Competition.member(cluster, unit, "2026-01-01", null);
        var closing = Map.of(
                "name",
                "Xã sắp hết",
                "parentId",
                province.id,
                "effectiveFrom",
                "2026-01-01",
                "validTo",
                "2026-06-30",
                "reason",
                "sáp nhập");
        var refused = administrator.put("/api/v1/units/" + unit, 1, closing);
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        administrator.post(path + "/" + member + "/leaving", Map.of("to", "2026-06-30", "reason", "sáp nhập"));
        assertThat(administrator.put("/api/v1/units/" + unit, 1, closing).status())
                .isEqualTo(200);
    }

    @Test
    void aClusterKeepsItsOrganiserWhateverElseChanges() {
        var body = Competition.newCluster(organiser);
        var id = administrator.post("/api/v1/clusters", body).id();
        body.put("name", "Cụm đổi tên");
        var changed = administrator.put("/api/v1/clusters/" + id, 1, body);
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.body().path("name").asString()).isEqualTo("Cụm đổi tên");
        assertThat(administrator.put("/api/v1/clusters/" + id, 1, body).status())
                .isEqualTo(412);
        body.put("organiserId", province.id);
        assertThat(administrator.put("/api/v1/clusters/" + id, 2, body).status())
                .isEqualTo(422);
    }

    @Test
    void aDocumentThatIsSaidToSayItIsNamed() {
        var body = Competition.newCluster(organiser);
        body.put("provenance", "IN_DOCUMENT");
        assertThat(administrator.post("/api/v1/clusters", body).status()).isEqualTo(422);
        body.put("source", "Báo cáo tổng kết năm 2019, trang 1");
        assertThat(administrator.post("/api/v1/clusters", body).status()).isEqualTo(201);
    }

    private java.util.List<String> units(String path) {
        return administrator.get(path).body().path("items").findValuesAsString("unitId");
    }

    @Test
    void aClusterIsFoundWithoutAccentsByTheBeginningOfItsCodeAndDespiteASlipOfTyping() {
        var cluster = Competition.newCluster(organiser);
        cluster.put("name", "Cụm thi đua Vịnh Thuỷ Triều 100%");
        cluster.put("code", "VTT.2026");
        assertThat(administrator.post("/api/v1/clusters", cluster).status()).isEqualTo(201);
        for (var typed : List.of("vinh thuy tri", "vtt.2", "cum thi dua vinh thuy triex", "100%25")) {
            assertThat(administrator
                            .get("/api/v1/clusters?q=" + typed.replace(" ", "%20"))
                            .body()
                            .path("items")
                            .findValuesAsString("code"))
                    .as(typed)
                    .containsExactly("VTT.2026");
        }
        assertThat(administrator
                        .get("/api/v1/clusters?q=1%25")
                        .body()
                        .path("items")
                        .findValuesAsString("code"))
                .doesNotContain("VTT.2026");
    }
}
