package vn.thidua.indicator.score;

import java.util.List;
import vn.thidua.indicator.canonical.Fraction;

/** What a rule says of a criterion, before any maximum and any rounding. */
sealed interface Outcome {
    /** The rule with its numbers put in, or why it gives none. */
    Sentence words();

    /** The numbers on the way. */
    List<Score.Step> steps();

    record Points(Fraction points, Sentence words, List<Score.Step> steps) implements Outcome {}

    /** Nothing was reported, or not enough to calculate with. */
    record NoFact(Sentence words, List<Score.Step> steps) implements Outcome {}

    /** There is a fact, but the sheet has no row for it. Never a zero by itself: somebody has to rule, or the sheet declares it. */
    record NoRow(Sentence words, List<Score.Step> steps) implements Outcome {}
}
