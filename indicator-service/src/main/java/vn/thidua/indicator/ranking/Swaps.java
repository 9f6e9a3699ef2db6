package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Scoring;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Kind;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Terms;

/**
 * Looks for the smallest change of one criterion of one unit with which it changes places with another. Every change is tried by scoring
 * anew, so that caps, pools, rounding and knock-outs have their say, and none is told that was not seen to work.
 */
final class Swaps {
    /** Most ways told of one unit; where points are missing anywhere they are mostly missing everywhere. */
    private static final int TOLD = 3;

    /** How far a value is looked for, in times of itself. */
    private static final BigDecimal FAR = BigDecimal.TEN;

    /**
     * @param unscored whether it has no points yet, because nothing is known or nothing is ruled; then {@code points} goes from nothing
     * @param points from what to what
     * @param value from what to what the criterion's own number would have to go; null where the rule does not turn points into a number
     */
    record Way(
            String criterionCode,
            boolean unscored,
            FromTo points,
            @Nullable FromTo value) {}

    record FromTo(BigDecimal from, BigDecimal to) {}

    private final Sheet sheet;
    private final Facts facts;
    private final Score score;
    private final Score other;
    private final boolean rises;
    private final BigDecimal step;

    /** @param rises whether the unit is to pass the other, and not to fall behind it */
    Swaps(Sheet sheet, Facts facts, Score score, Score other, boolean rises) {
        this.sheet = sheet;
        this.facts = facts;
        this.score = score;
        this.other = other;
        this.rises = rises;
        var rounding = sheet.rounding();
        this.step = BigDecimal.ONE.movePointLeft(
                rounding.at() == Sheet.RoundedAt.CRITERION ? rounding.scale() : Decimals.AFTER_SIGN);
    }

    /** The ways that take the fewest points, those first of which the number is known; none where no single criterion is enough. */
    List<Way> ways() {
        var found = new ArrayList<Criterion>();
        var best = Long.MAX_VALUE;
        for (var criterion : sheet.criteria()) {
            var least = least(criterion, best);
            if (least != null) {
                if (least < best) {
                    found.clear();
                    best = least;
                }
                found.add(criterion);
            }
        }
        var ways = new ArrayList<Way>();
        for (var criterion : found) {
            var value = ways.size() < TOLD ? value(criterion) : null;
            if (value != null) {
                ways.add(new Way(criterion.code(), isUnscored(criterion), points(criterion, best), value));
            }
        }
        for (var criterion : found) {
            if (ways.size() < TOLD
                    && ways.stream().noneMatch(way -> way.criterionCode().equals(criterion.code()))) {
                ways.add(new Way(criterion.code(), isUnscored(criterion), points(criterion, best), null));
            }
        }
        return ways;
    }

    /** The fewest steps that are enough, no more than so many; null for none. */
    private @Nullable Long least(Criterion criterion, long atMost) {
        if (criterion.rule() instanceof ScoringRule.Fixed || result(criterion).state() == Score.State.NOT_APPLICABLE) {
            return null;
        }
        var room = room(criterion).subtract(result(criterion).points()).abs();
        var most = Math.min(atMost, room.divide(step, 0, RoundingMode.CEILING).longValueExact());
        LongPredicate enough = steps -> swapped(Scoring.supposing(
                sheet, facts, Map.of(criterion.code(), points(criterion, steps).to())));
        return most > 0 && enough.test(most) ? least(most, enough) : null;
    }

    /** @param most is enough */
    private static long least(long most, LongPredicate enough) {
        var tooFew = enough.test(most - 1) ? 0 : most - 1;
        var enoughOf = tooFew == 0 && most > 1 ? most - 1 : most;
        while (enoughOf - tooFew > 1) {
            var middle = tooFew + (enoughOf - tooFew) / 2;
            if (enough.test(middle)) {
                enoughOf = middle;
            } else {
                tooFew = middle;
            }
        }
        return enoughOf;
    }

