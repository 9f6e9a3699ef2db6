package vn.thidua.indicator.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FractionTest {
    /** Where a faster way for small numbers begins and ends. */
    private static final List<BigInteger> EDGES = List.of(
            BigInteger.ONE,
            BigInteger.valueOf(3),
            BigInteger.valueOf(Integer.MAX_VALUE),
            BigInteger.valueOf(1L << 31),
            BigInteger.valueOf(Long.MAX_VALUE / 2),
            BigInteger.valueOf(Long.MAX_VALUE),
            BigInteger.TWO.pow(80).add(BigInteger.ONE));

    @Test
    void oneIsGreaterThanAnotherExactlyWhenSomethingIsLeftHoweverLargeTheyAre() {
        var all = new ArrayList<Fraction>();
        all.add(Fraction.ZERO);
        for (var numerator : EDGES) {
            for (var denominator : EDGES) {
                all.add(new Fraction(numerator, denominator));
                all.add(new Fraction(numerator.negate(), denominator));
            }
        }
        for (var one : all) {
            for (var other : all) {
                assertThat(Integer.signum(one.compareTo(other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(one.minus(other).signum());
            }
        }
    }

    @Test
    void aFractionIsInLowestTermsWithItsSignAbove() {
        for (var common : EDGES) {
            var fraction = new Fraction(common.multiply(BigInteger.TWO), common.multiply(BigInteger.valueOf(-6)));
            assertThat(fraction).isEqualTo(new Fraction(BigInteger.ONE.negate(), BigInteger.valueOf(3)));
        }
        assertThatThrownBy(() -> new Fraction(BigInteger.ONE, BigInteger.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatIsShownIsExactWhereSixDigitsAreEnough() {
        assertThat(Fraction.of(new BigDecimal("94.999900")).shown()).isEqualTo(new BigDecimal("94.9999"));
        assertThat(Fraction.of(new BigDecimal("1E+2")).shown()).isEqualTo(new BigDecimal("100"));
        var third = Fraction.of(BigDecimal.ONE).over(Fraction.of(BigDecimal.valueOf(3)));
        assertThat(third.shown()).isEqualTo(new BigDecimal("0.333333"));
        assertThat(third.rounded(2, RoundingMode.UP)).isEqualTo(new BigDecimal("0.34"));
    }
}
