package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From the candidate to the page in a citizen's hand, and back by ids. */
class ChainIT {
    private final House house = House.instance();

    @Test
    void theElectedUnitIsHonouredAndTheDocumentLeadsBackToTheElection() {
        var elected = house.communes.getFirst();
        var cluster = house.cluster(house.province, house.communes);
        var season = house.season(cluster, house.province, "ELECTED", "BALLOT");
        var ranking = house.ranking(season, cluster, Map.of(house.communes.get(1), 1, elected, 2));
        var election = house.election(season, cluster, elected);
        var officer = house.standingOfficer();

        var candidates = officer.get("/api/v1/candidates?seasonId=" + season).body();
        assertThat(candidates.path("items").findValuesAsString("unitId")).containsExactly(elected.toString());
        assertThat(candidates.path("why").asString()).isEqualTo("ELECTED_BY_BALLOT");

        var nomination =
                House.created(officer.post("/api/v1/nominations", House.nomination(house.flag(), season, elected)));
        var submitted = officer.post("/api/v1/nominations/" + nomination + "/submission", House.submission(null));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        assertThat(submitted.body().path("eligibility").path("findings").findValuesAsString("outcome"))
                .containsExactly("MET", "UNKNOWN", "UNKNOWN");
        House.ok(officer.post(
                "/api/v1/nominations/" + nomination + "/opinions", House.opinion(house.province, true, false, null)));

        var decision =
                House.created(officer.post("/api/v1/decisions", House.decision(house.province, List.of(nomination))));
        House.ok(house.authority().post("/api/v1/decisions/" + decision + "/signature", House.signature()));
        var issued = house.clerk().post("/api/v1/decisions/" + decision + "/number", House.number());
        assertThat(issued.status()).as(issued.text()).isEqualTo(200);
        assertThat(issued.body().path("state").asString()).isEqualTo("ISSUED");

        var documents = officer.get("/api/v1/award-documents?decisionId=" + decision)
                .body()
                .path("items");
        assertThat(documents.size()).isEqualTo(1);
        var document = documents.path(0);
        assertThat(document.path("recipient").asString()).isEqualTo("Xã Suối Mây (minh hoạ)");
        assertThat(document.path("checkUrl").asString())
                .isEqualTo(House.PUBLIC + "/check/" + document.path("code").asString());

        var checked = house.service
                .api()
                .get("/api/v1/public/award-documents/" + document.path("code").asString());
        assertThat(checked.status()).as(checked.text()).isEqualTo(200);
        assertThat(checked.body().path("recipient").asString()).isEqualTo("Xã Suối Mây (minh hoạ)");
        assertThat(checked.body().path("revoked").asBoolean()).isFalse();
        assertThat(checked.body().path("invented").asBoolean()).isTrue();

        var id = document.path("id").asString();
        var trail = officer.get("/api/v1/award-documents/" + id + "/trail").body();
        assertThat(trail.path("decision").path("id").asString()).isEqualTo(decision.toString());
        assertThat(trail.path("nomination").path("id").asString()).isEqualTo(nomination.toString());
        assertThat(trail.path("candidate").path("electionId").asString()).isEqualTo(election.toString());
        assertThat(trail.path("candidate").path("rankingId").asString()).isEqualTo(ranking.toString());
        assertThat(trail.path("clusterId").asString()).isEqualTo(cluster.toString());

        var honours = officer.get("/api/v1/honours?unitId=" + elected + "&seasonId=" + season)
                .body()
                .path("items");
        assertThat(honours.findValuesAsString("documentId")).containsExactly(id);
        assertThat(honours.path(0).path("provenance").asString()).isEqualTo("INVENTED");
    }
}
