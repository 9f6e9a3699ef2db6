package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.kit.table.TableValue;

/**
 * A number as it stands in a cell of a spreadsheet, with the unit of measure typed behind it.
 *
 * @param unit null is the indicator's own
 * @param fault why it is none, with its argument; null where nothing is wrong
 */
record TypedNumber(
        @Nullable BigDecimal number,
        @Nullable String unit,
        @Nullable String fault,
        @Nullable Object argument) {
    /** As people in this country type a number where the cell is text: 1.234,5 and 1234,5 but not 1.5, which may mean two things. */
    private static final Pattern TYPED =
            Pattern.compile("(-?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?)(?:\\s*([^\\s\\d.,+-].*))?");

    private static final int LONGEST = 80;
    private static final TypedNumber NOTHING = new TypedNumber(null, null, null, null);

    /** What stands in a cell of an indicator of that kind. */
    static TypedNumber of(TableValue value, Measure.ValueKind kind) {
        return switch (value) {
            case TableValue.Empty() -> NOTHING;
            case TableValue.Amount(var number) -> new TypedNumber(number, null, null, null);
            case TableValue.Text(var text) -> kind == Measure.ValueKind.YES_NO ? yesOrNo(text) : typed(text);
            case TableValue.Fault(var shown) -> new TypedNumber(null, null, "cell-fault", shown);
        };
    }

    private static TypedNumber yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "có", "1" -> new TypedNumber(BigDecimal.ONE, null, null, null);
            case "không", "0" -> new TypedNumber(BigDecimal.ZERO, null, null, null);
            default -> new TypedNumber(null, null, "yes-or-no", null);
        };
    }

    private static TypedNumber typed(String text) {
        var read = TYPED.matcher(text);
        return text.length() <= LONGEST && read.matches()
                ? new TypedNumber(
                        new BigDecimal(read.group(1).replace(".", "").replace(',', '.')), read.group(2), null, null)
                : new TypedNumber(null, null, "not-a-number", null);
    }
}
