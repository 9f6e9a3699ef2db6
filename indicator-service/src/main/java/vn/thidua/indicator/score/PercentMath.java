package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.scoresheet.FurtherRule.OverFulfilment;
import vn.thidua.indicator.scoresheet.FurtherRule.Reading;
import vn.thidua.indicator.scoresheet.ScoringRule.PerPercent;
import vn.thidua.indicator.scoresheet.ScoringRule.Proportional;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;

/** Points by a percent. */
final class PercentMath {
    private final Way way;
    private final Fraction maximum;

    PercentMath(Way way, Fraction maximum) {
        this.way = way;
        this.maximum = maximum;
    }

    Outcome proportion(Proportional rule, Fraction percent) {
        var full = rule.points() == null ? maximum : Fraction.of(rule.points());
        if (below(rule.floor(), percent)) {
            return underFloor(Objects.requireNonNull(rule.floor()), percent);
        }
        var cap = rule.cap() == null ? Fraction.HUNDRED : Fraction.of(rule.cap());
        var counted = counted(percent, cap);
        var points = full.times(counted).over(Fraction.HUNDRED);
        var formula = Sentence.of("%s × %s ÷ 100", "%s × %s ÷ 100", full, counted);
        if (rule.over() != null && percent.compareTo(Fraction.HUNDRED) > 0) {
            way.step(formula, points);
            var more = slope(rule.over(), percent.minus(Fraction.HUNDRED), Sentence.of("vượt", "over"));
            points = points.plus(more);
            formula = Sentence.of("%s + %s", "%s + %s", formula, more);
        }
        return way.points(points, Sentence.of("Điểm = %s", "Points = %s", formula));
    }

    private Fraction counted(Fraction percent, @Nullable Fraction cap) {
        var counted = percent.atLeast(Fraction.ZERO);
        counted = cap == null ? counted : counted.atMost(cap);
        if (counted.compareTo(percent) != 0) {
            way.step(
                    cap == null
                            ? Sentence.of("%% được tính (không dưới 0)", "percent counted (not below 0)")
                            : Sentence.of("%% được tính (không quá %s)", "percent counted (at most %s)", cap),
                    counted);
        }
        return counted;
    }

    Outcome perPercent(PerPercent rule, Fraction percent) {
        var full = rule.points() == null ? maximum : Fraction.of(rule.points());
        if (below(rule.floor(), percent)) {
            return underFloor(Objects.requireNonNull(rule.floor()), percent);
        }
        var difference = percent.minus(Fraction.HUNDRED);
        if (difference.signum() > 0 && rule.over() != null) {
            var more = slope(rule.over(), difference, Sentence.of("vượt", "over"));
            return way.points(full.plus(more), Sentence.of("Điểm = %s + %s", "Points = %s + %s", full, more));
        }
        if (difference.signum() < 0 && rule.under() != null) {
            var less = slope(rule.under(), difference.negated(), Sentence.of("hụt", "under"));
            return way.points(
                    full.minus(less).atLeast(Fraction.ZERO),
                    Sentence.of("Điểm = %s − %s, không dưới 0", "Points = %s − %s, not below 0", full, less));
        }
        return way.points(full, Sentence.of("Điểm = %s", "Points = %s", full));
    }

    Outcome overFulfilment(OverFulfilment rule, Fraction percent) {
        var full = Fraction.of(rule.points());
        var counted = counted(percent, rule.cap() == null ? null : Fraction.of(rule.cap()));
        if (rule.reading() == Reading.WHOLE_PERCENT) {
            return way.points(
                    full.times(counted).over(Fraction.HUNDRED),
                    Sentence.of("Điểm = %s × %s ÷ 100", "Points = %s × %s ÷ 100", full, counted));
        }
        var excess = counted.minus(Fraction.HUNDRED).atLeast(Fraction.ZERO);
        return way.points(
                full.times(excess).over(Fraction.HUNDRED),
                Sentence.of(
                        "Điểm thưởng = %s × %s (phần vượt 100%%) ÷ 100",
                        "Bonus = %s × %s (beyond 100%%) ÷ 100", full, excess));
    }

    private Fraction slope(Slope slope, Fraction difference, Sentence which) {
        return way.times(difference, slope.per(), slope.points(), slope.whole(), which);
    }

    private static boolean below(@Nullable BigDecimal floor, Fraction percent) {
        return floor != null && percent.compareTo(Fraction.of(floor)) < 0;
    }

    private Outcome underFloor(BigDecimal floor, Fraction percent) {
        return way.points(
                Fraction.ZERO,
                Sentence.of(
                        "%s%% dưới mức tối thiểu %s%%: 0 điểm",
                        "%s%% is below the floor of %s%%: 0 points", percent, floor));
    }
}
