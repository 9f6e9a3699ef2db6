package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.kit.table.TableValue;

/**
 * A number as it stands in a cell of a spreadsheet, with the unit of measure typed behind it and, before it, that it is an estimate
 * and how exactly it is stated.
 *
 * @param unit null is the indicator's own
 * @param qualifier null is exact
 * @param estimate whether it says so
 * @param fault why it is none, with its argument; null where nothing is wrong
 */
record TypedNumber(
        @Nullable BigDecimal number,
        @Nullable String unit,
        @Nullable Qualifier qualifier,
        boolean estimate,
        @Nullable String fault,
        @Nullable Object argument) {
    /** As people in this country type a number where the cell is text: 1.234,5 and 1234,5 but not 1.5, which may mean two things. */
    private static final Pattern TYPED =
            Pattern.compile("(-?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?)(?:\\s*([^\\s\\d.,+-].*))?");

    private static final Pattern ESTIMATED = Pattern.compile(
            "(?:ước(?: đạt| tính| thực hiện)?|ƯTH)\\s*:?\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** A number with the longest unit, that it is an estimate, and the longest words around it. */
    private static final int LONGEST = 100;

    static final TypedNumber NOTHING = of(null, null, null, false);

    private static TypedNumber of(
            @Nullable BigDecimal number, @Nullable String unit, @Nullable Qualifier qualifier, boolean estimate) {
        return new TypedNumber(number, unit, qualifier, estimate, null, null);
    }

    private static TypedNumber faulty(String fault, @Nullable Object argument) {
        return new TypedNumber(null, null, null, false, fault, argument);
    }

    /** What stands in a cell of an indicator of that measure. */
    static TypedNumber of(TableValue value, Measure measure) {
        return switch (value) {
            case TableValue.Empty() -> NOTHING;
            case TableValue.Amount(var number) -> of(number, null, null, false);
            case TableValue.Text(var text) -> measure.answers().isEmpty() ? typed(text) : answer(text, measure);
            case TableValue.Fault(var shown) -> faulty("cell-fault", shown);
        };
    }

    private static TypedNumber answer(String text, Measure measure) {
        var number = measure.numberOf(text);
        if (number != null) {
            return of(number, null, null, false);
        }
        return measure.valueKind() == Measure.ValueKind.YES_NO
                ? faulty("yes-or-no", null)
                : faulty("no-such-level", String.join(", ", measure.levels()));
    }

    private static TypedNumber typed(String raw) {
        // Text out of a word processor holds a number to its words by a blank of its own.
        var text = Normalizer.normalize(raw.replace('\u00a0', ' ').strip(), Normalizer.Form.NFC);
        if (text.length() > LONGEST) {
            return faulty("not-a-number", null);
        }
        var estimated = ESTIMATED.matcher(text);
        var estimate = estimated.matches();
        var said = QualifierWords.read(estimate ? estimated.group(1) : text);
        var read = TYPED.matcher(said.rest());
        if (read.matches()) {
            var number = new BigDecimal(read.group(1).replace(".", "").replace(',', '.'));
            return of(number, read.group(2), said.qualifier(), estimate);
        }
        return QualifierWords.qualifies(said.rest())
                ? faulty("number-qualified", said.rest())
                : faulty("not-a-number", null);
    }
}
