package vn.thidua.cluster.grouping;

import java.util.Set;

/**
 * What groups somebody wishes for.
 *
 * @param min members a group has at least
 * @param max members a group has at most
 * @param by in what its members are alike
 */
record Wish(int min, int max, Set<Likeness> by) {
    /** In the order in which they weigh: kinds are never mixed, regions where it cannot be helped, sizes come last. */
    enum Likeness {
        /** The unit's kind and level. */
        KIND,
        /** What it lies under, or the region that was named for it. */
        REGION,
        SIZE
    }

    Wish {
        by = Set.copyOf(by);
        if (min < 1 || max < min) {
            throw new IllegalArgumentException("groups of %d to %d".formatted(min, max));
        }
    }

    boolean by(Likeness likeness) {
        return by.contains(likeness);
    }
}
