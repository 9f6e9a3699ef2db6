package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

class FoundingDecisionsIT {
    private final Province province = Province.instance();
    private final UUID organiser = province.unit("Tỉnh ra quyết định", province.id);
    private final UUID cluster = Competition.cluster(organiser);
    private final String path = "/api/v1/clusters/" + cluster + "/founding-decision";
    private final Api officer = province.person(province.holder(organiser, "STANDING_OFFICER", "UNIT"));

    @Test
    void aClusterSaysByWhichDecisionItWasFoundedAndShowsItsScan() {
        assertThat(officer.get(path).body().path("decision").isNull()).isTrue();
        var scan = PaperVotes.scan(officer);
        var founding = Competition.newFounding();
        founding.put("issuerUnitId", organiser);
        founding.put("fileId", scan);
        var recorded = officer.put(path, 0, founding);
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(200);
        assertThat(recorded.header("ETag")).isEqualTo("\"1\"");
        var decision = province.person(province.holder(province.id, "AUDITOR", "UNIT"))
                .get(path)
                .body()
                .path("decision");
        assertThat(decision.path("number").asString()).isEqualTo("1618/QĐ-UBND");
        assertThat(decision.path("decidedOn").asString()).isEqualTo("2025-12-20");
        assertThat(decision.path("issuedBy").asString()).isEqualTo("Chủ tịch Ủy ban nhân dân tỉnh");
        assertThat(decision.path("issuerName").asString()).isEqualTo("Tỉnh ra quyết định");
        assertThat(decision.path("fileName").asString()).isEqualTo("bien-ban.pdf");
        var reader = province.person(province.holder(province.id, "UNIT_OFFICER", "UNIT"));
        assertThat(reader.get("/api/v1/files/cluster/" + scan).status()).isEqualTo(200);
    }

    @Test
    void aScanThatNothingNamesIsSeenByWhoBroughtItInAlone() {
        var scan = PaperVotes.scan(officer);
        assertThat(officer.get("/api/v1/files/cluster/" + scan).status()).isEqualTo(200);
        assertThat(province.administrator().get("/api/v1/files/cluster/" + scan).status())
                .isEqualTo(404);
    }

    @Test
    void aChangeNeedsItsReasonAndTheVersionThatWasRead() {
        officer.put(path, 0, Competition.newFounding());
        var changed = Competition.newFounding();
        changed.put("number", "1619/QĐ-UBND");
        assertThat(pointer(officer.put(path, 1, changed))).isEqualTo("/reason");
        changed.put("reason", "ghi nhầm số");
        assertThat(officer.put(path, 0, changed).status()).isEqualTo(412);
        assertThat(officer.put(path, 1, changed)
                        .body()
                        .path("decision")
                        .path("number")
                        .asString())
                .isEqualTo("1619/QĐ-UBND");
        var history = province.administrator()
                .get("/api/v1/audit/cluster?aggregateId=" + cluster)
                .body()
                .path("items");
        assertThat(history.findValuesAsString("action"))
                .contains("cluster.founding-recorded", "cluster.founding-corrected");
        assertThat(history.findValuesAsString("reason")).contains("ghi nhầm số");
    }

    @Test
    void aScanStaysWhoeverBroughtItInButAnotherIsTheCallersOwn() {
        var founding = Competition.newFounding();
        founding.put("fileId", PaperVotes.scan(officer));
        officer.put(path, 0, founding);
        founding.put("reason", "sửa tên cơ quan");
        founding.put("issuedBy", "Ủy ban nhân dân tỉnh");
        var administrator = province.administrator();
        assertThat(administrator.put(path, 1, founding).status()).isEqualTo(200);
        founding.put("fileId", PaperVotes.scan(officer));
        assertThat(pointer(administrator.put(path, 2, founding))).isEqualTo("/fileId");
        founding.put("fileId", PaperVotes.file(officer, "chỉ là chữ".getBytes(StandardCharsets.UTF_8)));
        var refused = officer.put(path, 2, founding);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("not-a-scan");
    }

    @Test
    void whatIsTakenBackIsGoneAndItsVersionIsNot() {
        officer.put(path, 0, Competition.newFounding());
        var withdrawn = officer.with("If-Match", "\"1\"").post(path + "/withdrawal", Map.of("reason", "của cụm khác"));
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
        assertThat(withdrawn.body().path("decision").isNull()).isTrue();
        assertThat(officer.put(path, 0, Competition.newFounding()).status()).isEqualTo(412);
        assertThat(officer.with("If-Match", "\"2\"")
                        .post(path + "/withdrawal", Map.of("reason", "lần nữa"))
                        .status())
                .isEqualTo(404);
        assertThat(officer.put(path, 2, Competition.newFounding()).status()).isEqualTo(200);
    }

    @Test
    void theDatabaseItselfKeepsADecisionWholeAndItsVersionGoingForward() {
        officer.put(path, 0, Competition.newFounding());
        refusedByTheDatabase("number = null, version = 2", "founding_decision_whole");
        refusedByTheDatabase("number = '1/QĐ-UBND'", "goes forward");
    }

    @Test
    void aCommuneEntrustedWithItFoundsClustersOfItsOwnAndNobodyElses() {
        var commune = province.unit("Xã được giao", organiser);
        var hamlets = province.unit("Thôn trong xã", commune);
        var neighbour = province.unit("Xã bên cạnh", organiser);
        var holder = province.holder(commune, "STANDING_OFFICER", "SUBTREE");
        var delegate = province.person(holder);
        var founded = delegate.post("/api/v1/clusters", Competition.newCluster(commune));
        assertThat(founded.status()).as(founded.text()).isEqualTo(201);
        var own = "/api/v1/clusters/" + founded.id();
        assertThat(delegate.post(own + "/members", Competition.newMember(hamlets, "2026-01-01", null))
                        .status())
                .isEqualTo(201);
        assertThat(delegate.put(own + "/founding-decision", 0, Competition.newFounding())
                        .status())
                .isEqualTo(200);
        for (var elsewhere : new UUID[] {organiser, neighbour, province.id}) {
            assertThat(delegate.post("/api/v1/clusters", Competition.newCluster(elsewhere))
                            .status())
                    .isEqualTo(403);
        }
        var above = province.person(province.holder(organiser, "STANDING_OFFICER", "SUBTREE"));
        assertThat(above.put(own, 2, renamed(commune)).status()).isEqualTo(200);
        assertThat(officer.put(own, 3, renamed(commune)).status())
                .as("a mandate at the province alone says nothing about its communes")
                .isEqualTo(403);
    }

    private Map<String, Object> renamed(UUID commune) {
        var body = Competition.newCluster(commune);
        body.put("name", "Cụm thi đua các thôn");
        return body;
    }

    private void refusedByTheDatabase(String change, String because) {
        assertThatThrownBy(() -> {
                    try (var connection = province.service.database().asApp();
                            var statement = connection.createStatement()) {
                        statement.execute(
                                "update founding_decision set " + change + " where cluster_id = '" + cluster + "'");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(because);
    }

    private static String pointer(Api.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        return refused.body().path("errors").path(0).path("pointer").asString();
    }
}
