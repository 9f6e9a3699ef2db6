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
     * @param works projects and products
     * @param amount đồng
     */
    record Report(
            Movement.Stage kind,
            LocalDate on,
            String text,
            @Nullable Integer persons,
            @Nullable Integer collectives,
            @Nullable Integer works,
            @Nullable BigDecimal amount) {}

    Participation withdrawn(String because) {
        return new Participation(id, movementId, unitId, joinedOn, because);
    }
}
