package vn.thidua.cluster.person;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.person.PersonTableController.PersonTableRow;
import vn.thidua.cluster.person.PersonTableJudging.Somebody;
import vn.thidua.kit.problem.FieldError;

/** What a row says of who a person is, where it may say nothing new. */
final class PersonTableSaid {
    private PersonTableSaid() {}

    /** Who the person is was said by an earlier row; this one may say the same or nothing. */
    static Somebody again(
            PersonTableJudging.Known known, Somebody earlier, PersonTableRow row, List<FieldError> errors) {
        if (earlier.basis() == null) {
            refuse(row, errors);
            return earlier;
        }
        var person = earlier.after();
        var unit = row.unitCode() == null ? person.unitId() : known.units().get(row.unitCode());
        differs("/code", row.code(), person.code(), errors);
        differs("/name", row.name(), person.name(), errors);
        differs("/unitCode", unit == null ? row.unitCode() : unit, person.unitId(), errors);
        differs("/email", row.email(), person.email(), errors);
        differs("/phone", row.phone(), person.phone(), errors);
        differs("/username", row.username(), earlier.username(), errors);
        return earlier;
    }

    private static void differs(
            String pointer, @Nullable Object said, @Nullable Object before, List<FieldError> errors) {
        if (said != null && !said.equals(before)) {
            errors.add(FieldError.of(pointer, "row-differs"));
        }
    }

    /** Of somebody who works elsewhere nothing may be said, and nothing is told by comparing; a mandate may be granted. */
    static void refuse(PersonTableRow row, List<FieldError> errors) {
        elsewhere("/code", row.id() == null ? null : row.code(), errors);
        elsewhere("/name", row.name(), errors);
        elsewhere("/unitCode", row.unitCode(), errors);
        elsewhere("/email", row.email(), errors);
        elsewhere("/phone", row.phone(), errors);
        elsewhere("/username", row.username(), errors);
    }

    private static void elsewhere(String pointer, @Nullable String said, List<FieldError> errors) {
        if (said != null) {
            errors.add(FieldError.of(pointer, "not-over-unit"));
        }
    }
}
