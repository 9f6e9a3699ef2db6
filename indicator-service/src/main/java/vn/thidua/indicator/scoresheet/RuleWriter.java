package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.FurtherRule.Overlap;
import vn.thidua.indicator.scoresheet.FurtherRule.Reading;
import vn.thidua.indicator.scoresheet.FurtherRule.Stacking;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.ScoringRule.Step;
import vn.thidua.indicator.scoresheet.SheetBody.CaseBody;
import vn.thidua.indicator.scoresheet.SheetBody.LevelBody;
import vn.thidua.indicator.scoresheet.SheetBody.OptionBody;
import vn.thidua.indicator.scoresheet.SheetBody.RangeBody;
import vn.thidua.indicator.scoresheet.SheetBody.RuleBody;
import vn.thidua.indicator.scoresheet.SheetBody.RungBody;
import vn.thidua.indicator.scoresheet.SheetBody.SlopeBody;
import vn.thidua.indicator.scoresheet.SheetBody.StepBody;
import vn.thidua.indicator.scoresheet.SheetBody.WhenBody;

/** Writes a rule in its JSON form. */
final class RuleWriter {
    private RuleWriter() {}

    static RuleBody rule(ScoringRule rule) {
        return switch (rule) {
            case ScoringRule.Proportional(var of, var points, var floor, var cap, var over) ->
                percent(RuleType.PROPORTIONAL, of, points, floor, cap, null, over);
            case ScoringRule.PerPercent(var of, var points, var floor, var under, var over) ->
                percent(RuleType.PER_PERCENT, of, points, floor, null, under, over);
            case ScoringRule.Ladder(var of, var rungs) -> table(RuleType.LADDER, of, rungs(rungs), null, null);
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
                        RuleType.BONUS,
                        of,
                        points,
                        null,
                        cap,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        from,
                        per,
                        whole,
                        null,
                        null,
                        null,
                        null,
                        null);
            case ScoringRule.Penalty(var of, var from, var per, var points, var cap, var whole) ->
                new RuleBody(
                        RuleType.PENALTY,
                        of,
                        points,
                        null,
                        cap,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        from,
                        per,
                        whole,
                        null,
                        null,
                        null,
                        null,
                        null);
            case ScoringRule.Fixed(var points) -> points(RuleType.FIXED, points, null);
            case ScoringRule.Given() -> points(RuleType.GIVEN, null, null);
            case FurtherRule further -> further(further);
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
                type,
                of,
                points,
                floor,
                cap,
                slope(under),
                slope(over),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static RuleBody table(
            RuleType type,
            @Nullable Of of,
            @Nullable List<RungBody> rungs,
            @Nullable List<StepBody> steps,
            @Nullable List<OptionBody> options) {
        return new RuleBody(
                type, of, null, null, null, null, null, rungs, steps, options, null, null, null, null, null, null, null,
                null, null);
    }

    private static RuleBody points(RuleType type, @Nullable BigDecimal points, @Nullable BigDecimal otherwise) {
        return new RuleBody(
                type, null, points, null, null, null, null, null, null, null, otherwise, null, null, null, null, null,
                null, null, null);
    }

    private static @Nullable SlopeBody slope(@Nullable Slope slope) {
        return slope == null ? null : new SlopeBody(slope.per(), slope.points(), slope.whole());
    }

    private static List<StepBody> steps(List<Step> steps) {
        return steps.stream()
                .map(step -> new StepBody(step.upTo(), step.points()))
                .toList();
    }

    private static RuleBody further(FurtherRule rule) {
        return switch (rule) {
            case FurtherRule.Conditions(var cases, var overlap) -> {
                var rows = cases.stream()
                        .map(one -> new CaseBody(one.name(), whens(one.when()), one.points()))
                        .toList();
                yield further(RuleType.CONDITIONS, null, null, null, null, null, rows, overlap, null, null, null);
            }
            case FurtherRule.Deduction(var of, var full, var bands) ->
                further(RuleType.DEDUCTION, of, full, null, rungs(bands), null, null, null, null, null, null);
            case FurtherRule.AgencyPenalty(var points) -> points(RuleType.AGENCY_PENALTY, points, null);
            case FurtherRule.AwardBonus(var levels, var stacking) -> {
                var bodies = levels.stream()
                        .map(level -> new LevelBody(level.input(), level.points()))
                        .toList();
                yield further(RuleType.AWARD_BONUS, null, null, null, null, null, null, null, bodies, stacking, null);
            }
            case FurtherRule.WorkloadBonus(var of, var from, var rungs) ->
                further(RuleType.WORKLOAD_BONUS, of, null, null, rungs(rungs), from, null, null, null, null, null);
            case FurtherRule.OverFulfilment(var of, var points, var cap, var reading) ->
                further(RuleType.OVER_FULFILMENT, of, points, cap, null, null, null, null, null, null, reading);
            case FurtherRule.GivenBonus() -> points(RuleType.GIVEN_BONUS, null, null);
        };
    }

    private static RuleBody further(
            RuleType type,
            @Nullable Of of,
            @Nullable BigDecimal points,
            @Nullable BigDecimal cap,
            @Nullable List<RungBody> rungs,
            @Nullable BigDecimal from,
            @Nullable List<CaseBody> cases,
            @Nullable Overlap overlap,
            @Nullable List<LevelBody> levels,
            @Nullable Stacking stacking,
            @Nullable Reading reading) {
        return new RuleBody(
                type, of, points, null, cap, null, null, rungs, null, null, null, from, null, null, cases, overlap,
                levels, stacking, reading);
    }

    private static List<RungBody> rungs(List<Rung> rungs) {
        return rungs.stream()
                .map(rung ->
                        new RungBody(rung.from(), rung.fromInclusive(), rung.to(), rung.toInclusive(), rung.points()))
                .toList();
    }

    static List<WhenBody> whens(List<When> whens) {
        return whens.stream()
                .map(when -> new WhenBody(when.input(), range(when.range())))
                .toList();
    }

    static RangeBody range(Range range) {
        return new RangeBody(range.from(), range.fromInclusive(), range.to(), range.toInclusive());
    }
}
