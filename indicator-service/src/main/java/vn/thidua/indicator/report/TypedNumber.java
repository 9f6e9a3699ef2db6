package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.kit.table.TableValue;

/**
 * A number as it stands in a cell of a spreadsheet, with the unit of measure typed behind it and, before it, that it is an estimate.
 *
 * @param unit null is the indicator's own
 * @param estimate whether it says so
 * @param fault why it is none, with its argument; null where nothing is wrong
 */
record TypedNumber(
        @Nullable BigDecimal number,
        @Nullable String unit,
        boolean estimate,
        @Nullable String fault,
        @Nullable Object argument) {
    /** As people in this country type a number where the cell is text: 1.234,5 and 1234,5 but not 1.5, which may mean two things. */
    private static final Pattern TYPED =
            Pattern.compile("(-?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+)(?:,\\d+)?)(?:\\s*([^\\s\\d.,+-].*))?");

    private static final Pattern ESTIMATED = Pattern.compile(
            "(?:ước(?: đạt| tính| thực hiện)?|ƯTH)\\s*:?\\s+(.+)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** As documents state figures that a report cannot keep: it takes a number, and these words belong into its explanation. */
    private static final Pattern QUALIFIED = Pattern.compile(
            "(?:(?:khoảng|gần|trên|hơn|dưới|từ|không dưới)\\s+|[~≈<>≥≤]\\s*)\\d.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final int LONGEST = 80;
    static final TypedNumber NOTHING = new TypedNumber(null, null, false, null, null);

    /** What stands in a cell of an indicator of that kind. */
    static TypedNumber of(TableValue value, Measure.ValueKind kind) {
        return switch (value) {
            case TableValue.Empty() -> NOTHING;
            case TableValue.Amount(var number) -> new TypedNumber(number, null, false, null, null);
            case TableValue.Text(var text) -> kind == Measure.ValueKind.YES_NO ? yesOrNo(text) : typed(text);
            case TableValue.Fault(var shown) -> new TypedNumber(null, null, false, "cell-fault", shown);
        };
    }

    private static TypedNumber yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "có", "1" -> new TypedNumber(BigDecimal.ONE, null, false, null, null);
            case "không", "0" -> new TypedNumber(BigDecimal.ZERO, null, false, null, null);
            default -> new TypedNumber(null, null, false, "yes-or-no", null);
        };
    }

    private static TypedNumber typed(String raw) {
        var text = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
        if (text.length() > LONGEST) {
            return new TypedNumber(null, null, false, "not-a-number", null);
        }
        var estimated = ESTIMATED.matcher(text);
        var estimate = estimated.matches();
        var said = estimate ? estimated.group(1) : text;
        var read = TYPED.matcher(said);
        if (read.matches()) {
            var number = new BigDecimal(read.group(1).replace(".", "").replace(',', '.'));
            return new TypedNumber(number, read.group(2), estimate, null, null);
        }
        return QUALIFIED.matcher(said).matches()
                ? new TypedNumber(null, null, false, "number-qualified", said)
                : new TypedNumber(null, null, false, "not-a-number", null);
    }
}
