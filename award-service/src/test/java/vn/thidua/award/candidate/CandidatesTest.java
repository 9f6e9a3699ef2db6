package vn.thidua.award.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.award.candidate.Candidates.Why;
import vn.thidua.award.season.KnownElection;
import vn.thidua.award.season.KnownRanking;
import vn.thidua.award.season.KnownSeason;

class CandidatesTest {
    private static final UUID A = new UUID(1, 1);
    private static final UUID B = new UUID(1, 2);

    @Test
    void theElectedUnitIsTheCandidateWhateverTheRanking() {
        var found = Candidates.of(season(false, false), List.of(elected(B)), List.of(ranking(1, 2)));
        assertThat(found.unitIds()).containsExactly(B);
        assertThat(found.why()).isEqualTo(Why.ELECTED_BY_BALLOT);
        assertThat(found.rankingId()).isNotNull();
    }

    @Test
    void aSeasonWithoutAnAdoptedRegulationGoesByElection() {
        var found = Candidates.of(season(null), List.of(elected(B)), List.of(ranking(1, 2)));
        assertThat(found.unitIds()).containsExactly(B);
    }

    @Test
    void nobodyIsACandidateBeforeTheElectionOrWhenNobodyReachedTheThreshold() {
        assertThat(Candidates.of(season(false, false), List.of(), List.of(ranking(1, 2)))
                        .why())
                .isEqualTo(Why.NOT_YET_ELECTED);
        var undecided = Candidates.of(season(false, false), List.of(elected(null)), List.of());
        assertThat(undecided.why()).isEqualTo(Why.NOBODY_ELECTED);
        assertThat(undecided.isKnown()).isFalse();
    }

    @Test
    void theFirstOfTheRankingIsTheCandidateWhereTheRegulationSaysSo() {
        var found = Candidates.of(season(true, false), List.of(elected(B)), List.of(ranking(1, 2)));
        assertThat(found.unitIds()).containsExactly(A);
        assertThat(found.why()).isEqualTo(Why.FIRST_OF_RANKING);
        assertThat(found.electionId()).isNull();
    }

    @Test
    void aSharedFirstRankMakesTwoCandidatesUnlessABallotHasToDecide() {
        assertThat(Candidates.of(season(true, false), List.of(), List.of(ranking(1, 1)))
                        .unitIds())
                .containsExactlyInAnyOrder(A, B);
        var open = Candidates.of(season(true, true), List.of(), List.of(ranking(1, 1)));
        assertThat(open.unitIds()).isEmpty();
        assertThat(open.why()).isEqualTo(Why.TIE_NEEDS_BALLOT);
        var decided = Candidates.of(season(true, true), List.of(elected(B)), List.of(ranking(1, 1)));
        assertThat(decided.unitIds()).containsExactly(B);
        assertThat(decided.why()).isEqualTo(Why.TIE_DECIDED_BY_BALLOT);
    }

    @Test
    void aBallotOverOthersDoesNotDecideTheTie() {
        var found = Candidates.of(season(true, true), List.of(elected(new UUID(1, 9))), List.of(ranking(1, 1)));
        assertThat(found.why()).isEqualTo(Why.TIE_NEEDS_BALLOT);
    }

    @Test
    void theNewestRankingCounts() {
        var found = Candidates.of(season(true, false), List.of(), List.of(ranking(2, 1), ranking(1, 2)));
        assertThat(found.unitIds()).containsExactly(B);
    }

    private static KnownElection elected(@Nullable UUID unit) {
        return new KnownElection(new UUID(2, 1), unit, Instant.parse("2026-11-20T03:00:00Z"));
    }

    private static KnownRanking ranking(int a, int b) {
        var rows = Stream.of(new KnownRanking.Row(A, a), new KnownRanking.Row(B, b))
                .toList();
        return new KnownRanking(new UUID(3, 1), new UUID(3, 2), rows);
    }

    private static KnownSeason season(boolean rankOne, boolean tieNeedsBallot) {
        return season(new KnownSeason.Regulation(rankOne, tieNeedsBallot));
    }

    private static KnownSeason season(KnownSeason.@Nullable Regulation regulation) {
        return new KnownSeason(
                new UUID(0, 1),
                new UUID(0, 2),
                "Khối thi đua",
                new UUID(0, 3),
                "2026",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 1, 1),
                false,
                true,
                regulation);
    }
}
