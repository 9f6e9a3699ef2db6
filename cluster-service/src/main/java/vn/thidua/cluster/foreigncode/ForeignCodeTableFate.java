package vn.thidua.cluster.foreigncode;

import java.util.List;
import vn.thidua.kit.problem.FieldError;

/** What becomes of a row of a table of other agencies' codes. */
sealed interface ForeignCodeTableFate {
    /** A code that was not known. */
    record Recorded(ForeignCode code) implements ForeignCodeTableFate {}

    /** A code ends, or goes on longer. */
    record Changed(ForeignCode before, ForeignCode after) implements ForeignCodeTableFate {}

    /** It says what is so already. */
    record Same() implements ForeignCodeTableFate {}

    /** @param errors pointers are {@code /field} */
    record Refused(List<FieldError> errors) implements ForeignCodeTableFate {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
