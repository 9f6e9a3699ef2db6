package vn.thidua.award.lineage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A way from a predecessor to the unit that came out of it, the oldest step first. */
public record Way(List<Step> steps) {
    /** One event, of whose predecessors and successors it joins these two. */
    public record Step(KnownLineage lineage, UUID from, UUID into) {}

    public Way {
        steps = List.copyOf(steps);
    }

    /**
     * All ways back from a unit, by predecessor. After a merger there are several predecessors, and over several events one
     * predecessor may be reached by several ways. An event that was over when a unit came in does not concern it.
     */
    public static Map<UUID, List<Way>> back(UUID unit, Collection<KnownLineage> lineages) {
        var newestFirst = lineages.stream()
                .sorted(Comparator.comparing(KnownLineage::effectiveFrom)
                        .reversed()
                        .thenComparing(KnownLineage::id))
                .toList();
        var ways = new LinkedHashMap<UUID, List<Way>>();
        walk(unit, unit, LocalDate.MAX, List.of(), newestFirst, ways);
        return ways;
    }

    private static void walk(
            UUID asked,
            UUID into,
            LocalDate before,
            List<Step> after,
            List<KnownLineage> lineages,
            Map<UUID, List<Way>> ways) {
        for (var lineage : lineages) {
            if (!lineage.successors().contains(into) || !lineage.effectiveFrom().isBefore(before)) {
                continue;
            }
            for (var from : lineage.predecessors()) {
                if (from.equals(into) || from.equals(asked)) {
                    continue;
                }
                var steps = new ArrayList<Step>();
                steps.add(new Step(lineage, from, into));
                steps.addAll(after);
                ways.computeIfAbsent(from, _ -> new ArrayList<>()).add(new Way(steps));
                walk(asked, from, lineage.effectiveFrom(), steps, lineages, ways);
            }
        }
    }

    /** The first day of what the predecessor is given for itself alone; null when it did not go on. */
    public @Nullable LocalDate cutOff() {
        var first = steps.getFirst();
        return first.lineage().successors().contains(first.from())
                ? first.lineage().effectiveFrom()
                : null;
    }

    /** Whether what was given on that day comes along; a day that nobody states counts as before. */
    public boolean brings(@Nullable LocalDate givenOn) {
        var cutOff = cutOff();
        return cutOff == null || givenOn == null || givenOn.isBefore(cutOff);
    }

    /** The kinds of event on the way. */
    public Set<KnownLineage.Kind> kinds() {
        return steps.stream().map(step -> step.lineage().kind()).collect(Collectors.toUnmodifiableSet());
    }
}
