package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Bonus;
import vn.thidua.indicator.scoresheet.ScoringRule.Choice;
import vn.thidua.indicator.scoresheet.ScoringRule.Count;
import vn.thidua.indicator.scoresheet.ScoringRule.DaysLate;
import vn.thidua.indicator.scoresheet.ScoringRule.Fixed;
import vn.thidua.indicator.scoresheet.ScoringRule.Given;
import vn.thidua.indicator.scoresheet.ScoringRule.Ladder;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Option;
import vn.thidua.indicator.scoresheet.ScoringRule.Penalty;
import vn.thidua.indicator.scoresheet.ScoringRule.PerPercent;
import vn.thidua.indicator.scoresheet.ScoringRule.Proportional;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.ScoringRule.YesNo;
import vn.thidua.indicator.scoresheet.Sheet.Plan;

/** One rule applied to one fact: points before any maximum and any rounding, and the way to them. */
final class RuleMath {
    /**
     * @param points null when the fact does not say enough
     * @param steps the numbers on the way
     */
    record Result(@Nullable Fraction points, Words formula, List<Score.Step> steps) {}

    private final Fraction maximum;
    private final List<Score.Step> steps = new ArrayList<>();

    private RuleMath(BigDecimal maximum) {
        this.maximum = Fraction.of(maximum);
    }

    /** @param fact null when nothing is known */
    static Result apply(ScoringRule rule, BigDecimal maximum, @Nullable Fact fact, Plan plan) {
        return new RuleMath(maximum).apply(rule, fact, plan);
    }

    private Result apply(ScoringRule rule, @Nullable Fact fact, Plan plan) {
        if (rule instanceof Fixed(var points)) {
            return result(Fraction.of(points), Words.of("Điểm cố định %s", "Fixed points: %s", points));
        }
        var number = number(rule, fact, plan);
        if (number == null) {
            return new Result(null, missing(rule, fact), steps);
        }
        return switch (rule) {
            case Proportional proportional -> proportion(proportional, number);
            case PerPercent perPercent -> perPercent(perPercent, number);
            case Ladder(var _, var rungs) -> ladder(rungs, number);
            case YesNo(var points, var otherwise) ->
                number.signum() != 0
                        ? result(Fraction.of(points), Words.of("Có: %s điểm", "Yes: %s points", points))
                        : result(Fraction.of(otherwise), Words.of("Không: %s điểm", "No: %s points", otherwise));
            case DaysLate(var steps) -> steps(steps, number, Words.of("số ngày chậm", "days late"));
            case Count(var steps) -> steps(steps, number, Words.of("số lần", "count"));
            case Choice(var options) -> choice(options, number);
            case Bonus(var _, var from, var per, var points, var cap, var whole) ->
                beyond(from, per, points, cap, whole, number, Words.of("Điểm thưởng", "Bonus"));
            case Penalty(var _, var from, var per, var points, var cap, var whole) -> {
                var off = beyond(from, per, points, cap, whole, number, Words.of("Điểm trừ", "Taken off"));
                yield new Result(Objects.requireNonNull(off.points()).negated(), off.formula(), off.steps());
            }
            case Given() ->
                result(
                        number.atLeast(Fraction.ZERO).atMost(maximum),
                        Words.of("Điểm do hội đồng chấm: %s", "Given by the council: %s", number.shown()));
            case Fixed _ -> throw new IllegalStateException("handled above");
        };
    }

    private @Nullable Fraction number(ScoringRule rule, @Nullable Fact fact, Plan plan) {
        if (fact == null || fact.value() == null) {
            return null;
        }
        var of = of(rule);
        if (of == Of.VALUE) {
            return Fraction.of(fact.value());
        }
        var percent = Percent.of(fact, plan);
        if (percent == null) {
            return null;
        }
        step(percent.formula(), percent.value());
        return percent.value();
    }

    private static Of of(ScoringRule rule) {
        return switch (rule) {
            case Proportional(var of, var _, var _, var _, var _) -> of;
            case PerPercent(var of, var _, var _, var _, var _) -> of;
            case Ladder(var of, var _) -> of;
            case Bonus(var of, var _, var _, var _, var _, var _) -> of;
            case Penalty(var of, var _, var _, var _, var _, var _) -> of;
            case YesNo _, DaysLate _, Count _, Choice _, Fixed _, Given _ -> Of.VALUE;
        };
    }

    private static Words missing(ScoringRule rule, @Nullable Fact fact) {
        if (fact == null || fact.value() == null) {
            return Words.of("Chưa có số liệu: 0 điểm", "Nothing reported: 0 points");
        }
        return of(rule) == Of.VALUE
                ? Words.of("Chưa có số liệu: 0 điểm", "Nothing reported: 0 points")
                : Words.of(
                        "Không tính được %% kế hoạch (thiếu kế hoạch hoặc số năm trước): 0 điểm",
                        "Percent of plan cannot be known (no plan, or last year's number missing): 0 points");
    }

    private Result proportion(Proportional rule, Fraction percent) {
        var full = rule.points() == null ? maximum : Fraction.of(rule.points());
        if (below(rule.floor(), percent)) {
            return underFloor(Objects.requireNonNull(rule.floor()), percent);
        }
        var cap = rule.cap() == null ? Fraction.HUNDRED : Fraction.of(rule.cap());
        var counted = percent.atLeast(Fraction.ZERO).atMost(cap);
        if (counted.compareTo(percent) != 0) {
            step(Words.of("%% được tính (không quá %s)", "percent counted (at most %s)", cap.shown()), counted);
        }
        var points = full.times(counted).over(Fraction.HUNDRED);
        var formula = Words.of("%s × %s ÷ 100", "%s × %s ÷ 100", full.shown(), counted.shown());
        if (rule.over() != null && percent.compareTo(Fraction.HUNDRED) > 0) {
            step(formula, points);
            var more = slope(rule.over(), percent.minus(Fraction.HUNDRED), Words.of("vượt", "over"));
            points = points.plus(more);
            formula = Words.of("%s + %s", "%s + %s", formula, more.shown());
        }
        return result(points, Words.of("Điểm = %s", "Points = %s", formula));
    }

