package vn.thidua.indicator.season;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A cluster as cluster-service's feed tells it; what this service does not use is left out. */
record ClusterEvent(
        String code, String name, String kind, UUID organiserId, List<Membership> members, String provenance) {
    static final String AGGREGATE = "cluster";

    /** @param until first day on which the unit is no longer a member, or null */
    record Membership(UUID unitId, LocalDate from, @Nullable LocalDate until) {}

    ClusterEvent {
        members = List.copyOf(members);
    }
}
