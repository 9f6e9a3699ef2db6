package vn.thidua.indicator.report;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableLimits;
import vn.thidua.kit.table.TableReader;
import vn.thidua.kit.table.TableReader.Line;
import vn.thidua.kit.table.TableValue;

/** Understands the rows of a filled spreadsheet. */
final class SheetReading {
    /** Of one report. */
    static final TableLimits REPORT = limits(Block.MOST);
    /** Of a whole cluster: more than the largest has. */
    static final TableLimits CLUSTER = limits(10_000);
    /** Period, unit, indicator, version. */
    private static final Pattern KEY = Pattern.compile("([0-9a-f-]{36})/([0-9a-f-]{36})/([0-9a-f-]{36})/(\\d{1,18})");
    /**
     * A row as it was read: what it wants, or what is wrong with it; pointers are titles of columns.
     *
     * @param unitId whose report it is for; null where that is not known
     */
    record Read(Line line, @Nullable UUID unitId, Block.@Nullable Wanted wanted, List<FieldError> errors) {
        Read {
            errors = List.copyOf(errors);
        }
    }

    private SheetReading() {}

    /**
     * Reads a file.
     *
     * @param asked what the cells of each unit's report are asked for, by indicator
     * @throws vn.thidua.kit.problem.ProblemException 422 when it is no such workbook
     */
    static List<Read> read(byte[] file, TableLimits limits, UUID periodId, Map<UUID, Map<UUID, Block.Asked>> asked) {
        var rows = new ArrayList<Read>();
        new TableReader(SheetColumns.NEEDED, limits)
                .read(() -> new ByteArrayInputStream(file), line -> rows.add(row(line, periodId, asked)));
        return rows;
    }

    private static TableLimits limits(int rows) {
        return new TableLimits(32L << 20, rows, 40, 2_000, 2_000_000);
    }

    private static Read row(Line line, UUID periodId, Map<UUID, Map<UUID, Block.Asked>> asked) {
        var errors = new ArrayList<FieldError>();
        var key = line.at(SheetColumns.KEY) instanceof TableValue.Text(var text) ? KEY.matcher(text) : null;
        if (key == null || !key.matches()) {
            return new Read(line, null, null, List.of(error(SheetColumns.KEY, "row-key")));
        }
        var unit = UUID.fromString(key.group(2));
        var indicator = UUID.fromString(key.group(3));
        var asking = asked.getOrDefault(unit, Map.of()).get(indicator);
        if (!UUID.fromString(key.group(1)).equals(periodId) || asking == null) {
            return new Read(line, null, null, List.of(error(SheetColumns.KEY, "row-of-another-report")));
        }
        var value = value(line.at(SheetColumns.VALUE), asking.measure(), errors);
        var notApplicable = marked(line, SheetColumns.NOT_APPLICABLE, errors);
        var estimate = marked(line, SheetColumns.ESTIMATE, errors);
        var explanation = text(line.at(SheetColumns.EXPLANATION), errors);
        return new Read(
                line,
                unit,
                new Block.Wanted(
                        indicator,
                        Long.parseLong(key.group(4)),
                        value.number(),
                        value.unit(),
                        value.qualifier(),
                        null,
                        notApplicable,
                        estimate || value.estimate() ? Cell.Actuality.ESTIMATE : Cell.Actuality.ACTUAL,
                        false,
                        explanation,
                        null),
                errors);
    }

    private static TypedNumber value(TableValue value, Measure measure, List<FieldError> errors) {
        if (value instanceof TableValue.Text(var text) && GridWords.saysErased(text)) {
            return TypedNumber.NOTHING;
        }
        var typed = TypedNumber.of(value, measure);
        if (typed.fault() != null) {
            errors.add(
                    typed.argument() == null
                            ? error(SheetColumns.VALUE, typed.fault())
                            : FieldError.of(SheetColumns.VALUE.title(), typed.fault(), typed.argument()));
        }
        return typed;
    }

    private static boolean marked(Line line, TableColumn column, List<FieldError> errors) {
        var value = line.at(column);
        if (value instanceof TableValue.Empty) {
            return false;
        }
        var marked = value instanceof TableValue.Text(var text) && text.equalsIgnoreCase(SheetColumns.MARK);
        if (!marked) {
            errors.add(error(column, "not-a-mark"));
        }
        return marked;
    }

    private static @Nullable String text(TableValue value, List<FieldError> errors) {
        return switch (value) {
            case TableValue.Empty() -> null;
            case TableValue.Text(var text) -> text;
            case TableValue.Amount(var number) -> number.toPlainString();
            case TableValue.Fault(var shown) -> {
                errors.add(FieldError.of(SheetColumns.EXPLANATION.title(), "cell-fault", shown));
                yield null;
            }
        };
    }

    private static FieldError error(TableColumn column, String code) {
        return FieldError.of(column.title(), code);
    }
}
