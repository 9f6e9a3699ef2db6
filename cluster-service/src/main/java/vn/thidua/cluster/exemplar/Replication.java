package vn.thidua.cluster.exemplar;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another unit does as the exemplar did, since a day (nhân rộng). */
record Replication(UUID id, UUID exemplarId, UUID unitId, LocalDate since) {
    /** How it goes. */
    enum Course {
        UNDER_WAY,
        ESTABLISHED,
        GIVEN_UP
    }

    /**
     * What a unit reports of it.
     *
     * @param reason why it was given up; null unless it was
     */
    record FollowUp(
            LocalDate day,
            Course state,
            String done,
            @Nullable String reason) {}
}
