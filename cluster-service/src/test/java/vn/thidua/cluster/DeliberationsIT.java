package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

class DeliberationsIT {
    private final Assembly assembly = Assembly.of(3);
    private final Api officer = assembly.officer();

    @Test
    void aDraftIsCommentedOnAnsweredChangedVotedOnAndAdoptedAsItWasVotedOn() {
        var id = Draft.begun(officer, assembly.season);
        var first = Draft.ok(comment(1, id, 5, "Nên là hai phiếu")).id();
        var second = Draft.ok(comment(2, id, null, "Thống nhất")).id();
        Draft.ok(answer(id, first, "PARTLY"));
        Draft.ok(answer(id, second, "ACCEPTED"));
        var said = officer.get(Draft.path(id) + "/comments").body().path("items");
        assertThat(said.path(0).path("passage").asString()).isEqualTo("Mỗi đơn vị một phiếu.");
        assertThat(said.path(0).path("saidBy").asString()).startsWith("Người account-");
        assertThat(said.path(0).path("answer").path("outcome").asString()).isEqualTo("PARTLY");
        assertThat(said.path(0).path("answer").path("reason").asString()).isEqualTo("theo ý kiến chung");
        assertThat(said.path(1).path("passage").isNull()).isTrue();
        Draft.written(officer, assembly.season, "Dự thảo đã tiếp thu", Draft.TEXT + "\nĐiều 3.");
        Draft.passDays(id);
        var voting = Draft.ok(officer.post(Draft.path(id) + "/voting", Draft.voting(2)))
                .body();
        assertThat(voting.path("title").asString()).isEqualTo("Dự thảo đã tiếp thu");
        Draft.ok(vote(0, id, "FOR"));
        Draft.ok(vote(1, id, "FOR"));
        Draft.ok(vote(2, id, "AGAINST"));
        var closed = Draft.ok(officer.post(Draft.path(id) + "/closing", null)).body();
        assertThat(closed.path("status").asString()).isEqualTo("ADOPTED");
        assertThat(closed.path("votesFor").asInt()).isEqualTo(2);
        assertThat(closed.path("voters").valueStream().map(v -> v.path("choice").asString()))
                .containsExactlyInAnyOrder("FOR", "FOR", "AGAINST");
        assertThat(closed.path("adopted").asInt()).isEqualTo(3);
        var regulation = regulation();
        assertThat(regulation.path("number").asInt()).isEqualTo(3);
        assertThat(regulation.path("status").asString()).isEqualTo("ADOPTED");
        assertThat(regulation.path("text").asString()).endsWith("Điều 3.");
        assertThat(regulation.path("adoptedOn").asString()).isEqualTo(Assembly.text("select kit.business_today()"));
        assertThat(assembly.due("REGULATION_ADOPTED")).isEqualTo("DONE");
    }

    @Test
    void commentsComeUntilTheLastDayAndTheVoteAfterIt() {
        var id = Draft.begun(officer, assembly.season);
        var early = officer.post(Draft.path(id) + "/voting", Draft.voting(1));
        assertThat(early.problem()).isEqualTo("deliberation-days");
        Draft.passDays(id);
        var late = comment(1, id, 1, "muộn");
        assertThat(late.problem()).isEqualTo("deliberation-days");
        Draft.ok(officer.post(Draft.path(id) + "/voting", Draft.voting(1)));
        assertThat(comment(1, id, 1, "muộn hơn").problem()).isEqualTo("deliberation-status");
        assertThat(officer.post("/api/v1/deliberations", yesterday()).status()).isEqualTo(422);
    }

    @Test
    void everyCommentIsAnsweredOnceBeforeTheVote() {
        var id = Draft.begun(officer, assembly.season);
        var comment = Draft.ok(comment(1, id, 1, "Chưa rõ")).id();
        Draft.passDays(id);
        var refused = officer.post(Draft.path(id) + "/voting", Draft.voting(1));
        assertThat(refused.problem()).isEqualTo("comments-unanswered");
        assertThat(refused.body().path("unanswered").asInt()).isEqualTo(1);
        assertThatThrownBy(() -> Assembly.sql(forced(id))).hasStackTraceContaining("not ready to be voted on");
        Draft.ok(answer(id, comment, "DECLINED"));
        assertThat(answer(id, comment, "ACCEPTED").status()).isEqualTo(409);
        assertThat(answer(id, UUID.randomUUID(), "ACCEPTED").status()).isEqualTo(404);
        Draft.ok(officer.post(Draft.path(id) + "/voting", Draft.voting(1)));
        assertThat(answer(id, comment, "ACCEPTED").problem()).isEqualTo("deliberation-status");
    }

