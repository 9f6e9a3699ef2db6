package vn.thidua.indicator.scoresheet;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one criterion turns a fact into points. No kind is law: which one holds, and with which numbers, is what a cluster adopted
 * for a season. Every number here is exact; nothing is rounded by a rule.
 */
public sealed interface ScoringRule
        permits ScoringRule.Proportional,
                ScoringRule.PerPercent,
                ScoringRule.Ladder,
                ScoringRule.YesNo,
                ScoringRule.DaysLate,
                ScoringRule.Count,
                ScoringRule.Choice,
                ScoringRule.Bonus,
                ScoringRule.Penalty,
                ScoringRule.Fixed,
                ScoringRule.Given,
                FurtherRule {
    /** What a rule looks at. {@code VALUE} is the number itself; a value that is a percent already is a {@code VALUE} too. */
    enum Of {
        VALUE,
        PERCENT_OF_PLAN,
        /** Of what the unit itself promised, whatever plan the rest of the sheet counts by. */
        PERCENT_OF_REGISTERED,
        /** The value of the input {@link Input#BASE}, in percent: trained officials of all officials. */
        RATIO
    }

    /** Where a criterion's points go: the group's own points, its pool of bonus, or off. */
    enum Kind {
        BASE,
        BONUS,
        PENALTY
    }

    /**
     * Points in proportion to the percent: {@code points × percent / 100}.
     *
     * @param points at 100 percent; null for the criterion's maximum
     * @param floor a percent below it earns nothing; null for none
     * @param cap a percent beyond it earns no more in proportion; null for 100
     * @param over what every further percent above 100 earns instead, or null
     */
    record Proportional(
            Of of,
            @Nullable BigDecimal points,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal cap,
            @Nullable Slope over)
            implements ScoringRule {
        public Proportional {
            requireNonNull(of, "of is null");
        }
    }

    /**
     * Full points at 100 percent, some off for every percent under, some more for every percent over; never below nothing.
     *
     * @param points at 100 percent; null for the criterion's maximum
     * @param floor a percent below it earns nothing; null for none
     */
    record PerPercent(
            Of of,
            @Nullable BigDecimal points,
            @Nullable BigDecimal floor,
            @Nullable Slope under,
            @Nullable Slope over) implements ScoringRule {
        public PerPercent {
            requireNonNull(of, "of is null");
        }
    }

    /**
     * Points by the rung in which the number lies. Frozen only when every number lies in exactly one, or when the sheet declares what
     * becomes of a number that lies in none.
     */
    record Ladder(Of of, List<Rung> rungs) implements ScoringRule {
        public Ladder {
            requireNonNull(of, "of is null");
            rungs = List.copyOf(rungs);
        }
    }

    /** A value other than 0 is yes. */
    record YesNo(BigDecimal points, BigDecimal otherwise) implements ScoringRule {}

    /** Points by days late; a value of 0 or less is in time. */
    record DaysLate(List<Step> steps) implements ScoringRule {
        public DaysLate {
            steps = List.copyOf(steps);
        }
    }

    /** Points by a count, such as meetings missed. */
    record Count(List<Step> steps) implements ScoringRule {
        public Count {
            steps = List.copyOf(steps);
        }
    }

    /** Points by which of the described situations was found; one that is not described has no points to give. */
    record Choice(List<Option> options) implements ScoringRule {
        public Choice {
            options = List.copyOf(options);
        }
    }

    /**
     * Bonus: points for every {@code per} beyond {@code from}. It goes to the group's pool of bonus.
     *
     * @param cap most it can give; null for the criterion's maximum
     * @param whole whether only a full {@code per} counts
     */
    record Bonus(
            Of of,
            BigDecimal from,
            BigDecimal per,
            BigDecimal points,
            @Nullable BigDecimal cap,
            boolean whole) implements ScoringRule {
        @Override
        public Kind kind() {
            return Kind.BONUS;
        }
    }

    /**
     * Penalty: points taken off for every {@code per} beyond {@code from}.
     *
     * @param points taken off, written as a positive number
     * @param cap most it can take off; null for no limit
     * @param whole whether only a full {@code per} counts
     */
    record Penalty(
            Of of,
            BigDecimal from,
            BigDecimal per,
            BigDecimal points,
            @Nullable BigDecimal cap,
            boolean whole) implements ScoringRule {
        @Override
        public Kind kind() {
            return Kind.PENALTY;
        }

        @Override
        public @Nullable BigDecimal mostTakenOff() {
            return cap;
        }
    }

    /** The same points for every unit, whatever was reached. */
    record Fixed(BigDecimal points) implements ScoringRule {}

    /** Points that a council gives by its own judgement, from nothing to the criterion's maximum. */
    record Given() implements ScoringRule {}

    /**
     * @param per for every so many percent
     * @param points so many points
     * @param whole whether only a full {@code per} counts
     */
    record Slope(BigDecimal per, BigDecimal points, boolean whole) {}

    /**
     * @param from lower end, null for none
     * @param to upper end, null for none
     */
    record Rung(
            @Nullable BigDecimal from,
            boolean fromInclusive,
            @Nullable BigDecimal to,
            boolean toInclusive,
            BigDecimal points) {
        public Range range() {
            return new Range(from, fromInclusive, to, toInclusive);
        }
    }

    /** @param upTo the last number of the step, null for all that follow */
    record Step(@Nullable BigDecimal upTo, BigDecimal points) {}

    /** @param value the number by which the situation is reported */
    record Option(BigDecimal value, String name, BigDecimal points) {}

    default Kind kind() {
        return Kind.BASE;
    }

    /** Most that a penalty takes off; null for no limit. */
    default @Nullable BigDecimal mostTakenOff() {
        return BigDecimal.ZERO;
    }

    /** What the rule looks at. */
    default Of of() {
        return Of.VALUE;
    }
}
