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
            BigInteger.TWO.pow(63),
            BigInteger.TWO.pow(80).add(BigInteger.ONE));

    /** A numerator and a denominator, not in lowest terms. */
    private record Parts(BigInteger above, BigInteger below) {
        Fraction fraction() {
            return Fraction.of(above, below);
        }
    }

    private static List<Parts> all() {
        var all = new ArrayList<Parts>();
        all.add(new Parts(BigInteger.ZERO, BigInteger.ONE));
        for (var above : EDGES) {
            for (var below : EDGES) {
                all.add(new Parts(above, below));
                all.add(new Parts(above.negate(), below));
            }
        }
        return all;
    }

    @Test
    void whatIsCalculatedIsExactHoweverLargeItBecomes() {
        for (var a : all()) {
            for (var b : all()) {
                var one = a.fraction();
                var other = b.fraction();
                assertThat(one.plus(other))
                        .isEqualTo(Fraction.of(
                                a.above.multiply(b.below).add(b.above.multiply(a.below)), a.below.multiply(b.below)));
                assertThat(one.times(other))
                        .isEqualTo(Fraction.of(a.above.multiply(b.above), a.below.multiply(b.below)));
                if (b.above.signum() != 0) {
                    assertThat(one.over(other))
                            .isEqualTo(Fraction.of(a.above.multiply(b.below), a.below.multiply(b.above)));
                }
            }
        }
        assertThatThrownBy(() -> Fraction.HUNDRED.over(Fraction.ZERO)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void whatIsShownIsTheNearestMillionthAndWholeNumbersLieBelow() {
        for (var parts : all()) {
            var exact = new BigDecimal(parts.above).divide(new BigDecimal(parts.below), 6, RoundingMode.HALF_UP);
            assertThat(parts.fraction().shown()).as("%s", parts).isEqualTo(Decimals.plain(exact));
            var floor = new BigDecimal(parts.above).divide(new BigDecimal(parts.below), 0, RoundingMode.FLOOR);
            assertThat(parts.fraction().whole()).as("%s", parts).isEqualTo(Fraction.of(floor));
        }
        assertThat(Fraction.of(new BigDecimal("-12.3456785")).shown()).isEqualTo(new BigDecimal("-12.345679"));
    }

    @Test
    void oneIsGreaterThanAnotherExactlyWhenSomethingIsLeftHoweverLargeTheyAre() {
        var all = all().stream().map(Parts::fraction).toList();
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
            var fraction = Fraction.of(common.multiply(BigInteger.TWO), common.multiply(BigInteger.valueOf(-6)));
            assertThat(fraction).isEqualTo(Fraction.of(BigInteger.ONE.negate(), BigInteger.valueOf(3)));
        }
        assertThatThrownBy(() -> Fraction.of(BigInteger.ONE, BigInteger.ZERO)).isInstanceOf(ArithmeticException.class);
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
