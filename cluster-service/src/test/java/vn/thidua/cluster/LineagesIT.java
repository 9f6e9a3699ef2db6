package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

class LineagesIT {
    private final Province province = Province.instance();
    private final Api administrator = province.administrator();

    @Test
    void aMergerIsFoundFromBothItsSides() {
        var one = Competition.ended(province.id, "Xã Một");
        var goesOn = province.unit("Xã Hai", province.id);
        var body = Competition.lineage("MERGE", List.of(one, goesOn), List.of(goesOn));
        body.put("decision", "Nghị quyết 1 ngày 01/03/2026");
        var recorded = administrator.post("/api/v1/lineages", body);
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        var ofOne = administrator.get("/api/v1/units/" + one + "/lineage").body();
        assertThat(ofOne.path("cameFrom").size()).isZero();
        assertThat(ofOne.path("wentInto").path(0).path("successors").findValuesAsString("name"))
                .containsExactly("Xã Hai");
        var ofTwo = administrator.get("/api/v1/units/" + goesOn + "/lineage").body();
        assertThat(ofTwo.path("cameFrom").path(0).path("predecessors").findValuesAsString("name"))
                .containsExactlyInAnyOrder("Xã Một", "Xã Hai");
        assertThat(administrator
                        .get("/api/v1/lineages?unitId=" + one)
                        .body()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asString())
                .isEqualTo(recorded.id().toString());
        var again = administrator.post("/api/v1/lineages", body);
        assertThat(again.problem()).isEqualTo("already-recorded");
        assertThat(again.body().path("existingId").asString())
                .isEqualTo(recorded.id().toString());
    }

    @Test
    void whoDoesNotGoOnHasEndedTheDayBefore() {
        var still = province.unit("Xã vẫn còn", province.id);
        var successor = province.unit("Xã mới", province.id);
        var refused = administrator.post(
                "/api/v1/lineages", Competition.lineage("MERGE", List.of(still), List.of(successor)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("predecessor-goes-on");
    }

    @Test
    void aSuccessorIsThereFromTheDayOn() {
        var one = Competition.ended(province.id, "Xã tách");
        var late = province.newUnit("Xã đến sau", province.id);
        late.put("validFrom", "2026-04-02");
        UUID successor = administrator.post("/api/v1/units", late).id();
        var refused =
                administrator.post("/api/v1/lineages", Competition.lineage("SPLIT", List.of(one), List.of(successor)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/successors");
    }

    @Test
    void onlyADissolutionLeavesNobodyBehind() {
        var one = Competition.ended(province.id, "Xã hết");
        assertThat(administrator
                        .post("/api/v1/lineages", Competition.lineage("MERGE", List.of(one), List.of()))
                        .status())
                .isEqualTo(422);
        assertThat(administrator
                        .post("/api/v1/lineages", Competition.lineage("DISSOLVE", List.of(one), List.of()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aUnitThatHasEndedIsFoundByItsCode() {
        var one = Competition.ended(province.id, "Xã tìm theo mã");
        var code = administrator.get("/api/v1/units/" + one).body().path("code").asString();
        assertThat(administrator
                        .get("/api/v1/units?asOf=2026-05-01&code=" + code)
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactly(one.toString());
    }

    @Test
    void aUnitOfThePastIsFollowedToWhatItIsNow() {
        var before = ends("Xã Ban Đầu", "2026-01-31");
        var between = ends("Xã Ở Giữa", "2026-02-28");
        var north = province.unit("Phường Bắc", province.id);
        var south = province.unit("Phường Nam", province.id);
        recorded("MERGE", "2026-02-01", List.of(before, between), List.of(between));
        recorded("SPLIT", "2026-03-01", List.of(between), List.of(north, south));
        // What happened to a successor before it came in does not concern the unit.
        var earlier = ends("Xã Trước Nữa", "2025-12-31");
        recorded("MERGE", "2026-01-01", List.of(earlier, between), List.of(between));
        var dissolved = ends("Xã Giải Thể Hẳn", "2026-02-28");
        recorded("DISSOLVE", "2026-03-01", List.of(dissolved), List.of());
        var now = administrator
                .get("/api/v1/lineages/now?unitId=" + before + "&unitId=" + dissolved + "&unitId=" + north)
                .body();
        assertThat(now.path(0).path("asOf").asString()).isEqualTo("2026-01-31");
        assertThat(now.path(0).path("now").findValuesAsString("name")).containsExactly("Phường Bắc", "Phường Nam");
        assertThat(now.path(1).path("now").size()).isZero();
        assertThat(now.path(2).path("now").findValuesAsString("unitId")).containsExactly(north.toString());
    }

    @Test
    void whoGoesOnAfterASplitIsFollowedFromTheDayAskedAbout() {
        var whole = province.unit("Sở Còn Lại", province.id);
        var part = province.unit("Sở Tách Ra", province.id);
        recorded("SPLIT", "2026-03-01", List.of(whole), List.of(whole, part));
        var path = "/api/v1/lineages/now?unitId=" + whole + "&asOf=";
        assertThat(administrator
                        .get(path + "2026-02-28")
                        .body()
                        .path(0)
                        .path("now")
                        .findValuesAsString("name"))
                .containsExactlyInAnyOrder("Sở Còn Lại", "Sở Tách Ra");
        assertThat(administrator
                        .get(path + "2026-03-01")
                        .body()
                        .path(0)
                        .path("now")
                        .findValuesAsString("name"))
                .containsExactly("Sở Còn Lại");
        var agency = province.agency(province.agencyWithMandate(part), "units.read");
        assertThat(agency.get(path + "2026-02-28").body().size()).isZero();
    }

    private UUID ends(String name, String lastDay) {
        var unit = province.unit(name, province.id);
        var closing = new java.util.HashMap<String, Object>();
        closing.put("name", name);
        closing.put("parentId", province.id);
        closing.put("effectiveFrom", "2025-07-01");
        closing.put("validTo", lastDay);
        closing.put("reason", "sắp xếp");
        assertThat(administrator.put("/api/v1/units/" + unit, 1, closing).status())
                .isEqualTo(200);
        return unit;
    }

    private void recorded(String kind, String day, List<UUID> predecessors, List<UUID> successors) {
        var body = Competition.lineage(kind, predecessors, successors);
        body.put("effectiveFrom", day);
        var answer = administrator.post("/api/v1/lineages", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }
}
