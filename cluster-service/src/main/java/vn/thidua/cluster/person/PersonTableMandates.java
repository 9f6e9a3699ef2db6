package vn.thidua.cluster.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.access.Duties;
import vn.thidua.cluster.access.Role;
import vn.thidua.cluster.mandate.Mandate;
import vn.thidua.cluster.mandate.MandateService.Grant;
import vn.thidua.cluster.mandate.MandateService.Granted;
import vn.thidua.cluster.person.PersonTableController.PersonTableRow;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.web.Days;

/** Judges the mandate of one row by the rules by which single ones are granted. */
final class PersonTableMandates {
    private final PersonTableJudging.Known known;
    private final List<FieldError> errors;

    /** @param errors of the row, to which those found here are added */
    PersonTableMandates(PersonTableJudging.Known known, List<FieldError> errors) {
        this.known = known;
        this.errors = errors;
    }

    /**
     * What is to be granted, null when nothing is: because the row says so, or is wrong, or the person holds it already.
     *
     * @param somebody null when who the person is could not be settled
     */
    @Nullable
    Granted grant(PersonTableJudging.@Nullable Somebody somebody, PersonTableRow row) {
        if (row.role() == null) {
            if (row.mandateUnitCode() != null || row.scope() != null || row.from() != null || row.to() != null) {
                refuse("/role", "required");
            }
            return null;
        }
        var from = day("/from", row.from());
        var until = row.to() == null ? null : day("/to", row.to());
        if (row.from() == null) {
            refuse("/from", "required");
        }
        if (from != null && until != null && until.isBefore(from)) {
            refuse("/to", "before-start");
        }
        var unit = unit(somebody, row.mandateUnitCode());
        if (somebody == null || unit == null || from == null || !errors.isEmpty()) {
            return null;
        }
        var scope = row.scope() == null ? Mandate.Scope.UNIT : row.scope();
        var wanted = new Grant(
                somebody.after().id(), null, unit, row.role(), scope, from, until == null ? null : until.plusDays(1));
        if (isThere(somebody, wanted)) {
            return null;
        }
        requireFit(somebody, wanted);
        return new Granted(known.mayGrant().get(unit), wanted);
    }

    private void requireFit(PersonTableJudging.Somebody somebody, Grant wanted) {
        var account = somebody.after().account();
        if (account != null && account.equals(known.callersAccount())) {
            refuse("/role", "own-mandate");
        }
        var held = known.mandates().getOrDefault(somebody.after().id(), List.of()).stream();
        var inThisTable = somebody.granted().stream().map(Granted::grant);
        if (held.anyMatch(mandate -> mandate.isApartFrom(wanted))
                || inThisTable.anyMatch(other -> Duties.areApart(other.role(), wanted.role())
                        && overlap(other.validFrom(), other.validUntil(), wanted))) {
            refuse("/role", "duties-apart");
        }
    }

    private @Nullable LocalDate day(String pointer, @Nullable LocalDate day) {
        try {
            return day == null ? null : Days.checked(pointer, day);
        } catch (ProblemException outside) {
            errors.addAll(outside.problem().errors());
            return null;
        }
    }

    private @Nullable UUID unit(PersonTableJudging.@Nullable Somebody somebody, @Nullable String code) {
        var unit = code != null
                ? known.units().get(code)
                : somebody == null ? null : somebody.after().unitId();
        if (unit == null) {
            if (code != null) {
                refuse("/mandateUnitCode", "not-found");
            }
            return null;
        }
        if (!known.mayGrant().containsKey(unit)) {
            refuse("/mandateUnitCode", "not-over-unit");
            return null;
        }
        return unit;
    }

    /** Whether the person holds just that; what overlaps it or was withdrawn is refused. */
    private boolean isThere(PersonTableJudging.Somebody somebody, Grant wanted) {
        var withdrawn = false;
        for (var held : known.mandates().getOrDefault(somebody.after().id(), List.of())) {
            if (!isFor(held.unitId(), held.role(), wanted)) {
                continue;
            }
            var same = held.scope() == wanted.scope()
                    && held.validFrom().equals(wanted.validFrom())
                    && Objects.equals(held.validUntil(), wanted.validUntil());
            if (held.withdrawnAt() != null) {
                withdrawn |= same;
            } else if (same) {
                return true;
            } else if (overlap(held.validFrom(), held.validUntil(), wanted)) {
                refuse("/from", "mandate-twice");
                return false;
            }
        }
        // Who sends an old table again does not mean to give back what was taken away since.
        if (withdrawn) {
            refuse("/from", "mandate-withdrawn");
        }
        for (var granted : somebody.granted()) {
            var other = granted.grant();
            if (isFor(other.unitId(), other.role(), wanted) && overlap(other.validFrom(), other.validUntil(), wanted)) {
                refuse("/from", "row-twice");
            }
        }
        return false;
    }

    private static boolean isFor(UUID unit, Role role, Grant wanted) {
        return unit.equals(wanted.unitId()) && role == wanted.role();
    }

    private static boolean overlap(LocalDate from, @Nullable LocalDate until, Grant wanted) {
        return Duties.overlap(from, until, wanted.validFrom(), wanted.validUntil());
    }

    private void refuse(String pointer, String code) {
        errors.add(FieldError.of(pointer, code));
    }
}
