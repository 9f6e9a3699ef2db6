package vn.thidua.award.lineage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.award.season.Provenance;

/**
 * How units came out of others on a day, as cluster-service tells it. Who is on both sides goes on.
 *
 * @param effectiveFrom the first day of the successors: what a predecessor that goes on is given from here on is its own alone
 * @param decision number and date as far as known, or null
 */
public record KnownLineage(
        UUID id,
        Kind kind,
        LocalDate effectiveFrom,
        @Nullable String decision,
        Provenance provenance,
        List<UUID> predecessors,
        List<UUID> successors) {
    public enum Kind {
        RENAME,
        MERGE,
        SPLIT,
        TRANSFER,
        DISSOLVE
    }

    public KnownLineage {
        predecessors = List.copyOf(predecessors);
        successors = List.copyOf(successors);
    }
}
