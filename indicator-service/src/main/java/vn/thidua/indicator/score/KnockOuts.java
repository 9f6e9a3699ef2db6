package vn.thidua.indicator.score;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.score.Score.CriterionScore;
import vn.thidua.indicator.score.Score.State;
import vn.thidua.indicator.score.Score.Trace;
import vn.thidua.indicator.score.Scoring.Scored;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Terms.KnockOut;

/** Knock-outs across criteria. All are judged by the points before any of them, so their order does not matter and none turns in a circle. */
record KnockOuts(Sheet sheet, Facts facts, List<List<Scored>> groups, List<GroupSum> sums) {
    List<KnockOut> met() {
        return sheet.terms().knockOuts().stream()
                .filter(knockOut -> {
                    var number = number(knockOut);
                    return number != null && Ranges.holds(knockOut.range(), number);
                })
                .toList();
    }

    /** Null where there is nothing to judge by: no fact, or a criterion that does not apply. */
    private @Nullable Fraction number(KnockOut knockOut) {
        for (int g = 0; g < groups.size(); g++) {
            var group = sheet.groups().get(g);
            if (group.code().equals(knockOut.of())) {
                return measured(
                        knockOut,
                        sums.get(g).own(),
                        Fraction.of(group.maximum()),
                        sums.get(g).left());
            }
            for (var each : groups.get(g)) {
                if (each.criterion().code().equals(knockOut.of())) {
                    return number(knockOut, each);
                }
            }
        }
        throw new IllegalStateException("a frozen sheet has no " + knockOut.of());
    }

    private @Nullable Fraction number(KnockOut knockOut, Scored each) {
        return switch (knockOut.measured()) {
            case VALUE -> new Known(each.criterion(), facts).number(Input.VALUE);
            case POINTS, PERCENT_OF_MAXIMUM ->
                measured(
                        knockOut,
                        each.exact(),
                        Fraction.of(each.criterion().maximum()),
                        each.score().state() == State.NOT_APPLICABLE);
        };
    }

    private static @Nullable Fraction measured(KnockOut knockOut, Fraction points, Fraction maximum, boolean left) {
        if (left) {
            return null;
        }
        return switch (knockOut.measured()) {
            case VALUE, POINTS -> points;
            case PERCENT_OF_MAXIMUM ->
                maximum.signum() == 0 ? null : points.times(Fraction.HUNDRED).over(maximum);
        };
    }

    /** The criterion as the knock-outs leave it. */
    static Scored applied(Scored each, List<KnockOut> met) {
        for (var knockOut : met) {
            if (knockOut.zeroes().contains(each.criterion().code())
                    && each.exact().signum() > 0) {
                var before = each.score();
                var steps = new ArrayList<>(before.trace().steps());
                steps.add(new Score.Step(
                        Sentence.of("điểm liệt “%s”", "knocked out by “%s”", knockOut.name()), Fraction.ZERO.shown()));
                var score = new CriterionScore(
                        before.code(),
                        before.groupCode(),
                        before.kind(),
                        before.state(),
                        Fraction.ZERO.shown(),
                        new Trace(before.trace().inputs(), before.trace().formula(), steps));
                return new Scored(each.criterion(), score, Fraction.ZERO);
            }
        }
        return each;
    }
}
