package vn.thidua.indicator.scoresheet;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a scoresheet says: the groups of criteria with their maxima, and the rules common to all of them. Frozen, it never changes
 * again, and every result names the sheet by which it was computed.
 *
 * @param maximum most points a unit can have; with {@link BonusPlace#ABOVE} bonus may lift a total beyond it
 * @param plan which target percents of plan are measured against
 * @param belowZero whether penalties may take a group or the total below zero
 * @param parts headings above the groups, see {@link Parts}; most sheets have none
 */
public record Sheet(
        BigDecimal maximum,
        BonusPlace bonus,
        NotApplicable notApplicable,
        Plan plan,
        boolean belowZero,
        Rounding rounding,
        List<Group> groups,
        Terms terms,
        List<Part> parts) {
    public Sheet {
        groups = List.copyOf(groups);
        requireNonNull(terms, "terms is null");
        parts = List.copyOf(parts);
    }

    /** A sheet without parts. */
    public Sheet(
            BigDecimal maximum,
            BonusPlace bonus,
            NotApplicable notApplicable,
            Plan plan,
            boolean belowZero,
            Rounding rounding,
            List<Group> groups,
            Terms terms) {
        this(maximum, bonus, notApplicable, plan, belowZero, rounding, groups, terms, List.of());
    }

    /** A sheet that says no more than points. */
    public Sheet(
            BigDecimal maximum,
            BonusPlace bonus,
            NotApplicable notApplicable,
            Plan plan,
            boolean belowZero,
            Rounding rounding,
            List<Group> groups) {
        this(maximum, bonus, notApplicable, plan, belowZero, rounding, groups, Terms.NONE);
    }

    /** Whether bonus lies inside the maximum (650 + 200 + 100 + pools of 50 = 1.000) or above it. */
    public enum BonusPlace {
        INSIDE,
        ABOVE
    }

    /**
     * What becomes of a criterion that does not apply to a unit: left out with its points spread over the others, left out as it is, so
     * that the unit's scale is shorter, given in full, or nothing.
     */
    public enum NotApplicable {
        EXCLUDE,
        LEAVE_OUT,
        FULL,
        ZERO
    }

    /** The target against which a percent of plan is measured. */
    public enum Plan {
        ASSIGNED,
        REGISTERED,
        REGISTERED_ELSE_ASSIGNED
    }

    /** The one place where points are rounded. */
    public enum RoundedAt {
        CRITERION,
        GROUP,
        TOTAL
    }

    /** @param scale digits after the decimal sign */
    public record Rounding(RoundedAt at, int scale, RoundingMode mode) {
        public Rounding {
            requireNonNull(at, "at is null");
            requireNonNull(mode, "mode is null");
        }
    }

    /**
     * @param maximum of its criteria together, without bonus
     * @param bonusMaximum its pool of bonus
     * @param in code of the part it lies in, or null
     */
    public record Group(
            String code,
            String name,
            BigDecimal maximum,
            BigDecimal bonusMaximum,
            List<Criterion> criteria,
            @Nullable String in) {
        public Group {
            criteria = List.copyOf(criteria);
        }

        /** One that lies in no part. */
        public Group(String code, String name, BigDecimal maximum, BigDecimal bonusMaximum, List<Criterion> criteria) {
            this(code, name, maximum, bonusMaximum, criteria, null);
        }
    }

    /**
     * A heading above groups: phần, mục lớn.
     *
     * @param code unique among parts
     * @param maximum what its groups have together, their pools of bonus too where bonus lies inside the sheet's maximum
     * @param in code of the part it lies in itself, or null at the top
     */
    public record Part(
            String code,
            String name,
            BigDecimal maximum,
            @Nullable String in) {}

    /**
     * @param code unique in the sheet
     * @param maximum most points it can give; 0 for a penalty
     * @param indicatorId what the units report, or null for what is assessed by hand
     * @param inputs further numbers that the rule or a knock-out looks at
     * @param knockOuts when one of them holds, the whole criterion earns nothing
     * @param notFor units to which it does not apply, by id: what a frozen sheet says of a unit does not move with the unit's kind
     */
    public record Criterion(
            String code,
            String name,
            BigDecimal maximum,
            @Nullable UUID indicatorId,
            ScoringRule rule,
            List<Input> inputs,
            List<When> knockOuts,
            List<UUID> notFor) {
        public Criterion {
            requireNonNull(rule, "rule is null");
            inputs = List.copyOf(inputs);
            knockOuts = List.copyOf(knockOuts);
            notFor = List.copyOf(notFor);
        }

        /** One that applies to everybody. */
        public Criterion(
                String code,
                String name,
                BigDecimal maximum,
                @Nullable UUID indicatorId,
                ScoringRule rule,
                List<Input> inputs,
                List<When> knockOuts) {
            this(code, name, maximum, indicatorId, rule, inputs, knockOuts, List.of());
        }

        public Criterion(String code, String name, BigDecimal maximum, @Nullable UUID indicatorId, ScoringRule rule) {
            this(code, name, maximum, indicatorId, rule, List.of(), List.of());
        }

        /** Whether the rule may leave a case without a row, so that somebody has to rule on it. */
        public boolean mayBeUnmatched() {
            return rule instanceof ScoringRule.Ladder
                    || rule instanceof ScoringRule.Choice
                    || rule instanceof FurtherRule.Conditions
                    || rule instanceof FurtherRule.Deduction
                    || rule instanceof FurtherRule.WorkloadBonus;
        }

        /** The one with this code, or null. */
        @Nullable
        Input input(String code) {
            for (var input : inputs) {
                if (input.code().equals(code)) {
                    return input;
                }
            }
            return null;
        }
    }

    public List<Criterion> criteria() {
        return groups.stream().flatMap(group -> group.criteria().stream()).toList();
    }
}
