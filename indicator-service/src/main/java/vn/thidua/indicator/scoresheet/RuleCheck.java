package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.ScoringRule.Step;
import vn.thidua.indicator.scoresheet.ScoringRule.YesNo;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/** Looks at one criterion's rule: points within the maximum, ladders without gap or overlap, steps in order and open at the end. */
final class RuleCheck {
    private final String at;
    private final BigDecimal maximum;
    private final List<Finding> findings = new ArrayList<>();

    private RuleCheck(String at, BigDecimal maximum) {
        this.at = at;
        this.maximum = maximum;
    }

    static List<Finding> of(String criterionAt, Criterion criterion) {
        var check = new RuleCheck(criterionAt + "/rule", criterion.maximum());
        check.rule(criterion.rule());
        if (criterion.indicatorId() == null && needsPlan(criterion.rule())) {
            check.findings.add(Finding.of(criterionAt + "/indicatorId", "indicator-needed"));
        }
        return check.findings;
    }

    private void rule(ScoringRule rule) {
        switch (rule) {
            case Proportional(var _, var points, var floor, var cap, var over) -> {
                given("/points", points);
                notNegative("/floor", floor);
                positive("/cap", cap);
                slope("/over", over);
                proportion(points, cap, over);
            }
            case PerPercent(var _, var points, var floor, var under, var over) -> {
                given("/points", points);
                notNegative("/floor", floor);
                slope("/under", under);
                slope("/over", over);
                if (under == null && over == null) {
                    find("/under", "required");
                }
            }
            case Ladder(var _, var rungs) -> ladder(rungs);
            case YesNo(var points, var otherwise) -> {
                within("/points", points);
                within("/otherwise", otherwise);
            }
            case DaysLate(var steps) -> steps(steps);
            case Count(var steps) -> steps(steps);
            case Choice choice -> options(choice);
            case Bonus(var _, var _, var per, var points, var cap, var _) -> {
                positive("/per", per);
                positive("/points", points);
                given("/cap", cap);
            }
            case Penalty(var _, var _, var per, var points, var cap, var _) -> {
                positive("/per", per);
                positive("/points", points);
                positive("/cap", cap);
            }
            case Fixed(var points) -> within("/points", points);
            case Given() -> {}
        }
    }

    /** Two ways to count what is above the plan would count it twice; a cap that lifts above the maximum promises too much. */
    private void proportion(@Nullable BigDecimal points, @Nullable BigDecimal cap, @Nullable Slope over) {
        var hundred = BigDecimal.valueOf(100);
        if (cap == null) {
            return;
        }
        if (over != null && cap.compareTo(hundred) > 0) {
            find("/cap", "over-twice");
        } else if (Objects.requireNonNullElse(points, maximum)
                        .multiply(cap)
                        .divide(hundred)
                        .compareTo(maximum)
                > 0) {
            find("/cap", "above-maximum", SheetCheck.plain(maximum));
        }
    }

