package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
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
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.ScoringRule.Step;
import vn.thidua.indicator.scoresheet.ScoringRule.YesNo;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Terms.Unmatched;

/** Looks at one criterion's rule: points within the maximum, ladders without gap or overlap, steps in order and open at the end. */
final class RuleCheck {
    private final BigDecimal maximum;
    private final boolean whole;
    private final Findings findings;

    private RuleCheck(BigDecimal maximum, boolean whole, Findings findings) {
        this.maximum = maximum;
        this.whole = whole;
        this.findings = findings;
    }

    /**
     * @param at JSON Pointer of the criterion
     * @param unmatched what the sheet declares for cases without a row
     * @param kinds of the indicators that are known
     */
    static List<Finding> of(String at, Criterion criterion, @Nullable Unmatched unmatched, Map<UUID, ValueKind> kinds) {
        var findings = new Findings(at, criterion.maximum());
        var kind = criterion.indicatorId() == null ? null : kinds.get(criterion.indicatorId());
        var whole = FurtherCheck.isWhole(criterion.rule(), kind);
        var further = new FurtherCheck(findings, criterion, unmatched != null, kind);
        new RuleCheck(criterion.maximum(), whole, findings).rule(criterion.rule(), unmatched != null, further);
        further.inputs();
        var of = criterion.rule().of();
        if (criterion.indicatorId() == null && (of == Of.PERCENT_OF_PLAN || of == Of.PERCENT_OF_REGISTERED)) {
            findings.find("/indicatorId", "indicator-needed");
        }
        KindCheck.of(findings, criterion, kinds);
        return findings.all();
    }

    private void rule(ScoringRule rule, boolean gapsAllowed, FurtherCheck further) {
        switch (rule) {
            case Proportional(var _, var points, var floor, var cap, var over) -> {
                findings.within("/rule/points", points);
                findings.notNegative("/rule/floor", floor);
                findings.positive("/rule/cap", cap);
                findings.slope("/rule/over", over);
                proportion(points, cap, over);
            }
            case PerPercent(var _, var points, var floor, var under, var over) -> {
                findings.within("/rule/points", points);
                findings.notNegative("/rule/floor", floor);
                findings.slope("/rule/under", under);
                findings.slope("/rule/over", over);
                if (under == null && over == null) {
                    findings.find("/rule/under", "required");
                }
            }
            case Ladder(var _, var rungs) -> LadderCheck.of(findings, rungs, maximum, gapsAllowed, whole);
            case YesNo(var points, var otherwise) -> {
                findings.within("/rule/points", points);
                findings.within("/rule/otherwise", otherwise);
            }
            case DaysLate(var steps) -> steps(steps);
            case Count(var steps) -> steps(steps);
            case Choice choice -> options(choice);
            case Bonus(var _, var _, var per, var points, var cap, var _) -> {
                findings.positive("/rule/per", per);
                findings.positive("/rule/points", points);
                findings.within("/rule/cap", cap);
            }
            case Penalty(var _, var _, var per, var points, var cap, var _) -> {
                findings.positive("/rule/per", per);
                findings.positive("/rule/points", points);
                findings.positive("/rule/cap", cap);
            }
            case Fixed(var points) -> findings.within("/rule/points", points);
            case Given() -> {}
            case FurtherRule rules -> further.rule(rules);
        }
    }

    /** Two ways to count what is above the plan would count it twice; a cap that lifts above the maximum promises too much. */
    private void proportion(@Nullable BigDecimal points, @Nullable BigDecimal cap, @Nullable Slope over) {
        var hundred = BigDecimal.valueOf(100);
        if (cap == null) {
            return;
        }
        if (over != null && cap.compareTo(hundred) > 0) {
            findings.find("/rule/cap", "over-twice");
        } else if (Objects.requireNonNullElse(points, maximum)
                        .multiply(cap)
                        .divide(hundred)
                        .compareTo(maximum)
                > 0) {
            findings.find("/rule/cap", "above-maximum", SheetCheck.plain(maximum));
        }
    }

    private void steps(List<Step> steps) {
        if (steps.isEmpty()) {
            findings.find("/rule/steps", "required");
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            findings.within("/rule/steps/" + i + "/points", step.points());
            var last = i == steps.size() - 1;
            if (last != (step.upTo() == null)) {
                findings.find("/rule/steps/" + i + "/upTo", last ? "steps-end-closed" : "required");
            } else if (!last && i > 0) {
                var before = steps.get(i - 1).upTo();
                if (before != null && step.upTo() != null && step.upTo().compareTo(before) <= 0) {
                    findings.find("/rule/steps/" + i + "/upTo", "not-ascending");
                }
            }
        }
    }

    private void options(Choice choice) {
        var seen = new HashSet<BigDecimal>();
        for (int i = 0; i < choice.options().size(); i++) {
            var option = choice.options().get(i);
            findings.within("/rule/options/" + i + "/points", option.points());
            if (!seen.add(option.value().stripTrailingZeros())) {
                findings.find("/rule/options/" + i + "/value", "taken");
            }
        }
        if (choice.options().size() < 2) {
            findings.find("/rule/options", "required");
        }
    }
}
