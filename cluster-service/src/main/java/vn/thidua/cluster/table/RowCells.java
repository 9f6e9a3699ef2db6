package vn.thidua.cluster.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.table.TableReader.Line;
import vn.thidua.kit.table.TableValue;

/** The cells of one row of a spreadsheet; what is none of what it should be is noted beside its field. */
public final class RowCells {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    /** The day that spreadsheets count from, as they count since the twentieth century's non-existent leap day. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final BigDecimal LAST_DAY = new BigDecimal("200000");
    private static final int MOST_SHOWN = 60;

    private final TableForm form;
    private final Line line;
    private final List<FieldError> errors = new ArrayList<>();

    RowCells(TableForm form, Line line) {
        this.form = form;
        this.line = line;
    }

    List<FieldError> errors() {
        return errors;
    }

    public @Nullable String text(String field) {
        var column = Objects.requireNonNull(form.columns().get(field), field);
        return switch (line.at(column)) {
            case TableValue.Empty() -> null;
            case TableValue.Text(var text) -> text;
            case TableValue.Amount(var number) -> number.toPlainString();
            case TableValue.Fault(var shown) -> {
                refuse(field, "cell-fault", shown);
                yield null;
            }
        };
    }

    /** What the word means, written as people or as the API write it. */
    public <E> @Nullable E word(String field, Map<String, E> words) {
        var typed = text(field);
        if (typed == null) {
            return null;
        }
        for (var word : words.entrySet()) {
            if (word.getKey().equalsIgnoreCase(typed)
                    || word.getValue().toString().equalsIgnoreCase(typed)) {
                return word.getValue();
            }
        }
        var shown = typed.length() > MOST_SHOWN ? typed.substring(0, MOST_SHOWN) + "…" : typed;
        refuse(field, "not-a-choice", shown, words.keySet().stream().sorted().collect(Collectors.joining("; ")));
        return null;
    }

    /** A day as people type it, or as a spreadsheet keeps it: a count of days. */
    public @Nullable LocalDate day(String field) {
        var typed = text(field);
        if (typed == null) {
            return null;
        }
        try {
            if (typed.contains("/")) {
                return LocalDate.parse(typed, DAY);
            }
            if (typed.contains("-")) {
                return LocalDate.parse(typed);
            }
            var count = new BigDecimal(typed);
            if (count.signum() > 0 && count.compareTo(LAST_DAY) < 0) {
                return DAY_ZERO.plusDays(count.longValueExact());
            }
        } catch (DateTimeException | ArithmeticException | NumberFormatException notOne) {
            // Told below, like a count that is no day.
        }
        refuse(field, "not-a-day");
        return null;
    }

    /** What a hidden column says for the machine. */
    public @Nullable UUID id(String field) {
        var kept = text(field);
        if (kept == null) {
            return null;
        }
        try {
            return UUID.fromString(kept);
        } catch (IllegalArgumentException spoilt) {
            refuse(field, "format");
            return null;
        }
    }

    private void refuse(String field, String code, Object... arguments) {
        errors.add(FieldError.of("/" + field, code, arguments));
    }
}
