package vn.thidua.indicator.scoresheet;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that look at more than one number, or whose reading a cluster has to declare. Their sources stand in {@link RuleType}. */
public sealed interface FurtherRule extends ScoringRule {
    /** Which of several rows that hold counts; where none is declared, rows may not overlap. */
    enum Overlap {
        HIGHEST,
        LOWEST
    }

    /** Whether awards of several levels add up, or only the highest counts. */
    enum Stacking {
        SUM,
        HIGHEST
    }

    /** "Standard points times the percent over-fulfilled": the whole percent (M × 1,2 at 120%), or what is beyond 100 (M × 0,2). */
    enum Reading {
        WHOLE_PERCENT,
        EXCESS
    }

    /** Points by the row whose conditions all hold. What no row holds has no points until somebody rules. */
    record Conditions(List<Case> cases, @Nullable Overlap overlap) implements FurtherRule {
        public Conditions {
            cases = List.copyOf(cases);
        }
    }

    /** @param name the row as the sheet prints it */
    record Case(String name, List<When> when, BigDecimal points) {
        public Case {
            when = List.copyOf(when);
        }
    }

    /**
     * Full points less what the band says.
     *
     * @param full null for the criterion's maximum
     * @param bands points to take off, written as positive numbers
     */
    record Deduction(Of of, @Nullable BigDecimal full, List<Rung> bands) implements FurtherRule {
        public Deduction {
            requireNonNull(of, "of is null");
            bands = List.copyOf(bands);
        }
    }

    /** Taken off once when the organiser's office finds the breach; nobody else may find it. */
    record AgencyPenalty(BigDecimal points) implements FurtherRule {
        @Override
        public Kind kind() {
            return Kind.PENALTY;
        }

        @Override
        public BigDecimal mostTakenOff() {
            return points;
        }
    }

    /** Bonus by how many awards of each level a unit received. */
    record AwardBonus(List<Level> levels, Stacking stacking) implements FurtherRule {
        public AwardBonus {
            levels = List.copyOf(levels);
            requireNonNull(stacking, "stacking is null");
        }

        @Override
        public Kind kind() {
            return Kind.BONUS;
        }
    }

    /** @param input code of the criterion's input that counts the awards of this level */
    record Level(String input, BigDecimal points) {}

    /**
     * Bonus by workload for whoever reached the target.
     *
     * @param from the number from which on the target is reached
     * @param rungs points by the input {@link Input#WORKLOAD}
     */
    record WorkloadBonus(Of of, BigDecimal from, List<Rung> rungs) implements FurtherRule {
        public WorkloadBonus {
            requireNonNull(of, "of is null");
            rungs = List.copyOf(rungs);
        }

        @Override
        public Kind kind() {
            return Kind.BONUS;
        }
    }

    /**
     * Over-fulfilment in proportion, in the declared reading. The excess goes to the group's pool of bonus.
     *
     * @param points standard points, at 100 percent
     * @param cap a percent beyond it earns no more; null for none but the criterion's maximum
     */
    record OverFulfilment(
            Of of, BigDecimal points, @Nullable BigDecimal cap, Reading reading) implements FurtherRule {
        public OverFulfilment {
            requireNonNull(of, "of is null");
            requireNonNull(reading, "reading is null");
        }

        @Override
        public Kind kind() {
            return reading == Reading.EXCESS ? Kind.BONUS : Kind.BASE;
        }
    }

    /** Points that a council gives into the group's pool of bonus, up to the criterion's maximum, with its reason. */
    record GivenBonus() implements FurtherRule {
        @Override
        public Kind kind() {
            return Kind.BONUS;
        }
    }
}
