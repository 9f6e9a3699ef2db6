package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;

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
        Terms before,
        Terms after,
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

    /**
     * What of a target can be amended.
     *
     * @param portions what of it is to be reached by the end of an earlier period
     * @param items where what is to be reached has names, those
     */
    record Terms(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            List<Target.Portion> portions,
            List<String> items) {
        Terms {
            portions = List.copyOf(portions);
            items = List.copyOf(items);
        }

        Answers.Numbers numbers() {
            return new Answers.Numbers(assigned, registered, null, portions);
        }

        static Terms of(Target target) {
            return new Terms(
                    Decimals.plainOrNull(target.assigned()),
                    Decimals.plainOrNull(target.registered()),
                    target.portions(),
                    target.items());
        }
    }
}
