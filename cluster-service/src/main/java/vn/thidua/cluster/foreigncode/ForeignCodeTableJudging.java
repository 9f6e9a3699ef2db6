package vn.thidua.cluster.foreigncode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.foreigncode.ForeignCodeTableController.ForeignCodeTableRow;
import vn.thidua.cluster.table.ReadRow;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.web.Days;

/** Judges the rows of one table by the rules by which single codes are recorded: what ends in the table makes room in it. */
final class ForeignCodeTableJudging {
    /**
     * What is known of that of which the rows speak.
     *
     * @param units by code and agency code
     * @param writable where the caller may write
     * @param there all that is recorded of the codes
     */
    record Known(Map<String, UUID> units, Set<UUID> writable, List<ForeignCode> there) {}

    private record Key(String list, String code) {}

    private final Known known;
    private final Iterator<UUID> freshIds;
    private final Map<Key, List<ForeignCode>> current = new HashMap<>();
    private final Set<UUID> added = new HashSet<>();
    private final Set<UUID> named = new HashSet<>();

    /** @param freshIds one for each row that may record a code */
    ForeignCodeTableJudging(Known known, Iterator<UUID> freshIds) {
        this.known = known;
        this.freshIds = freshIds;
        known.there().forEach(code -> spans(code).add(code));
    }

    /** One fate for each row, in their order. */
    List<ForeignCodeTableFate> judge(List<ReadRow<ForeignCodeTableRow>> rows) {
        var fates = new @Nullable ForeignCodeTableFate[rows.size()];
        var wanted = new @Nullable ForeignCode[rows.size()];
        for (int i = 0; i < fates.length; i++) {
            var errors = new ArrayList<>(rows.get(i).errors());
            var code = understood(rows.get(i).row(), errors);
            wanted[i] = code;
            fates[i] = code == null ? new ForeignCodeTableFate.Refused(errors) : ofOneThatIsThere(code);
        }
        var judged = new ArrayList<ForeignCodeTableFate>();
        for (int i = 0; i < fates.length; i++) {
            var fate = fates[i];
            judged.add(fate == null ? recorded(Objects.requireNonNull(wanted[i])) : fate);
        }
        return judged;
    }

    private @Nullable ForeignCode understood(ForeignCodeTableRow row, List<FieldError> errors) {
        if (!errors.isEmpty()) {
            return null;
        }
        var list = required("/list", row.list(), errors);
        var code = required("/code", row.code(), errors);
        var unitCode = required("/unitCode", row.unitCode(), errors);
        var from = required("/from", row.from(), errors);
        checked("/from", row.from(), errors);
        checked("/to", row.to(), errors);
        if (from != null && row.to() != null && row.to().isBefore(from)) {
            errors.add(FieldError.of("/to", "before-start"));
        }
        var unit = unitCode == null ? null : known.units().get(unitCode);
        if (unitCode != null && unit == null) {
            errors.add(FieldError.of("/unitCode", "not-found"));
        } else if (unit != null && !known.writable().contains(unit)) {
            errors.add(FieldError.of("/unitCode", "not-over-unit"));
        }
        if (list == null || code == null || unit == null || from == null || !errors.isEmpty()) {
            return null;
        }
        var until = row.to() == null ? null : row.to().plusDays(1);
        return new ForeignCode(freshIds.next(), list, code.strip(), unit, from, until, 1);
    }

    /** Null for a code that is not there yet. */
    private @Nullable ForeignCodeTableFate ofOneThatIsThere(ForeignCode wanted) {
        var before = spans(wanted).stream()
                .filter(code ->
                        code.unitId().equals(wanted.unitId()) && code.from().equals(wanted.from()))
                .findFirst()
                .orElse(null);
        if (before == null) {
            return null;
        }
        if (!named.add(before.id())) {
            return refused("/code", "row-twice");
        }
        if (wanted.until() == null || wanted.until().equals(before.until())) {
            return new ForeignCodeTableFate.Same();
        }
        var after = before.endingBefore(wanted.until());
        if (spans(after).stream().anyMatch(code -> !code.id().equals(after.id()) && code.overlaps(after))) {
            return refused("/to", "code-mapped");
        }
        spans(after).replaceAll(code -> code.id().equals(after.id()) ? after : code);
        return new ForeignCodeTableFate.Changed(before, after);
    }

    private ForeignCodeTableFate recorded(ForeignCode wanted) {
        for (var other : spans(wanted)) {
            if (other.overlaps(wanted)) {
                return refused("/code", added.contains(other.id()) ? "row-twice" : "code-mapped");
            }
        }
        spans(wanted).add(wanted);
        added.add(wanted.id());
        return new ForeignCodeTableFate.Recorded(wanted);
    }

    private List<ForeignCode> spans(ForeignCode code) {
        return current.computeIfAbsent(new Key(code.list(), code.code()), _ -> new ArrayList<>());
    }

    private static ForeignCodeTableFate refused(String pointer, String code) {
        return new ForeignCodeTableFate.Refused(List.of(FieldError.of(pointer, code)));
    }

    private static void checked(String pointer, @Nullable LocalDate day, List<FieldError> errors) {
        try {
            if (day != null) {
                Days.checked(pointer, day);
            }
        } catch (ProblemException outside) {
            errors.addAll(outside.problem().errors());
        }
    }

    private static <T> @Nullable T required(String pointer, @Nullable T value, List<FieldError> errors) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            errors.add(FieldError.of(pointer, "required"));
            return null;
        }
        return value;
    }
}
