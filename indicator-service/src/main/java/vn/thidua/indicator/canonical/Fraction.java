package vn.thidua.indicator.canonical;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact number. A third of ten points stays a third of ten points until the sheet says where to round, so the order in which
 * things are added never shows, and 94,9999 percent never becomes 95 on its way to a ladder.
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    /** Digits after the sign with which an unrounded number is shown; they leave nine before it within 15 significant ones. */
    public static final int SHOWN = 6;

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    public static final Fraction HUNDRED = of(BigDecimal.valueOf(100));

    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator is zero");
        }
        if (!denominator.equals(BigInteger.ONE)) {
            var common = common(numerator, denominator);
            if (denominator.signum() < 0) {
                common = common.negate();
            }
            if (!common.equals(BigInteger.ONE)) {
                numerator = numerator.divide(common);
                denominator = denominator.divide(common);
            }
        }
    }

    /** Most numbers are small; for those the general algorithm costs many times its result. */
    private static BigInteger common(BigInteger one, BigInteger other) {
        if (one.bitLength() > 62 || other.bitLength() > 62) {
            return one.gcd(other);
        }
        var a = Math.abs(one.longValue());
        var b = Math.abs(other.longValue());
        while (b != 0) {
            var rest = a % b;
            a = b;
            b = rest;
        }
        return BigInteger.valueOf(a);
    }

    public static Fraction of(BigDecimal number) {
        return number.scale() > 0
                ? new Fraction(number.unscaledValue(), BigInteger.TEN.pow(number.scale()))
                : new Fraction(number.toBigIntegerExact(), BigInteger.ONE);
    }

    public Fraction plus(Fraction other) {
        if (isWhole() && other.isWhole()) {
            return new Fraction(numerator.add(other.numerator), BigInteger.ONE);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    public Fraction over(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    /** The greatest whole number that is not greater. */
    public Fraction whole() {
        var parts = numerator.divideAndRemainder(denominator);
        var below = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return new Fraction(below, BigInteger.ONE);
    }

    public Fraction atMost(Fraction bound) {
        return compareTo(bound) > 0 ? bound : this;
    }

    public Fraction atLeast(Fraction bound) {
        return compareTo(bound) < 0 ? bound : this;
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    public int signum() {
        return numerator.signum();
    }

    public BigDecimal rounded(int scale, RoundingMode mode) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), scale, mode);
    }

    /** As shown: exact where six digits are enough. */
    public BigDecimal shown() {
        if (isWhole()) {
            return new BigDecimal(numerator);
        }
        return Decimals.plain(rounded(SHOWN, RoundingMode.HALF_UP));
    }

    @Override
    public int compareTo(Fraction other) {
        if (signum() != other.signum() || denominator.equals(other.denominator)) {
            return numerator.compareTo(other.numerator);
        }
        if (isSmall() && other.isSmall()) {
            return Long.compare(
                    numerator.longValue() * other.denominator.longValue(),
                    other.numerator.longValue() * denominator.longValue());
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Whether a product with another such fits a long. */
    private boolean isSmall() {
        return numerator.bitLength() < Integer.SIZE && denominator.bitLength() < Integer.SIZE;
    }
}
