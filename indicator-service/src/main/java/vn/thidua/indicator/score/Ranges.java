package vn.thidua.indicator.score;

import java.math.BigDecimal;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.scoresheet.Range;

/** Ranges of exact numbers, and how they are written. */
final class Ranges {
    private Ranges() {}

    static boolean holds(Range range, Fraction number) {
        return range.holds(compared(number, range.from(), 1), compared(number, range.to(), -1));
    }

    private static int compared(Fraction number, @org.jspecify.annotations.Nullable BigDecimal end, int open) {
        return end == null ? open : number.compareTo(Fraction.of(end));
    }

    /** {@code [75; 95)}; a range of one number is that number. */
    static String shown(Range range) {
        if (range.from() != null && range.to() != null && range.from().compareTo(range.to()) == 0) {
            return range.from().toPlainString();
        }
        var from = range.from() == null
                ? "(-∞"
                : (range.fromInclusive() ? "[" : "(") + range.from().toPlainString();
        var to = range.to() == null ? "+∞)" : range.to().toPlainString() + (range.toInclusive() ? "]" : ")");
        return from + "; " + to;
    }
}
