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
 */
public record Sheet(
        BigDecimal maximum,
        BonusPlace bonus,
        NotApplicable notApplicable,
        Plan plan,
        boolean belowZero,
        Rounding rounding,
        List<Group> groups) {
    public Sheet {
        groups = List.copyOf(groups);
    }

    /** Whether bonus lies inside the maximum (650 + 200 + 100 + pools of 50 = 1.000) or above it. */
    public enum BonusPlace {
        INSIDE,
        ABOVE
    }

    /** What becomes of a criterion that does not apply to a unit: left out and its points spread, given in full, or nothing. */
    public enum NotApplicable {
        EXCLUDE,
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
     */
    public record Group(
            String code, String name, BigDecimal maximum, BigDecimal bonusMaximum, List<Criterion> criteria) {
        public Group {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * @param code unique in the sheet
     * @param maximum most points it can give; 0 for a penalty
     * @param indicatorId what the units report, or null for what is assessed by hand
     */
    public record Criterion(
            String code,
            String name,
            BigDecimal maximum,
            @Nullable UUID indicatorId,
            ScoringRule rule) {
        public Criterion {
            requireNonNull(rule, "rule is null");
        }
    }

    public List<Criterion> criteria() {
        return groups.stream().flatMap(group -> group.criteria().stream()).toList();
    }
}
