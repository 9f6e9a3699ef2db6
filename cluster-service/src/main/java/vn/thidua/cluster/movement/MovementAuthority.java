package vn.thidua.cluster.movement;

import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Who may write of a movement, and in which state of it. */
@Component
class MovementAuthority {
    record Held(Movement movement, Basis basis) {}

    private final MovementStore store;
    private final Seasons seasons;
    private final Mandates mandates;

    MovementAuthority(MovementStore store, Seasons seasons, Mandates mandates) {
        this.store = store;
        this.seasons = seasons;
        this.mandates = mandates;
    }

    /** In a season: who acts for it, or a member for itself. Outside of any: who acts for the launching unit. */
    Basis require(Caller caller, Movement named) {
        if (named.seasonId() != null) {
            var season = seasons.named(caller, "/seasonId", named.seasonId());
            if (seasons.mayAct(caller, season) || !seasons.members(season).contains(named.unitId())) {
                return seasons.requireActing(caller, season);
            }
        }
        return mandates.require(caller, Ability.MOVEMENTS_WRITE.permission(), named.unitId());
    }

    /** The movement for whoever launched it, held until the transaction ends. */
    Held launched(Caller caller, UUID id, Movement.State state) {
        var movement = locked(id);
        var basis = require(caller, movement);
        requireState(movement, state);
        return new Held(movement, basis);
    }

    /** @param expected the version that the change relies on */
    Held launched(Caller caller, UUID id, Movement.State state, long expected) {
        var held = launched(caller, id, state);
        if (held.movement().version() != expected) {
            throw Versions.mismatch(held.movement().version()).asException();
        }
        return held;
    }

    /** The open movement for a unit that joins it or has joined it, held until the transaction ends. */
    Held joining(Caller caller, UUID id, UUID unitId) {
        var movement = locked(id);
        var basis = mandates.require(caller, Ability.MOVEMENTS_JOIN.permission(), unitId);
        requireState(movement, Movement.State.OPEN);
        return new Held(movement, basis);
    }

    private Movement locked(UUID id) {
        return store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    private void requireState(Movement movement, Movement.State state) {
        if (movement.closing().state() != state) {
            throw Problem.because(ProblemType.CONFLICT, "movement-state")
                    .with("movementState", movement.closing().state().name())
                    .asException();
        }
        if (movement.seasonId() != null) {
            seasons.find(movement.seasonId()).orElseThrow().requireUnsettled();
        }
    }
}
