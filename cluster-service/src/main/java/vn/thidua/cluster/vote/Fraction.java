package vn.thidua.cluster.vote;

/** A share of a whole, such as two thirds; above nothing and at most all. */
public record Fraction(int numerator, int denominator) {
    public Fraction {
        if (numerator < 1 || denominator < numerator) {
            throw new IllegalArgumentException("not a share: " + numerator + "/" + denominator);
        }
    }

    /** Whether a part is at least this share of the whole; exact, without division. */
    public boolean isReachedBy(int part, int whole) {
        return (long) part * denominator >= (long) whole * numerator;
    }
}
