package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.catalogue.Units;

/**
 * What a unit says of one indicator. Zero is a value; "not applicable" is said apart; neither is an empty cell.
 *
 * @param typed what was typed where that was in another unit of measure than the indicator's own
 * @param qualifier where the number is not stated exactly; null where it is, or there is none
 * @param reached where the target is a list, what on it was reached; else null
 * @param evidence files that prove it
 * @param computation from what it has its value, where nobody types it
 */
record Cell(
        @Nullable BigDecimal value,
        Units.@Nullable Typed typed,
        @Nullable Qualifier qualifier,
        @Nullable List<String> reached,
        boolean notApplicable,
        Actuality actuality,
        @Nullable String explanation,
        Set<UUID> evidence,
        @Nullable Computation computation) {
    enum Actuality {
        ACTUAL,
        ESTIMATE
    }

    /** @param arguments for the text */
    record Fault(String pointer, String code, List<Object> arguments) {
        static Fault of(String pointer, String code, Object... arguments) {
            return new Fault(pointer, code, List.of(arguments));
        }
    }

    Cell {
        evidence = Set.copyOf(evidence);
        reached = reached == null ? null : List.copyOf(reached);
    }

    /** Untouched, as it is before anybody wrote it. */
    static final Cell EMPTY = new Cell(null, null, null, null, false, Actuality.ACTUAL, null, Set.of(), null);

    /** Whether it says the same; 1 and 1.0 are one number. */
    boolean saysTheSameAs(Cell other) {
        if (!Decimals.same(value, other.value)) {
            return false;
        }
        return sameTyped(typed, other.typed)
                && qualifier == other.qualifier
                && notApplicable == other.notApplicable
                && actuality == other.actuality
                && Objects.equals(explanation, other.explanation)
                && Objects.equals(reached, other.reached)
                && evidence.equals(other.evidence)
                && (computation == null ? other.computation == null : computation.saysTheSameAs(other.computation));
    }

    private static boolean sameTyped(Units.@Nullable Typed one, Units.@Nullable Typed other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.unit().equals(other.unit()) && Decimals.same(one.number(), other.number());
    }

    /** Those names on its list that count: what is on the list no more does not; null where none are named. */
    @Nullable
    List<String> counted(List<String> items) {
        return reached == null ? null : reached.stream().filter(items::contains).toList();
    }

    boolean isFilled() {
        return value != null || notApplicable;
    }

    /** What speaks against taking this for an indicator of that measure. */
    List<Fault> faults(Measure measure) {
        var faults = new ArrayList<Fault>();
        if (value != null && notApplicable) {
            faults.add(Fault.of("/notApplicable", "value-and-not-applicable"));
        }
        if (qualifier != null && (value == null || !measure.answers().isEmpty())) {
            faults.add(Fault.of("/qualifier", value == null ? "qualifier-alone" : "not-qualified"));
        }
        if (value != null) {
            var fault = typed == null ? fault(value, measure, measure.decimals()) : converted(value, measure);
            if (fault != null) {
                faults.add(fault);
            }
        }
        return faults;
    }

    /** What speaks against a number that was not typed in the indicator's own unit: it may have more digits there, unless it is counted. */
    static @Nullable Fault converted(BigDecimal value, Measure measure) {
        return fault(value, measure, measure.valueKind().isWhole() ? measure.decimals() : Decimals.AFTER_SIGN);
    }

    private static @Nullable Fault fault(BigDecimal value, Measure measure, int decimals) {
        if (!Decimals.fits(value)) {
            return Fault.of("/value", "range");
        }
        if (!Decimals.fits(value, decimals)) {
            return Fault.of("/value", "decimals", decimals);
        }
        return switch (measure.valueKind()) {
            case QUANTITY, PERCENT, RATIO -> null;
            case COUNT, DAYS_LATE -> value.signum() < 0 ? Fault.of("/value", "not-negative") : null;
            case YES_NO -> measure.isAnswer(value) ? null : Fault.of("/value", "yes-or-no");
            case LEVEL ->
                measure.isAnswer(value)
                        ? null
                        : Fault.of("/value", "no-such-level", String.join(", ", measure.levels()));
        };
    }
}
