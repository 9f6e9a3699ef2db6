package vn.thidua.indicator.canonical;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Decimals as clients keep them exactly: plain, at most 15 significant digits, at most six after the sign. */
public final class Decimals {
    private static final int SIGNIFICANT = 15;
    /** Most digits after the sign. */
    public static final int AFTER_SIGN = 6;

    private Decimals() {}

    /** Without zeros at the end and without an exponent: 10 and 10.00 are one number, written one way. */
    public static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal number) {
        return number == null ? null : plain(number);
    }

    /** Whether both are the same number, however many zeros they end with, or neither is there. */
    public static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    /** Whether a client sent a number that can be kept as it is. */
    public static boolean fits(BigDecimal number) {
        return fits(number, AFTER_SIGN);
    }

    /** Whether it can be kept, and has no more than so many digits after the sign; 1e999999999 is judged as quickly as 1. */
    public static boolean fits(BigDecimal number, int decimals) {
        var stripped = number.stripTrailingZeros();
        return Math.max(stripped.scale(), 0) <= Math.min(decimals, AFTER_SIGN)
                && (long) stripped.precision() - Math.min(stripped.scale(), 0) <= SIGNIFICANT;
    }

    /** A computed number, cut to what a client can keep. */
    public static BigDecimal shown(BigDecimal number) {
        var short15 = number.round(new MathContext(SIGNIFICANT, RoundingMode.HALF_UP));
        return plain(short15.scale() > AFTER_SIGN ? short15.setScale(AFTER_SIGN, RoundingMode.HALF_UP) : short15);
    }
}
