package vn.thidua.award.nomination;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.thidua.award.award.Condition;
import vn.thidua.award.candidate.Candidates;
import vn.thidua.award.honour.Inherited;
import vn.thidua.award.nomination.Finding.Outcome;
import vn.thidua.award.nomination.Finding.Why;

/** Judges a unit by a standard: a pure function of the two. */
final class Eligibility {
    /**
     * What is known of the unit when it is judged.
     *
     * @param ranked whether a ranking of the season is published
     * @param rank its rank there, or null when it is not in it
     * @param held how often it holds which award, by the award's code, as far as the register knows
     * @param inherited what those hold that it came out of
     */
    record Facts(
            UUID unitId,
            Candidates candidates,
            boolean ranked,
            @Nullable Integer rank,
            Map<String, Integer> held,
            List<Inherited> inherited) {
        Facts {
            held = Map.copyOf(held);
            inherited = List.copyOf(inherited);
        }

        boolean isCandidate() {
            return candidates.unitIds().contains(unitId);
        }
    }

    private Eligibility() {}

    /**
     * A finding for each condition, in the standard's order.
     *
     * @param verified whether somebody has compared the standard with its source; without that, honours of others are not counted
     */
    static List<Finding> judge(List<Condition> standard, boolean verified, Facts facts) {
        return IntStream.range(0, standard.size())
                .mapToObj(i -> judge(i + 1, standard.get(i), verified, facts))
                .toList();
    }

    private static Finding judge(int number, Condition condition, boolean verified, Facts facts) {
        return switch (condition) {
            case Condition.LeaderOfCluster _ -> leader(number, condition, facts);
            case Condition.RankAtMost(var rank) -> ranked(number, condition, rank, facts);
            case Condition.TargetsExceeded _ ->
                new Finding(number, condition, Outcome.UNKNOWN, Why.TARGETS_NOT_KNOWN_HERE);
            case Condition.NotUnderDiscipline _, Condition.Declared _ ->
                new Finding(number, condition, Outcome.UNKNOWN, Why.TO_BE_DECLARED);
            case Condition.HeldBefore held -> held(number, held, verified, facts);
        };
    }

    private static Finding held(int number, Condition.HeldBefore condition, boolean verified, Facts facts) {
        int own = facts.held().getOrDefault(condition.awardCode(), 0);
        if (own >= condition.times()) {
            return new Finding(number, condition, Outcome.MET, Why.HELD_OFTEN_ENOUGH);
        }
        var inherited = facts.inherited().stream()
                .filter(honour -> honour.awardCode().equals(condition.awardCode()))
                .toList();
        var counted = inherited.stream()
                .filter(honour -> honour.isThrough(condition.lineages()))
                .count();
        if (verified && own + counted >= condition.times()) {
            return new Finding(number, condition, Outcome.MET, Why.HELD_WITH_PREDECESSORS);
        }
        var why = inherited.isEmpty() ? Why.REGISTER_MAY_LACK_SOME : Why.PREDECESSORS_HOLD_SOME;
        return new Finding(number, condition, Outcome.UNKNOWN, why);
    }

    private static Finding leader(int number, Condition condition, Facts facts) {
        if (!facts.candidates().isKnown()) {
            return new Finding(number, condition, Outcome.UNKNOWN, Why.LEADER_NOT_KNOWN_YET);
        }
        return facts.isCandidate()
                ? new Finding(number, condition, Outcome.MET, Why.LEADS_CLUSTER)
                : new Finding(number, condition, Outcome.NOT_MET, Why.DOES_NOT_LEAD_CLUSTER);
    }

    private static Finding ranked(int number, Condition condition, int atMost, Facts facts) {
        if (!facts.ranked()) {
            return new Finding(number, condition, Outcome.UNKNOWN, Why.RANKING_NOT_PUBLISHED);
        }
        var rank = facts.rank();
        if (rank == null) {
            return new Finding(number, condition, Outcome.NOT_MET, Why.NOT_RANKED);
        }
        return rank <= atMost
                ? new Finding(number, condition, Outcome.MET, Why.RANKED_HIGH_ENOUGH)
                : new Finding(number, condition, Outcome.NOT_MET, Why.RANKED_TOO_LOW);
    }
}
