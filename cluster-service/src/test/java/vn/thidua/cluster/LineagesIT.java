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
}
