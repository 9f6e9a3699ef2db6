package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.indicator.canonical.Fraction;

/** Writes down the numbers between a fact and its points. */
final class Way {
    private final List<Score.Step> steps = new ArrayList<>(4);

    void step(Sentence words, Fraction value) {
        steps.add(new Score.Step(words, value.shown()));
    }

    Outcome points(Fraction points, Sentence words) {
        return new Outcome.Points(points, words, steps);
    }

    Outcome noFact(Sentence words) {
        return new Outcome.NoFact(words, steps);
    }

    Outcome noRow(Sentence words) {
        return new Outcome.NoRow(words, steps);
    }

    /** Points for every {@code per} of the amount. */
    Fraction times(Fraction amount, BigDecimal per, BigDecimal points, boolean whole, Sentence which) {
        var count = amount.over(Fraction.of(per));
        var counted = whole ? count.whole() : count;
        step(
                whole
                        ? Sentence.of("phần %s %s, số lần đủ %s", "%s by %s, full times %s", which, amount, per)
                        : Sentence.of("phần %s %s, chia cho %s", "%s by %s, divided by %s", which, amount, per),
                counted);
        var result = counted.times(Fraction.of(points));
        step(Sentence.of("%s × %s điểm", "%s × %s points", counted, points), result);
        return result;
    }

    /** Points for every {@code per} beyond {@code from}. */
    Fraction beyond(BigDecimal from, BigDecimal per, BigDecimal points, boolean whole, Fraction of) {
        var amount = of.minus(Fraction.of(from)).atLeast(Fraction.ZERO);
        return times(amount, per, points, whole, Sentence.of("trên %s:", "beyond %s:", from));
    }
}
