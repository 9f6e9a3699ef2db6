package vn.thidua.cluster.vote;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;

/** How the rules of a vote are sent and shown. */
public final class VoteViews {
    private VoteViews() {}

    /** @throws vn.thidua.kit.problem.ProblemException 422 when one of the two is more than the whole */
    public static Rules rules(Share quorum, Share threshold, Rules.Base base) {
        return new Rules(quorum.fraction("/quorum"), threshold.fraction("/threshold"), base);
    }

    /** A fraction as it is written. */
    public record Share(
            @Min(1) @Max(1000) int numerator,
            @Min(1) @Max(1000) int denominator) {
        private Fraction fraction(String pointer) {
            if (denominator < numerator) {
                throw Problem.invalid(FieldError.of(pointer + "/numerator", "range"))
                        .asException();
            }
            return new Fraction(numerator, denominator);
        }

        public static Share of(Fraction fraction) {
            return new Share(fraction.numerator(), fraction.denominator());
        }
    }
}
