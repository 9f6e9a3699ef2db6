package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of a frozen target: proposed by one person with a reason, decided by another.
 *
 * @param before what the target says when it is proposed
 * @param after what it shall say
 * @param proposedBy account of who proposed it
 * @param decidedBy account of who approved or refused it
 */
record Amendment(
        UUID id,
        UUID seasonId,
        UUID unitId,
        UUID indicatorId,
        Numbers before,
        Numbers after,
        String reason,
        Status status,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String refusedBecause) {
    enum Status {
        PROPOSED,
        APPROVED,
        REFUSED
    }

    /** The two numbers of a target that can be amended. */
    record Numbers(@Nullable BigDecimal assigned, @Nullable BigDecimal registered) {}
}
