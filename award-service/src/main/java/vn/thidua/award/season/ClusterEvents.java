package vn.thidua.award.season;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of cluster-service as far as this service reads them; further fields are passed over. */
final class ClusterEvents {
    record Cluster(String code, String name, String kind, UUID organiserId, List<Member> members, String provenance) {
        Cluster {
            members = List.copyOf(members);
        }
    }

    record Member(UUID unitId, LocalDate from, @Nullable LocalDate until) {}

    record Season(
            UUID clusterId,
            UUID organiserId,
            String name,
            LocalDate from,
            @Nullable LocalDate until,
            String mode,
            String state,
            String provenance,
            @Nullable Regulation regulation) {}

    /** A rule is null where a regulation recorded after the fact does not state it. */
    record Regulation(
            @Nullable String candidateRule, @Nullable String tieRule, String status) {}

    record Election(
            UUID seasonId,
            UUID clusterId,
            String status,
            @Nullable UUID electedUnitId,
            @Nullable Instant closedAt) {}

    private ClusterEvents() {}
}
