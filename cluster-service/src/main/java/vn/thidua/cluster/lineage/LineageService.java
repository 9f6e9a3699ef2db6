package vn.thidua.cluster.lineage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;

/** Records how units came out of others. */
@Service
class LineageService {
    private static final String AGGREGATE = "lineage";

    /** A lineage as the feed tells it. */
    record LineagePublished(
            Lineage.Kind kind,
            LocalDate effectiveFrom,
            @Nullable String decision,
            List<UUID> predecessors,
            List<UUID> successors,
            Provenance provenance) {}

    private final LineageStore store;
    private final Units units;
    private final Mandates mandates;
    private final Outbox outbox;
    private final Audit audit;

    LineageService(LineageStore store, Units units, Mandates mandates, Outbox outbox, Audit audit) {
        this.store = store;
        this.units = units;
        this.mandates = mandates;
        this.outbox = outbox;
        this.audit = audit;
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
                named.origin());
        var basis = requireOverAll(caller, lineage);
        if (lineage.successors().isEmpty() != (lineage.kind() == Lineage.Kind.DISSOLVE)) {
            throw Problem.invalid(FieldError.of("/successors", "lineage-sides")).asException();
        }
        requireLives(lineage);
        if (!store.insert(lineage)) {
            throw Recording.already(store.same(lineage).orElseThrow()).asException();
        }
        var first = lineage.successors().isEmpty()
                ? lineage.predecessors().getFirst()
                : lineage.successors().getFirst();
        var event = new LineagePublished(
                lineage.kind(),
                lineage.effectiveFrom(),
                lineage.decision(),
                lineage.predecessors(),
                lineage.successors(),
                lineage.origin().provenance());
        outbox.publish(AGGREGATE, lineage.id(), 1, "vn.thidua.lineage.recorded", first, event);
        audit.record(
                new AuditEntry(caller, basis, "lineage.recorded", AGGREGATE, lineage.id(), first, null, lineage, null));
        return lineage.id();
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
