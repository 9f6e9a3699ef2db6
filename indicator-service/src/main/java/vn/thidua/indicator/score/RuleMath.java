package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Bonus;
import vn.thidua.indicator.scoresheet.ScoringRule.Choice;
import vn.thidua.indicator.scoresheet.ScoringRule.Count;
import vn.thidua.indicator.scoresheet.ScoringRule.DaysLate;
import vn.thidua.indicator.scoresheet.ScoringRule.Fixed;
import vn.thidua.indicator.scoresheet.ScoringRule.Given;
import vn.thidua.indicator.scoresheet.ScoringRule.Ladder;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Penalty;
import vn.thidua.indicator.scoresheet.ScoringRule.PerPercent;
import vn.thidua.indicator.scoresheet.ScoringRule.Proportional;
import vn.thidua.indicator.scoresheet.ScoringRule.YesNo;
import vn.thidua.indicator.scoresheet.Sheet.Plan;

/** One rule applied to what is known: points before any maximum and any rounding, and the way to them. */
final class RuleMath {
    static final Sentence NOTHING = Sentence.of("Chưa có số liệu: chưa có điểm", "Nothing reported: no points yet");
    private static final Sentence NO_PERCENT = Sentence.of(
            "Không tính được %% kế hoạch (thiếu kế hoạch hoặc số năm trước): chưa có điểm",
            "Percent of plan cannot be known (no plan, or last year's number missing): no points yet");

    private static final Sentence PERCENT_ONLY = Sentence.of(
            "Tài liệu chỉ nêu %% kế hoạch, không nêu số liệu: chưa có điểm",
            "The document states a percent of plan only, not the number: no points yet");

    private final Known known;
    private final Fraction maximum;
    private final Plan plan;
    private final Way way = new Way();

    private RuleMath(Known known, Plan plan) {
        this.known = known;
        this.maximum = Fraction.of(known.criterion().maximum());
        this.plan = plan;
    }

    static Outcome apply(Known known, Plan plan) {
        var math = new RuleMath(known, plan);
        for (var when : known.criterion().knockOuts()) {
            var number = known.number(when.input());
            if (number != null && Ranges.holds(when.range(), number)) {
                return math.way.points(
                        Fraction.ZERO,
                        Sentence.of(
                                "Điểm liệt: %s là %s, cả tiêu chí 0 điểm",
                                "Knocked out: %s is %s, the whole criterion earns nothing",
                                known.name(when.input()),
                                number));
            }
        }
        return math.apply(known.criterion().rule());
    }

    private Outcome apply(ScoringRule rule) {
        if (rule instanceof Fixed(var points)) {
            return way.points(Fraction.of(points), Sentence.of("Điểm cố định %s", "Fixed points: %s", points));
        }
        if (rule instanceof FurtherRule.Conditions conditions) {
            return new FurtherMath(way, known).conditions(conditions);
        }
        if (rule instanceof FurtherRule.AwardBonus awards) {
            return new FurtherMath(way, known).awards(awards);
        }
        var own = known.number(Input.VALUE);
        if (own == null && !known.isPercentOnly()) {
            return way.noFact(NOTHING);
        }
        var number = number(rule.of(), own);
        return number == null ? way.noFact(why(rule.of(), own == null)) : apply(rule, number);
    }

