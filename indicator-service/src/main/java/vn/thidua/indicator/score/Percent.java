package vn.thidua.indicator.score;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.scoresheet.Sheet.Plan;

/**
 * The percent of plan by the plan's meaning. To raise: reached ÷ planned. To reduce: the reduction reached ÷ the reduction planned,
 * both from last year's number, so that more than 100 is good (a plan of 100 fewer poor households, 125 fewer reached: 125%).
 * To keep: 100 less the deviation in either direction.
 */
record Percent(Fraction value, Words formula) {
    /** Null when it cannot be known: no target, one that is not above zero, no reduction planned, or last year's number missing. */
    static @Nullable Percent of(Fact fact, Plan plan) {
        var target = target(fact, plan);
        if (fact.value() == null || target == null) {
            return null;
        }
        var reached = fact.value();
        return switch (fact.direction()) {
            case RAISE -> target.signum() <= 0 ? null : raised(reached, target);
            case REDUCE -> {
                var from = fact.lastYear();
                yield from == null || from.compareTo(target) <= 0 ? null : reduced(reached, target, from);
            }
            case KEEP -> target.signum() <= 0 ? null : kept(reached, target);
        };
    }

    static @Nullable BigDecimal target(Fact fact, Plan plan) {
        return switch (plan) {
            case ASSIGNED -> fact.assigned();
            case REGISTERED -> fact.registered();
            case REGISTERED_ELSE_ASSIGNED -> fact.registered() != null ? fact.registered() : fact.assigned();
        };
    }

    private static Percent raised(BigDecimal reached, BigDecimal target) {
        return new Percent(
                Fraction.of(reached).over(Fraction.of(target)).times(Fraction.HUNDRED),
                Words.of(
                        "%% kế hoạch = thực hiện %s ÷ kế hoạch %s × 100",
                        "percent of plan = actual %s ÷ plan %s × 100", reached, target));
    }

    private static Percent reduced(BigDecimal reached, BigDecimal target, BigDecimal from) {
        var planned = Fraction.of(from).minus(Fraction.of(target));
        var done = Fraction.of(from).minus(Fraction.of(reached));
        return new Percent(
                done.over(planned).times(Fraction.HUNDRED),
                Words.of(
                        "%% kế hoạch giảm = mức giảm đạt được (%s − %s) ÷ mức giảm kế hoạch (%s − %s) × 100",
                        "percent of the planned reduction = reduction reached (%s − %s) ÷ reduction planned (%s − %s) × 100",
                        from,
                        reached,
                        from,
                        target));
    }

    private static Percent kept(BigDecimal reached, BigDecimal target) {
        var deviation = Fraction.of(reached).minus(Fraction.of(target)).over(Fraction.of(target));
        var size = deviation.signum() < 0 ? deviation.negated() : deviation;
        var one = Fraction.of(BigDecimal.ONE);
        return new Percent(
                one.minus(size).atLeast(Fraction.ZERO).times(Fraction.HUNDRED),
                Words.of(
                        "%% giữ vững = 100 − độ lệch của %s so với %s (tính theo %%)",
                        "percent kept = 100 − deviation of %s from %s in percent", reached, target));
    }
}
