package vn.thidua.award.candidate;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.award.season.KnownElection;
import vn.thidua.award.season.KnownRanking;
import vn.thidua.award.season.KnownSeason;

/**
 * Who may be nominated as leader of a cluster and season: the elected unit, or the first of the published ranking where the
 * season's adopted regulation says so. A season without an adopted regulation goes by election.
 *
 * @param rule by what the season goes
 * @param why how it came to these, or why there is nobody yet
 * @param rankingId the published ranking, whatever the rule, so that one can walk on from it
 */
public record Candidates(
        Rule rule,
        Why why,
        List<UUID> unitIds,
        @Nullable UUID electionId,
        @Nullable UUID rankingId,
        @Nullable UUID scoresheetId) {
    public enum Rule {
        ELECTED,
        RANK_1
    }

    /** Each names a text of the console. */
    public enum Why {
        ELECTED_BY_BALLOT,
        FIRST_OF_RANKING,
        /** Several share the first rank and the regulation lets them. */
        SHARED_FIRST_RANK,
        /** Several share the first rank, and a ballot decided among them. */
        TIE_DECIDED_BY_BALLOT,
        NOT_YET_ELECTED,
        /** The ballot is counted and nobody reached its threshold. */
        NOBODY_ELECTED,
        NOT_YET_RANKED,
        TIE_NEEDS_BALLOT
    }

    public Candidates {
        unitIds = List.copyOf(unitIds);
    }

    /** Whether anybody is a candidate already. */
    public boolean isKnown() {
        return !unitIds.isEmpty();
    }

    /**
     * @param elections the counted ones, newest first
     * @param rankings the published ones, newest first
     */
    public static Candidates of(KnownSeason season, List<KnownElection> elections, List<KnownRanking> rankings) {
        var regulation = season.regulation();
        var ranking = rankings.isEmpty() ? null : rankings.getFirst();
        var election = elections.isEmpty() ? null : elections.getFirst();
        if (regulation != null && regulation.candidateIsRankOne()) {
            return byRank(regulation.tieNeedsBallot(), election, ranking);
        }
        if (election == null) {
            return made(Rule.ELECTED, Why.NOT_YET_ELECTED, List.of(), null, ranking);
        }
        var elected = election.electedUnitId();
        return elected == null
                ? made(Rule.ELECTED, Why.NOBODY_ELECTED, List.of(), election, ranking)
                : made(Rule.ELECTED, Why.ELECTED_BY_BALLOT, List.of(elected), election, ranking);
    }

    private static Candidates byRank(
            boolean tieNeedsBallot, @Nullable KnownElection election, @Nullable KnownRanking ranking) {
        if (ranking == null || ranking.first().isEmpty()) {
            return made(Rule.RANK_1, Why.NOT_YET_RANKED, List.of(), null, ranking);
        }
        var first = ranking.first();
        if (first.size() == 1) {
            return made(Rule.RANK_1, Why.FIRST_OF_RANKING, first, null, ranking);
        }
        if (!tieNeedsBallot) {
            return made(Rule.RANK_1, Why.SHARED_FIRST_RANK, first, null, ranking);
        }
        var elected = election == null ? null : election.electedUnitId();
        return elected != null && first.contains(elected)
                ? made(Rule.RANK_1, Why.TIE_DECIDED_BY_BALLOT, List.of(elected), election, ranking)
                : made(Rule.RANK_1, Why.TIE_NEEDS_BALLOT, List.of(), null, ranking);
    }

    private static Candidates made(
            Rule rule, Why why, List<UUID> units, @Nullable KnownElection election, @Nullable KnownRanking ranking) {
        return new Candidates(
                rule,
                why,
                units,
                election == null ? null : election.id(),
                ranking == null ? null : ranking.id(),
                ranking == null ? null : ranking.scoresheetId());
    }
}
