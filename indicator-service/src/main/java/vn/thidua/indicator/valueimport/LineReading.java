package vn.thidua.indicator.valueimport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.report.GridColumn;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.table.TableLimits;
import vn.thidua.kit.table.TableValue;
import vn.thidua.kit.table.XlsxReader;

/** Understands a workbook line by line, and judges each cell as far as that is possible without the reports. */
final class LineReading implements XlsxReader.RowHandler {
    /** Headings and their notes come on top of the lines. */
    private static final int HEADINGS = 20;

    private static final int LONGEST_EXPLANATION = 2000;

    private final UUID periodId;
    private final List<GridColumn> known;
    private final Consumer<SheetImport.Line> lines;
    private final Set<String> seen = new HashSet<>();
    private @Nullable SheetHeadings headings;
    private boolean begun;

    private LineReading(UUID periodId, List<GridColumn> known, Consumer<SheetImport.Line> lines) {
        this.periodId = periodId;
        this.known = known;
        this.lines = lines;
    }

    /** How much is read of a workbook of so many lines; a key has a few signs for each column. */
    static TableLimits limits(int lines) {
        return new TableLimits(128L << 20, lines + HEADINGS, 512, 4_000, 12_000_000);
    }

    /**
     * Hands out every line that says something.
     *
     * @param known the period's indicators
     * @return the columns
     * @throws vn.thidua.kit.problem.ProblemException 422 when it is no such workbook, or more than the limits allow
     */
    static List<SheetImport.Column> read(
            XlsxReader.Source file,
            TableLimits limits,
            UUID periodId,
            List<GridColumn> known,
            Consumer<SheetImport.Line> lines) {
        var reading = new LineReading(periodId, known, lines);
        XlsxReader.read(file, limits, reading);
        if (reading.headings == null) {
            throw SheetHeadings.refused("table-empty");
        }
        return reading.headings.columns();
    }

    @Override
    public void row(int number, List<TableValue> cells) {
        if (headings == null) {
            headings = SheetHeadings.of(cells, periodId, known);
            return;
        }
        var unit = SheetHeadings.text(cells.get(headings.unitCode()));
        if (unit == null && !begun) {
            // What stands under the headings.
            return;
        }
        begun = true;
        var code = unit == null ? "" : unit;
        var versions = headings.versions(headings.key() < 0 ? TableValue.EMPTY : cells.get(headings.key()), code);
        var read = cells(cells, headings, versions);
        if (!read.isEmpty()) {
            lines.accept(new SheetImport.Line(number, code, read, fault(unit, versions)));
        }
    }

    private @Nullable FieldError fault(@Nullable String unit, @Nullable Long @Nullable [] versions) {
        if (unit == null) {
            return FieldError.of("/unitCode", "required");
        }
        if (versions == null) {
            return FieldError.of("/unitCode", "row-key");
        }
        return seen.add(unit) ? null : FieldError.of("/unitCode", "unit-twice");
    }

    private static List<SheetImport.Cell> cells(
            List<TableValue> values, SheetHeadings headings, @Nullable Long @Nullable [] versions) {
        var read = new ArrayList<SheetImport.Cell>();
        for (int c = 0; c < headings.columns().size(); c++) {
            var value = values.get(headings.columns().get(c).at());
            var at = headings.explanations().get(c);
            var explanation = at < 0 ? null : SheetHeadings.text(values.get(at));
            if (value instanceof TableValue.Empty && explanation == null) {
                continue;
            }
            var understood = headings.meanings()
                    .get(c)
                    .read(value, versions == null ? null : versions[c], headings.marked(), explanation);
            var fault = fault(value, explanation);
            var entry = understood.entry();
            read.add(new SheetImport.Cell(
                    c,
                    entry.version(),
                    entry.value(),
                    entry.unit(),
                    entry.qualifier(),
                    entry.reached(),
                    entry.notApplicable() ? true : null,
                    entry.estimate(),
                    explanation,
                    shown(value),
                    fault != null || understood.faults().isEmpty()
                            ? fault
                            : understood.faults().getFirst()));
        }
        return read;
    }

    /** What is said beside a number goes with it. */
    private static @Nullable FieldError fault(TableValue value, @Nullable String explanation) {
        if (explanation == null) {
            return null;
        }
        if (value instanceof TableValue.Empty) {
            return FieldError.of("/explanation", "explanation-alone");
        }
        return explanation.length() > LONGEST_EXPLANATION
                ? FieldError.of("/explanation", "length", 1, LONGEST_EXPLANATION)
                : null;
    }

    private static @Nullable String shown(TableValue value) {
        return switch (value) {
            case TableValue.Text(var text) -> text;
            case TableValue.Fault(var text) -> text;
            case TableValue.Amount _, TableValue.Empty _ -> null;
        };
    }
}
