package vn.thidua.cluster.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.replica.MandateCopy;
import vn.thidua.kit.replica.UnitEvent;
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

    /** A unit as the feed tells it, to agencies too. */
    record UnitPublished(String code, Unit.Kind kind, Unit.Level level, List<Unit.State> states) {}

    private final UnitStore store;
    private final Mandates mandates;
    private final MandateCopy copy;
    private final Outbox outbox;
    private final Audit audit;

    UnitService(UnitStore store, Mandates mandates, MandateCopy copy, Outbox outbox, Audit audit) {
        this.store = store;
        this.mandates = mandates;
        this.copy = copy;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Founds a unit under another one. */
    @Transactional
    Outcome create(Caller caller, String code, Unit.Kind kind, Unit.Level level, Unit.State state) {
        if (state.parentId() == null) {
            return new Outcome.Refused(Problem.invalid(FieldError.of("/parentId", "required")));
        }
        var basis = mandates.require(caller, Ability.UNITS_WRITE.permission(), state.parentId());
        if (store.isCodeTaken(code)) {
            return new Outcome.Refused(Problem.invalid(FieldError.of("/code", "taken")));
        }
        var unit = new Unit(store.nextId(), code, kind, level, List.of(state), 1);
        try {
            store.insert(unit);
        } catch (DataIntegrityViolationException violation) {
            throw refusal(violation).asException();
        }
        tell(caller, basis, unit, null, "unit.created", null);
        return new Outcome.Done(unit.id(), unit.version());
    }

    /** Founds the first unit, above all others; only the set-up does that. */
    @Transactional
    public UUID createRoot(String code, String kind, String level, String name, LocalDate from) {
        var state = new Unit.State(from, null, name, null, null, null);
        var unit =
                new Unit(store.nextId(), code, Unit.Kind.valueOf(kind), Unit.Level.valueOf(level), List.of(state), 1);
        store.insert(unit);
        tell(null, null, unit, null, "unit.created", null);
        return unit.id();
    }

    /**
     * Changes a unit from a day on.
     *
     * @param expected the version the change relies on
     * @param to what holds from {@code to.from()}; its {@code until} is the unit's own end, or null to leave that as it is
     */
    @Transactional
    Outcome change(Caller caller, UUID id, long expected, Unit.State to, String reason) {
        var basis = mandates.require(caller, Ability.UNITS_WRITE.permission(), id);
        var before = store.lock(id).orElse(null);
        if (before == null) {
            return new Outcome.Refused(Problem.of(ProblemType.NOT_FOUND));
        }
        if (before.version() != expected) {
            return new Outcome.Refused(Versions.mismatch(before.version()));
        }
        var problem = problemOf(caller, before, to);
        if (problem != null) {
            return new Outcome.Refused(problem);
        }
        var after = before.changed(to.from(), to);
        if (to.until() != null) {
            after = after.closed(to.until());
        }
        try {
            store.update(after);
        } catch (DataIntegrityViolationException violation) {
            throw refusal(violation).asException();
        }
        tell(caller, basis, after, before, "unit.changed", reason);
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
            if (store.isBelow(parent, before.id(), to)) {
                return Problem.because(ProblemType.CONFLICT, "unit-under-itself");
            }
        }
        return null;
    }

    private void tell(
            @Nullable Caller caller,
            @Nullable Basis basis,
            Unit unit,
            @Nullable Unit before,
            String action,
            @Nullable String reason) {
        var event = new UnitEvent(
                unit.code(),
                unit.states().stream()
                        .map(s -> new UnitEvent.State(s.from(), s.until(), s.name(), s.parentId()))
                        .toList());
        copy.put(unit.id(), unit.version(), event);
        var published = new UnitPublished(unit.code(), unit.kind(), unit.level(), unit.states());
        outbox.publish(UnitEvent.AGGREGATE, unit.id(), unit.version(), "vn.thidua." + action, unit.id(), published);
        audit.record(
                new AuditEntry(caller, basis, action, UnitEvent.AGGREGATE, unit.id(), unit.id(), before, unit, reason));
    }

    private static Problem refusal(DataIntegrityViolationException violation) {
        var text = String.valueOf(violation.getMostSpecificCause().getMessage());
        if (text.contains("unit_code_key")) {
            return Problem.invalid(FieldError.of("/code", "taken"));
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
