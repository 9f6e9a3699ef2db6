package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.ranking.Sensitivity.Ranked;
import vn.thidua.indicator.ranking.Turns.What;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Score.CriterionScore;
import vn.thidua.indicator.score.Scoring;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Terms;

/**
 * Looks for the smallest change of one number of one unit with which it changes places with another. Every change is tried by scoring
 * the number anew, so that the rule, caps, pools, rounding and knock-outs have their say: no points are told that no number gives.
 */
final class Swaps {
    /** Most ways told of one unit; where points are missing anywhere they are mostly missing everywhere. */
    private static final int TOLD = 3;

    /**
     * @param unscored whether it has no points yet, because nothing is known or nothing is ruled; then {@code points} goes from nothing
     * @param points from what to what
     * @param change with which it comes to them
     */
    record Way(String criterionCode, boolean unscored, FromTo points, Change change) {}

    record FromTo(BigDecimal from, BigDecimal to) {}

    /**
     * @param input the further number of the criterion that changes, or null for its own
     * @param from null where nothing is known yet
     */
    record Change(
            What what, @Nullable Input input, @Nullable BigDecimal from, BigDecimal to) {}

    /** @param cost points of all the criteria that ask for the number; mostly it is one */
    private record Trial(Criterion criterion, Dial dial, BigDecimal to, BigDecimal points, BigDecimal cost) {}

    /** What is left to judgement comes after what is a matter of fact. */
    private static final Comparator<Trial> LEAST = Comparator.comparing(Trial::cost)
            .thenComparing(trial -> trial.dial().what().isJudged())
            .thenComparing(trial -> trial.dial().distance(trial.to()));

    private final Sheet sheet;
    private final Ranked unit;
    private final Score other;
    private final boolean rises;
    private final Map<String, CriterionScore> now;

    private Swaps(Sheet sheet, Ranked unit, Score other, boolean rises) {
        this.sheet = sheet;
        this.unit = unit;
        this.other = other;
        this.rises = rises;
        this.now = byCode(unit.score());
    }

    /**
     * The ways that take the fewest points, what is left to judgement last; none where no single criterion is enough.
     *
     * @param rises whether the unit is to pass the other, and not to fall behind it
     */
    static List<Way> ways(Sheet sheet, Map<UUID, ValueKind> kinds, Ranked unit, Ranked other, boolean rises) {
        var own = sheet.forUnit(unit.unitId());
        var swaps = new Swaps(own, unit, other.score(), rises);
        var dials = new Dials(own, kinds, unit.facts());
        var found = new ArrayList<Trial>();
        for (var criterion : own.criteria()) {
            var state = swaps.now(criterion).state();
            if (state != Score.State.NOT_APPLICABLE) {
                dials.of(criterion, state).stream()
                        .flatMap(dial -> swaps.enough(criterion, dial).stream())
                        .min(LEAST)
                        .ifPresent(found::add);
            }
        }
        var fewest = found.stream().map(Trial::cost).min(Comparator.naturalOrder());
        return found.stream()
                .filter(trial -> trial.cost().compareTo(fewest.orElseThrow()) == 0)
                .sorted(Comparator.comparing(trial -> trial.dial().what().isJudged()))
                .limit(TOLD)
                .map(swaps::way)
                .toList();
    }

    private Way way(Trial trial) {
        var before = now(trial.criterion());
        var dial = trial.dial();
        return new Way(
                before.code(),
                isUnscored(before),
                new FromTo(before.points(), trial.points()),
                new Change(dial.what(), dial.place().input(), dial.present(), Decimals.plain(trial.to())));
    }

    /** What is enough next to the turns of the rule; where it comes to be enough between two of them, where it does. */
    private List<Trial> enough(Criterion criterion, Dial dial) {
        var found = new ArrayList<Trial>();
        BigDecimal before = null;
        var wasEnough = false;
        for (var value : dial.values()) {
            var trial = enough(criterion, dial, value);
            if (trial != null) {
                found.add(trial);
            }
            if (before != null && wasEnough != (trial != null) && !dial.what().isOneOfSome()) {
                found.add(
                        wasEnough ? between(criterion, dial, before, value) : between(criterion, dial, value, before));
            }
            before = value;
            wasEnough = trial != null;
        }
        return found;
    }

    /** The one that is enough and has one next to it that is not. */
    private Trial between(Criterion criterion, Dial dial, BigDecimal enough, BigDecimal tooLittle) {
        var found = Objects.requireNonNull(enough(criterion, dial, enough));
        var not = tooLittle;
        while (found.to().subtract(not).abs().compareTo(dial.step()) > 0) {
            var middle = found.to().add(not).divide(BigDecimal.TWO, dial.step().scale(), RoundingMode.FLOOR);
            var trial = enough(criterion, dial, middle);
            if (trial == null) {
                not = middle;
            } else {
                found = trial;
            }
        }
        return found;
    }

    /** The change of the number to that; null when the criterion does not move the right way, or the two stay as they are. */
    private @Nullable Trial enough(Criterion criterion, Dial dial, BigDecimal value) {
        var score = Scoring.score(sheet, dial.at(value, unit.facts()));
        var changed = byCode(score);
        var after = Objects.requireNonNull(changed.get(criterion.code()));
        var moved = after.points().compareTo(now(criterion).points());
        if (isUnscored(after) || moved != (rises ? 1 : -1) || !swapped(score)) {
            return null;
        }
        var cost = now.values().stream()
                .filter(each -> dial.isAskedBy(each.code()))
                .map(each -> Objects.requireNonNull(changed.get(each.code()))
                        .points()
                        .subtract(each.points())
                        .abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Trial(criterion, dial, value, after.points(), cost);
    }

    private boolean swapped(Score changed) {
        var order = Order.of(sheet).compare(changed, other);
        return rises ? order < 0 : order > 0;
    }

    private CriterionScore now(Criterion criterion) {
        return Objects.requireNonNull(now.get(criterion.code()));
    }

    private static Map<String, CriterionScore> byCode(Score score) {
        return score.criteria().stream().collect(Collectors.toMap(CriterionScore::code, each -> each));
    }

    private boolean isUnscored(CriterionScore score) {
        return switch (score.state()) {
            case NO_FACT -> true;
            case NO_ROW -> sheet.terms().unmatched() != Terms.Unmatched.ZERO;
            case SCORED, NOT_APPLICABLE -> false;
        };
    }
}
