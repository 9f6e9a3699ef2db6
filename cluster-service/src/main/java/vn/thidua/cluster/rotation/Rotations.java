package vn.thidua.cluster.rotation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.cluster.Clusters;
import vn.thidua.cluster.unit.Units;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Who heads a cluster next. */
@Service
public class Rotations {
    private final RotationStore store;
    private final Clusters clusters;
    private final Units units;
    private final Audit audit;

    Rotations(RotationStore store, Clusters clusters, Units units, Audit audit) {
        this.store = store;
        this.clusters = clusters;
        this.units = units;
        this.audit = audit;
    }

    /**
     * Writes the order anew.
     *
     * @param expected the version the change relies on; 0 for the first
     */
    @Transactional
    void put(Caller caller, Clusters.Ref cluster, long expected, Rotation rotation, @Nullable String reason) {
        clusters.hold(cluster.id());
        var basis = clusters.requireOrganiser(caller, cluster);
        var current = store.version(cluster.id());
        if (current != expected) {
            throw Versions.mismatch(current).asException();
        }
        var turns = rotation.turns();
        for (int i = 0; i < turns.size(); i++) {
            units.requireKnown("/turns/" + i + "/unitId", turns.get(i).unitId());
            var skip = turns.get(i).skip();
            if (skip != null && !skip.until().isAfter(skip.from())) {
                throw Problem.invalid(FieldError.of("/turns/" + i + "/skip/to", "before-start"))
                        .asException();
            }
        }
        var before = store.of(cluster.id());
        store.put(cluster.id(), rotation);
        audit.record(new AuditEntry(
                caller,
                basis,
                "cluster.rotation-planned",
                "cluster",
                cluster.id(),
                cluster.organiserId(),
                before,
                rotation,
                reason));
    }

    /** The plan from the term after the last one that has a head; without any, from the calendar year of today. */
    List<Rotation.Planned> ahead(UUID clusterId, int terms) {
        var last = store.lastHead(clusterId);
        var first = last == null ? year(store.today()) : last.term().next();
        return store.of(clusterId).ahead(last == null ? null : last.unitId(), first, terms, membership(clusterId));
    }

    /**
     * Who the order says heads a season.
     *
     * @param after who headed the season before, or null
     * @param until first day that is no longer in the season
     * @return null when there is no order, or nobody in it may
     */
    public @Nullable UUID next(UUID clusterId, @Nullable UUID after, LocalDate from, LocalDate until) {
        return store.of(clusterId)
                .ahead(after, new Rotation.Term(from, until), 1, membership(clusterId))
                .getFirst()
                .unitId();
    }

    private Rotation.Membership membership(UUID clusterId) {
        var times = store.members(clusterId);
        return (unit, term) -> times.stream()
                .anyMatch(time -> time.unitId().equals(unit)
                        && time.from().isBefore(term.until())
                        && (time.until() == null || term.from().isBefore(time.until())));
    }

    private static Rotation.Term year(LocalDate today) {
        var first = today.withDayOfYear(1);
        return new Rotation.Term(first, first.plusYears(1));
    }
}
