package vn.thidua.cluster.lineage;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Reasons;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Records how units came out of others. */
@Service
class LineageService {
    private static final String AGGREGATE = "lineage";

    /**
     * A lineage as the feed tells it.
     *
     * @param withdrawn it was recorded wrongly and never was
     */
    record LineagePublished(
            Lineage.Kind kind,
            LocalDate effectiveFrom,
            @Nullable String decision,
            List<UUID> predecessors,
            List<UUID> successors,
            Provenance provenance,
            boolean withdrawn) {}

    private final LineageStore store;
    private final Units units;
    private final Mandates mandates;
    private final Outbox outbox;
    private final Audit audit;
    private final Reasons reasons;

    LineageService(LineageStore store, Units units, Mandates mandates, Outbox outbox, Audit audit, Reasons reasons) {
        this.store = store;
        this.units = units;
        this.mandates = mandates;
        this.outbox = outbox;
        this.audit = audit;
        this.reasons = reasons;
    }

    /** @param named its id is given here */
    @Transactional
    UUID record(Caller caller, Lineage named) {
        var lineage = new Lineage(
                store.nextId(),
                named.kind(),
                named.effectiveFrom(),
                named.decision(),
                named.predecessors(),
                named.successors(),
                named.origin(),
                1);
        var basis = requireOverAll(caller, lineage);
        requireSides(lineage);
        if (!store.insert(lineage)) {
            throw Recording.already(store.same(lineage).orElseThrow()).asException();
        }
        tell(caller, basis, lineage, null, "lineage.recorded", null);
        return lineage.id();
    }

    /** @param named with the version the correction relies on */
    @Transactional
    void correct(Caller caller, Lineage named, String reason) {
        var before = lock(named.id());
        requireOverAll(caller, before);
        var basis = requireOverAll(caller, named);
        requireVersion(before, named.version());
        requireSides(named);
        var after = named.next();
        store.same(after).filter(other -> !other.equals(after.id())).ifPresent(other -> {
            throw Recording.already(other).asException();
        });
        reasons.because(reason);
        store.rewrite(after);
        tell(caller, basis, after, before, "lineage.corrected", reason);
    }

    /** @param expected the version the withdrawal relies on */
    @Transactional
    void withdraw(Caller caller, UUID id, long expected, String reason) {
        var before = lock(id);
        var basis = requireOverAll(caller, before);
        requireVersion(before, expected);
        reasons.because(reason);
        store.delete(id);
        tell(caller, basis, null, before, "lineage.withdrawn", reason);
    }

    private Lineage lock(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private static void requireVersion(Lineage lineage, long expected) {
        if (lineage.version() != expected) {
            throw Versions.mismatch(lineage.version()).asException();
        }
    }

    /** @param after null when it is withdrawn; the feed then tells what it was */
    private void tell(
            Caller caller,
            Basis basis,
            @Nullable Lineage after,
            @Nullable Lineage before,
            String action,
            @Nullable String reason) {
        var told = after == null ? Objects.requireNonNull(before).next() : after;
        var first = told.successors().isEmpty()
                ? told.predecessors().getFirst()
                : told.successors().getFirst();
        var event = new LineagePublished(
                told.kind(),
                told.effectiveFrom(),
                told.decision(),
                told.predecessors(),
                told.successors(),
                told.origin().provenance(),
                after == null);
        outbox.publish(AGGREGATE, told.id(), told.version(), "vn.thidua." + action, first, event);
        audit.record(new AuditEntry(caller, basis, action, AGGREGATE, told.id(), first, before, after, reason));
    }

    private void requireSides(Lineage lineage) {
        if (lineage.successors().isEmpty() != (lineage.kind() == Lineage.Kind.DISSOLVE)) {
            throw Problem.invalid(FieldError.of("/successors", "lineage-sides")).asException();
        }
        requireLives(lineage);
    }

    /** A predecessor is there until the day before, and beyond it only if it is a successor too; a successor from the day on. */
    private void requireLives(Lineage lineage) {
        var lives = units.lives(lineage.units());
        for (var unit : lineage.predecessors()) {
            var life = lives.get(unit);
            if (life == null) {
                throw Problem.invalid(FieldError.of("/predecessors", "not-found"))
                        .asException();
            }
            if (!life.holdsOn(lineage.effectiveFrom().minusDays(1))) {
                throw Problem.invalid(FieldError.of("/predecessors", "outside-life"))
                        .asException();
            }
            if (!lineage.goesOn(unit) && life.holdsOn(lineage.effectiveFrom())) {
                throw Problem.invalid(FieldError.of("/predecessors", "predecessor-goes-on"))
                        .asException();
            }
        }
        for (var unit : lineage.successors()) {
            var life = lives.get(unit);
            if (life == null) {
                throw Problem.invalid(FieldError.of("/successors", "not-found")).asException();
            }
            if (!life.holdsOn(lineage.effectiveFrom())) {
                throw Problem.invalid(FieldError.of("/successors", "outside-life"))
                        .asException();
            }
        }
    }

    private Basis requireOverAll(Caller caller, Lineage lineage) {
        Basis basis = null;
        for (var unit : lineage.units()) {
            basis = mandates.require(caller, Ability.UNITS_WRITE.permission(), unit);
        }
        if (basis == null) {
            throw Problem.invalid(FieldError.of("/predecessors", "required")).asException();
        }
        return basis;
    }
}
