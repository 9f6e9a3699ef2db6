package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.kit.test.Api;

/** The members of a cluster pledge their targets. */
class CompactsIT {
    private static final Province PROVINCE = Province.instance();
    private static final String TARGETS = "A01;Thu ngân sách;1200;tỷ đồng\nA02;Thu ngân sách;900;tỷ đồng\n";

    @Test
    void everyMembersLeaderSignsTheVeryWordsAndTheLastSignatureMakesItSigned() {
        var assembly = frozen(3);
        var compact = drawn(assembly);
        var body = read(assembly, compact).body();
        assertThat(body.path("status").asString()).isEqualTo("SIGNING");
        assertThat(body.path("text").asString())
                .isEqualTo("Giao ước thi đua năm 2026\n\nChúng tôi cùng ký kết.\n\n" + TARGETS);
        var hash = body.path("textSha256").asString();
        assertThat(hash).isEqualTo(sha256(body.path("text").asString()));
        assertThat(body.path("targetsSha256").asString()).isEqualTo(sha256(TARGETS));
        assertThat(body.path("board"))
                .hasSize(3)
                .allMatch(row -> row.path("signedAt").isNull());

        assertThat(sign(assembly, compact, 0, hash).status()).isEqualTo(200);
        var halfway = sign(assembly, compact, 1, hash).body();
        assertThat(halfway.path("status").asString()).isEqualTo("SIGNING");
        assertThat(halfway.path("signedOn").isNull()).isTrue();
        for (var row : halfway.path("board")) {
            var missing = row.path("unitId").asString().equals(assembly.unit(2).toString());
            assertThat(row.path("signedAt").isNull()).isEqualTo(missing);
            assertThat(row.path("signedBy").isNull()).isEqualTo(missing);
        }
        assertThat(due(assembly)).isNotEqualTo("DONE");
        var signed = sign(assembly, compact, 2, hash).body();
        assertThat(due(assembly)).isEqualTo("DONE");
        assertThat(signed.path("status").asString()).isEqualTo("SIGNED");
        assertThat(signed.path("signedOn").asString()).isNotBlank();
        assertThat(Assembly.text("""
                        select data ->> 'status' || ' ' || (data ->> 'textSha256') || ' ' || (data ->> 'seasonId')
                        from (select aggregate_version, data from kit.feed_event where aggregate_id = '%1$s'
                              union all select aggregate_version, data from kit.outbox where aggregate_id = '%1$s') e
                        order by aggregate_version desc limit 1
                        """.formatted(compact))).isEqualTo("SIGNED " + hash + " " + assembly.season);
    }

