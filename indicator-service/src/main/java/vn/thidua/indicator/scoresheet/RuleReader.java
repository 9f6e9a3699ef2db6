package vn.thidua.indicator.scoresheet;

import static java.util.Objects.requireNonNullElse;
import static vn.thidua.indicator.canonical.Decimals.plain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Option;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.ScoringRule.Step;
import vn.thidua.indicator.scoresheet.SheetBody.RangeBody;
import vn.thidua.indicator.scoresheet.SheetBody.RuleBody;
import vn.thidua.indicator.scoresheet.SheetBody.SlopeBody;
import vn.thidua.indicator.scoresheet.SheetBody.WhenBody;

/** Reads a rule whose fields {@link RuleFields} has found complete. */
final class RuleReader {
    private RuleReader() {}

    static ScoringRule rule(RuleBody body) {
        return switch (body.type()) {
            case PROPORTIONAL ->
                new ScoringRule.Proportional(
                        of(body, Of.PERCENT_OF_PLAN),
                        Decimals.plainOrNull(body.points()),
                        Decimals.plainOrNull(body.floor()),
                        Decimals.plainOrNull(body.cap()),
                        slope(body.over()));
            case PER_PERCENT ->
                new ScoringRule.PerPercent(
                        of(body, Of.PERCENT_OF_PLAN),
                        Decimals.plainOrNull(body.points()),
                        Decimals.plainOrNull(body.floor()),
                        slope(body.under()),
                        slope(body.over()));
            case LADDER -> new ScoringRule.Ladder(of(body, Of.PERCENT_OF_PLAN), rungs(body));
            case YES_NO ->
                new ScoringRule.YesNo(
                        plain(given(body.points())),
                        body.otherwise() == null ? BigDecimal.ZERO : plain(body.otherwise()));
            case DAYS_LATE -> new ScoringRule.DaysLate(steps(body));
            case COUNT -> new ScoringRule.Count(steps(body));
            case CHOICE ->
                new ScoringRule.Choice(given(body.options()).stream()
                        .map(option ->
                                new Option(plain(option.value()), option.name().strip(), plain(option.points())))
                        .toList());
            case BONUS ->
                new ScoringRule.Bonus(
                        of(body, Of.VALUE),
                        body.from() == null ? BigDecimal.ZERO : plain(body.from()),
                        plain(given(body.per())),
                        plain(given(body.points())),
                        Decimals.plainOrNull(body.cap()),
                        requireNonNullElse(body.whole(), true));
            case PENALTY ->
                new ScoringRule.Penalty(
                        of(body, Of.VALUE),
                        body.from() == null ? BigDecimal.ZERO : plain(body.from()),
                        plain(given(body.per())),
                        plain(given(body.points())),
                        Decimals.plainOrNull(body.cap()),
                        requireNonNullElse(body.whole(), true));
            case FIXED -> new ScoringRule.Fixed(plain(given(body.points())));
            case GIVEN -> new ScoringRule.Given();
            case CONDITIONS ->
                new FurtherRule.Conditions(
                        given(body.cases()).stream()
                                .map(one -> new FurtherRule.Case(
                                        one.name().strip(), whens(one.when()), plain(one.points())))
                                .toList(),
                        body.overlap());
            case DEDUCTION ->
                new FurtherRule.Deduction(of(body, Of.VALUE), Decimals.plainOrNull(body.points()), rungs(body));
            case AGENCY_PENALTY -> new FurtherRule.AgencyPenalty(plain(given(body.points())));
            case AWARD_BONUS ->
                new FurtherRule.AwardBonus(
                        given(body.levels()).stream()
                                .map(level -> new FurtherRule.Level(level.input(), plain(level.points())))
                                .toList(),
                        given(body.stacking()));
            case WORKLOAD_BONUS ->
                new FurtherRule.WorkloadBonus(of(body, Of.PERCENT_OF_PLAN), plain(given(body.from())), rungs(body));
            case OVER_FULFILMENT ->
                new FurtherRule.OverFulfilment(
                        of(body, Of.PERCENT_OF_PLAN),
                        plain(given(body.points())),
                        Decimals.plainOrNull(body.cap()),
                        given(body.reading()));
            case GIVEN_BONUS -> new FurtherRule.GivenBonus();
        };
    }

    private static Of of(RuleBody body, Of otherwise) {
        return requireNonNullElse(body.of(), otherwise);
    }

    private static @Nullable Slope slope(@Nullable SlopeBody body) {
        return body == null
                ? null
                : new Slope(plain(body.per()), plain(body.points()), requireNonNullElse(body.whole(), false));
    }

    private static List<Rung> rungs(RuleBody body) {
        return given(body.rungs()).stream()
                .map(rung -> new Rung(
                        Decimals.plainOrNull(rung.from()),
                        requireNonNullElse(rung.fromInclusive(), true),
                        Decimals.plainOrNull(rung.to()),
                        requireNonNullElse(rung.toInclusive(), false),
                        plain(rung.points())))
                .toList();
    }

    private static List<Step> steps(RuleBody body) {
        return given(body.steps()).stream()
                .map(step -> new Step(Decimals.plainOrNull(step.upTo()), plain(step.points())))
                .toList();
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value, "checked before");
    }

    static List<When> whens(@Nullable List<WhenBody> bodies) {
        return bodies == null
                ? List.of()
                : bodies.stream()
                        .map(when -> new When(when.input(), range(when.range())))
                        .toList();
    }

    static Range range(RangeBody body) {
        return new Range(
                Decimals.plainOrNull(body.from()),
                requireNonNullElse(body.fromInclusive(), true),
                Decimals.plainOrNull(body.to()),
                requireNonNullElse(body.toInclusive(), false));
    }
}
