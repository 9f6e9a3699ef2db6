package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;

/** Gathers what stands against one criterion's rule. */
final class Findings {
    private final String at;
    private final BigDecimal maximum;
    private final List<Finding> all = new ArrayList<>();

    /** @param at JSON Pointer of the criterion */
    Findings(String at, BigDecimal maximum) {
        this.at = at;
        this.maximum = maximum;
    }

    List<Finding> all() {
        return all;
    }

    void find(String field, String code, Object... arguments) {
        all.add(Finding.of(at + field, code, arguments));
    }

    /** Points lie between nothing and the criterion's maximum. */
    void within(String field, @Nullable BigDecimal points) {
        within(field, points, maximum);
    }

    void within(String field, @Nullable BigDecimal points, BigDecimal most) {
        if (points != null && points.signum() < 0) {
            find(field, "range");
        } else if (points != null && points.compareTo(most) > 0) {
            find(field, "above-maximum", SheetCheck.plain(most));
        }
    }

    void positive(String field, @Nullable BigDecimal number) {
        if (number != null && number.signum() <= 0) {
            find(field, "range");
        }
    }

    void notNegative(String field, @Nullable BigDecimal number) {
        if (number != null && number.signum() < 0) {
            find(field, "range");
        }
    }

    void slope(String field, @Nullable Slope slope) {
        if (slope != null) {
            positive(field + "/per", slope.per());
            positive(field + "/points", slope.points());
        }
    }
}