    @Test
    void whoHasOtherWordsBeforeHimCannotSign() {
        var assembly = frozen(3);
        var compact = drawn(assembly);
        var refused = sign(assembly, compact, 0, sha256("những lời khác"));
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.problem()).isEqualTo("text-mismatch");
        assertThat(refused.body().path("textSha256").asString())
                .isEqualTo(read(assembly, compact).body().path("textSha256").asString());
    }

    @Test
    void onlyTheMembersOwnLeaderSigns() {
        var assembly = frozen(3);
        var compact = drawn(assembly);
        var hash = read(assembly, compact).body().path("textSha256").asString();
        var body = Map.of("unitId", assembly.unit(1), "textSha256", hash);
        var above = PROVINCE.person(PROVINCE.holder(PROVINCE.id, "UNIT_LEADER", "SUBTREE"));
        for (var stranger : new Api[] {above, assembly.leader(0), assembly.officer(), PROVINCE.administrator()}) {
            assertThat(stranger.post(path(compact) + "/signatures", body).status())
                    .isEqualTo(403);
        }
        var outside = PROVINCE.unit("Ngoài khối", PROVINCE.id);
        assertThat(PROVINCE.person(PROVINCE.holder(outside, "UNIT_LEADER", "UNIT"))
                        .post(path(compact) + "/signatures", Map.of("unitId", outside, "textSha256", hash))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void toSignAgainChangesNothing() {
        var assembly = frozen(3);
        var compact = drawn(assembly);
        var hash = read(assembly, compact).body().path("textSha256").asString();
        var first = sign(assembly, compact, 0, hash);
        var second = sign(assembly, compact, 0, hash);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void allSigningAtOnceMakeItSignedOnce() throws Exception {
        var assembly = frozen(8);
        var compact = drawn(assembly);
        var hash = read(assembly, compact).body().path("textSha256").asString();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Api.Answer>>();
            for (int i = 0; i < 8; i++) {
                var member = i;
                work.add(() -> sign(assembly, compact, member, hash));
            }
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get().status()).isIn(200, 503);
            }
        }
        for (int member = 0; member < 8; member++) {
            assertThat(sign(assembly, compact, member, hash).status()).isEqualTo(200);
        }
        var body = read(assembly, compact).body();
        assertThat(body.path("status").asString()).isEqualTo("SIGNED");
        assertThat(body.path("version").asInt()).as("one for each signature").isEqualTo(9);
    }

    @Test
    void withoutFrozenTargetsThereIsNothingToPledge() {
        var assembly = Assembly.of(3);
        var refused = assembly.officer().post("/api/v1/compacts", newCompact(assembly));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("targets-not-frozen");
    }

    @Test
    void aSeasonHasOneCompactUnlessItIsWithdrawn() {
        var assembly = frozen(3);
        var compact = drawn(assembly);
        var second = assembly.officer().post("/api/v1/compacts", newCompact(assembly));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body().path("existingId").asString()).isEqualTo(compact.toString());
        var hash = read(assembly, compact).body().path("textSha256").asString();
        var withdrawn = assembly.officer().post(path(compact) + "/withdrawal", Map.of("reason", "sai tiêu đề"));
        assertThat(withdrawn.body().path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(sign(assembly, compact, 0, hash).problem()).isEqualTo("compact-settled");
        assertThat(assembly.officer()
                        .post(path(compact) + "/withdrawal", Map.of("reason", "lần nữa"))
                        .problem())
                .isEqualTo("compact-settled");
        var anew = drawn(assembly);
        var listed = assembly.officer()
                .get("/api/v1/compacts?limit=1&seasonId=" + assembly.season)
                .body();
        assertThat(listed.path("items").findValuesAsString("id")).containsExactly(anew.toString());
        assertThat(assembly.officer()
                        .get("/api/v1/compacts?seasonId=" + assembly.season + "&after="
                                + listed.path("next").asString())
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactly(compact.toString());
    }

    @Test
    void anAmendmentHoldsWhenAllHaveSignedItAndUntilThenTheFirstCompactDoes() {
        var assembly = frozen(3);
        var first = drawn(assembly);
        signedByAll(assembly, first);
        assertThat(read(assembly, first).body().path("targetsChanged").asBoolean())
                .isFalse();
        var amended = TARGETS.replace("1200", "1100");
        Assembly.sql("update season_targets set text = '%s', text_sha256 = '%s' where season_id = '%s'"
                .formatted(amended, sha256(amended), assembly.season));
        assertThat(read(assembly, first).body().path("targetsChanged").asBoolean())
                .as("the compact tells that its targets are no longer the ones in force")
                .isTrue();

        var drawn = assembly.officer().post(path(first) + "/amendment", Map.of("reason", "chỉ tiêu điều chỉnh"));
        assertThat(drawn.status()).as(drawn.text()).isEqualTo(201);
        var second = drawn.id();
        assertThat(drawn.body().path("amendsId").asString()).isEqualTo(first.toString());
        assertThat(drawn.body().path("text").asString())
                .isEqualTo("Giao ước thi đua năm 2026\n\nChúng tôi cùng ký kết.\n\n" + amended);
        assertThat(assembly.officer()
                        .post(path(first) + "/amendment", Map.of("reason", "lần nữa"))
                        .body()
                        .path("existingId")
                        .asString())
                .as("one amendment at a time")
                .isEqualTo(second.toString());
        var hash = drawn.body().path("textSha256").asString();
        sign(assembly, second, 0, hash);
        sign(assembly, second, 1, hash);
        assertThat(read(assembly, first).body().path("status").asString()).isEqualTo("SIGNED");
        assertThat(due(assembly)).isEqualTo("DONE");
        sign(assembly, second, 2, hash);
        assertThat(read(assembly, second).body().path("status").asString()).isEqualTo("SIGNED");
        var old = read(assembly, first).body();
        assertThat(old.path("status").asString()).isEqualTo("SUPERSEDED");
        assertThat(old.path("text").asString())
                .as("what was signed stays to be read")
                .contains(TARGETS);
        assertThat(old.path("board")).noneMatch(row -> row.path("signedAt").isNull());
        assertThat(due(assembly)).isEqualTo("DONE");
        assertThat(assembly.officer()
                        .post(path(first) + "/amendment", Map.of("reason", "bản cũ"))
                        .problem())
                .isEqualTo("compact-settled");
    }

    @Test
    void anAmendmentThatIsWithdrawnLeavesTheFirstCompactInForce() {
        var assembly = frozen(2);
        var first = drawn(assembly);
        assertThat(assembly.officer()
                        .post(path(first) + "/amendment", Map.of("reason", "sớm quá"))
                        .problem())
                .as("what nobody has signed is withdrawn, not amended")
                .isEqualTo("compact-settled");
        signedByAll(assembly, first);
        var amendment = assembly.officer()
                .post(
                        path(first) + "/amendment",
                        Map.of("reason", "thêm lời", "preamble", "Chúng tôi quyết tâm cùng ký kết."));
        assertThat(amendment.body().path("text").asString()).contains("quyết tâm");
        assembly.officer().post(path(amendment.id()) + "/withdrawal", Map.of("reason", "thôi"));
        assertThat(read(assembly, first).body().path("status").asString()).isEqualTo("SIGNED");
        assertThat(assembly.officer()
                        .post("/api/v1/compacts", newCompact(assembly))
                        .status())
                .as("a season does not begin a second compact from nothing")
                .isEqualTo(409);
        assertThat(assembly.officer()
                        .post(path(first) + "/amendment", Map.of("reason", "lần nữa"))
                        .status())
                .isEqualTo(201);
    }

    private static void signedByAll(Assembly assembly, UUID compact) {
        var hash = read(assembly, compact).body().path("textSha256").asString();
        for (int member = 0; member < assembly.members.size(); member++) {
            sign(assembly, compact, member, hash);
        }
    }

    @Test
    void aCompactOfThePastIsRecordedWithoutSignatures() {
        var cluster = Competition.cluster(PROVINCE.unit("Cơ quan ghi sử", PROVINCE.id));
        var season = Competition.season(cluster, "2020", "2020-01-01", "2020-12-31", "RECORDED");
        var conference = Competition.conference(cluster, "2020-05-29", Map.of("SIGNING", season));
        var body = new HashMap<String, Object>();
        body.put("seasonId", season);
        body.put("title", "Giao ước thi đua năm 2020");
        body.put("signedOn", "2020-05-29");
        body.put("conferenceId", conference);
        assertThat(PROVINCE.administrator().post("/api/v1/compacts", body).status())
                .as("it says where it comes from")
                .isEqualTo(422);
        body.put("provenance", "IN_DOCUMENT");
        assertThat(PROVINCE.administrator().post("/api/v1/compacts", body).status())
                .as("a document has a name")
                .isEqualTo(422);
        body.put("source", "Báo cáo tổng kết, trang 1");
        var recorded = PROVINCE.administrator().post("/api/v1/compacts", body);
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        assertThat(recorded.body().path("mode").asString()).isEqualTo("RECORDED");
        assertThat(recorded.body().path("status").asString()).isEqualTo("SIGNED");
        assertThat(recorded.body().path("signedOn").asString()).isEqualTo("2020-05-29");
        assertThat(recorded.body().path("text").isNull()).isTrue();
        assertThat(recorded.body().path("board")).isEmpty();
        var again = PROVINCE.administrator().post("/api/v1/compacts", body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("existingId").asString())
                .isEqualTo(recorded.id().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update compact set text = 'khác', text_sha256 = repeat('0', 64)",
                "update compact set title = 'khác'",
                "update compact set status = 'SIGNED', signed_on = '2026-02-01' where status = 'SIGNING'",
                "update compact set version = version + 1 where status = 'SIGNED' and mode = 'LIVE'",
                "update compact set status = 'SUPERSEDED' where status = 'SIGNED' and mode = 'LIVE'",
                "update compact_signature set signed_at = now()",
                "delete from compact_signature",
                "insert into compact_signature (compact_id, unit_id, text_sha256, person_id, mandate_id)"
                        + " select m.compact_id, m.unit_id, c.text_sha256, d.person_id, d.id from compact_member m"
                        + " join compact c on c.id = m.compact_id and c.status = 'WITHDRAWN', mandate d"
                        + " where d.person_id is not null limit 1"
            })
    void theDatabaseItselfRefusesToChangeWhatWasSigned(String statement) throws SQLException {
        var assembly = frozen(1);
        var signed = drawn(assembly);
        sign(
                assembly,
                signed,
                0,
                read(assembly, signed).body().path("textSha256").asString());
        var other = frozen(2);
        other.officer().post(path(drawn(other)) + "/withdrawal", Map.of("reason", "thử"));
        drawn(other);
        try (var connection = PROVINCE.service.database().asApp();
                var run = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> run.executeUpdate(statement))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isIn("42501", "23514");
            connection.rollback();
        }
    }

    private static String due(Assembly assembly) {
        return assembly.due("COMPACT_SIGNED");
    }

    private static Assembly frozen(int members) {
        var assembly = Assembly.of(members);
        Assembly.sql("insert into season_targets values ('%s', '%s', '%s', now())"
                .formatted(assembly.season, TARGETS, sha256(TARGETS)));
        return assembly;
    }

    private static UUID drawn(Assembly assembly) {
        var drawn = assembly.officer().post("/api/v1/compacts", newCompact(assembly));
        assertThat(drawn.status()).as(drawn.text()).isEqualTo(201);
        return drawn.id();
    }

    private static Map<String, Object> newCompact(Assembly assembly) {
        return Map.of(
                "seasonId",
                assembly.season,
                "title",
                "Giao ước thi đua năm 2026",
                "preamble",
                "Chúng tôi cùng ký kết.");
    }

    private static Api.Answer sign(Assembly assembly, UUID compact, int member, String hash) {
        return assembly.leader(member)
                .post(path(compact) + "/signatures", Map.of("unitId", assembly.unit(member), "textSha256", hash));
    }

    private static Api.Answer read(Assembly assembly, UUID compact) {
        return assembly.officer().get(path(compact));
    }

    private static String path(UUID compact) {
        return "/api/v1/compacts/" + compact;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
