package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.thidua.indicator.score.Score;

/**
 * Where a unit stands. Equal totals share a rank and the following ranks are skipped (1, 2, 2, 4); whether such a tie stays or is
 * left to a ballot is the regulation's to say, not the count's.
 *
 * @param tiedWith the others on the same rank
 */
public record Standing(UUID unitId, BigDecimal total, int rank, List<UUID> tiedWith) {
    public Standing {
        tiedWith = List.copyOf(tiedWith);
    }

    /** All standings by the totals of the scores; whom a knock-out puts behind stands there. */
    public static List<Standing> of(Map<UUID, Score> scores) {
        var totals = new HashMap<UUID, BigDecimal>();
        var behind = new HashSet<UUID>();
        scores.forEach((unit, score) -> {
            totals.put(unit, score.total());
            if (score.verdict() != null && score.verdict().behind()) {
                behind.add(unit);
            }
        });
        return of(totals, behind);
    }

    /**
     * All standings, the best first; who ties is in the order of the ids, which means nothing.
     *
     * @param behind units that a knock-out puts behind all others, whatever their totals
     */
    static List<Standing> of(Map<UUID, BigDecimal> totals, Set<UUID> behind) {
        var sorted = totals.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<UUID, BigDecimal> entry) -> behind.contains(entry.getKey()))
                        .thenComparing(Map.Entry.<UUID, BigDecimal>comparingByValue(Comparator.reverseOrder()))
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(UUID::toString))))
                .toList();
        var standings = new ArrayList<Standing>();
        for (int i = 0; i < sorted.size(); i++) {
            var entry = sorted.get(i);
            var unit = entry.getKey();
            var total = entry.getValue();
            var rank = i > 0 && ties(sorted.get(i - 1), sorted.get(i), behind)
                    ? standings.getLast().rank()
                    : i + 1;
            var tied = sorted.stream()
                    .filter(other -> !other.getKey().equals(unit) && ties(other, entry, behind))
                    .map(Map.Entry::getKey)
                    .toList();
            standings.add(new Standing(unit, total, rank, tied));
        }
        return standings;
    }

    private static boolean ties(Map.Entry<UUID, BigDecimal> one, Map.Entry<UUID, BigDecimal> other, Set<UUID> behind) {
        return one.getValue().compareTo(other.getValue()) == 0
                && behind.contains(one.getKey()) == behind.contains(other.getKey());
    }
}
