package vn.thidua.indicator.scoresheet;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/** Holds the kind of number that a rule reads against the kind of number that its indicator is. */
final class KindCheck {
    private static final Set<ValueKind> NUMBERS =
            EnumSet.of(ValueKind.QUANTITY, ValueKind.PERCENT, ValueKind.RATIO, ValueKind.COUNT, ValueKind.DAYS_LATE);
    /** Levels are steps too. */
    private static final Set<ValueKind> LADDER = EnumSet.complementOf(EnumSet.of(ValueKind.YES_NO));

    private static final Set<ValueKind> PLANNED =
            EnumSet.of(ValueKind.QUANTITY, ValueKind.PERCENT, ValueKind.RATIO, ValueKind.COUNT);
    private static final Set<ValueKind> CODES = EnumSet.of(ValueKind.COUNT, ValueKind.YES_NO, ValueKind.LEVEL);
    private static final Set<ValueKind> ALL = EnumSet.allOf(ValueKind.class);

    private KindCheck() {}

    /** @param kinds of the indicators that are known; who drafts with an unknown one is told so elsewhere */
    static void of(Findings findings, Criterion criterion, Map<UUID, ValueKind> kinds) {
        var kind = criterion.indicatorId() == null ? null : kinds.get(criterion.indicatorId());
        if (kind != null && !read(criterion.rule()).contains(kind)) {
            findings.find("/indicatorId", "indicator-kind", kind.name());
        }
        for (int i = 0; i < criterion.inputs().size(); i++) {
            var input = criterion.inputs().get(i);
            var known = input.indicatorId() == null ? null : kinds.get(input.indicatorId());
            if (known != null && !readOf(criterion.rule(), input).contains(known)) {
                findings.find("/inputs/" + i + "/indicatorId", "indicator-kind", known.name());
            }
        }
    }

    private static Set<ValueKind> read(ScoringRule rule) {
        if (rule.of() != Of.VALUE) {
            return PLANNED;
        }
        return switch (rule) {
            // The value is a percent already.
            case ScoringRule.Proportional _, ScoringRule.PerPercent _, FurtherRule.OverFulfilment _ ->
                EnumSet.of(ValueKind.PERCENT);
            case ScoringRule.Ladder _ -> LADDER;
            case FurtherRule.Deduction _, FurtherRule.WorkloadBonus _ -> NUMBERS;
            case ScoringRule.YesNo _, FurtherRule.AgencyPenalty _ -> EnumSet.of(ValueKind.YES_NO);
            case ScoringRule.DaysLate _ -> EnumSet.of(ValueKind.DAYS_LATE);
            case ScoringRule.Count _ -> EnumSet.of(ValueKind.COUNT);
            case ScoringRule.Choice _ -> CODES;
            case ScoringRule.Bonus _, ScoringRule.Penalty _, FurtherRule.Conditions _ -> ALL;
            // What a council gives, what everybody gets and what is awarded is not reported.
            case ScoringRule.Fixed _, ScoringRule.Given _, FurtherRule.GivenBonus _, FurtherRule.AwardBonus _ ->
                Set.of();
        };
    }

    private static Set<ValueKind> readOf(ScoringRule rule, Input input) {
        if (rule instanceof FurtherRule.AwardBonus) {
            return CODES;
        }
        return rule.of() == Of.RATIO && input.code().equals(Input.BASE) ? PLANNED : ALL;
    }
}
