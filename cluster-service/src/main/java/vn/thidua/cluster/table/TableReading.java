package vn.thidua.cluster.table;

import jakarta.validation.Validator;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.kit.problem.Violations;
import vn.thidua.kit.table.TableLimits;
import vn.thidua.kit.table.TableReader;

/** Understands the rows of a filled spreadsheet. */
@Component
public class TableReading {
    /** One row more for the headings. */
    private static final TableLimits LIMITS = new TableLimits(32L << 20, TableForm.MOST + 1, 40, 1_000, 2_000_000);

    private final Validator validator;

    TableReading(Validator validator) {
        this.validator = validator;
    }

    /**
     * Reads a file.
     *
     * @param row makes a row of the API, which is then checked as one
     * @throws vn.thidua.kit.problem.ProblemException 422 when it is no such workbook
     */
    public <R> List<ReadRow<R>> read(byte @Nullable [] file, TableForm form, Function<RowCells, R> row) {
        var content = file == null ? new byte[0] : file;
        var rows = new ArrayList<ReadRow<R>>();
        new TableReader(form.columnList(), LIMITS).read(() -> new ByteArrayInputStream(content), line -> {
            var cells = new RowCells(form, line);
            var made = row.apply(cells);
            var errors = new ArrayList<>(cells.errors());
            errors.addAll(Violations.of(validator.validate(made)));
            rows.add(new ReadRow<>(line.number(), line, made, errors));
        });
        return rows;
    }

    /** Rows that were checked at the edge already. */
    public static <R> List<ReadRow<R>> read(List<R> rows) {
        var read = new ArrayList<ReadRow<R>>();
        for (var row : rows) {
            read.add(new ReadRow<>(read.size() + 1, null, row, List.of()));
        }
        return read;
    }
}
