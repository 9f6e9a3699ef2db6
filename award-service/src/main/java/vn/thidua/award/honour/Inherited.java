package vn.thidua.award.honour;

import java.util.Set;
import vn.thidua.award.lineage.KnownLineage;

/**
 * An honour of a predecessor, for whoever asks whether it counts.
 *
 * @param ways the kinds of event on each way by which the unit came out of the predecessor
 */
public record Inherited(String awardCode, Set<Set<KnownLineage.Kind>> ways) {
    public Inherited {
        ways = Set.copyOf(ways);
    }

    /** Whether the unit came out of the holder through events of these kinds alone, on any of the ways. */
    public boolean isThrough(Set<KnownLineage.Kind> kinds) {
        return ways.stream().anyMatch(kinds::containsAll);
    }
}
