package vn.thidua.cluster.movement;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.security.Caller;

/** Launches and records movements. */
@Service
class MovementService {
    private final MovementStore store;
    private final Seasons seasons;
    private final Units units;
    private final Mandates mandates;
    private final Audit audit;

    MovementService(MovementStore store, Seasons seasons, Units units, Mandates mandates, Audit audit) {
        this.store = store;
        this.seasons = seasons;
        this.units = units;
        this.mandates = mandates;
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
                named.origin());
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
