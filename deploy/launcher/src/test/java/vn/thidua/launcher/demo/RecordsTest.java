package vn.thidua.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The files of the five documents, loaded into something that keeps what it is given. */
class RecordsTest {
    @Test
    void a_second_load_makes_nothing() throws Exception {
        try (RecordingApi platform = new RecordingApi()) {
            load(platform);
            int first = platform.writes();
            assertThat(first).isGreaterThan(150);

            load(platform);

            assertThat(platform.writes()).isEqualTo(first);
        }
    }

    @Test
    void every_cluster_comes_with_all_its_members_and_what_its_meeting_did() throws Exception {
        try (RecordingApi platform = new RecordingApi()) {
            load(platform);

            assertThat(platform.all("/api/v1/clusters")).hasSize(5);
            assertThat(platform.all("/members")).hasSize(5 + 9 + 12 + 10 + 5);
            assertThat(platform.all("/api/v1/seasons"))
                    .hasSize(7)
                    .allMatch(season -> season.path("mode").asString().equals("RECORDED"));
            assertThat(platform.all("/headships")).hasSize(6);
            assertThat(platform.all("/api/v1/conferences")).hasSize(5);
            assertThat(platform.all("/api/v1/honours"))
                    .hasSize(3)
                    .allMatch(honour -> honour.path("decisionNumber").isNull());
            assertThat(platform.all("/api/v1/figures")).hasSize(7 + 1 + 8 + 17);
        }
    }

    @Test
    void what_a_file_names_is_replaced_by_its_id_and_nothing_else_is_touched() {
        Names names = new Names();
        names.put("unit", "T63-HA-NOI", "7");

        JsonNode resolved = names.resolved(
                tools.jackson.databind.json.JsonMapper.shared()
                        .readTree(
                                "{\"unit\":\"T63-HA-NOI\",\"season\":null,\"rows\":[{\"hostUnit\":\"T63-HA-NOI\"}],\"value\":8.25}"));

        assertThat(resolved.toString())
                .isEqualTo("{\"unitId\":\"7\",\"seasonId\":null,\"rows\":[{\"hostUnitId\":\"7\"}],\"value\":8.25}");
    }

    private static void load(RecordingApi platform) throws Exception {
        Names names = new Names();
        names.put("unit", "TW", "1");
        DemoLoader.read("records/units").path("units").forEach(unit -> {
            String code = unit.path("code").asString();
            names.put(
                    "unit",
                    code,
                    UUID.nameUUIDFromBytes(code.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                            .toString());
        });
        Records records = new Records(platform.api(), names);
        records.indicators(DemoLoader.read("records/indicators"));
        for (String document : DemoLoader.DOCUMENTS) {
            JsonNode file = DemoLoader.read("records/" + document);
            Names own = names.within();
            records.cluster(file, own);
            records.results(file, own);
        }
    }
}
