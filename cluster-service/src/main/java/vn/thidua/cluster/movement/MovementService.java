package vn.thidua.cluster.movement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Reasons;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.security.Caller;

/** Launches and records movements. */
@Service
class MovementService {
    static final String AGGREGATE = "movement";

    /** What may be corrected of a movement. */
    record Content(
            Movement.Level level,
            Movement.Kind kind,
            String name,
            @Nullable LocalDate launchedOn,
            Movement.Plan plan,
            Origin origin) {}

    private final MovementStore store;
    private final MovementQueries queries;
    private final MovementAuthority authority;
    private final Clusters clusters;
    private final Units units;
    private final Reasons reasons;
    private final Audit audit;

    MovementService(
            MovementStore store,
            MovementQueries queries,
            MovementAuthority authority,
            Clusters clusters,
            Units units,
            Reasons reasons,
            Audit audit) {
        this.store = store;
        this.queries = queries;
        this.authority = authority;
        this.clusters = clusters;
        this.units = units;
        this.reasons = reasons;
        this.audit = audit;
    }

    /** @param named its id is given here */
    @Transactional
    UUID launch(Caller caller, Movement named) {
        units.requireKnown("/launchedByUnitId", named.unitId());
        var basis = authority.require(caller, named);
        var movement = new Movement(
                store.nextId(),
                named.seasonId(),
                named.unitId(),
                named.level(),
                named.kind(),
                named.name(),
                named.launchedOn(),
                named.plan(),
                Movement.Closing.NONE,
                named.origin(),
                1);
        requirePlannable(caller, movement);
        if (!store.insert(movement)) {
            throw Recording.already(store.sameElsewhere(movement).orElseThrow()).asException();
        }
        audit.record(new AuditEntry(
                caller, basis, "movement.launched", AGGREGATE, movement.id(), movement.unitId(), null, movement, null));
        return movement.id();
    }

    /** @param expected the version the correction relies on */
    @Transactional
    void correct(Caller caller, UUID id, long expected, Content content, String reason) {
        var held = authority.launched(caller, id, Movement.State.OPEN, expected);
        var before = held.movement();
        var after = new Movement(
                id,
                before.seasonId(),
                before.unitId(),
                content.level(),
                content.kind(),
                content.name(),
                content.launchedOn(),
                content.plan(),
                before.closing(),
                content.origin(),
                before.version() + 1);
        requirePlannable(caller, after);
        store.sameElsewhere(after).ifPresent(other -> {
            throw Recording.already(other).asException();
        });
        if (!after.plan().reportingDays().containsAll(store.daysInUse(id))) {
            throw invalid("/reportingDays", "reported");
        }
        reasons.because(reason);
        store.rewrite(after);
        audit.record(new AuditEntry(
                caller, held.basis(), "movement.corrected", AGGREGATE, id, before.unitId(), before, after, reason));
    }

    /** @param expected the version the withdrawal relies on */
    @Transactional
    void withdraw(Caller caller, UUID id, long expected, String reason) {
        var held = authority.launched(caller, id, Movement.State.OPEN, expected);
        var before = held.movement();
        Recording.requireFree(store.standing(id));
        reasons.because(reason);
        store.delete(id);
        audit.record(new AuditEntry(
                caller, held.basis(), "movement.withdrawn", AGGREGATE, id, before.unitId(), before, null, reason));
    }

    /** Its time has a beginning if it has an end, and it answers a movement of a unit above that the caller sees. */
    private void requirePlannable(Caller caller, Movement movement) {
        var from = movement.plan().from();
        var to = movement.plan().to();
        if (to != null && from == null) {
            throw invalid("/plannedFrom", "required");
        }
        if (to != null && from != null && to.isBefore(from)) {
            throw invalid("/plannedTo", "before-start");
        }
        for (var day : movement.plan().reportingDays()) {
            if ((from != null && day.isBefore(from)) || (to != null && !day.isBefore(to))) {
                throw invalid("/reportingDays", "outside-movement");
            }
        }
        var parent = movement.plan().parentId();
        if (parent == null) {
            return;
        }
        if (!queries.isSeen(parent, clusters.reach(caller))) {
            throw invalid("/parentId", "not-found");
        }
        if (!store.isBelow(parent, movement.unitId(), movement.seasonId())) {
            throw invalid("/parentId", "not-above");
        }
        if (store.isAbove(movement.id(), parent)) {
            throw invalid("/parentId", "answers-itself");
        }
    }

    private static ProblemException invalid(String pointer, String code) {
        return Problem.invalid(FieldError.of(pointer, code)).asException();
    }
}
