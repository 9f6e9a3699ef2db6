package vn.thidua.indicator.canonical;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact number. A third of ten points stays a third of ten points until the sheet says where to round, so the order in which
 * things are added never shows, and 94,9999 percent never becomes 95 on its way to a ladder.
 *
 * <p>Nearly every number of a season fits two longs, and a province's scores are millions of them; only where a step would not fit
 * is it taken with whole numbers of any length.
 */
public final class Fraction implements Comparable<Fraction> {
    /** Digits after the sign with which an unrounded number is shown; they leave nine before it within 15 significant ones. */
    public static final int SHOWN = 6;

    public static final Fraction ZERO = new Fraction(0, 1, null);
    public static final Fraction HUNDRED = new Fraction(100, 1, null);

    private static final long MILLION = 1_000_000;
    private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
    private static final long[] POWERS = powers();

    /** What does not fit; lowest terms, the denominator above zero. */
    private record Large(BigInteger numerator, BigInteger denominator) {}

    /** In lowest terms, the denominator above zero; neither is looked at where there is a large one. */
    private final long numerator;

    private final long denominator;
    private final @Nullable Large large;

    private Fraction(long numerator, long denominator, @Nullable Large large) {
        this.numerator = numerator;
        this.denominator = denominator;
        this.large = large;
    }

    private static long[] powers() {
        var powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = 10 * powers[i - 1];
        }
        return powers;
    }

    /** @throws ArithmeticException when the denominator is zero */
    public static Fraction of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator is zero");
        }
        var common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        var above = numerator.divide(common);
        var below = denominator.divide(common);
        return fits(above) && fits(below)
                ? new Fraction(above.longValue(), below.longValue(), null)
                : new Fraction(0, 1, new Large(above, below));
    }

    /** The least long is left out, as it has no negative. */
    private static boolean fits(BigInteger number) {
        return number.bitLength() < Long.SIZE && !number.equals(LEAST);
    }

    public static Fraction of(BigDecimal number) {
        if (number.precision() < POWERS.length && number.scale() < POWERS.length && number.scale() >= 0) {
            return number.scale() == 0
                    ? new Fraction(number.longValue(), 1, null)
                    : reduced(number.unscaledValue().longValue(), POWERS[number.scale()]);
        }
        return number.scale() > 0
                ? of(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                : of(number.toBigIntegerExact(), BigInteger.ONE);
    }

    /** @param denominator above zero */
    private static Fraction reduced(long numerator, long denominator) {
        if (numerator == Long.MIN_VALUE) {
            return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
        }
        var common = denominator;
        for (var rest = Math.abs(numerator); rest != 0; ) {
            var next = common % rest;
            common = rest;
            rest = next;
        }
        return new Fraction(numerator / common, denominator / common, null);
    }

    public Fraction plus(Fraction other) {
        if (large == null && other.large == null) {
            try {
                return denominator == other.denominator
                        ? reduced(Math.addExact(numerator, other.numerator), denominator)
                        : reduced(
                                Math.addExact(
                                        Math.multiplyExact(numerator, other.denominator),
                                        Math.multiplyExact(other.numerator, denominator)),
                                Math.multiplyExact(denominator, other.denominator));
            } catch (ArithmeticException _) {
                // It does not fit two longs on the way.
            }
        }
        return of(
                above().multiply(other.below()).add(other.above().multiply(below())), below().multiply(other.below()));
    }

    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    public Fraction times(Fraction other) {
        return large == null && other.large == null
                ? product(numerator, denominator, other.numerator, other.denominator)
                : of(above().multiply(other.above()), below().multiply(other.below()));
    }

    /** @throws ArithmeticException when the other is zero */
    public Fraction over(Fraction other) {
        if (other.signum() == 0) {
            throw new ArithmeticException("divided by zero");
        }
        if (large != null || other.large != null) {
            return of(above().multiply(other.below()), below().multiply(other.above()));
        }
        return other.numerator > 0
                ? product(numerator, denominator, other.denominator, other.numerator)
                : product(numerator, denominator, -other.denominator, -other.numerator);
    }

    private static Fraction product(long above, long below, long otherAbove, long otherBelow) {
        try {
            return reduced(Math.multiplyExact(above, otherAbove), Math.multiplyExact(below, otherBelow));
        } catch (ArithmeticException _) {
            return of(
                    BigInteger.valueOf(above).multiply(BigInteger.valueOf(otherAbove)),
                    BigInteger.valueOf(below).multiply(BigInteger.valueOf(otherBelow)));
        }
    }

    public Fraction negated() {
        return large == null
                ? new Fraction(-numerator, denominator, null)
                : new Fraction(0, 1, new Large(large.numerator.negate(), large.denominator));
    }

    /** The greatest whole number that is not greater. */
    public Fraction whole() {
        if (large == null) {
            return new Fraction(Math.floorDiv(numerator, denominator), 1, null);
        }
        var parts = large.numerator.divideAndRemainder(large.denominator);
        return of(parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0], BigInteger.ONE);
    }

    public Fraction atMost(Fraction bound) {
        return compareTo(bound) > 0 ? bound : this;
    }

    public Fraction atLeast(Fraction bound) {
        return compareTo(bound) < 0 ? bound : this;
    }

    public boolean isWhole() {
        return large == null ? denominator == 1 : large.denominator.equals(BigInteger.ONE);
    }

    public int signum() {
        return large == null ? Long.signum(numerator) : large.numerator.signum();
    }

    public BigDecimal rounded(int scale, RoundingMode mode) {
        return large == null
                ? BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), scale, mode)
                : new BigDecimal(large.numerator).divide(new BigDecimal(large.denominator), scale, mode);
    }

    /** As shown: exact where six digits are enough, else halves up. */
    public BigDecimal shown() {
        if (large == null && denominator == 1) {
            return BigDecimal.valueOf(numerator);
        }
        if (large != null
                || Math.abs(numerator) >= Long.MAX_VALUE / (4 * MILLION)
                || denominator >= Long.MAX_VALUE / 4) {
            return Decimals.plain(rounded(SHOWN, RoundingMode.HALF_UP));
        }
        var millionths = (2 * MILLION * Math.abs(numerator) + denominator) / (2 * denominator);
        var scale = SHOWN;
        while (scale > 0 && millionths % 10 == 0) {
            millionths /= 10;
            scale--;
        }
        return BigDecimal.valueOf(numerator < 0 ? -millionths : millionths, scale);
    }

    private BigInteger above() {
        return large == null ? BigInteger.valueOf(numerator) : large.numerator;
    }

    private BigInteger below() {
        return large == null ? BigInteger.valueOf(denominator) : large.denominator;
    }

    @Override
    public int compareTo(Fraction other) {
        if (large != null || other.large != null) {
            return above().multiply(other.below()).compareTo(other.above().multiply(below()));
        }
        // Both products as 128 bits: the upper half with its sign, then the lower without.
        var upper = Long.compare(
                Math.multiplyHigh(numerator, other.denominator), Math.multiplyHigh(other.numerator, denominator));
        return upper != 0 ? upper : Long.compareUnsigned(numerator * other.denominator, other.numerator * denominator);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fraction fraction
                && numerator == fraction.numerator
                && denominator == fraction.denominator
                && Objects.equals(large, fraction.large);
    }

    @Override
    public int hashCode() {
        return Objects.hash(numerator, denominator, large);
    }

    @Override
    public String toString() {
        return above() + "/" + below();
    }
}
