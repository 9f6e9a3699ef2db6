package vn.thidua.indicator.season;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cluster's competition year as this service knows it.
 *
 * @param organiserId the unit whose council ranks the cluster
 * @param until first day after the season, or null
 * @param heads units that head the cluster in this season; at most one, and perhaps unknown
 * @param tieRule how the regulation treats equal points, null when it says nothing or none is known
 */
public record Season(
        UUID id,
        UUID clusterId,
        UUID organiserId,
        String name,
        LocalDate from,
        @Nullable LocalDate until,
        Mode mode,
        State state,
        String provenance,
        List<UUID> heads,
        @Nullable String candidateRule,
        @Nullable String tieRule) {
    public enum Mode {
        LIVE,
        /** Entered after the fact: no periods, no reports, no deadlines; scored from what documents state. */
        RECORDED
    }

    public enum State {
        PLANNED,
        OPEN,
        CLOSED
    }

    enum Role {
        HEAD,
        DEPUTY
    }

    public Season {
        heads = List.copyOf(heads);
    }
}
