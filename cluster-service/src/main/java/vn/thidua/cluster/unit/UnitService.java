package vn.thidua.cluster.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Founds units and changes them from a day on. */
@Service
public class UnitService {
    /** How it went: done with the unit as it is now, or refused with nothing changed. */
    sealed interface Outcome {
        record Done(UUID id, long version) implements Outcome {}

        record Refused(Problem problem) implements Outcome {}
    }

    private final UnitStore store;
    private final Mandates mandates;
    private final UnitTelling telling;

    UnitService(UnitStore store, Mandates mandates, UnitTelling telling) {
        this.store = store;
        this.mandates = mandates;
        this.telling = telling;
    }

    /** Founds a unit under another one. */
    @Transactional
    Outcome create(Caller caller, String code, Unit.Kind kind, Unit.Level level, Unit.Office office, Unit.State state) {
        if (state.parentId() == null) {
            return new Outcome.Refused(Problem.invalid(FieldError.of("/parentId", "required")));
        }
        var basis = mandates.require(caller, Ability.UNITS_WRITE.permission(), state.parentId());
        if (store.isCodeTaken(code)) {
            return new Outcome.Refused(Problem.invalid(FieldError.of("/code", "taken")));
        }
        if (isTaken(office.agencyCode(), null)) {
            return new Outcome.Refused(Problem.invalid(FieldError.of("/agencyCode", "taken")));
        }
        var unit = new Unit(store.nextIds(1).getFirst(), code, kind, level, office, List.of(state), 1);
        try {
            store.insert(List.of(unit));
        } catch (DataIntegrityViolationException violation) {
            throw refusal(violation).asException();
        }
        telling.tell(caller, List.of(new UnitTelling.Told(basis, null, unit, "unit.created", null)));
        return new Outcome.Done(unit.id(), unit.version());
    }

    /** Founds the first unit, above all others; only the set-up does that. */
    @Transactional
    public UUID createRoot(String code, String kind, String level, String name, LocalDate from) {
        var state = new Unit.State(from, null, name, null, null, null, null);
        var unit = new Unit(
                store.nextIds(1).getFirst(),
                code,
                Unit.Kind.valueOf(kind),
                Unit.Level.valueOf(level),
                Unit.Office.UNKNOWN,
                List.of(state),
                1);
        store.insert(List.of(unit));
        telling.tell(null, List.of(new UnitTelling.Told(null, null, unit, "unit.created", null)));
        return unit.id();
    }

    /**
     * Changes a unit from a day on.
     *
     * @param expected the version the change relies on
     * @param to what holds from {@code to.from()}; its {@code until} is the unit's own end, or null to leave that as it is
     * @param office what is known of it from now on
     */
    @Transactional
    Outcome change(Caller caller, UUID id, long expected, Unit.State to, Unit.Office office, String reason) {
        var basis = mandates.require(caller, Ability.UNITS_WRITE.permission(), id);
        var before = store.lock(id).orElse(null);
        if (before == null) {
            return new Outcome.Refused(Problem.of(ProblemType.NOT_FOUND));
        }
        if (before.version() != expected) {
            return new Outcome.Refused(Versions.mismatch(before.version()));
        }
        if (isTaken(office.agencyCode(), id)) {
            return new Outcome.Refused(Problem.invalid(FieldError.of("/agencyCode", "taken")));
        }
        var problem = problemOf(caller, before, to);
        if (problem != null) {
            return new Outcome.Refused(problem);
        }
        var after = before.changed(to.from(), to).with(office);
        if (to.until() != null) {
            after = after.closed(to.until());
        }
        try {
            store.update(List.of(new UnitStore.Change(before, after)));
        } catch (DataIntegrityViolationException violation) {
            throw refusal(violation).asException();
        }
        telling.tell(caller, List.of(new UnitTelling.Told(basis, before, after, "unit.changed", reason)));
        return new Outcome.Done(id, after.version());
    }

    private @Nullable Problem problemOf(Caller caller, Unit before, Unit.State to) {
        if (before.states().stream().noneMatch(state -> state.holdsOn(to.from()))) {
            return Problem.invalid(FieldError.of("/effectiveFrom", "outside-life"));
        }
        if (to.until() != null && !to.until().isAfter(to.from())) {
            return Problem.invalid(FieldError.of("/validTo", "before-start"));
        }
        var parent = to.parentId();
        if (parent == null) {
            // Only the first unit has nothing above it; another one would leave every administrator's reach.
            return before.stateOn(to.from()).parentId() == null
                    ? null
                    : Problem.invalid(FieldError.of("/parentId", "required"));
        }
        if (!parent.equals(before.stateOn(to.from()).parentId())) {
            mandates.require(caller, Ability.UNITS_WRITE.permission(), parent);
            var move = new UnitStore.Move(before.id(), parent, to.from(), to.until());
            if (!store.underThemselves(List.of(move)).isEmpty()) {
                return Problem.because(ProblemType.CONFLICT, "unit-under-itself");
            }
        }
        return null;
    }

    private boolean isTaken(@Nullable String agencyCode, @Nullable UUID by) {
        return agencyCode != null
                && store.withAgencyCode(agencyCode)
                        .filter(other -> !other.equals(by))
                        .isPresent();
    }

    /** What the database would not have, in words of the field. */
    static Problem refusal(DataIntegrityViolationException violation) {
        var text = String.valueOf(violation.getMostSpecificCause().getMessage());
        if (text.contains("unit_code_key")) {
            return Problem.invalid(FieldError.of("/code", "taken"));
        }
        if (text.contains("unit_agency_code")) {
            return Problem.invalid(FieldError.of("/agencyCode", "taken"));
        }
        if (text.contains("a unit would lie under itself")) {
            return Problem.because(ProblemType.CONFLICT, "unit-under-itself");
        }
        if (text.contains("membership_unit")) {
            return Problem.because(ProblemType.CONFLICT, "unit-is-member");
        }
        if (text.contains("a unit of a lineage")) {
            return Problem.because(ProblemType.CONFLICT, "unit-of-lineage");
        }
        if (text.contains("unit_state_parent")) {
            return text.contains("still referenced")
                    ? Problem.because(ProblemType.CONFLICT, "unit-has-children")
                    : Problem.invalid(FieldError.of("/parentId", "parent-not-there"));
        }
        throw violation;
    }
}
