package vn.thidua.cluster.congress;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.congress.Congress.State;
import vn.thidua.cluster.congress.CongressStore.Allotment;
import vn.thidua.cluster.congress.CongressStore.Delegate;
import vn.thidua.cluster.congress.CongressStore.Resolution;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Prepares congresses, holds and closes them. The audit learns which delegate came and went, never a name. */
@Service
class CongressService {
    /** What the audit learns of a delegate. */
    private record Registered(
            UUID delegateId,
            @Nullable UUID unitId,
            @Nullable UUID exemplarId,
            boolean exOfficio) {}

    private final CongressStore store;
    private final Units units;
    private final Mandates mandates;
    private final Audit audit;

    CongressService(CongressStore store, Units units, Mandates mandates, Audit audit) {
        this.store = store;
        this.units = units;
        this.mandates = mandates;
        this.audit = audit;
    }

    @Transactional
    UUID prepare(Caller caller, Congress named) {
        units.requireKnown("/unitId", named.unitId());
        var basis = mandates.require(caller, Ability.CONGRESSES_WRITE.permission(), named.unitId());
        var prepared = new Congress(
                store.nextId(),
                named.unitId(),
                named.termFrom(),
                named.heldOn(),
                named.place(),
                named.theme(),
                State.PREPARING,
                1);
        if (!store.insert(prepared)) {
            throw Recording.already(
                            store.same(prepared.unitId(), prepared.termFrom()).orElseThrow())
                    .asException();
        }
        record(caller, basis, "congress.prepared", prepared, null, prepared);
        return prepared.id();
    }

    @Transactional
    void change(Caller caller, UUID id, long expected, Congress content) {
        var held = hold(caller, id, State.PREPARING);
        var before = held.congress();
        requireVersion(before, expected);
        Recording.requireSame("/unitId", before.unitId(), content.unitId());
        store.same(before.unitId(), content.termFrom())
                .filter(other -> !other.equals(id))
                .ifPresent(other -> {
                    throw Recording.already(other).asException();
                });
        var after = new Congress(
                id,
                before.unitId(),
                content.termFrom(),
                content.heldOn(),
                content.place(),
                content.theme(),
                before.state(),
                before.version() + 1);
        store.update(after);
        record(caller, held.basis(), "congress.changed", before, before, after);
    }

    /** How many delegates each unit may send; none fewer than it sends already. */
    @Transactional
    void allot(Caller caller, UUID id, long expected, List<Allotment> allotments) {
        var held = hold(caller, id, State.PREPARING);
        var before = held.congress();
        requireVersion(before, expected);
        var named = new HashSet<UUID>();
        for (int i = 0; i < allotments.size(); i++) {
            var allotment = allotments.get(i);
            var at = "/allotments/" + i;
            if (!named.add(allotment.unitId())) {
                throw Problem.invalid(FieldError.of(at + "/unitId", "taken")).asException();
            }
            units.requireKnown(at + "/unitId", allotment.unitId());
            if (allotment.delegates() < store.sent(id, allotment.unitId())) {
                throw Problem.invalid(FieldError.of(at + "/delegates", "fewer-than-sent"))
                        .asException();
            }
        }
        if (!store.sendingBeside(id, List.copyOf(named)).isEmpty()) {
            throw Problem.invalid(FieldError.of("/allotments", "fewer-than-sent"))
                    .asException();
        }
        store.allot(id, allotments);
        store.update(before.at(State.PREPARING));
        record(caller, held.basis(), "congress.allotted", before, null, allotments);
    }

    @Transactional
    UUID register(Caller caller, UUID id, Delegate delegate) {
        var held = hold(caller, id, State.PREPARING);
        units.requireKnown("/unitId", delegate.unitId());
        if (delegate.name() == null && delegate.exemplarId() == null) {
            throw Problem.invalid(FieldError.of("/name", "required")).asException();
        }
        if (delegate.exemplarId() != null) {
            if (!store.isPublished(delegate.exemplarId())) {
                throw Problem.invalid(FieldError.of("/exemplarId", "not-found")).asException();
            }
            store.delegateFor(id, delegate.exemplarId()).ifPresent(other -> {
                throw Recording.already(other).asException();
            });
        }
        if (delegate.capacity() == null && store.sent(id, delegate.unitId()) >= store.allotted(id, delegate.unitId())) {
            throw Problem.invalid(FieldError.of("/unitId", "more-than-allotted"))
                    .asException();
        }
        var registered = store.insert(id, delegate);
        var told = new Registered(registered, delegate.unitId(), delegate.exemplarId(), delegate.capacity() != null);
        record(caller, held.basis(), "congress.delegate-registered", held.congress(), null, told);
        return registered;
    }

