package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.ScoringRule;

/**
 * What a unit gets by a sheet, and why. The points of all criteria and the amounts of all adjustments together are the total,
 * to the last digit shown.
 *
 * @param verdict null for a sheet that has neither classes nor knock-outs
 */
public record Score(
        UUID unitId,
        BigDecimal total,
        List<GroupScore> groups,
        List<CriterionScore> criteria,
        List<Adjustment> adjustments,
        @Nullable Verdict verdict) {
    public Score {
        groups = List.copyOf(groups);
        criteria = List.copyOf(criteria);
        adjustments = List.copyOf(adjustments);
    }

    /** Of how many criteria there is that to be said. */
    public int count(State state) {
        return Math.toIntExact(criteria.stream()
                .filter(criterion -> criterion.state() == state)
                .count());
    }

    /** Whether there was something to score by. */
    public enum State {
        SCORED,
        NOT_APPLICABLE,
        NO_FACT,
        /** There is a fact, but the sheet has no row for it. */
        NO_ROW
    }

    /**
     * What a score comes to besides points.
     *
     * @param grade code of the class, null where none fits or the sheet has none
     * @param vote whether the class is only what the unit is eligible for, and a vote decides
     * @param knockOuts codes of the knock-outs that hold
     * @param behind whether one of them puts the unit behind all others
     * @param words which class and why, or which gap
     */
    public record Verdict(
            @Nullable String grade,
            @Nullable String name,
            boolean vote,
            List<String> knockOuts,
            boolean behind,
            Sentence words) {
        public Verdict {
            knockOuts = List.copyOf(knockOuts);
        }
    }

    /** @param points of the group after its maximum, its pool and what does not apply */
    public record GroupScore(String code, BigDecimal points) {}

    public record CriterionScore(
            String code, String groupCode, ScoringRule.Kind kind, State state, BigDecimal points, Trace trace) {
        /** The same points with another way told. */
        CriterionScore with(Trace trace) {
            return new CriterionScore(code, groupCode, kind, state, points, trace);
        }
    }

    /** Why a sum of criteria is not the total. */
    public enum Reason {
        RESCALED,
        GROUP_MAXIMUM,
        BONUS_POOL,
        NOT_BELOW_ZERO,
        ROUNDING
    }

    /**
     * @param groupCode null for what concerns the whole sheet
     * @param points added; negative when taken off
     */
    public record Adjustment(Reason reason, @Nullable String groupCode, BigDecimal points, Sentence words) {}

    /**
     * How a criterion came to its points.
     *
     * @param inputs what went in, each with the row it was read from where there is one
     * @param formula the rule with its numbers put in
     * @param steps every number on the way, in order
     */
    public record Trace(List<Input> inputs, Sentence formula, List<Step> steps) {
        public Trace {
            inputs = List.copyOf(inputs);
            steps = List.copyOf(steps);
        }
    }

    /**
     * @param name value, plan, lastYear, or the kind of row when only its id matters
     * @param value null when it is only a reference
     */
    public record Input(
            String name,
            @Nullable BigDecimal value,
            @Nullable String id) {}

    /** @param value exact as far as six digits after the sign can show it */
    public record Step(Sentence words, BigDecimal value) {}
}
