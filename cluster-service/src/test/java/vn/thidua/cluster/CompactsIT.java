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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.PaperReading;

/** The members of a cluster pledge their targets. */
class CompactsIT {
    private static final Province PROVINCE = Province.instance();
    private static final String TARGETS = "A01;Thu ngân sách;1200;tỷ đồng\nA02;Thu ngân sách;900;tỷ đồng\n";

    private static final String FORMED =
            "thidua-targets/1 | 01890000-0000-7000-8000-000000000009 | 2026\nX01 | Xã Mẫu \\| Cầu | NS | Thu ngân sách"
                    + " | INCREASE | tỷ đồng | 1234.5 | - | 900\nX01 | Xã Mẫu \\| Cầu | XA | Thôn đạt chuẩn | RAISE | thôn | - | 2 | - | H1: - / 1"
                    + " | Thôn Một; Thôn Hai\n";

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

    @Test
    void whereSeveralLeadersSignForAMemberItHasSignedOnceAllOfThemHave() {
        var assembly = frozen(2);
        var compact = drawn(assembly, "Bí thư Đảng uỷ", "Chủ tịch UBND");
        var hash = read(assembly, compact).body().path("textSha256").asString();
        assertThat(read(assembly, compact).body().path("board").path(0).path("signatories"))
                .hasSize(2);
        var secretary = assembly.leader(0);
        var chairman = PROVINCE.person(PROVINCE.holder(assembly.unit(0), "UNIT_LEADER", "UNIT"));
        assertThat(fault(sign(assembly, compact, 0, hash)))
                .as("of several, each says in which capacity")
                .isEqualTo("/capacity required");
        assertThat(fault(sign(secretary, compact, assembly.unit(0), "Chánh Văn phòng", hash)))
                .isEqualTo("/capacity not-a-capacity");

        var first = sign(secretary, compact, assembly.unit(0), "Bí thư Đảng uỷ", hash);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        var line = line(first, assembly.unit(0));
        assertThat(line.path("signedAt").isNull()).as("one is still missing").isTrue();
        assertThat(line.path("signatories").path(0).path("signedAt").isNull()).isFalse();
        assertThat(line.path("signatories").path(0).path("yours").asBoolean()).isTrue();
        assertThat(line.path("signatories").path(1).path("capacity").asString()).isEqualTo("Chủ tịch UBND");
        assertThat(line.path("signatories").path(1).path("signedAt").isNull()).isTrue();
        assertThat(summary(assembly)).as("members that have signed").isZero();
        assertThat(waits(secretary))
                .as("who has signed has nothing left to sign")
                .isFalse();
        assertThat(waits(chairman)).isTrue();

        var both = sign(secretary, compact, assembly.unit(0), "Chủ tịch UBND", hash);
        assertThat(both.status()).as("one person is not two").isEqualTo(409);
        assertThat(sign(secretary, compact, assembly.unit(0), "Bí thư Đảng uỷ", hash)
                        .status())
                .as("the same again changes nothing")
                .isEqualTo(200);
        assertThatThrownBy(() -> Assembly.sql("""
                        insert into compact_signature (compact_id, unit_id, number, text_sha256, person_id, mandate_id)
                        select compact_id, unit_id, 2, text_sha256, person_id, mandate_id from compact_signature where compact_id = '%s'
                        """.formatted(compact)))
                .as("nor is it for the database")
                .hasStackTraceContaining("compact_signature_one_a_person");

        var complete = sign(chairman, compact, assembly.unit(0), "Chủ tịch UBND", hash);
        assertThat(line(complete, assembly.unit(0)).path("signedAt").isNull()).isFalse();
        assertThat(line(complete, assembly.unit(0)).path("signedBy").asString())
                .as("who made it complete")
                .isEqualTo(line(complete, assembly.unit(0))
                        .path("signatories")
                        .path(1)
                        .path("signedBy")
                        .asString());
        assertThat(summary(assembly)).isEqualTo(1);
        assertThat(waits(chairman)).isFalse();
        assertThat(complete.body().path("status").asString()).isEqualTo("SIGNING");
    }

