package vn.thidua.cluster.lineage;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * How units came out of others on a day. Who is on both sides goes on; every other predecessor ends the day before.
 *
 * @param decision number and date as far as known, or null
 */
record Lineage(
        UUID id,
        Kind kind,
        LocalDate effectiveFrom,
        @Nullable String decision,
        List<UUID> predecessors,
        List<UUID> successors,
        Origin origin,
        long version) {
    enum Kind {
        RENAME,
        MERGE,
        SPLIT,
        TRANSFER,
        DISSOLVE
    }

    Lineage {
        predecessors = predecessors.stream().distinct().sorted().toList();
        successors = successors.stream().distinct().sorted().toList();
    }

    List<UUID> units() {
        return Stream.concat(predecessors.stream(), successors.stream())
                .distinct()
                .toList();
    }

    /** Its next version. */
    Lineage next() {
        return new Lineage(id, kind, effectiveFrom, decision, predecessors, successors, origin, version + 1);
    }

    boolean goesOn(UUID unit) {
        return successors.contains(unit);
    }

    /** Kind, day and both sides in one text: the same event is the same text. */
    String fingerprint() {
        return "%s %s %s > %s".formatted(kind, effectiveFrom, text(predecessors), text(successors));
    }

    private static String text(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }
}
