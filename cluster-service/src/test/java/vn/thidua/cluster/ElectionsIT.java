package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;

/** The members of a cluster elect the unit that leads. */
class ElectionsIT {
    private static final Province PROVINCE = Province.instance();

    @Test
    void theMembersElectTheLeadingUnitAndTheKeyIsDestroyed() throws IOException {
        var assembly = Assembly.of(5);
        var election = assembly.opened(2);
        var before = assembly.read(election).body();
        assertThat(before.path("status").asString()).isEqualTo("OPEN");
        assertThat(before.path("headIsCandidate").asBoolean()).isTrue();
        assertThat(before.path("eligible").asInt()).isEqualTo(5);
        assertThat(before.path("result").isNull()).isTrue();
        var first = assembly.unit(0);
        var second = assembly.unit(1);
        for (var choice : new UUID[] {second, second, first, null, second}) {
            var member = assembly.read(election).body().path("cast").asInt();
            var cast = assembly.cast(election, member, choice);
            assertThat(cast.status()).as(cast.text()).isEqualTo(201);
            assertThat(cast.header("Cache-Control")).contains("no-store");
        }
        assertThat(assembly.officer().get(Assembly.path(election) + "/ballots").status())
                .as("nothing is seen before the count")
                .isEqualTo(409);

        var closed = assembly.close(election);
        assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        var body = closed.body();
        assertThat(body.path("status").asString()).isEqualTo("COUNTED");
        assertThat(body.path("result").path("outcome").asString()).isEqualTo("ELECTED");
        assertThat(body.path("result").path("electedUnitId").asString()).isEqualTo(second.toString());
        assertThat(body.path("cast").asInt()).isEqualTo(5);
        assertThat(body.path("blank").asInt()).isEqualTo(1);
        assertThat(votes(body, first)).isEqualTo(1);
        assertThat(votes(body, second)).isEqualTo(3);
        var choices = assembly.officer()
                .get(Assembly.path(election) + "/ballots")
                .body()
                .path("items");
        assertThat(choices.findValuesAsString("number")).containsExactly("1", "2", "3", "4", "5");
        assertThat(choices.findValuesAsString("choice").stream()
                        .filter(second.toString()::equals)
                        .count())
                .isEqualTo(3);
        Eventually.within(
                Duration.ofSeconds(10),
                "the key is gone",
                () -> !assembly.read(election).body().path("keyDestroyedAt").isNull());
        assertThat(keyOf(election)).isEmpty();
        assertThat(Assembly.text("select count(*) from election_envelope where election_id = '" + election + "'"))
                .isEqualTo("0");
    }

    @Test
    void theSeasonsChecklistKnowsWhetherALeaderIsElected() {
        var assembly = Assembly.of(3);
        assertThat(due(assembly)).isNotEqualTo("DONE");
        var election = assembly.opened(1);
        for (int member = 0; member < 3; member++) {
            assembly.cast(election, member, assembly.unit(0));
        }
        assembly.close(election);
        assertThat(due(assembly)).isEqualTo("DONE");
    }

    private static String due(Assembly assembly) {
        return assembly.due("LEADER_ELECTED");
    }

    @Test
    void theFeedTellsTheResultAndNothingOfASingleBallot() {
        var assembly = Assembly.of(3);
        var election = assembly.opened(1);
        assertThat(events(election)).isEqualTo("2");
        for (int member = 0; member < 3; member++) {
            assembly.cast(election, member, assembly.unit(0));
        }
        assertThat(events(election)).as("a ballot is no event").isEqualTo("2");
        assembly.close(election);
        assertThat(events(election)).isEqualTo("3");
        assertThat(Assembly.text("""
                        select data ->> 'status' || ' ' || (data -> 'votes' ->> '%1$s') || ' ' || (data ->> 'cast') || ' '
                               || (data ->> 'eligible') || ' ' || (data ->> 'electedUnitId') || ' ' || (data ->> 'clusterId')
                        from (select aggregate_version, data from kit.feed_event where aggregate_id = '%2$s'
                              union all select aggregate_version, data from kit.outbox where aggregate_id = '%2$s') e
                        where aggregate_version = 3
                        """.formatted(assembly.unit(0), election)))
                .isEqualTo("COUNTED 3 3 3 " + assembly.unit(0) + " " + assembly.cluster);
    }

