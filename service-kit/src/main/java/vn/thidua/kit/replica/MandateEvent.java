package vn.thidua.kit.replica;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mandate as the feed tells it.
 *
 * @param validUntil first day on which it no longer holds, or null
 */
public record MandateEvent(
        @Nullable UUID personId,
        @Nullable String clientId,
        UUID unitId,
        String scope,
        String role,
        LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable Instant withdrawnAt) {
    public static final String AGGREGATE = "mandate";
}
