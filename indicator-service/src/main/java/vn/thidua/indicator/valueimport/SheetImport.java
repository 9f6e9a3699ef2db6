package vn.thidua.indicator.valueimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.report.ReportedUnits;
import vn.thidua.indicator.report.ReportedValues;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;

/** Many values as a workbook brings them: a line for each unit, a column for each indicator. */
final class SheetImport {
    private SheetImport() {}

    /**
     * A column as the workbook has it.
     *
     * @param at its place in the workbook, from 0
     * @param unit of measure
     * @param explained true where the workbook has a column of explanations for it, else null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(
            int at,
            UUID id,
            String heading,
            String code,
            String name,
            String unit,
            @Nullable Boolean explained) {
        Column withExplanations() {
            return new Column(at, id, heading, code, name, unit, true);
        }
    }

    /**
     * A cell as it was read.
     *
     * @param at its place among the import's columns, from 0
     * @param notApplicable true where that is said, else null
     * @param estimate whether it is one, null where that is left as it is
     * @param explanation what stood in the column of explanations
     * @param shown what stood there, where that was not just a number
     * @param fault what is wrong with it whatever stands in the report
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Cell(
            int at,
            @Nullable Long version,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable Qualifier qualifier,
            @Nullable List<String> reached,
            @Nullable Boolean notApplicable,
            @Nullable Boolean estimate,
            @Nullable String explanation,
            @Nullable String shown,
            @Nullable FieldError fault) {
        ReportedUnits.Entry entry(List<Column> columns) {
            return new ReportedUnits.Entry(
                    columns.get(at).id(),
                    version,
                    value,
                    unit,
                    qualifier,
                    reached,
                    notApplicable != null,
                    estimate,
                    explanation);
        }
    }

    /**
     * A line as it was read.
     *
     * @param number as the spreadsheet shows it
     * @param fault what is wrong with the whole of it, or null
     */
    record Line(
            int number,
            String unitCode,
            List<Cell> cells,
            @Nullable FieldError fault) {
        Line {
            cells = List.copyOf(cells);
        }
    }

    /** @param errors with pointers such as {@code /value} */
    record Fault(int at, List<FieldError> errors) {
        Fault {
            errors = List.copyOf(errors);
        }
    }

    /**
     * What became of a line.
     *
     * @param refusal why all of it was refused, or null
     * @param faults its refused cells, where they were judged one by one
     */
    record Settled(
            int number,
            int saved,
            int unchanged,
            int refused,
            ValueImport.@Nullable Refusal refusal,
            List<Fault> faults) {
        Settled {
            faults = List.copyOf(faults);
        }

        static Settled refused(Line line, Problem problem) {
            return new Settled(
                    line.number(),
                    0,
                    0,
                    line.cells().size(),
                    new ValueImport.Refusal(
                            problem.type().slug(), problem.reason(), problem.arguments(), problem.errors()),
                    List.of());
        }

        /** @param taken one for each cell that had no fault of its own, in their order */
        static Settled of(Line line, List<ReportedValues.Taken> taken) {
            var saved = 0;
            var unchanged = 0;
            var faults = new java.util.ArrayList<Fault>();
            var next = taken.iterator();
            for (var cell : line.cells()) {
                if (cell.fault() != null) {
                    faults.add(new Fault(cell.at(), List.of(cell.fault())));
                    continue;
                }
                var one = next.next();
                switch (one.outcome()) {
                    case SAVED -> saved++;
                    case UNCHANGED -> unchanged++;
                    case REFUSED -> faults.add(new Fault(cell.at(), one.errors()));
                }
            }
            return new Settled(line.number(), saved, unchanged, faults.size(), null, faults);
        }
    }

    /** A line with what became of it; its counts are null while it waits. */
    record Result(
            Line line,
            @Nullable Integer saved,
            @Nullable Integer unchanged,
            @Nullable Integer refused,
            ValueImport.@Nullable Refusal refusal,
            List<Fault> faults) {
        Result {
            faults = List.copyOf(faults);
        }
    }

    /** A cell as spreadsheets name it, such as F12. */
    static String place(int column, int row) {
        return letters(column) + row;
    }

    private static String letters(int column) {
        var last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }
}