    @Test
    void aSecondBallotGetsTheFirstReceiptAndChangesNothingAlsoAfterTheCount() {
        var assembly = Assembly.of(3);
        var election = assembly.opened(2);
        var first = assembly.cast(election, 0, assembly.unit(0));
        var second = assembly.cast(election, 0, assembly.unit(1));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.text()).isEqualTo(first.text());
        assembly.cast(election, 1, assembly.unit(0));
        assembly.cast(election, 2, assembly.unit(0));
        var counted = assembly.close(election).body();
        assertThat(votes(counted, assembly.unit(0))).isEqualTo(3);
        var late = assembly.cast(election, 0, assembly.unit(1));
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.text()).isEqualTo(first.text());
        assertThat(Assembly.text("select count(*) from kit.audit where action = 'ballot.cast' and aggregate_id = '"
                        + election + "'"))
                .isEqualTo("3");
    }

    @Test
    void fortyBallotsOfOneMemberAtOnceThroughTwoInstancesAreOne() throws Exception {
        var assembly = Assembly.of(3);
        var election = assembly.opened(2);
        try (var other = PROVINCE.instanceBeside();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var casts = new ArrayList<Callable<Api.Answer>>();
            for (int i = 0; i < 40; i++) {
                var api = i % 2 == 0 ? assembly.leader(0) : assembly.leader(other, 0);
                var choice = assembly.unit(i % 2);
                casts.add(() -> assembly.cast(api, election, 0, choice));
            }
            var answers = new ArrayList<Api.Answer>();
            for (var cast : threads.invokeAll(casts)) {
                answers.add(cast.get());
            }
            assertThat(answers).extracting(Api.Answer::status).isSubsetOf(200, 201, 503);
            assertThat(answers.stream().filter(answer -> answer.status() == 201))
                    .hasSize(1);
            assertThat(answers.stream()
                            .filter(answer -> answer.status() < 300)
                            .map(Api.Answer::text)
                            .distinct())
                    .hasSize(1);
        }
        assertThat(Assembly.text("select count(*) from election_envelope where election_id = '" + election + "'"))
                .isEqualTo("1");
    }

    @Test
    void everyBallotAcceptedWhileTheSessionIsClosedIsCounted() throws Exception {
        var assembly = Assembly.of(12);
        var election = assembly.opened(2);
        for (int member = 0; member < 4; member++) {
            assembly.cast(election, member, assembly.unit(1));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Api.Answer>>();
            for (int i = 4; i < 12; i++) {
                var member = i;
                work.add(() -> assembly.cast(election, member, assembly.unit(1)));
            }
            work.add(4, () -> assembly.close(election));
            var answers = new ArrayList<Api.Answer>();
            for (var done : threads.invokeAll(work)) {
                answers.add(done.get());
            }
            var accepted =
                    answers.stream().filter(answer -> answer.status() == 201).count();
            assertThat(answers).extracting(Api.Answer::status).isSubsetOf(200, 201, 409);
            var counted = assembly.read(election).body();
            assertThat(counted.path("status").asString()).isEqualTo("COUNTED");
            assertThat(counted.path("cast").asLong()).isEqualTo(4 + accepted);
            assertThat(votes(counted, assembly.unit(1))).isEqualTo(4 + (int) accepted);
        }
    }

    @Test
    void onlyTheMembersOwnLeaderCastsItsBallot() {
        var assembly = Assembly.of(3);
        var election = assembly.opened(2);
        var body = Assembly.ballot(assembly.unit(0), assembly.unit(1));
        var path = Assembly.path(election) + "/ballots";
        var above = PROVINCE.person(PROVINCE.holder(PROVINCE.id, "UNIT_LEADER", "SUBTREE"));
        var ownOfficer = PROVINCE.person(PROVINCE.holder(assembly.unit(0), "UNIT_OFFICER", "UNIT"));
        var agency = PROVINCE.agency(
                PROVINCE.agencyWithMandate(assembly.unit(0)), "clusters.read", "clusters.write", "ballots.cast");
        for (var stranger :
                List.of(above, ownOfficer, agency, assembly.leader(1), assembly.officer(), PROVINCE.administrator())) {
            var refused = stranger.post(path, body);
            assertThat(refused.status()).as(refused.text()).isEqualTo(403);
        }
        assertThat(assembly.read(election).body().path("cast").asInt()).isZero();
    }

    @Test
    void aBallotNeedsAnOpenSessionAVoterACandidateAndAChoiceThatIsSaid() {
        var assembly = Assembly.of(4);
        var draft = assembly.drawn(2);
        var early = assembly.cast(draft, 0, assembly.unit(0));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.problem()).isEqualTo("election-status");
        assertThat(early.body().path("electionStatus").asString()).isEqualTo("DRAFT");

        var election = assembly.opened(2);
        var outsider = assembly.cast(election, 0, assembly.unit(3));
        assertThat(outsider.status()).isEqualTo(422);
        assertThat(outsider.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/choice");
        assertThat(outsider.text())
                .as("the answer does not repeat the choice")
                .doesNotContain(assembly.unit(3).toString());

        var unsaid = assembly.leader(0).post(Assembly.path(election) + "/ballots", Map.of("unitId", assembly.unit(0)));
        assertThat(unsaid.status()).as("a forgotten choice is no blank ballot").isBetween(400, 422);

        var guest = PROVINCE.unit("Đơn vị ngoài khối", PROVINCE.id);
        var stranger = PROVINCE.person(PROVINCE.holder(guest, "UNIT_LEADER", "UNIT"))
                .post(Assembly.path(election) + "/ballots", Assembly.ballot(guest, assembly.unit(0)));
        assertThat(stranger.status()).isEqualTo(422);
        assertThat(stranger.body().path("errors").path(0).path("code").asString())
                .isEqualTo("not-a-voter");
        assertThat(assembly.read(election).body().path("cast").asInt()).isZero();
    }

    @Test
    void aLeaderWhoseMandateIsWithdrawnNoLongerCasts() {
        var assembly = Assembly.of(3);
        var election = assembly.opened(1);
        var unit = assembly.unit(2);
        var person = PROVINCE.person("Người Sắp Thôi", unit, "account-leaving-" + unit);
        var mandate = PROVINCE.mandate(person, unit, "UNIT_LEADER", "UNIT");
        PROVINCE.administrator()
                .with("If-Match", "\"1\"")
                .post("/api/v1/mandates/" + mandate + "/withdrawal", Map.of("reason", "thôi việc"));
        var refused = PROVINCE.person("account-leaving-" + unit)
                .post(Assembly.path(election) + "/ballots", Assembly.ballot(unit, null));
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void fewerThanThreeBallotsAreNotCountedAndTheSessionGoesOn() {
        var assembly = Assembly.of(3);
        var election = assembly.opened(1);
        assembly.cast(election, 0, assembly.unit(0));
        assembly.cast(election, 1, assembly.unit(0));
        var refused = assembly.close(election);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("too-few-ballots");
        assertThat(assembly.cast(election, 2, null).status()).isEqualTo(201);
        assertThat(assembly.close(election).status()).isEqualTo(200);
    }

    @Test
    void withoutItsKeyNothingIsCountedAndWithItEverythingIs() throws IOException {
        var assembly = Assembly.of(3);
        var election = assembly.opened(1);
        for (int member = 0; member < 3; member++) {
            assembly.cast(election, member, assembly.unit(0));
        }
        var key = keyOf(election).getFirst();
        var elsewhere = key.resolveSibling("elsewhere");
        Files.move(key, elsewhere);
        var refused = assembly.close(election);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("ballot-key-missing");
        assertThat(assembly.read(election).body().path("status").asString()).isEqualTo("OPEN");
        Files.move(elsewhere, key);
        assertThat(votes(assembly.close(election).body(), assembly.unit(0))).isEqualTo(3);
    }

    @Test
    void aForgedEnvelopeStopsTheCount() {
        var assembly = Assembly.of(3);
        var election = assembly.opened(1);
        for (int member = 0; member < 3; member++) {
            assembly.cast(election, member, assembly.unit(0));
        }
        Assembly.sql(
                "insert into election_envelope values ('%s', decode(repeat('ab', 64), 'hex'))".formatted(election));
        var refused = assembly.close(election);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("ballots-damaged");
        assertThat(assembly.read(election).body().path("status").asString()).isEqualTo("OPEN");
    }

    @Test
    void aVoidedElectionIsNeverCountedItsKeyGoesAndItsReasonStays() throws IOException {
        var assembly = Assembly.of(3);
        var election = assembly.opened(1);
        for (int member = 0; member < 3; member++) {
            assembly.cast(election, member, assembly.unit(0));
        }
        var ended =
                assembly.officer().post(Assembly.path(election) + "/voiding", Map.of("reason", "sai danh sách đề cử"));
        assertThat(ended.status()).as(ended.text()).isEqualTo(200);
        assertThat(ended.body().path("status").asString()).isEqualTo("VOID");
        assertThat(ended.body().path("voidReason").asString()).isEqualTo("sai danh sách đề cử");
        assertThat(ended.body().path("result").isNull()).isTrue();
        assertThat(assembly.close(election).status()).isEqualTo(409);
        assertThat(assembly.officer().get(Assembly.path(election) + "/ballots").status())
                .isEqualTo(409);
        Eventually.within(
                Duration.ofSeconds(10),
                "the key is gone",
                () -> !assembly.read(election).body().path("keyDestroyedAt").isNull());
        assertThat(keyOf(election)).isEmpty();
    }

    @Test
    void equalVotesDecideNothing() {
        var assembly = Assembly.of(4);
        var election = assembly.opened(2);
        for (int member = 0; member < 4; member++) {
            assembly.cast(election, member, assembly.unit(member % 2));
        }
        var result = assembly.close(election).body().path("result");
        assertThat(result.path("outcome").asString()).isEqualTo("TIE");
        assertThat(result.path("electedUnitId").isNull()).isTrue();
    }

    @Test
    void anElectionIsOfMembersInALiveSeasonAndRunByWhoMay() {
        var assembly = Assembly.of(3);
        var stranger = PROVINCE.unit("Đơn vị không phải thành viên", PROVINCE.id);
        var body = assembly.newElection(2);
        body.put("candidates", List.of(assembly.unit(0), stranger));
        assertThat(assembly.officer().post("/api/v1/elections", body).status()).isEqualTo(422);
        body.put("candidates", List.of(assembly.unit(0), assembly.unit(0)));
        assertThat(assembly.officer().post("/api/v1/elections", body).status()).isEqualTo(422);
        body = assembly.newElection(2);
        body.put("conferenceId", Assembly.of(3).conference);
        assertThat(assembly.officer().post("/api/v1/elections", body).status())
                .as("a conference of another cluster")
                .isEqualTo(422);
        body = assembly.newElection(2);
        assertThat(assembly.leader(1).post("/api/v1/elections", body).status()).isEqualTo(403);
        assertThat(PROVINCE.administrator().post("/api/v1/elections", body).status())
                .as("who administers the platform has no part in a vote")
                .isEqualTo(403);
        assertThat(assembly.leader(0).post("/api/v1/elections", body).status())
                .as("the head of the season")
                .isEqualTo(201);
        Assembly.sql("update season set state = 'PLANNED' where id = '%s'".formatted(assembly.season));
        assertThat(assembly.officer().post("/api/v1/elections", body).status()).isEqualTo(409);
    }

    @Test
    void whoMayVoteIsFixedByTheDayOfTheConference() {
        var assembly = Assembly.of(3);
        var late = PROVINCE.unit("Xã vào sau hội nghị", PROVINCE.id);
        Competition.member(assembly.cluster, late, "2026-12-20", null);
        var election = assembly.opened(1);
        assertThat(assembly.read(election).body().path("voters").findValuesAsString("unitId"))
                .containsExactlyInAnyOrderElementsOf(
                        assembly.members.stream().map(m -> m.unit().toString()).toList());
    }

    @Test
    void electionsAreListedOfASeasonNewestFirst() {
        var assembly = Assembly.of(3);
        var first = assembly.drawn(1);
        var second = assembly.drawn(1);
        var page = assembly.officer()
                .get("/api/v1/elections?limit=1&seasonId=" + assembly.season)
                .body();
        assertThat(page.path("items").findValuesAsString("id")).containsExactly(second.toString());
        var next = assembly.officer()
                .get("/api/v1/elections?limit=1&conferenceId=" + assembly.conference + "&after="
                        + page.path("next").asString())
                .body();
        assertThat(next.path("items").findValuesAsString("id")).containsExactly(first.toString());
        var agency = PROVINCE.agency(PROVINCE.agencyWithMandate(assembly.organiser), "clusters.read");
        assertThat(agency.get("/api/v1/elections").body().path("items").findValuesAsString("id"))
                .containsExactly(second.toString(), first.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update election_mark set receipt = gen_random_uuid()",
                "delete from election_mark",
                "delete from election_envelope",
                "update election_choice set unit_id = null",
                "update election set title = 'khác'",
                "update election set status = 'OPEN', version = 9 where status = 'COUNTED'",
                "update election set status = 'COUNTED', closed_at = now(), result = 'TIE', ballots_cast = 3, ballots_blank = 3"
                        + " where status = 'OPEN'",
                "insert into election_choice select id, 99, null from election where status = 'COUNTED' limit 1",
                "insert into election_mark select election_id, unit_id, gen_random_uuid() from election_voter v where not exists"
                        + " (select from election_mark m where m.election_id = v.election_id and m.unit_id = v.unit_id)"
                        + " and (select status from election e where e.id = v.election_id) = 'COUNTED' limit 1",
                "insert into election_voter select id, (select id from unit limit 1) from election where status = 'OPEN' limit 1"
            })
    void theDatabaseItselfRefusesToTouchAVote(String statement) throws SQLException {
        var assembly = Assembly.of(4);
        var counted = assembly.opened(1);
        for (int member = 0; member < 3; member++) {
            assembly.cast(counted, member, assembly.unit(0));
        }
        assembly.close(counted);
        var open = assembly.opened(1);
        assembly.cast(open, 0, assembly.unit(0));
        try (var connection = PROVINCE.service.database().asApp();
                var run = connection.createStatement()) {
            connection.setAutoCommit(false);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> run.executeUpdate(statement))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isIn("42501", "23514");
            connection.rollback();
        }
    }

    private static int votes(tools.jackson.databind.JsonNode election, UUID unit) {
        for (var candidate : election.path("candidates")) {
            if (unit.toString().equals(candidate.path("unitId").asString())) {
                return candidate.path("votes").asInt();
            }
        }
        throw new AssertionError("no candidate " + unit + " in " + election);
    }

    private static String events(UUID election) {
        return Assembly.text("""
                select (select count(*) from kit.feed_event where aggregate_id = '%1$s')
                       + (select count(*) from kit.outbox where aggregate_id = '%1$s')
                """.formatted(election));
    }

    private static List<Path> keyOf(UUID election) throws IOException {
        try (var files = Files.list(PROVINCE.ballotKeys)) {
            return files.filter(file -> file.getFileName().toString().startsWith(election.toString()))
                    .toList();
        }
    }
}
