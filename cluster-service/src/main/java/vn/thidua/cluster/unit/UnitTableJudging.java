package vn.thidua.cluster.unit;

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
import vn.thidua.cluster.table.ReadRow;
import vn.thidua.cluster.unit.UnitTableController.UnitTableRow;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.web.Days;

/** Judges the rows of one table by the rules by which units are founded and changed; a row may rest on another one. */
final class UnitTableJudging {
    /**
     * What is known of the units that the rows speak of.
     *
     * @param byCode units that are there, by code
     * @param byAgencyCode units that are there, by agency code
     * @param units whole, those that rows may change
     * @param lives of the units above
     * @param writable where the caller may write
     */
    record Known(
            Map<String, UUID> byCode,
            Map<String, UUID> byAgencyCode,
            Map<UUID, Unit> units,
            Map<UUID, Units.Life> lives,
            Set<UUID> writable,
            LocalDate today) {
        @Nullable
        UUID target(UnitTableRow row) {
            return row.code() != null ? byCode.get(row.code()) : byAgencyCode.get(row.agencyCode());
        }

        @Nullable
        UUID find(String code) {
            return byCode.getOrDefault(code, byAgencyCode.get(code));
        }
    }

    private final Known known;
    private final List<ReadRow<UnitTableRow>> rows;
    private final Iterator<UUID> freshIds;
    private final @Nullable UnitTableFate[] fates;
    private final boolean[] begun;
    private final Map<String, Integer> founding = new HashMap<>();
    private final Set<Object> seen = new HashSet<>();

