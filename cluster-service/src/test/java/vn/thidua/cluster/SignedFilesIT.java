package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.cluster.digitalsignature.Signer;
import vn.thidua.kit.test.Api;

/** Members lay what they signed digitally beside the compact. */
class SignedFilesIT {
    private static final Province PROVINCE = Province.instance();
    private static final String TARGETS = "A01;Thu ngân sách;1200;tỷ đồng\n";
    private static final String HASH_OF_TARGETS =
            Assembly.text("select encode(sha256(convert_to('%s', 'UTF8')), 'hex')".formatted(TARGETS));
    private static final Signer SIGNER =
            Signer.of(Signer.Authority.named("Chứng thực chữ ký số Thử Nghiệm"), "Trần Văn Ký");

    private final Assembly assembly = Assembly.of(2);
    private final UUID compact = drawn(assembly);
    private final Api leader = assembly.leader(0);

    @Test
    void aPdfThatALeaderSignedIsKeptWithWhatWasFoundAndIsNoSignatureHere() {
        var file = brought(leader, SIGNER.pdf(paper()));
        var added = leader.post(files(), Map.of("unitId", assembly.unit(0), "fileId", file));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        var listed = assembly.officer().get(files()).body().path("items");
        assertThat(listed).hasSize(1);
        assertThat(listed.path(0)).isEqualTo(added.body());
        assertThat(added.body().path("kind").asString()).isEqualTo("PDF");
        assertThat(added.body().path("broughtBy").asString()).startsWith("Người account-");
        var signature = added.body().path("signatures").path(0);
        assertThat(signature.path("subject").asString()).contains("CN=Trần Văn Ký");
        assertThat(signature.path("statedAt").isNull()).isFalse();
        assertThat(signature
                        .path("checks")
                        .valueStream()
                        .map(check -> check.path("about").asString() + " "
                                + check.path("outcome").asString() + " "
                                + check.path("reason").asString("-")))
                .containsExactly(
                        "SIGNATURE PASSED -",
                        "WHOLE_FILE PASSED -",
                        "TEXT PASSED -",
                        "VALIDITY PASSED -",
                        "CHAIN NOT_CHECKED NO_TRUST_STORE",
                        "REVOCATION NOT_CHECKED NOT_ASKED");
        assertThat(PROVINCE.person(PROVINCE.holder(PROVINCE.id, "AUDITOR", "SUBTREE"))
                        .get("/api/v1/files/cluster/" + file)
                        .status())
                .as("whoever sees the compact reads the file")
                .isEqualTo(200);
        var read = assembly.officer().get(path()).body();
        assertThat(read.path("status").asString()).isEqualTo("SIGNING");
        assertThat(read.path("board")).allMatch(row -> row.path("signedAt").isNull());
        assertThat(Assembly.text("select after::text from kit.audit where action = 'compact.signed-file-added'"
                        + " and aggregate_id = '" + compact + "'"))
                .contains(file.toString())
                .doesNotContain("Trần Văn Ký");
        assertThat(fault(leader.post(files(), Map.of("unitId", assembly.unit(0), "fileId", file))))
                .as("once")
                .isEqualTo("invalid-content /fileId taken");
    }

