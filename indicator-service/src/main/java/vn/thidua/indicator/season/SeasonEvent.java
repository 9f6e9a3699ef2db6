package vn.thidua.indicator.season;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A season as cluster-service's feed tells it; what this service does not use is left out.
 *
 * @param until first day after the season, or null
 */
record SeasonEvent(
        UUID clusterId,
        UUID organiserId,
        String name,
        LocalDate from,
        @Nullable LocalDate until,
        Season.Mode mode,
        Season.State state,
        String provenance,
        List<Headship> headships,
        @Nullable Regulation regulation) {
    static final String AGGREGATE = "season";

    record Headship(UUID unitId, Season.Role role) {}

    record Regulation(
            @Nullable String candidateRule,
            @Nullable String tieRule,
            @Nullable String figuresRule,
            @Nullable String resultsRule,
            @Nullable String status,
            @Nullable Long version) {}

    SeasonEvent {
        headships = List.copyOf(headships);
    }
}
