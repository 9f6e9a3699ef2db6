package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.PaperReading;

class PaperCountsIT {
    private final Assembly assembly = Assembly.of(5);
    private final Api officer = assembly.officer();
    private final Api first = PaperVotes.teller(assembly.organiser);
    private final Api second = PaperVotes.teller(assembly.organiser);

    @Test
    void anElectionHeldOnPaperIsDecidedOnceASecondTellerConfirmsTheCount() {
        var election = assembly.drawn(2);
        var scan = PaperVotes.scan(first);
        var recorded = Draft.ok(first.post("/api/v1/paper-counts", count(election, scan)));
        assertThat(recorded.body().path("status").asString()).isEqualTo("RECORDED");
        assertThat(assembly.read(election).body().path("status").asString()).isEqualTo("DRAFT");
        var own = first.post(PaperVotes.confirmation(recorded.id()), null);
        assertThat(own.status()).isEqualTo(403);
        var confirmed = Draft.ok(second.post(PaperVotes.confirmation(recorded.id()), null));
        assertThat(confirmed.body().path("judgedBy").asString())
                .isNotEqualTo(confirmed.body().path("recordedBy").asString())
                .startsWith("Người account-");
        var shown = assembly.read(election).body();
        assertThat(shown.path("status").asString()).isEqualTo("COUNTED");
        assertThat(shown.path("onPaper").asBoolean()).isTrue();
        assertThat(shown.path("invalid").asInt()).isEqualTo(1);
        assertThat(shown.path("cast").asInt()).isEqualTo(5);
        assertThat(shown.path("result").path("electedUnitId").asString())
                .isEqualTo(assembly.unit(0).toString());
        assertThat(assembly.due("LEADER_ELECTED")).isEqualTo("DONE");
        assertThat(officer.get("/api/v1/files/cluster/" + scan).status()).isEqualTo(200);
        assertThat(assembly.read(election).body().path("keyDestroyedAt").isNull())
                .isTrue();
        assertThat(officer.get(Assembly.path(election) + "/ballots")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(event(election)).contains("\"onPaper\": true").contains("\"invalid\": 1");
    }

    @Test
    void thePapersOfSuchACountSayThatItWasOnPaper() {
        var election = assembly.drawn(2);
        var recorded = PaperVotes.recorded(assembly.organiser, election, assembly.unit(0), assembly.unit(1));
        Draft.ok(second.post(PaperVotes.confirmation(recorded), null));
        var minutes = PaperReading.word(officer.get(Assembly.path(election) + "/counting-minutes?format=DOCX")
                .bytes());
        assertThat(minutes)
                .contains("phiếu giấy")
                .contains("Số phiếu không hợp lệ: 1")
                .contains("Số phiếu phát ra: 5");
        var conference =
                PaperReading.word(officer.get("/api/v1/conferences/" + assembly.conference + "/minutes?format=DOCX")
                        .bytes());
        assertThat(conference).contains("Bỏ phiếu kín bằng phiếu giấy").contains("phiếu không hợp lệ: 1");
    }

    @ParameterizedTest
    @CsvSource({
        "issued, 6, /issued, more-than-members",
        "collected, 6, /collected, more-than-issued",
        "collected, 2, /collected, too-few",
        "valid, 5, /valid, not-the-sum",
        "invalid, 0, /valid, not-the-sum",
        "blank, 0, /votes, not-the-sum",
    })
    void numbersThatDoNotAddUpAreRefused(String field, int value, String pointer, String code) {
        var election = assembly.drawn(2);
        var body = count(election, PaperVotes.scan(first));
        body.put(field, value);
        var refused = first.post("/api/v1/paper-counts", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
        assertThat(refused.body().path("errors").path(0).path("code").asString())
                .isEqualTo(code);
    }

    @Test
    void everyCandidateHasItsNumberAndNobodyElse() {
        var election = assembly.drawn(2);
        var scan = PaperVotes.scan(first);
        var stranger =
                PaperVotes.newCount("ELECTION", election, scan, Map.of(assembly.unit(0), 2, UUID.randomUUID(), 1));
        assertThat(code(first.post("/api/v1/paper-counts", stranger))).isEqualTo("not-the-options");
        var twice = count(election, scan);
        var vote = Map.of("option", assembly.unit(0), "votes", 1);
        twice.put("votes", List.of(vote, vote));
        assertThat(code(first.post("/api/v1/paper-counts", twice))).isEqualTo("taken");
        // Nor does the database take what does not add up, whoever writes it.
        var id = Draft.ok(first.post("/api/v1/paper-counts", count(election, scan)))
                .id();
        assertThatThrownBy(() -> Assembly.sql("""
                        set session_replication_role = replica;
                        update paper_count set valid = valid + 1, collected = collected + 1 where id = '%s'
                        """.formatted(id))).hasStackTraceContaining("paper_count_sums");
    }

    @Test
    void theScanIsThePaperAndTheTellersOwn() {
        var election = assembly.drawn(2);
        var foreign = PaperVotes.scan(second);
        assertThat(code(first.post("/api/v1/paper-counts", count(election, foreign))))
                .isEqualTo("not-found");
        var text = PaperVotes.file(first, "không phải bản quét".getBytes(StandardCharsets.UTF_8));
        assertThat(code(first.post("/api/v1/paper-counts", count(election, text))))
                .isEqualTo("not-a-scan");
        // Who has nothing to attach brings none in; and the runner of the election, who may, is no teller.
        var verifier = Province.instance().person(Province.instance().holder(assembly.organiser, "VERIFIER", "UNIT"));
        assertThat(verifier.with("Content-Type", "application/octet-stream")
                        .post("/api/v1/files/cluster?name=a.txt", "x")
                        .status())
                .isEqualTo(403);
        assertThat(officer.post("/api/v1/paper-counts", count(election, foreign))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aRejectedCountStaysToBeReadAndAnotherMayBeRecorded() {
        var election = assembly.drawn(2);
        var wrong = Draft.ok(first.post("/api/v1/paper-counts", count(election, PaperVotes.scan(first))))
                .id();
        var again = first.post("/api/v1/paper-counts", count(election, PaperVotes.scan(first)));
        assertThat(again.problem()).isEqualTo("already-recorded");
        Draft.ok(second.post(PaperVotes.rejection(wrong), Map.of("reason", "ghi nhầm số phiếu phát ra")));
        assertThat(second.post(PaperVotes.confirmation(wrong), null).problem()).isEqualTo("paper-count-judged");
        var right = Draft.ok(first.post("/api/v1/paper-counts", count(election, PaperVotes.scan(first))))
                .id();
        Draft.ok(second.post(PaperVotes.confirmation(right), null));
        assertThat(second.post(PaperVotes.rejection(right), Map.of("reason", "muộn"))
                        .problem())
                .isEqualTo("paper-count-judged");
        var all = officer.get("/api/v1/paper-counts?pollId=" + election).body().path("items");
        assertThat(all.valueStream().map(one -> one.path("status").asString()))
                .containsExactly("CONFIRMED", "REJECTED");
        assertThat(all.path(1).path("reason").asString()).isEqualTo("ghi nhầm số phiếu phát ra");
    }

    @Test
    void anElectionIsHeldOnPaperOrHereNeverBoth() {
        var onPaper = assembly.drawn(2);
        PaperVotes.recorded(assembly.organiser, onPaper, assembly.unit(0), assembly.unit(1));
        assertThat(officer.post(Assembly.path(onPaper) + "/opening", null).status())
                .isEqualTo(409);
        var here = assembly.opened(2);
        var refused = first.post("/api/v1/paper-counts", count(here, PaperVotes.scan(first)));
        assertThat(refused.problem()).isEqualTo("election-status");
        assertThatThrownBy(
                        () -> Assembly.sql("update election set status = 'OPEN', opened_at = now(), key_id = uuidv7(),"
                                + " public_key = '\\x00' where id = '" + onPaper + "'"))
                .hasStackTraceContaining("a count on paper stands");
        assertThatThrownBy(() -> Assembly.sql("""
                        update election set status = 'COUNTED', closed_at = now(), held = 'PAPER', result = 'TIE', ballots_cast = 5,
                               ballots_blank = 1, ballots_invalid = 1 where id = '%s'
                        """.formatted(onPaper)))
                .hasStackTraceContaining("not what the tellers confirmed");
    }

    @Test
    void tellersWhoConfirmAtOnceDecideOnce() throws Exception {
        var election = assembly.drawn(2);
        var recorded = PaperVotes.recorded(assembly.organiser, election, assembly.unit(0), assembly.unit(1));
        var tellers = List.of(first, second, PaperVotes.teller(assembly.organiser));
        List<Callable<Integer>> attempts = tellers.stream()
                .<Callable<Integer>>map(teller -> () ->
                        teller.post(PaperVotes.confirmation(recorded), null).status())
                .toList();
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var attempt : threads.invokeAll(attempts)) {
                statuses.add(attempt.get());
            }
        }
        assertThat(statuses).containsExactlyInAnyOrder(200, 409, 409);
        // Drawn up, counted: two versions.
        assertThat(assembly.read(election).body().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void whoeverCountedCannotBeTheSecondTellerNotEvenInTheDatabase() {
        var election = assembly.drawn(2);
        var recorded = PaperVotes.recorded(assembly.organiser, election, assembly.unit(0), assembly.unit(1));
        assertThatThrownBy(() -> Assembly.sql("""
                        update paper_count set status = 'CONFIRMED', judged_by = recorded_by, judged_mandate = recorded_mandate,
                               judged_at = now() where id = '%s'
                        """.formatted(recorded)))
                .hasStackTraceContaining("paper_count_two_tellers");
        assertThatThrownBy(() -> Assembly.sql(
                        "update paper_count set votes = '{}', blank = valid where id = '" + recorded + "'"))
                .hasStackTraceContaining("stays as it was recorded");
        // A teller of another organiser is none here.
        var stranger = PaperVotes.teller(Province.instance().unit("Cơ quan khác", Province.instance().id));
        assertThat(stranger.post(PaperVotes.confirmation(recorded), null).status())
                .isEqualTo(403);
        // One of the unit that heads the season is.
        Draft.ok(PaperVotes.teller(assembly.unit(0)).post(PaperVotes.confirmation(recorded), null));
    }

    @Test
    void anOpenVoteOnADraftIsCountedOnPaperLikewise() {
        var id = Draft.putToTheVote(officer, assembly.season);
        var recorded = Draft.ok(first.post(
                        "/api/v1/paper-counts",
                        PaperVotes.newCount(
                                "DELIBERATION",
                                id,
                                PaperVotes.scan(first),
                                Map.of("FOR", 3, "AGAINST", 0, "ABSTAIN", 0))))
                .id();
        var vote = Map.of("unitId", assembly.unit(1), "choice", "AGAINST");
        assertThat(assembly.leader(1).post(Draft.path(id) + "/votes", vote).status())
                .isEqualTo(409);
        assertThat(officer.post(Draft.path(id) + "/closing", null).status()).isEqualTo(409);
        Draft.ok(second.post(PaperVotes.confirmation(recorded), null));
        var shown = officer.get(Draft.path(id)).body();
        assertThat(shown.path("status").asString()).isEqualTo("ADOPTED");
        assertThat(shown.path("onPaper").asBoolean()).isTrue();
        assertThat(shown.path("votesFor").asInt()).isEqualTo(3);
        assertThat(shown.path("votesSpoilt").asInt()).isEqualTo(2);
        assertThat(officer.get("/api/v1/seasons/" + assembly.season + "/regulation")
                        .body()
                        .path("status")
                        .asString())
                .isEqualTo("ADOPTED");
    }

    @Test
    void aVoteThatMembersHaveCastHereIsNotCountedOnPaper() {
        var id = Draft.putToTheVote(officer, assembly.season);
        Draft.ok(assembly.leader(1)
                .post(Draft.path(id) + "/votes", Map.of("unitId", assembly.unit(1), "choice", "FOR")));
        var refused = first.post(
                "/api/v1/paper-counts",
                PaperVotes.newCount(
                        "DELIBERATION", id, PaperVotes.scan(first), Map.of("FOR", 3, "AGAINST", 0, "ABSTAIN", 0)));
        assertThat(refused.status()).isEqualTo(409);
    }

    private Map<String, Object> count(UUID election, UUID scan) {
        return new HashMap<>(
                PaperVotes.newCount("ELECTION", election, scan, Map.of(assembly.unit(0), 3, assembly.unit(1), 0)));
    }

    private static String code(Api.Answer refused) {
        return errors(refused).path(0).path("code").asString();
    }

    private static JsonNode errors(Api.Answer refused) {
        return refused.body().path("errors");
    }

    /** The last event told of the election, wherever it is on its way. */
    private static String event(UUID election) {
        return Assembly.text("""
                select data::text from (
                    select data, aggregate_version as v from kit.outbox where aggregate_id = '%1$s'
                    union all select data, aggregate_version from kit.feed_event where aggregate_id = '%1$s') e
                order by v desc limit 1
                """.formatted(election));
    }
}
