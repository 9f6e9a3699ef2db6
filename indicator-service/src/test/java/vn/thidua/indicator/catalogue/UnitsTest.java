package vn.thidua.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.indicator.canonical.Decimals;

/** Numbers typed in one unit of measure and computed with in another. */
class UnitsTest {
    private static final Units MONEY = new Units(
            "triệu đồng",
            List.of(
                    new Units.Unit("tỷ đồng", n("1000"), n("1")),
                    new Units.Unit("đồng", n("1"), n("1000000")),
                    new Units.Unit("phần ba", n("1"), n("3"))));

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2, tỷ đồng, 1200",
        "0.000001, tỷ đồng, 0.001",
        "1500000, đồng, 1.5",
        "1, phần ba, 0.333333",
        "2, phần ba, 0.666667",
        "-2, phần ba, -0.666667",
        "0, đồng, 0"
    })
    void aNumberKeepsWhatWasTypedAndHasTheOneThatIsComputedWith(String typed, String unit, String value) {
        var read = MONEY.read(n(typed), unit);
        assertThat(read).isInstanceOf(Units.Read.Amount.class);
        var amount = (Units.Read.Amount) read;
        assertThat(amount.value()).isEqualByComparingTo(value);
        assertThat(amount.typed()).isEqualTo(new Units.Typed(Decimals.plain(n(typed)), unit));
    }

    @Test
    void whatIsTypedInTheIndicatorsOwnUnitStaysAsItIs() {
        var own = new Units.Read.Amount(n("1.5"), null);
        assertThat(MONEY.read(n("1.50"), null)).isEqualTo(own);
        assertThat(MONEY.read(n("1.50"), " Triệu  Đồng ")).isEqualTo(own);
    }

    @Test
    void aUnitIsKnownHoweverItIsWritten() {
        assertThat(MONEY.named(" TỶ  đồng")).isEqualTo("tỷ đồng");
        assertThat(MONEY.read(n("1"), "tấn"))
                .isEqualTo(new Units.Read.UnknownUnit("triệu đồng, tỷ đồng, đồng, phần ba"));
    }

    @Test
    void whatCannotBeKeptIsSaidSoAndNeverBecomesZero() {
        assertThat(MONEY.read(n("1e999999999"), "đồng")).isInstanceOf(Units.Read.OutOfRange.class);
        assertThat(MONEY.read(n("999999999999999"), "tỷ đồng")).isInstanceOf(Units.Read.OutOfRange.class);
        assertThat(MONEY.read(n("0.4"), "đồng")).isInstanceOf(Units.Read.TooSmall.class);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thereAndBackIsTheSameNumberWhereTheFactorIsWhole(int seed) {
        var random = new Random(seed);
        var factor = BigDecimal.valueOf(1 + random.nextInt(10_000));
        var there = new Units("kg", List.of(new Units.Unit("bao", factor, BigDecimal.ONE)));
        var back = new Units("bao", List.of(new Units.Unit("kg", BigDecimal.ONE, factor)));
        var number = new BigDecimal(random.nextInt(2_000_000) - 1_000_000).movePointLeft(random.nextInt(4));
        if (there.read(number, "bao") instanceof Units.Read.Amount(var kilograms, var _)
                && back.read(kilograms, "kg") instanceof Units.Read.Amount(var again, var _)) {
            assertThat(again).isEqualByComparingTo(number);
        } else {
            throw new AssertionError(number + " × " + factor);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theNumberIsTheNearestThatSixDigitsGive(int seed) {
        var random = new Random(seed);
        var numerator = BigDecimal.valueOf(1 + random.nextInt(999));
        var denominator = BigDecimal.valueOf(1 + random.nextInt(999));
        var units = new Units("a", List.of(new Units.Unit("b", numerator, denominator)));
        var number = new BigDecimal(1 + random.nextInt(1_000_000)).movePointLeft(2);
        var exact = number.multiply(numerator);
        assertThat(((Units.Read.Amount) units.read(number, "b")).value())
                .isEqualByComparingTo(exact.divide(denominator, 6, RoundingMode.HALF_UP));
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
