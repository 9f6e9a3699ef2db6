package vn.thidua.indicator.target;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;

/**
 * What a cluster as a whole is to reach in a season, in the indicator's own unit of measure.
 *
 * @param id the same in all versions
 * @param version 0 while nothing is registered
 * @param lastYear where a plan to reduce starts from
 * @param portions what of it is to be reached by the end of an earlier period
 * @param reason why it says something else than before, null as first registered
 */
record ClusterTarget(
        UUID id,
        UUID seasonId,
        UUID indicatorId,
        long version,
        @Nullable BigDecimal assigned,
        @Nullable BigDecimal registered,
        @Nullable BigDecimal lastYear,
        List<Target.Portion> portions,
        @Nullable String reason) {
    static final String AGGREGATE = "cluster-target";

    ClusterTarget {
        portions = List.copyOf(portions);
    }

    Answers.Numbers numbers() {
        return new Answers.Numbers(assigned, registered, lastYear, portions);
    }

    boolean saysTheSameAs(ClusterTarget other) {
        return Decimals.same(assigned, other.assigned)
                && Decimals.same(registered, other.registered)
                && Decimals.same(lastYear, other.lastYear)
                && portions.equals(other.portions);
    }
}
