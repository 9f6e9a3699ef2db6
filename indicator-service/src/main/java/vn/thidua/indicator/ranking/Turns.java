package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Range;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Terms;
import vn.thidua.indicator.scoresheet.When;

/**
 * Where a rule turns in one of its numbers: between two neighbours it gives the same, or only rises, or only falls.
 *
 * @param whole whether there is nothing between 1 and 2
 * @param ofRule as the rule looks at it: percents where it looks at a percent
 * @param ofNumber as the number stands in the facts, where a knock-out looks at it
 */
record Turns(What what, boolean whole, SortedSet<BigDecimal> ofRule, SortedSet<BigDecimal> ofNumber) {
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    static final List<BigDecimal> NO_AND_YES = List.of(BigDecimal.ZERO, BigDecimal.ONE);

    /** What would have to come out otherwise. */
    enum What {
        NUMBER,
        /** A percent of plan that a document states without the number. */
        PERCENT,
        /** One of the situations that the sheet describes. */
        LEVEL,
        /** 1 is yes, 0 is no. */
        YES_NO,
        /** Points that a council gives. */
        POINTS,
        /** Points that the organiser's office rules where no row holds. */
        RULING;

        /** Whether there are no numbers but those at which the rule turns. */
        boolean isOneOfSome() {
            return this == LEVEL || this == YES_NO;
        }

        /** Whether it is left to somebody's judgement, up to a ceiling. */
        boolean isJudged() {
            return this == POINTS || this == RULING;
        }
    }

    Turns {
        ofRule = Collections.unmodifiableSortedSet(new TreeSet<>(ofRule));
        ofNumber = Collections.unmodifiableSortedSet(new TreeSet<>(ofNumber));
    }

    /** In the criterion's own number. */
    static Turns own(Sheet sheet, Criterion criterion) {
        var knockOuts = Stream.concat(
                whens(criterion.knockOuts(), Input.VALUE),
                sheet.terms().knockOuts().stream()
                        .filter(each -> each.of().equals(criterion.code()) && each.measured() == Terms.Measured.VALUE)
                        .map(Terms.KnockOut::range));
        return new Turns(what(criterion.rule()), isWhole(criterion.rule()), ofRule(criterion), ends(knockOuts));
    }

    /** In a further number of the criterion. What a ratio is taken of is nothing to be worked on. */
    static Turns of(Criterion criterion, Input input) {
        var rule = criterion.rule();
        if (rule.of() == ScoringRule.Of.RATIO && input.code().equals(Input.BASE)) {
            return new Turns(What.NUMBER, input.whole(), numbers(), numbers());
        }
        var at = ends(whens(criterion.knockOuts(), input.code()));
        at.addAll(further(rule, input.code()));
        return new Turns(What.NUMBER, input.whole(), numbers(), at);
    }

    private static What what(ScoringRule rule) {
        return switch (rule) {
            case ScoringRule.YesNo _, FurtherRule.AgencyPenalty _ -> What.YES_NO;
            case ScoringRule.Choice _ -> What.LEVEL;
            case ScoringRule.Given _, FurtherRule.GivenBonus _ -> What.POINTS;
            case ScoringRule.Proportional _,
                    ScoringRule.PerPercent _,
                    ScoringRule.Ladder _,
                    ScoringRule.DaysLate _,
                    ScoringRule.Count _,
                    ScoringRule.Bonus _,
                    ScoringRule.Penalty _,
                    ScoringRule.Fixed _,
                    FurtherRule.Conditions _,
                    FurtherRule.Deduction _,
                    FurtherRule.AwardBonus _,
                    FurtherRule.WorkloadBonus _,
                    FurtherRule.OverFulfilment _ -> What.NUMBER;
        };
    }

    private static boolean isWhole(ScoringRule rule) {
        return rule instanceof ScoringRule.DaysLate || rule instanceof ScoringRule.Count;
    }

