package vn.thidua.cluster.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * A member of a cluster looked at on a day.
 *
 * @param inspector who looked: an agency, or a team put together for it
 * @param conclusion of the whole, or null
 * @param withdrawnBecause why it counts no more, or null
 */
record Inspection(
        UUID id,
        UUID seasonId,
        UUID clusterId,
        UUID unitId,
        String inspector,
        String subject,
        LocalDate heldOn,
        @Nullable String conclusion,
        List<Finding> findings,
        @Nullable String withdrawnBecause,
        Origin origin,
        long version) {
    enum State {
        /** The member has to put it right. */
        OPEN,
        /** The member says that it did. */
        REMEDIED,
        /** Whoever acts for the cluster agrees. */
        CLOSED
    }

    /**
     * Something to be put right.
     *
     * @param dueOn by when, or null where nobody said
     * @param remedy what the member did; null before
     */
    record Finding(
            UUID id,
            String text,
            @Nullable LocalDate dueOn,
            @Nullable String remedy,
            @Nullable LocalDate remediedOn,
            @Nullable LocalDate closedOn) {
        State state() {
            if (closedOn != null) {
                return State.CLOSED;
            }
            return remediedOn == null ? State.OPEN : State.REMEDIED;
        }
    }

    Inspection {
        findings = List.copyOf(findings);
    }

    Inspection withdrawn(String because) {
        return new Inspection(
                id,
                seasonId,
                clusterId,
                unitId,
                inspector,
                subject,
                heldOn,
                conclusion,
                findings,
                because,
                origin,
                version + 1);
    }
}
