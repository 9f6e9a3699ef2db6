package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.score.Score.Adjustment;
import vn.thidua.indicator.score.Score.Reason;

/**
 * Keeps a sum exact and its shown parts in step: whenever the sum is changed, the difference becomes an adjustment, so that the
 * parts as shown always add up to the sum as shown.
 */
final class Ledger {
    private final @Nullable String groupCode;
    private final List<Adjustment> adjustments;
    private Fraction exact = Fraction.ZERO;
    private BigDecimal shown = BigDecimal.ZERO;

    Ledger(@Nullable String groupCode, List<Adjustment> adjustments) {
        this.groupCode = groupCode;
        this.adjustments = adjustments;
    }

    void add(Fraction part, BigDecimal asShown) {
        exact = exact.plus(part);
        shown = shown.add(asShown);
    }

    void add(Ledger part) {
        add(part.exact, part.shown);
    }

    void become(Fraction changed, Reason reason, Sentence words) {
        exact = changed;
        settle(reason, words);
    }

    /** Writes down what showing the parts with six digits has lost. */
    void settle(Reason reason, Sentence words) {
        var difference = Decimals.plain(exact.shown().subtract(shown));
        if (difference.signum() != 0) {
            adjustments.add(new Adjustment(reason, groupCode, difference, words));
            shown = exact.shown();
        }
    }

    Fraction exact() {
        return exact;
    }
}