    private FromTo points(Criterion criterion, long steps) {
        var from = result(criterion).points();
        var change = step.multiply(BigDecimal.valueOf(steps));
        var to = rises
                ? from.add(change).min(room(criterion))
                : from.subtract(change).max(room(criterion));
        return new FromTo(from, Decimals.plain(to));
    }

    /** The most, or the least, that the criterion may have. */
    private BigDecimal room(Criterion criterion) {
        var penalty = criterion.rule().kind() == Kind.PENALTY;
        if (rises) {
            return penalty ? BigDecimal.ZERO : criterion.maximum();
        }
        var most = penalty ? criterion.rule().mostTakenOff() : BigDecimal.ZERO;
        return (most == null ? sheet.maximum() : most).negate();
    }

    private Score.CriterionScore result(Criterion criterion) {
        return score.criteria().stream()
                .filter(each -> each.code().equals(criterion.code()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isUnscored(Criterion criterion) {
        return switch (result(criterion).state()) {
            case NO_FACT -> true;
            case NO_ROW -> sheet.terms().unmatched() != Terms.Unmatched.ZERO;
            case SCORED, NOT_APPLICABLE -> false;
        };
    }

    private boolean swapped(Score changed) {
        var order = Order.of(sheet).compare(changed, other);
        return rises ? order < 0 : order > 0;
    }

    /** The number that would be enough, in steps of the last digit it was told with. */
    private @Nullable FromTo value(Criterion criterion) {
        var fact = facts.byCriterion().get(criterion.code());
        if (fact == null || fact.value() == null || !isInvertible(criterion)) {
            return null;
        }
        var from = fact.value();
        var digit = BigDecimal.ONE.movePointLeft(Math.max(0, from.scale()));
        var up = leastValue(criterion, fact, from, digit);
        var down = leastValue(criterion, fact, from, digit.negate());
        if (up == null || down == null) {
            return up == null ? down : up;
        }
        return up.to().subtract(from).abs().compareTo(down.to().subtract(from).abs()) <= 0 ? up : down;
    }

    private @Nullable FromTo leastValue(Criterion criterion, Fact fact, BigDecimal from, BigDecimal digit) {
        var farthest = from.abs().max(BigDecimal.ONE).multiply(digit.signum() > 0 ? FAR : BigDecimal.ONE);
        var most = farthest.divide(digit.abs(), 0, RoundingMode.DOWN).longValueExact();
        LongPredicate enough = steps -> swapped(Scoring.score(
                sheet, with(criterion.code(), fact.with(from.add(digit.multiply(BigDecimal.valueOf(steps)))))));
        var bound = 1L;
        while (!enough.test(bound)) {
            if (bound >= most) {
                return null;
            }
            bound = Math.min(2 * bound, most);
        }
        var least = least(bound, enough);
        return new FromTo(from, Decimals.plain(from.add(digit.multiply(BigDecimal.valueOf(least)))));
    }

    private Facts with(String code, Fact fact) {
        var changed = new TreeMap<>(facts.byCriterion());
        changed.put(code, fact);
        return new Facts(facts.unitId(), changed);
    }

    /** Rules that only rise or only fall with the number, of a number that nothing else in the sheet looks at. */
    private boolean isInvertible(Criterion criterion) {
        var rule = criterion.rule();
        var linear = rule instanceof ScoringRule.Proportional
                || rule instanceof ScoringRule.PerPercent
                || rule instanceof ScoringRule.Bonus
                || rule instanceof ScoringRule.Penalty
                || rule instanceof FurtherRule.OverFulfilment;
        return linear
                && criterion.knockOuts().isEmpty()
                && (criterion.indicatorId() == null || isAskedOnce(criterion.indicatorId()));
    }

    private boolean isAskedOnce(UUID indicatorId) {
        var asked = 0L;
        for (var each : sheet.criteria()) {
            asked += indicatorId.equals(each.indicatorId()) ? 1 : 0;
            asked += each.inputs().stream()
                    .filter(input -> indicatorId.equals(input.indicatorId()))
                    .count();
        }
        return asked == 1;
    }
}
