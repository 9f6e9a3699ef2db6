package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.kit.test.Api;

/** What was recorded wrongly is corrected or taken back, with its reason, unless something stands on it. */
class CorrectionsIT {
    private static final Map<String, Object> REASON = Map.of("reason", "ghi nhầm theo công văn cũ");
    private final Province province = Province.instance();
    private final Api administrator = province.administrator();
    private final UUID cluster = Competition.cluster(province.id);

    @Test
    void aMembershipsDaysAreCorrectedAndWhatTheyWereIsKept() {
        var unit = province.unit("Xã vào khối", province.id);
        var member = Competition.member(cluster, unit, "2026-01-01", null);
        var corrected = administrator.put(memberPath(member), 2, days("2026-02-01", "2026-11-30"));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(corrected.body().path("from").asString()).isEqualTo("2026-02-01");
        assertThat(corrected.body().path("to").asString()).isEqualTo("2026-11-30");
        var history = history(member);
        assertThat(history).hasSize(1);
        assertThat(history.path(0).path("kind").asString()).isEqualTo("MEMBERSHIP");
        assertThat(history.path(0).path("reason").asString()).isEqualTo("ghi nhầm");
        assertThat(history.path(0).path("was").path("from").asString()).isEqualTo("2026-01-01");
        assertThat(history.path(0).path("was").path("unitId").asString()).isEqualTo(unit.toString());
        assertThat(lastEvent(cluster)).contains("2026-02-01").contains("2026-12-01");
        assertThat(audited(cluster, "cluster.member-corrected")).isEqualTo("ghi nhầm");
    }

    @Test
    void whoReliesOnAnOlderVersionCorrectsNothing() {
        var member = Competition.member(cluster, province.unit("Xã", province.id), "2026-01-01", null);
        assertThat(administrator
                        .put(memberPath(member), 1, days("2026-02-01", null))
                        .status())
                .isEqualTo(412);
        assertThat(administrator
                        .post(memberPath(member) + "/withdrawal", REASON)
                        .status())
                .isEqualTo(428);
        assertThat(history(member)).isEmpty();
    }

    @Test
    void aCorrectedMembershipIsInNobodyElsesWay() {
        var unit = province.unit("Xã hai khối", province.id);
        var second = Competition.cluster(province.id);
        Competition.member(second, unit, "2026-07-01", null);
        var member = Competition.member(cluster, unit, "2026-01-01", "2026-06-30");
        var refused = administrator.put(memberPath(member), 2, days("2026-01-01", "2026-07-01"));
        assertThat(refused.problem()).isEqualTo("member-twice");
        var outside = administrator.put(memberPath(member), 2, days("2025-06-30", null));
        assertThat(outside.status()).isEqualTo(422);
    }

    @Test
    void aMembershipThatNeverWasIsTakenBackAndAnotherClusterIsFree() {
        var unit = province.unit("Xã ghi nhầm", province.id);
        var member = Competition.member(cluster, unit, "2026-01-01", null);
        assertThat(withdraw(memberPath(member), 2).status()).isEqualTo(204);
        assertThat(withdraw(memberPath(member), 3).status()).isEqualTo(404);
        assertThat(administrator
                        .get("/api/v1/clusters/" + cluster + "/members?asOf=all")
                        .body()
                        .path("items"))
                .isEmpty();
        assertThat(history(member).path(0).path("withdrawn").asBoolean()).isTrue();
        Competition.member(Competition.cluster(province.id), unit, "2026-01-01", null);
    }

    @Test
    void aMembershipThatAHeadACompactOrAVoteStandsOnStays() {
        var assembly = Assembly.of(3);
        var votes = VoteTargets.allButClosed(assembly);
        var members = administrator
                .get("/api/v1/clusters/" + assembly.cluster + "/members?unitId=" + assembly.unit(0))
                .body();
        var path = "/api/v1/clusters/" + assembly.cluster + "/members/"
                + members.path("items").path(0).path("id").asString();
        var version = administrator
                .get("/api/v1/clusters/" + assembly.cluster)
                .body()
                .path("version")
                .asInt();
        var refused = withdraw(path, version);
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("record-relied-on");
        assertThat(refused.body().path("standing").findValuesAsString("what"))
                .containsExactly("COMPACT", "ELECTION", "HEADSHIP");
        var tooShort = administrator.put(path, version, days("2026-01-01", "2026-11-30"));
        assertThat(tooShort.body().path("standing").findValuesAsString("id"))
                .containsExactly(votes.election().toString());
        assertThat(administrator
                        .put(path, version, days("2026-01-02", "2026-12-10"))
                        .status())
                .as("everything still has its ground")
                .isEqualTo(200);
    }

