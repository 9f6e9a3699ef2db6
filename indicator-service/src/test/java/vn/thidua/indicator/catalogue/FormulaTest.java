package vn.thidua.indicator.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.indicator.canonical.Fraction;

/** Formulas as people write them, and what comes out. */
class FormulaTest {
    private static final Map<String, Formula.Known> KNOWN = Map.of(
            "A.1",
            known("6"),
            "B-2",
            known("4"),
            "3",
            known("0"),
            "EMPTY",
            new Formula.Known(null, false),
            "NA",
            new Formula.Known(null, true));

    static IntStream seeds() {
        return IntStream.range(0, 500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[A.1] + [B-2] | 10",
                "[A.1] − [B-2] - 1 | 1",
                "[A.1]-[B-2]*2 | -2",
                "([A.1]-[B-2])×2 | 4",
                "[A.1] ÷ [B-2] × 100 | 150",
                "[A.1] / [B-2] : 2 | 0.75",
                "-[A.1] + 0,5 | -5.5",
                "- ( - [A.1] ) | 6",
                "[ A.1 ] * 0.125 | 0.75",
                "[3] × 1000000 | 0"
            })
    void aFormulaIsReadByTheRulesOfArithmetic(String text, String value) {
        assertThat(right(text).value(KNOWN)).isEqualTo(new Formula.Outcome.Value(Fraction.of(new BigDecimal(value))));
    }

    @Test
    void aThirdOfThreeIsOneWhateverIsInBetween() {
        assertThat(right("[A.1] ÷ 7 ÷ 3 × 21 - [A.1]").value(KNOWN))
                .isEqualTo(new Formula.Outcome.Value(Fraction.ZERO));
    }

    @Test
    void whatCannotBeComputedIsSaidWithItsReasonAndIsNeverZero() {
        assertThat(right("[A.1] ÷ [3]").value(KNOWN)).isEqualTo(none(Formula.Why.DIVISION_BY_ZERO, null));
        assertThat(right("0 × ([A.1] ÷ ([B-2] - 4))").value(KNOWN)).isEqualTo(none(Formula.Why.DIVISION_BY_ZERO, null));
        assertThat(right("[A.1] + [EMPTY]").value(KNOWN)).isEqualTo(none(Formula.Why.INPUT_EMPTY, "EMPTY"));
        assertThat(right("0 × [NA]").value(KNOWN)).isEqualTo(none(Formula.Why.INPUT_NOT_APPLICABLE, "NA"));
        assertThat(right("[A.1] + [C]").value(KNOWN)).isEqualTo(none(Formula.Why.INPUT_MISSING, "C"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[A.1] +",
                "+ [A.1]",
                "[A.1] [B-2]",
                "([A.1]",
                "[A.1])",
                "[a]",
                "[]",
                "[A.1",
                "2[A.1]",
                "[A.1] + 1.2.3",
                "[A.1] % 2",
                "sin([A.1])",
                "[A.1] + 1e3",
                "[A.1] + 1234567890123456",
                "()",
                "[A.1] ** 2",
                "[A.1]; drop table indicator"
            })
    void whatIsNoFormulaIsNotGuessed(String text) {
        assertThat(Formula.parse(text))
                .isInstanceOfSatisfying(
                        Formula.Parsed.Wrong.class,
                        wrong -> assertThat(wrong.code()).isEqualTo("formula-unreadable"));
    }

    @Test
    void theFaultIsNamedByItsPlace() {
        assertThat(Formula.parse("[A.1] + x")).isEqualTo(new Formula.Parsed.Wrong("formula-unreadable", List.of(9)));
        assertThat(Formula.parse("[A.1] × 1.000"))
                .isEqualTo(new Formula.Parsed.Wrong("formula-number-two-ways", List.of("1.000")));
        assertThat(Formula.parse("1 + 1")).isEqualTo(new Formula.Parsed.Wrong("formula-without-indicator", List.of()));
    }

    @Test
    void neitherLengthNorDepthExhaustsTheReader() {
        assertThat(Formula.parse("[A]" + "+1".repeat(5_000)))
                .isEqualTo(new Formula.Parsed.Wrong("formula-too-long", List.of(500)));
        assertThat(Formula.parse("(".repeat(100) + "[A]" + ")".repeat(100)))
                .isEqualTo(new Formula.Parsed.Wrong("formula-too-deep", List.of(40)));
        assertThat(Formula.parse("-".repeat(400) + "[A]"))
                .isEqualTo(new Formula.Parsed.Wrong("formula-too-deep", List.of(40)));
        assertThat(right("(".repeat(40) + "[A.1]" + ")".repeat(40)).value(KNOWN))
                .isEqualTo(new Formula.Outcome.Value(Fraction.of(BigDecimal.valueOf(6))));
        assertThat(right("[A.1]" + "+1".repeat(240)).value(KNOWN))
                .isEqualTo(new Formula.Outcome.Value(Fraction.of(BigDecimal.valueOf(246))));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenDownIsWhatIsComputed(int seed) {
        var random = new Random(seed);
        var known = new HashMap<String, Formula.Known>();
        var expected = new Object() {
            boolean divided;
        };
        var text = new StringBuilder("[K0] × 0 + ");
        known.put("K0", known("1"));
        var value = written(random, 4, text, known, divided -> expected.divided |= divided);
        if (text.length() > Formula.LONGEST) {
            return;
        }
        var outcome = right(text.toString()).value(known);
        if (expected.divided) {
            assertThat(outcome).as(text.toString()).isEqualTo(none(Formula.Why.DIVISION_BY_ZERO, null));
        } else {
            assertThat(outcome).as(text.toString()).isEqualTo(new Formula.Outcome.Value(value));
        }
    }

    /** Writes a formula with every parenthesis, and calculates it on the way. */
    private static Fraction written(
            Random random,
            int depth,
            StringBuilder text,
            Map<String, Formula.Known> known,
            java.util.function.Consumer<Boolean> dividedByZero) {
        if (depth == 0 || random.nextInt(5) == 0) {
            var number = new BigDecimal(random.nextInt(7) - 3).movePointLeft(random.nextInt(2));
            var code = "K" + known.size();
            known.put(code, new Formula.Known(number, false));
            text.append('[').append(code).append(']');
            return Fraction.of(number);
        }
        text.append('(');
        var left = written(random, depth - 1, text, known, dividedByZero);
        var operator = random.nextInt(4);
        text.append(List.of(" + ", " − ", " × ", " ÷ ").get(operator));
        var right = written(random, depth - 1, text, known, dividedByZero);
        text.append(')');
        return switch (operator) {
            case 0 -> left.plus(right);
            case 1 -> left.minus(right);
            case 2 -> left.times(right);
            default -> {
                dividedByZero.accept(right.signum() == 0);
                yield right.signum() == 0 ? Fraction.ZERO : left.over(right);
            }
        };
    }

    private static Formula right(String text) {
        return switch (Formula.parse(text)) {
            case Formula.Parsed.Right(var formula) -> formula;
            case Formula.Parsed.Wrong wrong -> throw new AssertionError(text + ": " + wrong);
        };
    }

    private static Formula.Outcome none(Formula.Why why, @Nullable String code) {
        return new Formula.Outcome.None(why, code);
    }

    private static Formula.Known known(String number) {
        return new Formula.Known(new BigDecimal(number), false);
    }
}