    @Test
    void whoSignsForAMemberIsSaidUntilItsFirstSignature() {
        var assembly = frozen(2);
        var compact = drawn(assembly, "Bí thư Đảng uỷ", "Chủ tịch UBND");
        var hash = read(assembly, compact).body().path("textSha256").asString();
        var one = haveSign(assembly, compact, 1, 1);
        assertThat(one.status()).as(one.text()).isEqualTo(200);
        assertThat(one.header("ETag")).isEqualTo("\"2\"");
        assertThat(line(one, assembly.unit(1)).path("signatories")).hasSize(1);
        assertThat(haveSign(assembly, compact, 1, 1).problem()).isEqualTo("version-mismatch");
        assertThat(fault(haveSign(assembly, compact, 1, 2, "Giám đốc", " Giám đốc")))
                .isEqualTo("/capacities taken");
        assertThat(assembly.officer()
                        .put(signatories(compact, PROVINCE.id), 2, Map.of("capacities", List.of()))
                        .status())
                .as("no member")
                .isEqualTo(404);
        assertThat(assembly.leader(1)
                        .put(signatories(compact, assembly.unit(1)), 2, Map.of("capacities", List.of("Giám đốc")))
                        .status())
                .as("not the member itself, but who conducts the season")
                .isEqualTo(403);

        assertThat(sign(assembly, compact, 1, hash).status())
                .as("one leader need not say in which capacity")
                .isEqualTo(200);
        assertThat(haveSign(assembly, compact, 1, 3, "Giám đốc", "Bí thư").status())
                .as("settled by its signature")
                .isEqualTo(409);
        assertThat(haveSign(assembly, compact, 0, 3, "Chủ tịch UBND").status())
                .as("not for those of whom nobody has signed")
                .isEqualTo(200);
        var signed = sign(assembly, compact, 0, hash);
        assertThat(signed.body().path("status").asString()).isEqualTo("SIGNED");
        assertThat(haveSign(assembly, compact, 0, 5).problem()).isEqualTo("compact-settled");
        assertThat(Assembly.text("""
                        select after ->> 'members' from kit.audit
                        where aggregate_id = '%s' and action = 'compact.signatories-set' order by id desc limit 1
                        """.formatted(compact)))
                .as("who had to sign stays to be read")
                .contains("Chủ tịch UBND");
    }

    @Test
    void anAmendmentIsSignedByWhoeverSignedWhatItAmends() {
        var assembly = frozen(1);
        var compact = drawn(assembly, "Bí thư Đảng uỷ", "Chủ tịch UBND");
        var hash = read(assembly, compact).body().path("textSha256").asString();
        sign(assembly.leader(0), compact, assembly.unit(0), "Chủ tịch UBND", hash);
        var secretary = PROVINCE.person(PROVINCE.holder(assembly.unit(0), "UNIT_LEADER", "UNIT"));
        var signed = sign(secretary, compact, assembly.unit(0), "Bí thư Đảng uỷ", hash);
        assertThat(signed.body().path("status").asString()).isEqualTo("SIGNED");
        var amendment = assembly.officer()
                .post(path(compact) + "/amendment", Map.of("reason", "thêm lời", "preamble", "Chúng tôi quyết tâm."));
        assertThat(amendment.body().path("board").path(0).path("signatories").findValuesAsString("capacity"))
                .containsExactly("Bí thư Đảng uỷ", "Chủ tịch UBND");
    }

