package vn.thidua.cluster.movement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit takes part in a movement.
 *
 * @param withdrawnBecause why it does no longer, or null
 */
record Participation(
        UUID id,
        UUID movementId,
        UUID unitId,
        LocalDate joinedOn,
        @Nullable String withdrawnBecause) {
    /**
     * What it reports.
     *
     * @param reportingDay for which, of a yearly one
     * @param works projects and products
     * @param amount đồng
     */
    record Report(
            Movement.Stage kind,
            @Nullable LocalDate reportingDay,
            LocalDate on,
            String text,
            @Nullable Integer persons,
            @Nullable Integer collectives,
            @Nullable Integer works,
            @Nullable BigDecimal amount) {
        Movement.Milestone milestone() {
            return new Movement.Milestone(kind, reportingDay);
        }
    }

    Participation withdrawn(String because) {
        return new Participation(id, movementId, unitId, joinedOn, because);
    }
}
