package vn.thidua.kit.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one cell for input takes, where that is more exact than what its column says. A workbook asks for it while people type;
 * what is pasted passes by it, so whoever takes the table in judges again.
 *
 * @param locked nobody writes in it after all
 * @param choices what may be chosen from, empty for anything
 * @param lower least number, or null; text is not compared
 * @param upper greatest number, or null
 * @param decimals most digits after the sign of a number, or null
 * @param insists whether anything else is refused; else the person is asked
 */
public record TableRule(
        boolean locked,
        List<String> choices,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        @Nullable Integer decimals,
        boolean insists) {
    public static final TableRule LOCKED = new TableRule(true, List.of(), null, null, null, true);

    public TableRule {
        choices = List.copyOf(choices);
    }

    public static TableRule choice(String... choices) {
        return new TableRule(false, List.of(choices), null, null, null, true);
    }

    public static TableRule number(
            @Nullable BigDecimal lower, @Nullable BigDecimal upper, int decimals, boolean insists) {
        return new TableRule(false, List.of(), lower, upper, decimals, insists);
    }

    /** As a formula over that cell; null when anything is taken. */
    @Nullable
    String formula(String cell) {
        var parts = new ArrayList<String>();
        if (lower != null) {
            parts.add(cell + ">=" + lower.toPlainString());
        }
        if (upper != null) {
            // Never "less than": the library writes a formula into the workbook's XML as it is.
            parts.add(upper.toPlainString() + ">=" + cell);
        }
        if (decimals != null) {
            parts.add("ROUND(" + cell + "," + decimals + ")=" + cell);
        }
        return parts.isEmpty() ? null : "OR(ISTEXT(" + cell + "),AND(" + String.join(",", parts) + "))";
    }
}