    @Test
    void thePaperOfACompactPrintsTheHashOfItsTextAndWhoSigns() {
        var assembly = frozen(1);
        Assembly.sql("update season_targets set text = '%1$s', text_sha256 = '%2$s' where season_id = '%3$s'"
                .formatted(FORMED, sha256(FORMED), assembly.season));
        var compact = drawn(assembly, "Bí thư Đảng uỷ", "Chủ tịch UBND");
        var hash = read(assembly, compact).body().path("textSha256").asString();
        sign(assembly.leader(0), compact, assembly.unit(0), "Chủ tịch UBND", hash);
        var paper = assembly.officer().get(path(compact) + "/paper");
        assertThat(paper.status()).isEqualTo(200);
        assertThat(PaperReading.pdf(paper.bytes(), 1))
                .contains(
                        "Chúng tôi cùng ký kết.",
                        "Thu ngân sách (tỷ đồng)",
                        "1.234,5",
                        "Xã Mẫu | Cầu (X01)",
                        "6 tháng",
                        "Thôn Hai")
                .contains("Bí thư Đảng uỷ", "Chủ tịch UBND", "Người account-", hash);
        var text = assembly.officer().get(path(compact) + "/text");
        assertThat(sha256(new String(text.bytes(), StandardCharsets.UTF_8)))
                .as("the very bytes that are hashed")
                .isEqualTo(hash);
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
        body.put("capacities", List.of("Chủ tịch UBND"));
        assertThat(fault(PROVINCE.administrator().post("/api/v1/compacts", body)))
                .as("nobody signs it any more")
                .isEqualTo("/capacities fixed");
        body.remove("capacities");
        var recorded = PROVINCE.administrator().post("/api/v1/compacts", body);
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        assertThat(recorded.body().path("mode").asString()).isEqualTo("RECORDED");
        assertThat(recorded.body().path("status").asString()).isEqualTo("SIGNED");
        assertThat(recorded.body().path("signedOn").asString()).isEqualTo("2020-05-29");
        assertThat(recorded.body().path("text").isNull()).isTrue();
        assertThat(recorded.body().path("board")).isEmpty();
        for (var words : List.of("/paper", "/text")) {
            assertThat(PROVINCE.administrator().get(path(recorded.id()) + words).status())
                    .as("its words are not kept")
                    .isEqualTo(404);
        }
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
                "update compact_signatory set capacity = 'khác'",
                "delete from compact_signatory g using compact c where c.id = g.compact_id and c.status = 'SIGNED'",
                "insert into compact_signatory (compact_id, unit_id, number, capacity)"
                        + " select compact_id, unit_id, 2, 'thêm một người' from compact_signature",
                "insert into compact_signature (compact_id, unit_id, number, text_sha256, person_id, mandate_id)"
                        + " select m.compact_id, m.unit_id, 1, c.text_sha256, d.person_id, d.id from compact_member m"
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

    private static UUID drawn(Assembly assembly, String... capacities) {
        var body = new HashMap<>(newCompact(assembly));
        body.put("capacities", List.of(capacities));
        var drawn = assembly.officer().post("/api/v1/compacts", body);
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

    private static Api.Answer sign(Api leader, UUID compact, UUID unit, String capacity, String hash) {
        return leader.post(
                path(compact) + "/signatures", Map.of("unitId", unit, "capacity", capacity, "textSha256", hash));
    }

    private static Api.Answer haveSign(Assembly assembly, UUID compact, int member, int version, String... capacities) {
        return assembly.officer()
                .put(signatories(compact, assembly.unit(member)), version, Map.of("capacities", List.of(capacities)));
    }

    private static String signatories(UUID compact, UUID unit) {
        return path(compact) + "/signatories/" + unit;
    }

    private static JsonNode line(Api.Answer compact, UUID unit) {
        return compact.body()
                .path("board")
                .valueStream()
                .filter(row -> row.path("unitId").asString().equals(unit.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** How many members have signed, as the list tells. */
    private static int summary(Assembly assembly) {
        return assembly.officer()
                .get("/api/v1/compacts?seasonId=" + assembly.season)
                .body()
                .path("items")
                .path(0)
                .path("signatures")
                .asInt();
    }

    private static boolean waits(Api leader) {
        return leader.get("/api/v1/tasks")
                .body()
                .path("items")
                .findValuesAsString("code")
                .contains("COMPACT_SIGN");
    }

    private static String fault(Api.Answer refused) {
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        var error = refused.body().path("errors").path(0);
        return error.path("pointer").asString() + " " + error.path("code").asString();
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