    @Test
    void onlyMembersCommentAndOnlyOnWhatIsThere() {
        var id = Draft.begun(officer, assembly.season);
        assertThat(comment(1, id, 6, "không có đoạn này")
                        .body()
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/paragraph");
        var province = Province.instance();
        var stranger = province.unit("Xã ngoài khối", province.id);
        var leader = province.person(province.holder(stranger, "UNIT_LEADER", "UNIT"));
        var refused = leader.post(Draft.path(id) + "/comments", Draft.comment(stranger, 1, "góp ý"));
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo("not-member");
        // For another's unit nobody speaks.
        assertThat(assembly.leader(1)
                        .post(Draft.path(id) + "/comments", Draft.comment(assembly.unit(2), 1, "góp ý"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aMemberVotesOnceWhateverIsSentAtOnce() throws Exception {
        var id = Draft.putToTheVote(officer, assembly.season);
        List<Callable<Integer>> attempts = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i ->
                        () -> vote(1, id, i % 2 == 0 ? "FOR" : "AGAINST").status())
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var attempt : threads.invokeAll(attempts)) {
                assertThat(attempt.get()).isIn(200, 409, 503);
            }
        }
        assertThat(Assembly.text("select count(*) from deliberation_vote where deliberation_id = '%s'".formatted(id)))
                .isEqualTo("1");
        var choice = Assembly.text("select choice from deliberation_vote where deliberation_id = '%s'".formatted(id));
        assertThat(vote(1, id, choice).status()).isEqualTo(200);
        var other = vote(1, id, "ABSTAIN");
        assertThat(other.problem()).isEqualTo("already-voted");
        assertThat(other.body().path("choice").asString()).isEqualTo(choice);
        // An officer of the unit is not its leader.
        var province = Province.instance();
        var clerk = province.person(province.holder(assembly.unit(2), "UNIT_OFFICER", "UNIT"));
        assertThat(clerk.post(Draft.path(id) + "/votes", Map.of("unitId", assembly.unit(2), "choice", "FOR"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aVoteWithoutQuorumOrMajorityAdoptsNothing() {
        var quorum = Draft.putToTheVote(officer, assembly.season);
        Draft.ok(vote(0, quorum, "FOR"));
        var closed =
                Draft.ok(officer.post(Draft.path(quorum) + "/closing", null)).body();
        assertThat(closed.path("result").asString()).isEqualTo("BELOW_QUORUM");
        assertThat(closed.path("adopted").isNull()).isTrue();
        assertThat(regulation().path("status").asString()).isEqualTo("DRAFT");
        assertThat(officer.post(Draft.path(quorum) + "/closing", null).problem())
                .isEqualTo("deliberation-status");
        // The same draft may be laid before the members again.
        var again = Draft.ok(officer.post("/api/v1/deliberations", Draft.newDeliberation(assembly.season, 1)))
                .id();
        Draft.passDays(again);
        Draft.ok(officer.post(Draft.path(again) + "/voting", Draft.voting(1)));
        Draft.ok(vote(0, again, "FOR"));
        Draft.ok(vote(1, again, "AGAINST"));
        Draft.ok(vote(2, again, "ABSTAIN"));
        assertThat(Draft.ok(officer.post(Draft.path(again) + "/closing", null))
                        .body()
                        .path("result")
                        .asString())
                .isEqualTo("BELOW_THRESHOLD");
    }

    @Test
    void whileTheMembersVoteNoOtherVersionComes() {
        var id = Draft.putToTheVote(officer, assembly.season);
        var version = officer.get("/api/v1/seasons/" + assembly.season)
                .body()
                .path("version")
                .asLong();
        var refused =
                officer.put("/api/v1/seasons/" + assembly.season + "/regulation", version, Competition.newRegulation());
        assertThat(refused.status()).isEqualTo(409);
        assertThatThrownBy(() -> Assembly.sql("""
                        insert into regulation (season_id, cluster_id, number, title, status, candidate_rule, tie_rule, provenance)
                        values ('%s', '%s', 2, 'Khác', 'ADOPTED', 'ELECTED', 'SHARED', 'LIVE')
                        """.formatted(assembly.season, assembly.cluster)))
                .hasStackTraceContaining("the members are voting on a draft");
        Draft.ok(officer.post(Draft.path(id) + "/withdrawal", Map.of("reason", "cần sửa")));
        Draft.ok(officer.put(
                "/api/v1/seasons/" + assembly.season + "/regulation", version, Competition.newRegulation()));
    }

    @Test
    void whatWasAdoptedCannotBecomeSomethingElseNorAnOutcomeAnother() {
        var id = Draft.putToTheVote(officer, assembly.season);
        Draft.ok(vote(0, id, "AGAINST"));
        Draft.ok(vote(1, id, "AGAINST"));
        assertThatThrownBy(() -> Assembly.sql(closed(id, 2, 0))).hasStackTraceContaining("does not match the votes");
        assertThatThrownBy(() -> Assembly.sql(closed(id, 0, 2))).hasStackTraceContaining("the votes say otherwise");
        Draft.ok(officer.post(Draft.path(id) + "/closing", null));
        assertThatThrownBy(
                        () -> Assembly.sql("update deliberation set result = 'BELOW_QUORUM' where id = '" + id + "'"))
                .hasStackTraceContaining("cannot become");
        for (var change : List.of("update regulation set body = 'khác'", "delete from regulation")) {
            assertThatThrownBy(() -> Assembly.sql(change + " where season_id = '" + assembly.season + "'"))
                    .hasStackTraceContaining("stays as it is");
        }
    }

    @Test
    void onlyTheNewestDraftWithWordsOfALivedSeasonIsLaidBeforeTheMembers() {
        var season = assembly.season;
        assertThat(refusal(season, 1)).isEqualTo("not-newest-draft");
        Draft.written(officer, season, "Chưa có chữ", null);
        assertThat(refusal(season, 1)).isEqualTo("draft-without-words");
        Draft.written(officer, season, "Có chữ", Draft.TEXT);
        assertThat(refusal(season, 1)).isEqualTo("not-newest-draft");
        var first = Draft.ok(officer.post("/api/v1/deliberations", Draft.newDeliberation(season, 2)));
        var second = officer.post("/api/v1/deliberations", Draft.newDeliberation(season, 2));
        assertThat(second.problem()).isEqualTo("already-recorded");
        assertThat(second.body().path("existingId").asString())
                .isEqualTo(first.id().toString());
        var recorded = Competition.season(assembly.cluster, "Ghi lại", "2026-01-01", "2026-12-31", "RECORDED");
        assertThat(officer.post("/api/v1/deliberations", Draft.newDeliberation(recorded, 1))
                        .status())
                .isEqualTo(409);
        var listed =
                officer.get("/api/v1/deliberations?seasonId=" + season).body().path("items");
        assertThat(listed.size()).isEqualTo(1);
        assertThat(listed.path(0).path("voters").size()).isZero();
    }

    @Test
    void whatIsLeftOutIsAskedFor() {
        var id = Draft.begun(officer, assembly.season);
        var comment = Draft.ok(comment(1, id, 1, "Chưa rõ")).id();
        var answer = Draft.answer("ACCEPTED");
        answer.put("outcome", null);
        assertThat(officer.post(Draft.path(id) + "/comments/" + comment + "/answer", answer)
                        .status())
                .isEqualTo(422);
        var voting = Draft.voting(1);
        voting.put("base", null);
        assertThat(officer.post(Draft.path(id) + "/voting", voting).status()).isEqualTo(422);
        var vote = new HashMap<String, Object>();
        vote.put("unitId", assembly.unit(1));
        vote.put("choice", null);
        assertThat(assembly.leader(1).post(Draft.path(id) + "/votes", vote).status())
                .isEqualTo(422);
        var election = assembly.newElection(1);
        election.put("base", null);
        assertThat(officer.post("/api/v1/elections", election).status()).isEqualTo(422);
    }

    private String refusal(UUID season, int draft) {
        return officer.post("/api/v1/deliberations", Draft.newDeliberation(season, draft))
                .body()
                .path("errors")
                .path(0)
                .path("code")
                .asString();
    }

    private Map<String, Object> yesterday() {
        var body = Draft.newDeliberation(assembly.season, 1);
        body.put("commentsUntil", "2026-01-01");
        return body;
    }

    private Api.Answer comment(int member, UUID id, @Nullable Integer paragraph, String text) {
        return assembly.leader(member)
                .post(Draft.path(id) + "/comments", Draft.comment(assembly.unit(member), paragraph, text));
    }

    private Api.Answer answer(UUID id, UUID comment, String outcome) {
        return officer.post(Draft.path(id) + "/comments/" + comment + "/answer", Draft.answer(outcome));
    }

    private Api.Answer vote(int member, UUID id, String choice) {
        return assembly.leader(member)
                .post(Draft.path(id) + "/votes", Map.of("unitId", assembly.unit(member), "choice", choice));
    }

    private JsonNode regulation() {
        return officer.get("/api/v1/seasons/" + assembly.season + "/regulation").body();
    }

    private static String forced(UUID id) {
        return """
                insert into deliberation_voter select '%1$s', unit_id from membership limit 1;
                update deliberation set status = 'VOTING', put = 1, quorum_numerator = 1, quorum_denominator = 2,
                       threshold_numerator = 1, threshold_denominator = 2, base = 'PRESENT', voting_opened_at = now()
                where id = '%1$s'
                """.formatted(id);
    }

    private static String closed(UUID id, int votesFor, int against) {
        return """
                update deliberation set status = 'REJECTED', closed_at = now(), votes_for = %d, votes_against = %d,
                       votes_abstained = 0, result = 'BELOW_QUORUM' where id = '%s'
                """.formatted(votesFor, against, id);
    }
}
