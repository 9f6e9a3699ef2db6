package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.ScoringRule.Step;
import vn.thidua.indicator.scoresheet.SheetBody.Content;
import vn.thidua.indicator.scoresheet.SheetBody.CriterionBody;
import vn.thidua.indicator.scoresheet.SheetBody.GroupBody;
import vn.thidua.indicator.scoresheet.SheetBody.OptionBody;
import vn.thidua.indicator.scoresheet.SheetBody.RoundingBody;
import vn.thidua.indicator.scoresheet.SheetBody.RuleBody;
import vn.thidua.indicator.scoresheet.SheetBody.RuleType;
import vn.thidua.indicator.scoresheet.SheetBody.RungBody;
import vn.thidua.indicator.scoresheet.SheetBody.SlopeBody;
import vn.thidua.indicator.scoresheet.SheetBody.StepBody;

/** Writes a sheet in its JSON form, every default spelt out, so that a frozen sheet does not depend on what a default once was. */
final class SheetWriter {
    private SheetWriter() {}

    static Content write(Sheet sheet) {
        var rounding = sheet.rounding();
        return new Content(
                sheet.maximum(),
                sheet.bonus(),
                sheet.notApplicable(),
                sheet.plan(),
                sheet.belowZero(),
                new RoundingBody(rounding.at(), rounding.scale(), rounding.mode()),
                sheet.groups().stream()
                        .map(group -> new GroupBody(
                                group.code(),
                                group.name(),
                                group.maximum(),
                                group.bonusMaximum(),
                                group.criteria().stream()
                                        .map(criterion -> new CriterionBody(
                                                criterion.code(),
                                                criterion.name(),
                                                criterion.maximum(),
                                                criterion.indicatorId(),
                                                rule(criterion.rule())))
                                        .toList()))
                        .toList());
    }

    private static RuleBody rule(ScoringRule rule) {
        return switch (rule) {
            case ScoringRule.Proportional(var of, var points, var floor, var cap, var over) ->
                percent(RuleType.PROPORTIONAL, of, points, floor, cap, null, over);
            case ScoringRule.PerPercent(var of, var points, var floor, var under, var over) ->
                percent(RuleType.PER_PERCENT, of, points, floor, null, under, over);
            case ScoringRule.Ladder(var of, var rungs) ->
                table(
                        RuleType.LADDER,
                        of,
                        rungs.stream()
                                .map(rung -> new RungBody(
                                        rung.from(),
                                        rung.fromInclusive(),
                                        rung.to(),
                                        rung.toInclusive(),
                                        rung.points()))
                                .toList(),
                        null,
                        null);
            case ScoringRule.YesNo(var points, var otherwise) -> points(RuleType.YES_NO, points, otherwise);
            case ScoringRule.DaysLate(var steps) -> table(RuleType.DAYS_LATE, null, null, steps(steps), null);
            case ScoringRule.Count(var steps) -> table(RuleType.COUNT, null, null, steps(steps), null);
            case ScoringRule.Choice(var options) ->
                table(
                        RuleType.CHOICE,
                        null,
                        null,
                        null,
                        options.stream()
                                .map(option -> new OptionBody(option.value(), option.name(), option.points()))
                                .toList());
            case ScoringRule.Bonus(var of, var from, var per, var points, var cap, var whole) ->
                new RuleBody(
                        RuleType.BONUS, of, points, null, cap, null, null, null, null, null, null, from, per, whole);
            case ScoringRule.Penalty(var of, var from, var per, var points, var cap, var whole) ->
                new RuleBody(
                        RuleType.PENALTY, of, points, null, cap, null, null, null, null, null, null, from, per, whole);
            case ScoringRule.Fixed(var points) -> points(RuleType.FIXED, points, null);
            case ScoringRule.Given() -> points(RuleType.GIVEN, null, null);
        };
    }

    private static RuleBody percent(
            RuleType type,
            Of of,
            @Nullable BigDecimal points,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal cap,
            @Nullable Slope under,
            @Nullable Slope over) {
        return new RuleBody(
                type, of, points, floor, cap, slope(under), slope(over), null, null, null, null, null, null, null);
    }

    private static RuleBody table(
            RuleType type,
            @Nullable Of of,
            @Nullable List<RungBody> rungs,
            @Nullable List<StepBody> steps,
            @Nullable List<OptionBody> options) {
        return new RuleBody(type, of, null, null, null, null, null, rungs, steps, options, null, null, null, null);
    }

    private static RuleBody points(RuleType type, @Nullable BigDecimal points, @Nullable BigDecimal otherwise) {
        return new RuleBody(type, null, points, null, null, null, null, null, null, null, otherwise, null, null, null);
    }

    private static @Nullable SlopeBody slope(@Nullable Slope slope) {
        return slope == null ? null : new SlopeBody(slope.per(), slope.points(), slope.whole());
    }

    private static List<StepBody> steps(List<Step> steps) {
        return steps.stream()
                .map(step -> new StepBody(step.upTo(), step.points()))
                .toList();
    }
}
