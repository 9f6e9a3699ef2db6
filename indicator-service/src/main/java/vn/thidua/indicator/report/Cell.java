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

/**
 * What a unit says of one indicator. Zero is a value; "not applicable" is said apart; neither is an empty cell.
 *
 * @param evidence files that prove it
 */
record Cell(
        @Nullable BigDecimal value,
        boolean notApplicable,
        Actuality actuality,
        @Nullable String explanation,
        Set<UUID> evidence) {
    enum Actuality {
        ACTUAL,
        ESTIMATE
    }

    /** @param argument for the text, or null */
    record Fault(String pointer, String code, @Nullable Integer argument) {}

    Cell {
        evidence = Set.copyOf(evidence);
    }

    /** Untouched, as it is before anybody wrote it. */
    static final Cell EMPTY = new Cell(null, false, Actuality.ACTUAL, null, Set.of());

    /** Whether it says the same; 1 and 1.0 are one number. */
    boolean saysTheSameAs(Cell other) {
        if (!sameNumber(value, other.value)) {
            return false;
        }
        return notApplicable == other.notApplicable
                && actuality == other.actuality
                && Objects.equals(explanation, other.explanation)
                && evidence.equals(other.evidence);
    }

    private static boolean sameNumber(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    boolean isFilled() {
        return value != null || notApplicable;
    }

    /** What speaks against taking this for an indicator of that measure. */
    List<Fault> faults(Measure measure) {
        var faults = new ArrayList<Fault>();
        if (value != null && notApplicable) {
            faults.add(new Fault("/notApplicable", "value-and-not-applicable", null));
        }
        if (value != null) {
            var fault = fault(value, measure);
            if (fault != null) {
                faults.add(fault);
            }
        }
        return faults;
    }

    private static @Nullable Fault fault(BigDecimal value, Measure measure) {
        if (!Decimals.fits(value)) {
            return new Fault("/value", "range", null);
        }
        if (!Decimals.fits(value, measure.decimals())) {
            return new Fault("/value", "decimals", measure.decimals());
        }
        return switch (measure.valueKind()) {
            case QUANTITY, PERCENT -> null;
            case COUNT, DAYS_LATE -> value.signum() < 0 ? new Fault("/value", "not-negative", null) : null;
            case YES_NO ->
                value.signum() == 0 || value.compareTo(BigDecimal.ONE) == 0
                        ? null
                        : new Fault("/value", "yes-or-no", null);
        };
    }
}