    @Test
    void aSignatureBesideTheVeryTextIsKeptToo() {
        var officer = PROVINCE.person(PROVINCE.holder(assembly.unit(1), "UNIT_OFFICER", "UNIT"));
        var text = officer.get(path() + "/text").bytes();
        var file = brought(officer, SIGNER.cms(text));
        var added = officer.post(files(), Map.of("unitId", assembly.unit(1), "fileId", file));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.body().path("kind").asString()).isEqualTo("CMS");
        var older = leader.post(
                files(), Map.of("unitId", assembly.unit(0), "fileId", brought(leader, SIGNER.pdf(paper()))));
        assertThat(older.status()).isEqualTo(201);
        var first = officer.get(files() + "?limit=1").body();
        assertThat(first.path("items").findValuesAsString("kind")).contains("PDF");
        assertThat(officer.get(files() + "?limit=1&after=" + first.path("next").asString())
                        .body()
                        .path("items")
                        .path(0)
                        .path("kind")
                        .asString())
                .isEqualTo("CMS");
    }

    @Test
    void whatProvesNothingIsRefusedAndNotKept() {
        var signed = SIGNER.pdf(paper());
        var appended = new String(signed, StandardCharsets.ISO_8859_1) + "\n% thêm";
        var other = drawn(Assembly.of(2));
        assertThat(add(SIGNER.pdf(paper(other)))).isEqualTo("signed-file-refused /fileId signed-other-text");
        assertThat(add(SIGNER.cms("lời khác".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("signed-file-refused /fileId signed-other-text");
        assertThat(add(appended.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("signed-file-refused /fileId signed-not-whole");
        assertThat(add(paper())).isEqualTo("signed-file-refused /fileId signed-no-signature");
        assertThat(add("chữ thường".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("signed-file-refused /fileId signed-unreadable");
        signed[signed.length / 2] ^= 1;
        assertThat(add(signed)).startsWith("signed-file-refused /fileId signed-");
        assertThat(leader.get(files()).body().path("items")).isEmpty();
    }

    @Test
    void noFileIsTakenThatIsTooLargeOrNothingKnown() {
        var raw = leader.with("Content-Type", "application/octet-stream");
        assertThat(raw.post("/api/v1/files/cluster?name=a.pdf", new byte[1024 * 1024 + 1])
                        .status())
                .isEqualTo(413);
        assertThat(raw.post("/api/v1/files/cluster?name=a.p7s", new byte[] {0x30, 3, 1, 1, 0})
                        .status())
                .isEqualTo(422);
    }

    @Test
    void onlyTheMembersOwnPeopleLayAFileBesideTheCompactAndOnlyTheirOwn() {
        var file = brought(leader, SIGNER.pdf(paper()));
        var body = Map.of("unitId", assembly.unit(0), "fileId", file);
        assertThat(assembly.officer().post(files(), body).status()).isEqualTo(403);
        assertThat(assembly.leader(1).post(files(), body).status()).isEqualTo(403);
        assertThat(fault(assembly.leader(1).post(files(), Map.of("unitId", assembly.unit(1), "fileId", file))))
                .as("brought in by somebody else")
                .isEqualTo("invalid-content /fileId not-found");
        var outside = PROVINCE.unit("Ngoài khối", PROVINCE.id);
        assertThat(fault(PROVINCE.person(PROVINCE.holder(outside, "UNIT_LEADER", "UNIT"))
                        .post(files(), Map.of("unitId", outside, "fileId", file))))
                .isEqualTo("invalid-content /unitId not-member");
        assembly.officer().post(path() + "/withdrawal", Map.of("reason", "thử"));
        assertThat(leader.post(files(), body).problem()).isEqualTo("compact-settled");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update compact_signed_file set kind = 'CMS'",
                "delete from compact_signed_file",
                "update compact_file_signature set subject = 'khác'",
                "delete from compact_file_check",
                "update compact_file_check set outcome = 'PASSED'",
                "insert into compact_file_check (signed_file_id, number, about, outcome, reason)"
                        + " select signed_file_id, number, 'TEXT', 'FAILED', 'X' from compact_file_signature limit 1"
            })
    void whatWasFoundStays(String statement) throws SQLException {
        leader.post(files(), Map.of("unitId", assembly.unit(0), "fileId", brought(leader, SIGNER.pdf(paper()))));
        try (var connection = PROVINCE.service.database().asApp();
                var run = connection.createStatement()) {
            assertThatThrownBy(() -> run.executeUpdate(statement))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isIn("42501", "23514");
        }
    }

    private static UUID drawn(Assembly assembly) {
        Assembly.sql("insert into season_targets values ('%s', '%s', '%s', now())"
                .formatted(assembly.season, TARGETS, HASH_OF_TARGETS));
        var drawn = assembly.officer()
                .post("/api/v1/compacts", Map.of("seasonId", assembly.season, "title", "Giao ước " + assembly.season));
        assertThat(drawn.status()).as(drawn.text()).isEqualTo(201);
        return drawn.id();
    }

    private byte[] paper() {
        return paper(compact);
    }

    private static byte[] paper(UUID compact) {
        var paper = PROVINCE.administrator().get("/api/v1/compacts/" + compact + "/paper?format=PDF");
        assertThat(paper.status()).isEqualTo(200);
        return paper.bytes();
    }

    private static UUID brought(Api by, byte[] content) {
        return PaperVotes.file(by, content);
    }

    /** What the leader is told who lays it beside the compact. */
    private String add(byte[] content) {
        return fault(leader.post(files(), Map.of("unitId", assembly.unit(0), "fileId", brought(leader, content))));
    }

    private static String fault(Api.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        var error = refused.body().path("errors").path(0);
        assertThat(error.path("detail").asString()).as("in words").isNotBlank().doesNotContain("signed-");
        return refused.problem() + " " + error.path("pointer").asString() + " "
                + error.path("code").asString();
    }

    private String path() {
        return "/api/v1/compacts/" + compact;
    }

    private String files() {
        return path() + "/signed-files";
    }
}