    /** @param freshIds one for each row that may found a unit */
    UnitTableJudging(Known known, List<ReadRow<UnitTableRow>> rows, Iterator<UUID> freshIds) {
        this.known = known;
        this.rows = rows;
        this.freshIds = freshIds;
        this.fates = new @Nullable UnitTableFate[rows.size()];
        this.begun = new boolean[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i).row();
            if (known.target(row) == null) {
                note(row.code(), i);
                note(row.agencyCode(), i);
            }
        }
    }

    private void note(@Nullable String code, int row) {
        if (code != null) {
            founding.putIfAbsent(code, row);
        }
    }

    /** One fate for each row, in their order. */
    List<UnitTableFate> judge() {
        var judged = new ArrayList<UnitTableFate>();
        for (int i = 0; i < rows.size(); i++) {
            judged.add(fate(i));
        }
        return judged;
    }

    private UnitTableFate fate(int i) {
        var done = fates[i];
        if (done == null) {
            begun[i] = true;
            done = decided(rows.get(i));
            fates[i] = done;
        }
        return done;
    }

    private UnitTableFate decided(ReadRow<UnitTableRow> read) {
        if (!read.errors().isEmpty()) {
            return new UnitTableFate.Refused(read.errors());
        }
        var row = read.row();
        var errors = new ArrayList<FieldError>();
        if (row.code() == null && row.agencyCode() == null) {
            errors.add(FieldError.of("/code", "required"));
            return new UnitTableFate.Refused(errors);
        }
        var target = known.target(row);
        once(row, target, errors);
        try {
            Days.checked("/from", row.from() == null ? known.today() : row.from());
        } catch (ProblemException outside) {
            errors.addAll(outside.problem().errors());
        }
        var unit = target == null ? null : known.units().get(target);
        var fate = unit == null ? founded(row, errors) : changed(row, unit, errors);
        return errors.isEmpty() ? Objects.requireNonNull(fate) : new UnitTableFate.Refused(errors);
    }

    private void once(UnitTableRow row, @Nullable UUID target, List<FieldError> errors) {
        if (!seen.add(target == null ? "code " + row.code() : target)) {
            errors.add(FieldError.of("/code", "row-twice"));
        }
        if (row.agencyCode() == null) {
            return;
        }
        var holder = known.byAgencyCode().get(row.agencyCode());
        if (holder != null && !holder.equals(target)) {
            errors.add(FieldError.of("/agencyCode", "taken"));
        } else if (!seen.add("agency code " + row.agencyCode())) {
            errors.add(FieldError.of("/agencyCode", "row-twice"));
        }
    }

    private @Nullable UnitTableFate founded(UnitTableRow row, List<FieldError> errors) {
        var code = required("/code", row.code(), errors);
        var name = required("/name", row.name(), errors);
        var kind = required("/kind", row.kind(), errors);
        var level = required("/level", row.level(), errors);
        var from = required("/from", row.from(), errors);
        var parentCode = required("/parentCode", row.parentCode(), errors);
        if (parentCode == null || from == null) {
            return null;
        }
        var parent = parent(parentCode, from, null, errors);
        if (code == null || name == null || kind == null || level == null || parent == null) {
            return null;
        }
        var state = new Unit.State(from, null, name, row.shortName(), row.nameEn(), row.formalName(), parent);
        var office = new Unit.Office(row.agencyCode(), row.budgetCode(), row.address(), row.phone(), row.email());
        return new UnitTableFate.Founded(new Unit(freshIds.next(), code, kind, level, office, List.of(state), 1));
    }

    private @Nullable UnitTableFate changed(UnitTableRow row, Unit unit, List<FieldError> errors) {
        if (!known.writable().contains(unit.id())) {
            errors.add(FieldError.of("/code", "not-over-unit"));
        }
        if (row.kind() != null && row.kind() != unit.kind()) {
            errors.add(FieldError.of("/kind", "fixed"));
        }
        if (row.level() != null && row.level() != unit.level()) {
            errors.add(FieldError.of("/level", "fixed"));
        }
        var from = or(row.from(), known.today());
        var was = unit.states().stream()
                .filter(state -> state.holdsOn(from))
                .findFirst()
                .orElse(null);
        if (was == null) {
            errors.add(FieldError.of("/from", "outside-life"));
            return null;
        }
        var parent = was.parentId();
        if (row.parentCode() != null && !Objects.equals(known.find(row.parentCode()), parent)) {
            parent = parent(row.parentCode(), from, was.until(), errors);
        }
        var to = new Unit.State(
                from,
                null,
                or(row.name(), was.name()),
                orNull(row.shortName(), was.shortName()),
                orNull(row.nameEn(), was.nameEn()),
                orNull(row.formalName(), was.formalName()),
                parent);
        var office = new Unit.Office(
                orNull(row.agencyCode(), unit.office().agencyCode()),
                orNull(row.budgetCode(), unit.office().budgetCode()),
                orNull(row.address(), unit.office().address()),
                orNull(row.phone(), unit.office().phone()),
                orNull(row.email(), unit.office().email()));
        var after = unit.changed(from, to).with(office);
        return after.saysTheSameAs(unit) ? new UnitTableFate.Same() : new UnitTableFate.Changed(unit, after, from);
    }

    /** The unit above, which must be there during the whole of that time. */
    private @Nullable UUID parent(String code, LocalDate from, @Nullable LocalDate until, List<FieldError> errors) {
        var there = known.find(code);
        if (there != null) {
            var life = known.lives().get(there);
            if (!known.writable().contains(there)) {
                errors.add(FieldError.of("/parentCode", "not-over-unit"));
            } else if (life == null || !covers(life, from, until)) {
                errors.add(FieldError.of("/parentCode", "parent-not-there"));
            }
            return there;
        }
        var row = founding.get(code);
        if (row == null) {
            errors.add(FieldError.of("/parentCode", "not-found"));
        } else if (begun[row] && fates[row] == null) {
            errors.add(FieldError.of("/parentCode", "unit-under-itself"));
        } else if (fate(row) instanceof UnitTableFate.Founded(var unit)) {
            if (unit.validFrom().isAfter(from)) {
                errors.add(FieldError.of("/parentCode", "parent-not-there"));
            }
            return unit.id();
        } else {
            errors.add(FieldError.of("/parentCode", "row-of-parent-refused"));
        }
        return null;
    }

    private static boolean covers(Units.Life life, LocalDate from, @Nullable LocalDate until) {
        return !life.from().isAfter(from) && (life.until() == null || (until != null && !until.isAfter(life.until())));
    }

    private static <T> @Nullable T required(String pointer, @Nullable T value, List<FieldError> errors) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            errors.add(FieldError.of(pointer, "required"));
        }
        return value;
    }

    private static <T> T or(@Nullable T said, T was) {
        return said == null ? was : said;
    }

    private static @Nullable String orNull(@Nullable String said, @Nullable String was) {
        return said == null ? was : said;
    }
}
