package vn.thidua.indicator.scoresheet;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.period.Period;

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

        private Group forUnit(UUID unit) {
            return new Group(
                    code,
                    name,
                    maximum,
                    bonusMaximum,
                    criteria.stream().map(criterion -> criterion.forUnit(unit)).toList(),
                    in);
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
     * @param variants how it counts for some units; all others have its own maximum and rule
     * @param periods the kinds of period in which it applies; empty for all
     */
    public record Criterion(
            String code,
            String name,
            BigDecimal maximum,
            @Nullable UUID indicatorId,
            ScoringRule rule,
            List<Input> inputs,
            List<When> knockOuts,
            List<UUID> notFor,
            List<Variant> variants,
            List<Period.Kind> periods) {
        public Criterion {
            requireNonNull(rule, "rule is null");
            inputs = List.copyOf(inputs);
            knockOuts = List.copyOf(knockOuts);
            notFor = List.copyOf(notFor);
            variants = List.copyOf(variants);
            periods = List.copyOf(periods);
        }

        /** One that counts alike for everybody to whom it applies, in every period. */
        public Criterion(
                String code,
                String name,
                BigDecimal maximum,
                @Nullable UUID indicatorId,
                ScoringRule rule,
                List<Input> inputs,
                List<When> knockOuts,
                List<UUID> notFor) {
            this(code, name, maximum, indicatorId, rule, inputs, knockOuts, notFor, List.of(), List.of());
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

        /** What it says of those units, or null where it says the same as of all others. */
        public @Nullable Variant variant(UUID unit) {
            for (var variant : variants) {
                if (variant.isFor(unit)) {
                    return variant;
                }
            }
            return null;
        }

        /** As it counts for the unit: with its maximum and its rule, and no variants any more. */
        public Criterion forUnit(UUID unit) {
            return variants.isEmpty() ? this : by(variant(unit));
        }

        /** As it counts by one of its variants; by none, with its own maximum and rule. */
        Criterion by(@Nullable Variant variant) {
            return new Criterion(
                    code,
                    name,
                    variant == null ? maximum : variant.maximum(),
                    indicatorId,
                    variant == null || variant.rule() == null ? rule : variant.rule(),
                    inputs,
                    knockOuts,
                    notFor,
                    List.of(),
                    periods);
        }

        /** Whether it applies in such a period, to whomever. */
        public boolean appliesIn(Period.Kind period) {
            return periods.isEmpty() || periods.contains(period);
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

    /** As it counts for the unit, each criterion with the unit's maximum and rule; the sheet itself where it counts alike for all. */
    public Sheet forUnit(UUID unit) {
        return hasVariants()
                ? new Sheet(
                        maximum,
                        bonus,
                        notApplicable,
                        plan,
                        belowZero,
                        rounding,
                        groups.stream().map(group -> group.forUnit(unit)).toList(),
                        terms,
                        parts)
                : this;
    }

    /** Whether some criterion counts otherwise for some units. */
    public boolean hasVariants() {
        for (var group : groups) {
            for (var criterion : group.criteria()) {
                if (!criterion.variants().isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The units of which some criterion says something by name. */
    Set<UUID> units() {
        var units = new HashSet<UUID>();
        for (var criterion : criteria()) {
            units.addAll(criterion.notFor());
            criterion.variants().forEach(variant -> units.addAll(variant.forUnits()));
        }
        return units;
    }

    public List<Criterion> criteria() {
        return groups.stream().flatMap(group -> group.criteria().stream()).toList();
    }
}