    private void ladder(List<Rung> rungs) {
        if (rungs.isEmpty()) {
            find("/rungs", "required");
            return;
        }
        for (int i = 0; i < rungs.size(); i++) {
            within("/rungs/" + i + "/points", rungs.get(i).points());
            if (isEmpty(rungs.get(i))) {
                find("/rungs/" + i, "rung-empty");
            }
        }
        var order = IntStream.range(0, rungs.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer i) -> rungs.get(i).from(), Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(i -> rungs.get(i).fromInclusive() ? 0 : 1)
                        .thenComparing(i -> rungs.get(i).to(), Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        if (rungs.get(order.getFirst()).from() != null) {
            find("/rungs/" + order.getFirst() + "/from", "ladder-end-open");
        }
        for (int i = 1; i < order.size(); i++) {
            neighbours(rungs.get(order.get(i - 1)), rungs.get(order.get(i)), "/rungs/" + order.get(i));
        }
        if (rungs.get(order.getLast()).to() != null) {
            find("/rungs/" + order.getLast() + "/to", "ladder-end-open");
        }
    }

    private void neighbours(Rung lower, Rung upper, String here) {
        if (lower.to() == null || upper.from() == null) {
            find(here + "/from", "ladder-overlap", upper.from() == null ? "-∞" : SheetCheck.plain(upper.from()));
            return;
        }
        var compared = lower.to().compareTo(upper.from());
        var edge = SheetCheck.plain(upper.from());
        if (compared > 0 || (compared == 0 && lower.toInclusive() && upper.fromInclusive())) {
            find(here + "/from", "ladder-overlap", edge);
        } else if (compared < 0 || (!lower.toInclusive() && !upper.fromInclusive())) {
            find(here + "/from", "ladder-gap", SheetCheck.plain(lower.to()), edge);
        }
    }

    private static boolean isEmpty(Rung rung) {
        if (rung.from() == null || rung.to() == null) {
            return false;
        }
        var compared = rung.from().compareTo(rung.to());
        return compared > 0 || (compared == 0 && !(rung.fromInclusive() && rung.toInclusive()));
    }

    private void steps(List<Step> steps) {
        if (steps.isEmpty()) {
            find("/steps", "required");
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            within("/steps/" + i + "/points", step.points());
            var last = i == steps.size() - 1;
            if (last != (step.upTo() == null)) {
                find("/steps/" + i + "/upTo", last ? "steps-end-closed" : "required");
            } else if (!last && i > 0) {
                var before = steps.get(i - 1).upTo();
                if (before != null && step.upTo() != null && step.upTo().compareTo(before) <= 0) {
                    find("/steps/" + i + "/upTo", "not-ascending");
                }
            }
        }
    }

    private void options(Choice choice) {
        var seen = new HashSet<BigDecimal>();
        for (int i = 0; i < choice.options().size(); i++) {
            var option = choice.options().get(i);
            within("/options/" + i + "/points", option.points());
            if (!seen.add(option.value().stripTrailingZeros())) {
                find("/options/" + i + "/value", "taken");
            }
        }
        if (choice.options().size() < 2) {
            find("/options", "required");
        }
    }

    private void slope(String field, @Nullable Slope slope) {
        if (slope != null) {
            positive(field + "/per", slope.per());
            positive(field + "/points", slope.points());
        }
    }

    private void given(String field, @Nullable BigDecimal points) {
        if (points != null) {
            within(field, points);
        }
    }

    private void within(String field, BigDecimal points) {
        if (points.signum() < 0) {
            find(field, "range");
        } else if (points.compareTo(maximum) > 0) {
            find(field, "above-maximum", SheetCheck.plain(maximum));
        }
    }

    private void positive(String field, @Nullable BigDecimal number) {
        if (number != null && number.signum() <= 0) {
            find(field, "range");
        }
    }

    private void notNegative(String field, @Nullable BigDecimal number) {
        if (number != null && number.signum() < 0) {
            find(field, "range");
        }
    }

    private static boolean needsPlan(ScoringRule rule) {
        return switch (rule) {
            case Proportional(var of, var _, var _, var _, var _) -> of == Of.PERCENT_OF_PLAN;
            case PerPercent(var of, var _, var _, var _, var _) -> of == Of.PERCENT_OF_PLAN;
            case Ladder(var of, var _) -> of == Of.PERCENT_OF_PLAN;
            case Bonus(var of, var _, var _, var _, var _, var _) -> of == Of.PERCENT_OF_PLAN;
            case Penalty(var of, var _, var _, var _, var _, var _) -> of == Of.PERCENT_OF_PLAN;
            case YesNo _, DaysLate _, Count _, Choice _, Fixed _, Given _ -> false;
        };
    }

    private void find(String field, String code, Object... arguments) {
        findings.add(Finding.of(at + field, code, arguments));
    }
}
