package vn.thidua.cluster.grouping;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.unit.Unit;

/**
 * A unit that looks for a group, as it is on the day.
 *
 * @param size null where nobody said how large it is
 */
record Candidate(
        UUID id,
        String code,
        String name,
        Unit.Kind kind,
        Unit.Level level,
        Region region,
        @Nullable BigDecimal size) {
    /**
     * Where it lies.
     *
     * @param key what tells two regions of one name apart
     */
    record Region(String name, String key) implements Comparable<Region> {
        private static final Comparator<Region> ORDER =
                Comparator.comparing(Region::name).thenComparing(Region::key);

        @Override
        public int compareTo(Region other) {
            return ORDER.compare(this, other);
        }
    }

    BigDecimal weight() {
        return size == null ? BigDecimal.ZERO : size;
    }
}
