package vn.thidua.cluster.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.table.TableReader.Line;

/**
 * A row as it was read.
 *
 * @param number as the spreadsheet shows it, or the place among the rows of a request, from 1
 * @param line as it came, null when it did not come in a spreadsheet
 * @param errors pointers are {@code /field}
 */
public record ReadRow<R>(int number, @Nullable Line line, R row, List<FieldError> errors) {
    public ReadRow {
        errors = List.copyOf(errors);
    }
}
