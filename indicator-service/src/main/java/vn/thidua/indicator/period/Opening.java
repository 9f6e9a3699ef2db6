package vn.thidua.indicator.period;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One unit may write its report until a moment though the period is closed for the others.
 *
 * @param openedBy account or client that opened it
 */
record Opening(UUID id, UUID periodId, UUID unitId, Instant until, String reason, Instant openedAt, String openedBy) {
    static final String AGGREGATE = "period-opening";
    /** Longer than this is moving the period, which everybody should see. */
    static final Duration LONGEST = Duration.ofDays(7);
}