    private Outcome apply(ScoringRule rule, Fraction number) {
        return switch (rule) {
            case Proportional proportional -> new PercentMath(way, maximum).proportion(proportional, number);
            case PerPercent perPercent -> new PercentMath(way, maximum).perPercent(perPercent, number);
            case Ladder(var _, var rungs) -> new TableMath(way).ladder(rungs, number);
            case YesNo(var points, var otherwise) ->
                number.signum() != 0
                        ? way.points(Fraction.of(points), Sentence.of("Có: %s điểm", "Yes: %s points", points))
                        : way.points(Fraction.of(otherwise), Sentence.of("Không: %s điểm", "No: %s points", otherwise));
            case DaysLate(var steps) ->
                new TableMath(way).steps(steps, number, Sentence.of("số ngày chậm", "days late"));
            case Count(var steps) -> new TableMath(way).steps(steps, number, Sentence.of("số lần", "count"));
            case Choice(var options) -> new TableMath(way).choice(options, number);
            case Bonus(var _, var from, var per, var points, var cap, var whole) ->
                beyond(way.beyond(from, per, points, whole, number), cap, Sentence.of("Điểm thưởng", "Bonus"), false);
            case Penalty(var _, var from, var per, var points, var cap, var whole) ->
                beyond(way.beyond(from, per, points, whole, number), cap, Sentence.of("Điểm trừ", "Taken off"), true);
            case Given() -> given(number);
            case FurtherRule further -> further(further, number);
            case Fixed _ -> throw new IllegalStateException("handled above");
        };
    }

    private Outcome further(FurtherRule rule, Fraction number) {
        return switch (rule) {
            case FurtherRule.Deduction(var _, var full, var bands) ->
                new TableMath(way).deduction(bands, full == null ? maximum : Fraction.of(full), number);
            case FurtherRule.AgencyPenalty penalty -> new FurtherMath(way, known).agencyPenalty(penalty, number);
            case FurtherRule.WorkloadBonus bonus -> new FurtherMath(way, known).workload(bonus, number);
            case FurtherRule.OverFulfilment over -> new PercentMath(way, maximum).overFulfilment(over, number);
            case FurtherRule.GivenBonus() -> given(number);
            case FurtherRule.Conditions _, FurtherRule.AwardBonus _ -> throw new IllegalStateException("handled above");
        };
    }

    private Outcome given(Fraction number) {
        return way.points(
                number.atLeast(Fraction.ZERO).atMost(maximum),
                Sentence.of("Điểm do hội đồng chấm: %s", "Given by the council: %s", number));
    }

    private Outcome beyond(Fraction earned, @Nullable BigDecimal cap, Sentence name, boolean off) {
        var counted = cap == null ? earned : earned.atMost(Fraction.of(cap));
        return way.points(
                off ? counted.negated() : counted,
                cap == null
                        ? Sentence.of("%s = %s", "%s = %s", name, earned)
                        : Sentence.of("%s = %s, không quá %s", "%s = %s, at most %s", name, earned, cap));
    }

    /** What the rule looks at; null when it cannot be known. */
    private @Nullable Fraction number(Of of, @Nullable Fraction own) {
        return switch (of) {
            case VALUE -> own;
            case PERCENT_OF_PLAN -> percent(plan);
            case PERCENT_OF_REGISTERED -> percent(Plan.REGISTERED);
            case RATIO -> {
                var base = known.number(Input.BASE);
                if (own == null || base == null || base.signum() == 0) {
                    yield null;
                }
                var ratio = own.over(base).times(Fraction.HUNDRED);
                way.step(Sentence.of("tỷ lệ %% = %s ÷ %s × 100", "percent = %s ÷ %s × 100", own, base), ratio);
                yield ratio;
            }
        };
    }

    private @Nullable Fraction percent(Plan against) {
        var percent = Percent.of(Objects.requireNonNull(known.fact()), against);
        if (percent == null) {
            return null;
        }
        way.step(percent.formula(), percent.value());
        return percent.value();
    }

    private Sentence why(Of of, boolean percentOnly) {
        return switch (of) {
            case VALUE -> percentOnly ? PERCENT_ONLY : NOTHING;
            case PERCENT_OF_PLAN, PERCENT_OF_REGISTERED -> NO_PERCENT;
            case RATIO ->
                Sentence.of(
                        "Không tính được tỷ lệ (chưa có “%s”, hoặc bằng 0): chưa có điểm",
                        "The ratio cannot be known (“%s” is missing, or 0): no points yet", known.name(Input.BASE));
        };
    }
}
