package vn.thidua.cluster.unit;

import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.unit.UnitTableController.UnitTableRow;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Violations;
import vn.thidua.kit.table.TableLimits;
import vn.thidua.kit.table.TableReader;
import vn.thidua.kit.table.TableReader.Line;
import vn.thidua.kit.table.TableValue;

/** Understands the rows of a filled spreadsheet of units. */
@Component
class UnitTableReading {
    /** One row more for the headings. */
    private static final TableLimits LIMITS = new TableLimits(32L << 20, UnitTable.MOST + 1, 40, 1_000, 2_000_000);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    /** The day that spreadsheets count from, as they count since the twentieth century's non-existent leap day. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final BigDecimal LAST_DAY = new BigDecimal("200000");

    /**
     * A row as it was read.
     *
     * @param number as the spreadsheet shows it, or the place among the rows of a request, from 1
     * @param line as it came, null when it did not come in a spreadsheet
     * @param errors pointers are {@code /field}
     */
    record Read(int number, @Nullable Line line, UnitTableRow row, List<FieldError> errors) {
        Read {
            errors = List.copyOf(errors);
        }
    }

    private final Validator validator;

    UnitTableReading(Validator validator) {
        this.validator = validator;
    }

    /**
     * Reads a file.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 when it is no such workbook
     */
    List<Read> read(byte[] file) {
        var rows = new ArrayList<Read>();
        new TableReader(UnitTable.columnList(), LIMITS)
                .read(() -> new ByteArrayInputStream(file), line -> rows.add(read(line)));
        return rows;
    }

    /** Rows that were checked at the edge already. */
    static List<Read> read(List<UnitTableRow> rows) {
        var read = new ArrayList<Read>();
        for (var row : rows) {
            read.add(new Read(read.size() + 1, null, row, List.of()));
        }
        return read;
    }

    private Read read(Line line) {
        var errors = new ArrayList<FieldError>();
        var cells = new HashMap<String, String>();
        UnitTable.COLUMNS.forEach((field, column) -> {
            var text = text(field, line.at(column), errors);
            if (text != null) {
                cells.put(field, text);
            }
        });
        var row = new UnitTableRow(
                cells.get("code"),
                cells.get("agencyCode"),
                cells.get("budgetCode"),
                cells.get("name"),
                cells.get("shortName"),
                cells.get("nameEn"),
                cells.get("formalName"),
                word("kind", UnitTable.KINDS, cells, errors),
                word("level", UnitTable.LEVELS, cells, errors),
                cells.get("parentCode"),
                day(cells, errors),
                cells.get("address"),
                cells.get("phone"),
                cells.get("email"));
        errors.addAll(Violations.of(validator.validate(row)));
        return new Read(line.number(), line, row, errors);
    }

    private static @Nullable String text(String field, TableValue value, List<FieldError> errors) {
        return switch (value) {
            case TableValue.Empty() -> null;
            case TableValue.Text(var text) -> text;
            case TableValue.Amount(var number) -> number.toPlainString();
            case TableValue.Fault(var shown) -> {
                errors.add(FieldError.of("/" + field, "cell-fault", shown));
                yield null;
            }
        };
    }

    private static <E> @Nullable E word(
            String field, Map<String, E> words, Map<String, String> cells, List<FieldError> errors) {
        var typed = cells.get(field);
        if (typed == null) {
            return null;
        }
        for (var word : words.entrySet()) {
            if (word.getKey().equalsIgnoreCase(typed)
                    || word.getValue().toString().equalsIgnoreCase(typed)) {
                return word.getValue();
            }
        }
        var shown = typed.length() > 60 ? typed.substring(0, 60) + "…" : typed;
        var choices = words.keySet().stream().sorted().collect(Collectors.joining("; "));
        errors.add(FieldError.of("/" + field, "not-a-choice", shown, choices));
        return null;
    }

    /** A day as people type it, or as a spreadsheet keeps it: a count of days. */
    private static @Nullable LocalDate day(Map<String, String> cells, List<FieldError> errors) {
        var typed = cells.get("from");
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
        errors.add(FieldError.of("/from", "not-a-day"));
        return null;
    }
}
