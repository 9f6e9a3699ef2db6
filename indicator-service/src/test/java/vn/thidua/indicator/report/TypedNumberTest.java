package vn.thidua.indicator.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.kit.table.TableValue;

/** What people write into a cell of numbers. */
class TypedNumberTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "khoảng 7|7||ABOUT",
                "Khoang 7,5|7.5||ABOUT",
                "~7|7||ABOUT",
                "≈ 1.200|1200||ABOUT",
                "GẦN 95%|95|%|NEARLY",
                "gan 95 %|95|%|NEARLY",
                "trên 1.200|1200||ABOVE",
                ">1200|1200||ABOVE",
                "hơn 1,2 tỷ đồng|1.2|tỷ đồng|ABOVE",
                "từ 30 trở lên|30||AT_LEAST",
                "Tu 30% tro len|30|%|AT_LEAST",
                "30 tỷ đồng trở lên|30|tỷ đồng|AT_LEAST",
                "≥ 30|30||AT_LEAST",
                ">= 30|30||AT_LEAST",
                "ít nhất 30|30||AT_LEAST",
                "Toi thieu 30%|30|%|AT_LEAST",
                "không dưới 30|30||AT_LEAST",
                "12,5|12.5||",
                "-3 tỷ đồng|-3|tỷ đồng|"
            })
    void wordsBeforeAndBehindItSayHowExactItIs(
            String text, String number, @Nullable String unit, @Nullable Qualifier qualifier) {
        // Some keyboards put the accents behind their letters, and some documents no plain blank between words.
        for (var typed : List.of(
                text, text.replace(' ', '\u00a0'), Normalizer.normalize(text, Normalizer.Form.NFD), "ước " + text)) {
            var read = of(typed);
            assertThat(read.fault()).isNull();
            assertThat(read.number()).isEqualByComparingTo(number);
            assertThat(read.unit()).isEqualTo(unit);
            assertThat(read.qualifier()).isEqualTo(qualifier);
            assertThat(read.estimate()).isEqualTo(typed.startsWith("ước"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dưới 7", "< 7", "≤7", "từ 30", "khong qua 5"})
    void whatCannotBeKeptIsToldSo(String text) {
        assertThat(of(text).fault()).isEqualTo("number-qualified");
        assertThat(of(text).argument()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"khoảng", "gần bảy", "=7", "khoảng gần 7", "trở lên", "từ trở lên", "khoảng 1.5", "İ7"})
    void theRestIsNoNumber(String text) {
        assertThat(of(text).fault()).isEqualTo("not-a-number");
        assertThat(of(text).qualifier()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"ABOUT", "NEARLY", "ABOVE", "AT_LEAST", "EXACT"})
    void whatIsWrittenIsReadAgain(Qualifier qualifier) {
        var read = of(QualifierWords.written(qualifier, "1234,5 tỷ đồng"));
        assertThat(read.qualifier()).isEqualTo(qualifier == Qualifier.EXACT ? null : qualifier);
        assertThat(read.number()).isEqualByComparingTo("1234.5");
        assertThat(read.unit()).isEqualTo("tỷ đồng");
    }

    @Test
    void theLongestUnitHasRoomForTheWordsAroundItsNumber() {
        var unit = "đ".repeat(50);
        var read = of("ước " + QualifierWords.written(Qualifier.AT_LEAST, "-123456789,123456 " + unit));
        assertThat(read.fault()).isNull();
        assertThat(read.unit()).isEqualTo(unit);
    }

    private static TypedNumber of(String text) {
        return TypedNumber.of(
                new TableValue.Text(text), new Measure(Measure.ValueKind.QUANTITY, Measure.Direction.RAISE, 2, false));
    }
}
