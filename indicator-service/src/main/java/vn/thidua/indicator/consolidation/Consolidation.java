package vn.thidua.indicator.consolidation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;

/**
 * A cluster's own report of a period.
 *
 * @param edition how often it was handed in
 * @param version counts every change of it
 */
record Consolidation(
        UUID periodId,
        Status status,
        int edition,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        @Nullable Instant adoptedAt,
        @Nullable String returnedBecause,
        long version) {
    static final String AGGREGATE = "consolidation";

    enum Status {
        /** Follows the members' numbers. */
        DRAFT,
        /** Its numbers stand still. */
        SUBMITTED,
        ADOPTED
    }

    /**
     * How many members a number speaks of.
     *
     * @param expected who has a target of the indicator
     * @param known of whom a number went in; a true zero is one
     * @param notApplicable whom it does not concern, and who therefore counts neither as zero nor as missing
     * @param missing who has not handed in
     */
    record Coverage(int expected, int known, int notApplicable, int missing) {
        /** Whether it concerns nobody. */
        boolean concernsNobody() {
            return expected > 0 && notApplicable == expected;
        }
    }

    /** What the cluster as a whole is to reach; all null where it has registered nothing. */
    record Promise(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear) {}

    /**
     * One number of the cluster.
     *
     * @param rule null while nobody has said how members' numbers make it
     * @param computed from the members' by the rule; null when none is known, or no rule is said, or it is not to compute
     * @param approximate whether some of those are not stated exactly
     */
    record Computed(
            UUID indicatorId,
            Aggregation.@Nullable Rule rule,
            @Nullable UUID weightId,
            @Nullable BigDecimal computed,
            boolean approximate,
            Coverage coverage,
            Promise plan) {}

    /**
     * What is said beside a computed number.
     *
     * @param adjusted what stands in its place, with {@code reason}; both null where the computed one stands
     * @param over what was computed when that was said
     */
    record Beside(
            UUID indicatorId,
            long version,
            @Nullable BigDecimal adjusted,
            @Nullable String reason,
            @Nullable String explanation,
            @Nullable BigDecimal over) {
        static Beside nothing(UUID indicatorId) {
            return new Beside(indicatorId, 0, null, null, null, null);
        }

        /** Whether it was said of another number than is computed now. */
        boolean overtaken(@Nullable BigDecimal computed) {
            return adjusted != null && !Decimals.same(over, computed);
        }
    }
}
