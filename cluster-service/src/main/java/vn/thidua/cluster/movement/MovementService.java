package vn.thidua.cluster.movement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Reasons;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Launches and records movements. */
@Service
class MovementService {
    /** What may be corrected of a movement. */
    record Content(
            Movement.Level level,
            Movement.Kind kind,
            String name,
            @Nullable LocalDate launchedOn,
            Origin origin) {}

    private final MovementStore store;
    private final Seasons seasons;
    private final Units units;
    private final Mandates mandates;
    private final Reasons reasons;
    private final Audit audit;

    MovementService(
            MovementStore store, Seasons seasons, Units units, Mandates mandates, Reasons reasons, Audit audit) {
        this.store = store;
        this.seasons = seasons;
        this.units = units;
        this.mandates = mandates;
        this.reasons = reasons;
        this.audit = audit;
    }

    /** @param named its id is given here */
    @Transactional
    UUID launch(Caller caller, Movement named) {
        units.requireKnown("/launchedByUnitId", named.unitId());
        var basis = require(caller, named);
        var movement = new Movement(
                store.nextId(),
                named.seasonId(),
                named.unitId(),
                named.level(),
                named.kind(),
                named.name(),
                named.launchedOn(),
                named.origin(),
                1);
        if (!store.insert(movement)) {
            throw Recording.already(store.same(movement)).asException();
        }
        audit.record(new AuditEntry(
                caller,
                basis,
                "movement.launched",
                "movement",
                movement.id(),
                movement.unitId(),
                null,
                movement,
                null));
        return movement.id();
    }

    /** @param expected the version the correction relies on */
    @Transactional
    void correct(Caller caller, UUID id, long expected, Content content, String reason) {
        var held = hold(caller, id, expected);
        var before = held.movement();
        var after = new Movement(
                id,
                before.seasonId(),
                before.unitId(),
                content.level(),
                content.kind(),
                content.name(),
                content.launchedOn(),
                content.origin(),
                before.version() + 1);
        store.sameElsewhere(after).ifPresent(other -> {
            throw Recording.already(other).asException();
        });
        reasons.because(reason);
        store.rewrite(after);
        audit.record(new AuditEntry(
                caller, held.basis(), "movement.corrected", "movement", id, before.unitId(), before, after, reason));
    }

    /** @param expected the version the withdrawal relies on */
    @Transactional
    void withdraw(Caller caller, UUID id, long expected, String reason) {
        var held = hold(caller, id, expected);
        var before = held.movement();
        Recording.requireFree(store.standing(id));
        reasons.because(reason);
        store.delete(id);
        audit.record(new AuditEntry(
                caller, held.basis(), "movement.withdrawn", "movement", id, before.unitId(), before, null, reason));
    }

    private record Held(Movement movement, Basis basis) {}

    private Held hold(Caller caller, UUID id, long expected) {
        var movement = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = require(caller, movement);
        if (movement.version() != expected) {
            throw Versions.mismatch(movement.version()).asException();
        }
        if (movement.seasonId() != null) {
            seasons.find(movement.seasonId()).orElseThrow().requireUnsettled();
        }
        return new Held(movement, basis);
    }

    /** In a season: who acts for it, or a member for itself. Outside of any: who acts for the launching unit. */
    private Basis require(Caller caller, Movement named) {
        if (named.seasonId() != null) {
            var season = seasons.named(caller, "/seasonId", named.seasonId());
            if (seasons.mayAct(caller, season) || !seasons.members(season).contains(named.unitId())) {
                return seasons.requireActing(caller, season);
            }
        }
        return mandates.require(caller, Ability.MOVEMENTS_WRITE.permission(), named.unitId());
    }
}