    private static SortedSet<BigDecimal> ofRule(Criterion criterion) {
        return switch (criterion.rule()) {
            case ScoringRule.Proportional(var _, var _, var floor, var cap, var _) ->
                numbers(BigDecimal.ZERO, floor, HUNDRED, cap);
            case ScoringRule.PerPercent(var _, var _, var floor, var _, var _) -> numbers(floor, HUNDRED);
            case ScoringRule.Ladder(var _, var rungs) -> ends(rungs.stream().map(ScoringRule.Rung::range));
            case ScoringRule.YesNo _, FurtherRule.AgencyPenalty _ -> numbers(BigDecimal.ZERO, BigDecimal.ONE);
            case ScoringRule.DaysLate(var steps) -> steps(steps);
            case ScoringRule.Count(var steps) -> steps(steps);
            case ScoringRule.Choice(var options) ->
                numbers(options.stream().map(ScoringRule.Option::value).toArray(BigDecimal[]::new));
            case ScoringRule.Bonus bonus -> numbers(bonus.from());
            case ScoringRule.Penalty penalty -> numbers(penalty.from());
            case ScoringRule.Given _, FurtherRule.GivenBonus _ -> numbers(BigDecimal.ZERO, criterion.maximum());
            case FurtherRule.Conditions conditions -> further(conditions, Input.VALUE);
            case FurtherRule.Deduction deduction ->
                ends(deduction.bands().stream().map(ScoringRule.Rung::range));
            case FurtherRule.WorkloadBonus bonus -> numbers(bonus.from());
            case FurtherRule.OverFulfilment over -> numbers(BigDecimal.ZERO, HUNDRED, over.cap());
            case ScoringRule.Fixed _, FurtherRule.AwardBonus _ -> numbers();
        };
    }

    /** In a number that is not what the rule as a whole looks at. */
    private static SortedSet<BigDecimal> further(ScoringRule rule, String input) {
        return switch (rule) {
            case FurtherRule.Conditions(var cases, var _) ->
                ends(cases.stream().flatMap(row -> whens(row.when(), input)));
            case FurtherRule.AwardBonus(var levels, var _) ->
                levels.stream().anyMatch(level -> level.input().equals(input)) ? numbers(BigDecimal.ZERO) : numbers();
            case FurtherRule.WorkloadBonus bonus ->
                input.equals(Input.WORKLOAD) ? ends(bonus.rungs().stream().map(ScoringRule.Rung::range)) : numbers();
            case ScoringRule.Proportional _,
                    ScoringRule.PerPercent _,
                    ScoringRule.Ladder _,
                    ScoringRule.YesNo _,
                    ScoringRule.DaysLate _,
                    ScoringRule.Count _,
                    ScoringRule.Choice _,
                    ScoringRule.Bonus _,
                    ScoringRule.Penalty _,
                    ScoringRule.Fixed _,
                    ScoringRule.Given _,
                    FurtherRule.Deduction _,
                    FurtherRule.AgencyPenalty _,
                    FurtherRule.OverFulfilment _,
                    FurtherRule.GivenBonus _ -> numbers();
        };
    }

    private static Stream<Range> whens(List<When> whens, String input) {
        return whens.stream().filter(when -> when.input().equals(input)).map(When::range);
    }

    private static SortedSet<BigDecimal> steps(List<ScoringRule.Step> steps) {
        return numbers(steps.stream().map(ScoringRule.Step::upTo).toArray(BigDecimal[]::new));
    }

    private static SortedSet<BigDecimal> ends(Stream<Range> ranges) {
        var ends = numbers();
        ranges.forEach(range -> ends.addAll(numbers(range.from(), range.to())));
        return ends;
    }

    private static SortedSet<BigDecimal> numbers(@Nullable BigDecimal... numbers) {
        var known = new TreeSet<BigDecimal>();
        for (var number : numbers) {
            if (number != null) {
                known.add(number);
            }
        }
        return known;
    }
}