    /** Takes a delegate off the list, name and all; at any time, as the person may ask for it. */
    @Transactional
    void remove(Caller caller, UUID id, UUID delegateId, String reason) {
        var held = hold(caller, id, State.PREPARING, State.HELD, State.CLOSED);
        if (!store.removeDelegate(id, delegateId)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var told = new Registered(delegateId, null, null, false);
        audit.record(new AuditEntry(
                caller,
                held.basis(),
                "congress.delegate-removed",
                "congress",
                id,
                held.congress().unitId(),
                told,
                null,
                reason));
    }

    @Transactional
    void hold(Caller caller, UUID id, long expected) {
        advance(caller, id, expected, State.PREPARING, State.HELD, "congress.held");
    }

    /** Closes it, once everything it resolved is done. */
    @Transactional
    void close(Caller caller, UUID id, long expected) {
        advance(caller, id, expected, State.HELD, State.CLOSED, "congress.closed");
    }

    private void advance(Caller caller, UUID id, long expected, State from, State to, String action) {
        var held = hold(caller, id, from);
        var before = held.congress();
        requireVersion(before, expected);
        if (to == State.CLOSED && store.hasOpenResolutions(id)) {
            throw Problem.because(ProblemType.CONFLICT, "resolutions-open").asException();
        }
        var after = before.at(to);
        store.update(after);
        record(caller, held.basis(), action, before, before, after);
    }

    @Transactional
    UUID resolve(Caller caller, UUID id, Resolution resolution) {
        var held = hold(caller, id, State.HELD);
        units.requireKnown("/unitId", resolution.unitId());
        var resolved = store.insert(id, resolution);
        record(caller, held.basis(), "congress.resolved", held.congress(), null, resolution);
        return resolved;
    }

    /** The unit that owes it, or who held the congress, says that it is done. */
    @Transactional
    void complete(Caller caller, UUID id, UUID resolutionId, LocalDate doneOn, String note) {
        var congress = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var owner = store.ownerOf(id, resolutionId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var organiser = Ability.CONGRESSES_WRITE.permission();
        var basis = mandates.may(caller, organiser, congress.unitId())
                ? mandates.require(caller, organiser, congress.unitId())
                : mandates.require(caller, Ability.EXEMPLARS_WRITE.permission(), owner);
        if (doneOn.isAfter(store.today())) {
            throw Problem.invalid(FieldError.of("/doneOn", "future")).asException();
        }
        if (!store.complete(resolutionId, doneOn, note)) {
            throw Problem.because(ProblemType.CONFLICT, "resolution-done").asException();
        }
        record(caller, basis, "congress.resolution-done", congress, null, resolutionId);
    }

    private record Held(Congress congress, Basis basis) {}

    private Held hold(Caller caller, UUID id, State... states) {
        var congress = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = mandates.require(caller, Ability.CONGRESSES_WRITE.permission(), congress.unitId());
        if (!List.of(states).contains(congress.state())) {
            throw Problem.because(ProblemType.CONFLICT, "congress-state")
                    .with("congressState", congress.state().name())
                    .asException();
        }
        return new Held(congress, basis);
    }

    private static void requireVersion(Congress congress, long expected) {
        if (congress.version() != expected) {
            throw Versions.mismatch(congress.version()).asException();
        }
    }

    private void record(
            Caller caller, Basis basis, String action, Congress congress, @Nullable Object before, Object after) {
        audit.record(new AuditEntry(
                caller, basis, action, "congress", congress.id(), congress.unitId(), before, after, null));
    }
}
