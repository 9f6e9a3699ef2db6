package vn.thidua.cluster.unit;

import java.time.LocalDate;
import java.util.List;
import vn.thidua.kit.problem.FieldError;

/** What becomes of a row of a table of units. */
sealed interface UnitTableFate {
    /** It founds a unit. */
    record Founded(Unit unit) implements UnitTableFate {}

    /** @param from the day from which it changes the unit */
    record Changed(Unit before, Unit after, LocalDate from) implements UnitTableFate {}

    /** It says what is so already. */
    record Same() implements UnitTableFate {}

    /** @param errors pointers are {@code /field} */
    record Refused(List<FieldError> errors) implements UnitTableFate {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
