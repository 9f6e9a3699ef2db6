package vn.thidua.indicator.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * From where on a number of an indicator is worth a second look.
 *
 * @param lower of the value for {@link Kind#LIMITS}, else in percent of what it is compared with; null is no bound
 * @param minimumPeers how many other members must have handed in before a number is compared with theirs
 */
public record Bound(
        Kind kind, @Nullable BigDecimal lower, @Nullable BigDecimal upper, Severity severity, int minimumPeers) {
    public enum Kind {
        LIMITS,
        AGAINST_PLAN,
        AGAINST_LAST_YEAR,
        /** The degree to which the plan is fulfilled, against the middle one of the other members. */
        AGAINST_PEERS
    }

    public enum Severity {
        /** Nothing is handed in with it. */
        ERROR,
        /** It is handed in with an explanation. */
        WARNING
    }

    /** Whether the number lies outside. */
    public boolean isBrokenBy(BigDecimal number) {
        return (lower != null && number.compareTo(lower) < 0) || (upper != null && number.compareTo(upper) > 0);
    }
}