    @Test
    void theDatabaseItselfKeepsWhatStandsOnAMembershipAndAsksForTheReason() {
        var assembly = Assembly.of(3);
        assembly.opened(1);
        var membership =
                "membership where cluster_id = '%s' and unit_id = '%s'".formatted(assembly.cluster, assembly.unit(1));
        assertThatThrownBy(() -> Assembly.sql("delete from " + membership))
                .rootCause()
                .hasMessageContaining("reason");
        assertThatThrownBy(() -> Assembly.sql("set thidua.reason = 'x'; delete from " + membership))
                .rootCause()
                .hasMessageContaining("something stands on the membership");
    }

    @Test
    void aHeadRecordedWronglyIsCorrectedAndTheFeedTellsTheRightOne() {
        var season = Competition.season(cluster);
        var wrong = Competition.memberOf(cluster);
        var right = Competition.memberOf(cluster);
        var headship = Competition.headship(season, wrong, "HEAD");
        var path = "/api/v1/seasons/" + season + "/headships/" + headship;
        var corrected = administrator.put(path, 2, ClusterTargets.because(Competition.newHeadship(right, "HEAD")));
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(corrected.body().path("id").asString()).isEqualTo(headship.toString());
        assertThat(lastEvent(season)).contains(right.toString()).doesNotContain(wrong.toString());
        assertThat(history(headship).path(0).path("was").path("unitId").asString())
                .isEqualTo(wrong.toString());
        assertThat(audited(season, "season.head-corrected")).isEqualTo("ghi nhầm");
        assertThat(withdraw(path, 3).status()).isEqualTo(204);
        assertThat(administrator
                        .get("/api/v1/seasons/" + season + "/headships")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void aCorrectionMakesNoSecondHeadAndNoHeadFromOutside() {
        var season = Competition.season(cluster);
        var head = Competition.memberOf(cluster);
        Competition.headship(season, head, "HEAD");
        var deputy = Competition.memberOf(cluster);
        var path = "/api/v1/seasons/" + season + "/headships/" + Competition.headship(season, deputy, "DEPUTY");
        assertThat(administrator
                        .put(path, 3, ClusterTargets.because(Competition.newHeadship(deputy, "HEAD")))
                        .status())
                .isEqualTo(409);
        assertThat(administrator
                        .put(path, 3, ClusterTargets.because(Competition.newHeadship(head, "DEPUTY")))
                        .status())
                .isEqualTo(409);
        var outside = province.unit("Ngoài khối", province.id);
        assertThat(administrator
                        .put(path, 3, ClusterTargets.because(Competition.newHeadship(outside, "DEPUTY")))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoLedStaysOnceSomethingIsSignedAndWhatIsKnownOfItMayStillBeCorrected() {
        var assembly = Assembly.of(3);
        var votes = VoteTargets.allButClosed(assembly);
        assertThat(votes.lastSignature().status()).isEqualTo(200);
        var season = administrator.get("/api/v1/seasons/" + assembly.season).body();
        var path = "/api/v1/seasons/" + assembly.season + "/headships/"
                + season.path("headships").path(0).path("id").asString();
        var version = season.path("version").asInt();
        assertThat(withdraw(path, version).problem()).isEqualTo("record-relied-on");
        var other = ClusterTargets.because(Competition.newHeadship(assembly.unit(1), "HEAD"));
        var refused = administrator.put(path, version, other);
        assertThat(refused.problem()).isEqualTo("record-relied-on");
        assertThat(refused.body().path("standing").findValuesAsString("id"))
                .containsExactly(votes.compact().toString());
        var same = ClusterTargets.because(Competition.newHeadship(assembly.unit(0), "HEAD"));
        same.put("how", "APPOINTED");
        assertThat(administrator.put(path, version, same).body().path("how").asString())
                .isEqualTo("APPOINTED");
        assertThatThrownBy(() -> Assembly.sql("set thidua.reason = 'x'; delete from headship where season_id = '%s'"
                        .formatted(assembly.season)))
                .rootCause()
                .hasMessageContaining("something stands on the headship");
    }

    @Test
    void wordsThatAConferenceHasLookedAtStayInALiveSeasonOnly() {
        var live = Competition.season(cluster);
        var past = Competition.season(cluster, "2025", "2025-07-01", "2025-12-31", "RECORDED");
        for (var season : List.of(live, past)) {
            var task = Competition.keyTask(season, null);
            var path = "/api/v1/key-tasks/" + task;
            var body = ClusterTargets.because(Competition.newKeyTask(season, "2026-06-30"), "seasonId");
            assertThat(administrator.put(path, 1, body).header("ETag")).isEqualTo("\"2\"");
            var conference = Competition.conference(cluster, "2026-07-01", Map.of("MID_YEAR", season));
            administrator.post(path + "/reviews", Map.of("conferenceId", conference, "outcome", "DONE"));
            assertThat(withdraw(path, 2).problem()).isEqualTo("record-relied-on");
            body.put("text", "Lời khác");
            assertThat(administrator.put(path, 2, body).status()).isEqualTo(season.equals(live) ? 409 : 200);
            assertThat(history(task)).hasSize(season.equals(live) ? 1 : 2);
        }
        var unseen = Competition.keyTask(live, null);
        assertThat(withdraw("/api/v1/key-tasks/" + unseen, 1).status()).isEqualTo(204);
        assertThat(administrator.get("/api/v1/key-tasks/" + unseen).status()).isEqualTo(404);
    }

    @Test
    void theSameWordsAreNotThereTwiceAfterACorrectionEither() {
        var season = Competition.season(cluster);
        var first = administrator
                .get("/api/v1/key-tasks/" + Competition.keyTask(season, null))
                .body();
        var body = ClusterTargets.because(Competition.newKeyTask(season, null), "seasonId");
        body.put("text", first.path("text").asString());
        var refused = administrator.put("/api/v1/key-tasks/" + Competition.keyTask(season, null), 1, body);
        assertThat(refused.problem()).isEqualTo("already-recorded");
        assertThat(refused.body().path("existingId").asString())
                .isEqualTo(first.path("id").asString());
    }

    @Test
    void aMovementIsCorrectedAndTakenBack() {
        var unit = province.unit("Xã phát động", province.id);
        var movement = Competition.movement(unit);
        var path = "/api/v1/movements/" + movement;
        var body = ClusterTargets.because(Competition.newMovement(unit, null), "seasonId", "launchedByUnitId");
        body.put("kind", "SPECIAL");
        var corrected = administrator.put(path, 1, body);
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(administrator.get(path).body().path("kind").asString()).isEqualTo("SPECIAL");
        var other = administrator
                .get("/api/v1/movements/" + Competition.movement(unit))
                .body();
        body.put("name", other.path("name").asString());
        assertThat(administrator.put(path, 2, body).problem()).isEqualTo("already-recorded");
        assertThat(withdraw(path, 2).status()).isEqualTo(204);
        assertThat(administrator.get(path).status()).isEqualTo(404);
        assertThat(history(movement).findValuesAsString("withdrawn")).containsExactly("false", "true");
        assertThat(audited(movement, "movement.withdrawn")).isEqualTo("ghi nhầm theo công văn cũ");
    }

    @Test
    void aLineageIsCorrectedUnderTheSameRulesAndItsWithdrawalIsTold() {
        var one = Competition.ended(province.id, "Xã Một");
        var two = province.unit("Xã Hai", province.id);
        var three = province.unit("Xã Ba", province.id);
        var lineage = Competition.recorded(Competition.lineage("MERGE", List.of(one), List.of(two)));
        var path = "/api/v1/lineages/" + lineage;
        var body = ClusterTargets.because(Competition.lineage("MERGE", List.of(one, three), List.of(three)));
        var corrected = administrator.put(path, 1, body);
        assertThat(corrected.status()).as(corrected.text()).isEqualTo(200);
        assertThat(administrator.get("/api/v1/units/" + two + "/lineage").body().path("cameFrom"))
                .isEmpty();
        assertThat(lastEvent(lineage)).contains(three.toString()).contains("\"withdrawn\": false");
        assertThat(history(lineage)
                        .path(0)
                        .path("was")
                        .path("successors")
                        .path(0)
                        .asString())
                .isEqualTo(two.toString());
        body.put("predecessors", List.of(three));
        body.put("successors", List.of(two));
        assertThat(administrator.put(path, 2, body).status())
                .as("three goes on")
                .isEqualTo(422);
        assertThat(withdraw(path, 2).status()).isEqualTo(204);
        assertThat(lastEvent(lineage)).contains("\"withdrawn\": true");
        assertThat(administrator.get(path).status()).isEqualTo(404);
    }

    @Test
    void aUnitOfALineageKeepsTheDayOnWhichItWentInto() {
        var one = Competition.ended(province.id, "Xã hết ngày 31/03");
        var two = province.unit("Xã nhận", province.id);
        Competition.recorded(Competition.lineage("MERGE", List.of(one), List.of(two)));
        assertThatThrownBy(() -> Assembly.sql(
                        "update unit_state set during = daterange(lower(during), '2026-06-01') where unit_id = '%s'"
                                .formatted(one)))
                .rootCause()
                .hasMessageContaining("a unit of a lineage");
        var longer = Map.of(
                "name", "Xã hết ngày 31/03",
                "parentId", province.id,
                "effectiveFrom", "2025-07-01",
                "validTo", "2026-03-30",
                "reason", "sửa ngày");
        var refused = administrator.put("/api/v1/units/" + one, 2, longer);
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString()).contains("sáp nhập");
    }

    @ParameterizedTest
    @ValueSource(strings = {"candidateRule", "tieRule"})
    void onlyARegulationEnteredAfterTheFactLeavesItsRulesUnsaid(String rule) {
        var live = Competition.season(cluster);
        var past = Competition.season(cluster, "2025", "2025-07-01", "2025-12-31", "RECORDED");
        var body = new HashMap<>(Competition.newRegulation());
        body.remove(rule);
        var refused = administrator.put("/api/v1/seasons/" + live + "/regulation", 1, body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/" + rule);
        var taken = administrator.put("/api/v1/seasons/" + past + "/regulation", 1, body);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(taken.body().path(rule).isNull()).isTrue();
        assertThat(lastEvent(past)).contains("\"" + rule + "\": null");
        assertThatThrownBy(() -> Assembly.sql("""
                        insert into regulation (season_id, cluster_id, number, title, status, provenance)
                        values ('%s', '%s', 9, 'x', 'DRAFT', 'LIVE')
                        """.formatted(live, cluster)))
                .rootCause()
                .hasMessageContaining("states its rules");
    }

    private String memberPath(UUID member) {
        return "/api/v1/clusters/" + cluster + "/members/" + member;
    }

    private Api.Answer withdraw(String path, int version) {
        return administrator.with("If-Match", "\"" + version + "\"").post(path + "/withdrawal", REASON);
    }

    private static Map<String, Object> days(String from, @Nullable String to) {
        return ClusterTargets.because(Competition.newMember(new UUID(0, 0), from, to), "unitId");
    }

    private tools.jackson.databind.JsonNode history(UUID id) {
        return administrator.get("/api/v1/corrections?recordId=" + id).body().path("items");
    }

    private static String lastEvent(UUID aggregate) {
        return Assembly.text("""
                        select jsonb_pretty(cast(data as jsonb))
                        from (select aggregate_version, data from kit.feed_event where aggregate_id = '%1$s'
                              union all select aggregate_version, data from kit.outbox where aggregate_id = '%1$s') e
                        order by aggregate_version desc limit 1
                        """.formatted(aggregate));
    }

    private static String audited(UUID aggregate, String action) {
        return Assembly.text("select reason from kit.audit where aggregate_id = '%s' and action = '%s'"
                .formatted(aggregate, action));
    }
}
