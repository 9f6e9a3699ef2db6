package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Bound;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Units;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableRule;
import vn.thidua.kit.table.TableValue;

/**
 * An indicator as a column of a workbook.
 *
 * @param heading by which the column is known again: the code, or the id where two catalogues use the same one
 * @param unitOfMeasure as it is shown
 * @param formula how it is computed; null where it is typed
 * @param listed whether some unit's target is a list of names
 * @param lower with {@code upper} its limits, or null
 */
public record GridColumn(
        UUID id,
        String heading,
        String code,
        String name,
        String unitOfMeasure,
        Measure measure,
        Units units,
        @Nullable String formula,
        boolean listed,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper,
        Bound.Severity severity) {
    /** @param faults what speaks against it whatever stands there now; empty for none */
    public record Read(ReportedUnits.Entry entry, List<FieldError> faults) {
        public Read {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Understands what stands in one of its cells, and judges it as a typed one is judged.
     *
     * @param version of the cell that the author saw; null where that is not known
     * @param marked whether the workbook marks estimates, so that a number without a mark is none
     * @param explanation what stands beside it, or null
     */
    public Read read(TableValue value, @Nullable Long version, boolean marked, @Nullable String explanation) {
        if (value instanceof TableValue.Text(var text)) {
            var notApplicable = GridWords.saysNotApplicable(text);
            if (notApplicable || GridWords.saysErased(text)) {
                return new Read(
                        new ReportedUnits.Entry(id, version, null, null, null, null, notApplicable, null, explanation),
                        List.of());
            }
            if (listed && TypedNumber.of(value, measure).fault() != null) {
                var names = Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
                return new Read(
                        new ReportedUnits.Entry(id, version, null, null, null, names, false, null, explanation),
                        List.of());
            }
        }
        var typed = TypedNumber.of(value, measure);
        var estimate = typed.estimate() ? Boolean.TRUE : marked ? Boolean.FALSE : null;
        var entry = new ReportedUnits.Entry(
                id, version, typed.number(), typed.unit(), typed.qualifier(), null, false, estimate, explanation);
        if (typed.fault() != null) {
            return new Read(
                    entry,
                    List.of(
                            typed.argument() == null
                                    ? FieldError.of("/value", typed.fault())
                                    : FieldError.of("/value", typed.fault(), typed.argument())));
        }
        // What is computed or named is judged beside what stands there.
        return new Read(
                entry,
                formula != null || listed
                        ? List.of()
                        : entry.wanted(0, Cell.EMPTY, List.of())
                                .over(Cell.EMPTY, asked(List.of()))
                                .errors());
    }

    /** @param items of the unit's target */
    Block.Asked asked(List<String> items) {
        return new Block.Asked(measure, units, formula, items);
    }

    /** How the column goes out. */
    TableColumn column() {
        if (formula != null) {
            return TableColumn.shown(heading, 14).noted(name + " (tự tính: " + formula + ")", unitOfMeasure);
        }
        var column = TableColumn.input(heading, 14).noted(name, unitOfMeasure + bounds());
        return listed ? column : column.ruled(rule());
    }

    private TableRule rule() {
        return switch (measure.valueKind()) {
            case YES_NO, LEVEL -> TableRule.choice(SheetColumns.choices(measure, GridWords.NOT_APPLICABLE));
            case QUANTITY, PERCENT, RATIO, COUNT, DAYS_LATE ->
                TableRule.number(
                        lower != null ? lower : measure.valueKind().isWhole() ? BigDecimal.ZERO : null,
                        upper,
                        measure.decimals(),
                        severity == Bound.Severity.ERROR);
        };
    }

    private String bounds() {
        var said = new StringBuilder();
        if (lower != null) {
            said.append("; từ ").append(lower.toPlainString().replace('.', ','));
        }
        if (upper != null) {
            said.append(lower == null ? "; đến " : " đến ")
                    .append(upper.toPlainString().replace('.', ','));
        }
        if (measure.decimals() > 0) {
            said.append("; tối đa ").append(measure.decimals()).append(" số lẻ");
        }
        return said.toString();
    }
}
