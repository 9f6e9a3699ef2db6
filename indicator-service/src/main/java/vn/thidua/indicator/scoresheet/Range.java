package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers between two ends.
 *
 * @param from lower end, null for none
 * @param to upper end, null for none
 */
public record Range(
        @Nullable BigDecimal from,
        boolean fromInclusive,
        @Nullable BigDecimal to,
        boolean toInclusive) {
    public static Range of(BigDecimal only) {
        return new Range(only, true, only, true);
    }

    public static Range from(BigDecimal least) {
        return new Range(least, true, null, false);
    }

    public static Range below(BigDecimal bound) {
        return new Range(null, false, bound, false);
    }

    /** Whether it holds a number that compares so with its ends; a comparison with an open end does not count. */
    public boolean holds(int comparedWithFrom, int comparedWithTo) {
        return (from == null || comparedWithFrom > 0 || (fromInclusive && comparedWithFrom == 0))
                && (to == null || comparedWithTo < 0 || (toInclusive && comparedWithTo == 0));
    }

    boolean holds(BigDecimal number) {
        return holds(from == null ? 1 : number.compareTo(from), to == null ? -1 : number.compareTo(to));
    }

    boolean isEmpty() {
        if (from == null || to == null) {
            return false;
        }
        var compared = from.compareTo(to);
        return compared > 0 || (compared == 0 && !(fromInclusive && toInclusive));
    }
}
