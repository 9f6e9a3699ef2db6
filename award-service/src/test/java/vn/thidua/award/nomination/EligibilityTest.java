package vn.thidua.award.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.award.award.Condition;
import vn.thidua.award.candidate.Candidates;
import vn.thidua.award.honour.Inherited;
import vn.thidua.award.lineage.KnownLineage.Kind;
import vn.thidua.award.nomination.Finding.Outcome;
import vn.thidua.award.nomination.Finding.Why;

class EligibilityTest {
    private static final UUID UNIT = new UUID(1, 1);
    private static final UUID OTHER = new UUID(1, 2);

    @Test
    void aLeaderLeadsAndAnotherDoesNotAndBeforeTheElectionNobodyKnows() {
        assertThat(judge(new Condition.LeaderOfCluster(), facts(List.of(UNIT), null)))
                .isEqualTo(List.of(Outcome.MET, Why.LEADS_CLUSTER));
        assertThat(judge(new Condition.LeaderOfCluster(), facts(List.of(OTHER), null)))
                .isEqualTo(List.of(Outcome.NOT_MET, Why.DOES_NOT_LEAD_CLUSTER));
        assertThat(judge(new Condition.LeaderOfCluster(), facts(List.of(), null)))
                .isEqualTo(List.of(Outcome.UNKNOWN, Why.LEADER_NOT_KNOWN_YET));
    }

    @Test
    void aRankIsComparedWithWhatTheStandardAsksFor() {
        assertThat(judge(new Condition.RankAtMost(3), facts(List.of(), 3)))
                .isEqualTo(List.of(Outcome.MET, Why.RANKED_HIGH_ENOUGH));
        assertThat(judge(new Condition.RankAtMost(3), facts(List.of(), 4)))
                .isEqualTo(List.of(Outcome.NOT_MET, Why.RANKED_TOO_LOW));
        assertThat(judge(new Condition.RankAtMost(3), facts(List.of(), null)))
                .isEqualTo(List.of(Outcome.NOT_MET, Why.NOT_RANKED));
        var unpublished = new Eligibility.Facts(UNIT, candidates(List.of()), false, null, Map.of(), List.of());
        assertThat(judge(new Condition.RankAtMost(3), unpublished))
                .isEqualTo(List.of(Outcome.UNKNOWN, Why.RANKING_NOT_PUBLISHED));
    }

    @Test
    void whatThisServiceCannotKnowItSaysIsUnknown() {
        assertThat(judge(new Condition.TargetsExceeded(), facts(List.of(UNIT), 1)))
                .isEqualTo(List.of(Outcome.UNKNOWN, Why.TARGETS_NOT_KNOWN_HERE));
        assertThat(judge(new Condition.NotUnderDiscipline(), facts(List.of(UNIT), 1)))
                .isEqualTo(List.of(Outcome.UNKNOWN, Why.TO_BE_DECLARED));
        assertThat(judge(new Condition.Declared("Có mô hình mới"), facts(List.of(UNIT), 1)))
                .isEqualTo(List.of(Outcome.UNKNOWN, Why.TO_BE_DECLARED));
    }

    @Test
    void tooFewHonoursInTheRegisterAreNoProofAgainstTheUnit() {
        assertThat(judge(new Condition.HeldBefore("TTLDXS", 2, Set.of()), facts(List.of(), 1)))
                .isEqualTo(List.of(Outcome.MET, Why.HELD_OFTEN_ENOUGH));
        assertThat(judge(new Condition.HeldBefore("TTLDXS", 3, Set.of()), facts(List.of(), 1)))
                .isEqualTo(List.of(Outcome.UNKNOWN, Why.REGISTER_MAY_LACK_SOME));
    }

    @Test
    void whatPredecessorsHoldCountsOnlyWhereAVerifiedRuleSaysSo() {
        var merged = new Inherited("TTLDXS", Set.of(Set.of(Kind.MERGE)));
        var counting = new Condition.HeldBefore("TTLDXS", 3, Set.of(Kind.MERGE, Kind.RENAME));
        assertThat(judge(counting, true, merged)).isEqualTo(List.of(Outcome.MET, Why.HELD_WITH_PREDECESSORS));
        assertThat(judge(counting, false, merged)).isEqualTo(List.of(Outcome.UNKNOWN, Why.PREDECESSORS_HOLD_SOME));
        assertThat(judge(new Condition.HeldBefore("TTLDXS", 3, Set.of()), true, merged))
                .isEqualTo(List.of(Outcome.UNKNOWN, Why.PREDECESSORS_HOLD_SOME));
        assertThat(judge(new Condition.HeldBefore("TTLDXS", 4, Set.of(Kind.MERGE)), true, merged))
                .isEqualTo(List.of(Outcome.UNKNOWN, Why.PREDECESSORS_HOLD_SOME));
    }

    @Test
    void everyEventOnAWayMustBeOfAKindTheRuleNamesAndOneWayIsEnough() {
        var condition = new Condition.HeldBefore("TTLDXS", 3, Set.of(Kind.MERGE));
        var twoSteps = new Inherited("TTLDXS", Set.of(Set.of(Kind.MERGE, Kind.SPLIT)));
        assertThat(judge(condition, true, twoSteps)).isEqualTo(List.of(Outcome.UNKNOWN, Why.PREDECESSORS_HOLD_SOME));
        var twoWays = new Inherited("TTLDXS", Set.of(Set.of(Kind.SPLIT), Set.of(Kind.MERGE)));
        assertThat(judge(condition, true, twoWays)).isEqualTo(List.of(Outcome.MET, Why.HELD_WITH_PREDECESSORS));
        var another = new Inherited("CSTD", Set.of(Set.of(Kind.MERGE)));
        assertThat(judge(condition, true, another)).isEqualTo(List.of(Outcome.UNKNOWN, Why.REGISTER_MAY_LACK_SOME));
    }

    @Test
    void findingsStandInTheOrderOfTheStandardAndAreNumberedFromOne() {
        var standard = List.of(new Condition.NotUnderDiscipline(), new Condition.LeaderOfCluster());
        var findings = Eligibility.judge(List.copyOf(standard), true, facts(List.of(UNIT), 1));
        assertThat(findings).extracting(Finding::number).containsExactly(1, 2);
        assertThat(findings).extracting(Finding::condition).isEqualTo(standard);
    }

    private static List<Object> judge(Condition condition, Eligibility.Facts facts) {
        var finding = Eligibility.judge(List.of(condition), true, facts).getFirst();
        return List.of(finding.outcome(), finding.why());
    }

    /** Of a unit that holds TTLDXS twice itself. */
    private static List<Object> judge(Condition condition, boolean verified, Inherited inherited) {
        var facts =
                new Eligibility.Facts(UNIT, candidates(List.of()), true, 1, Map.of("TTLDXS", 2), List.of(inherited));
        var finding = Eligibility.judge(List.of(condition), verified, facts).getFirst();
        return List.of(finding.outcome(), finding.why());
    }

    private static Eligibility.Facts facts(List<UUID> leaders, @Nullable Integer rank) {
        return new Eligibility.Facts(UNIT, candidates(leaders), true, rank, Map.of("TTLDXS", 2), List.of());
    }

    private static Candidates candidates(List<UUID> leaders) {
        return new Candidates(Candidates.Rule.ELECTED, Candidates.Why.ELECTED_BY_BALLOT, leaders, null, null, null);
    }
}