    private Result perPercent(PerPercent rule, Fraction percent) {
        var full = rule.points() == null ? maximum : Fraction.of(rule.points());
        if (below(rule.floor(), percent)) {
            return underFloor(Objects.requireNonNull(rule.floor()), percent);
        }
        var difference = percent.minus(Fraction.HUNDRED);
        if (difference.signum() > 0 && rule.over() != null) {
            var more = slope(rule.over(), difference, Words.of("vượt", "over"));
            return result(full.plus(more), Words.of("Điểm = %s + %s", "Points = %s + %s", full.shown(), more.shown()));
        }
        if (difference.signum() < 0 && rule.under() != null) {
            var less = slope(rule.under(), difference.negated(), Words.of("hụt", "under"));
            return result(
                    full.minus(less).atLeast(Fraction.ZERO),
                    Words.of(
                            "Điểm = %s − %s, không dưới 0",
                            "Points = %s − %s, not below 0", full.shown(), less.shown()));
        }
        return result(full, Words.of("Điểm = %s", "Points = %s", full.shown()));
    }

    private Fraction slope(Slope slope, Fraction difference, Words which) {
        return times(difference, slope.per(), slope.points(), slope.whole(), which);
    }

    private Fraction times(Fraction amount, BigDecimal per, BigDecimal points, boolean whole, Words which) {
        var count = amount.over(Fraction.of(per));
        var counted = whole ? count.whole() : count;
        step(
                whole
                        ? Words.of("phần %s %s, số lần đủ %s", "%s by %s, full times %s", which, amount.shown(), per)
                        : Words.of("phần %s %s, chia cho %s", "%s by %s, divided by %s", which, amount.shown(), per),
                counted);
        var result = counted.times(Fraction.of(points));
        step(Words.of("%s × %s điểm", "%s × %s points", counted.shown(), points), result);
        return result;
    }

    private Result ladder(List<Rung> rungs, Fraction number) {
        for (var rung : rungs) {
            var low = rung.from() == null ? 1 : number.compareTo(Fraction.of(rung.from()));
            var high = rung.to() == null ? -1 : number.compareTo(Fraction.of(rung.to()));
            if (rung.holds(low, high)) {
                return result(
                        Fraction.of(rung.points()),
                        Words.of(
                                "%s thuộc bậc %s: %s điểm",
                                "%s lies in %s: %s points", number.shown(), interval(rung), rung.points()));
            }
        }
        throw new IllegalStateException("a frozen ladder has no gap, but nothing holds " + number);
    }

    private static Words interval(Rung rung) {
        var from = rung.from() == null
                ? "(-∞"
                : (rung.fromInclusive() ? "[" : "(") + rung.from().toPlainString();
        var to = rung.to() == null ? "+∞)" : rung.to().toPlainString() + (rung.toInclusive() ? "]" : ")");
        return new Words(from.replace('.', ',') + "; " + to.replace('.', ','), from + "; " + to);
    }

    private Result steps(List<ScoringRule.Step> rows, Fraction number, Words what) {
        for (var row : rows) {
            if (row.upTo() == null || number.compareTo(Fraction.of(row.upTo())) <= 0) {
                return result(
                        Fraction.of(row.points()),
                        Words.of("%s %s: %s điểm", "%s %s: %s points", what, number.shown(), row.points()));
            }
        }
        throw new IllegalStateException("the last step of a frozen rule is open");
    }

    private Result choice(List<Option> options, Fraction number) {
        for (var option : options) {
            if (number.compareTo(Fraction.of(option.value())) == 0) {
                return result(
                        Fraction.of(option.points()),
                        Words.of("“%s”: %s điểm", "“%s”: %s points", option.name(), option.points()));
            }
        }
        return new Result(
                null,
                Words.of(
                        "Bảng điểm không có mức ứng với %s: 0 điểm",
                        "The sheet has no situation %s: 0 points", number.shown()),
                steps);
    }

    private Result beyond(
            BigDecimal from,
            BigDecimal per,
            BigDecimal points,
            @Nullable BigDecimal cap,
            boolean whole,
            Fraction number,
            Words name) {
        var amount = number.minus(Fraction.of(from)).atLeast(Fraction.ZERO);
        var earned = times(amount, per, points, whole, Words.of("trên %s:", "beyond %s:", from));
        if (cap == null) {
            return result(earned, Words.of("%s = %s", "%s = %s", name, earned.shown()));
        }
        return result(
                earned.atMost(Fraction.of(cap)),
                Words.of("%s = %s, không quá %s", "%s = %s, at most %s", name, earned.shown(), cap));
    }

    private static boolean below(@Nullable BigDecimal floor, Fraction percent) {
        return floor != null && percent.compareTo(Fraction.of(floor)) < 0;
    }

    private Result underFloor(BigDecimal floor, Fraction percent) {
        return result(
                Fraction.ZERO,
                Words.of(
                        "%s%% dưới mức tối thiểu %s%%: 0 điểm",
                        "%s%% is below the floor of %s%%: 0 points", percent.shown(), floor));
    }

    private Result result(Fraction points, Words formula) {
        return new Result(points, formula, List.copyOf(steps));
    }

    private void step(Words words, Fraction value) {
        steps.add(new Score.Step(words, value.shown()));
    }
}
