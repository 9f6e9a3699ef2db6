package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.thidua.indicator.score.Score;

/**
 * Where a unit stands. Who is equal by the sheet's whole order shares a rank and the following ranks are skipped (1, 2, 2, 4); whether
 * such a tie stays or is left to a ballot is the regulation's to say, not the count's.
 *
 * @param tiedWith the others on the same rank
 */
public record Standing(UUID unitId, BigDecimal total, int rank, List<UUID> tiedWith) {
    public Standing {
        tiedWith = List.copyOf(tiedWith);
    }

    /** All standings, the best first; who ties is in the order of the ids, which means nothing. */
    public static List<Standing> of(Map<UUID, Score> scores, Order order) {
        var sorted = scores.entrySet().stream()
                .sorted(Map.Entry.<UUID, Score>comparingByValue(order)
                        .thenComparing(Map.Entry.comparingByKey(Comparator.comparing(UUID::toString))))
                .toList();
        var standings = new ArrayList<Standing>();
        for (int i = 0; i < sorted.size(); i++) {
            var unit = sorted.get(i).getKey();
            var score = sorted.get(i).getValue();
            var rank = i > 0 && order.compare(sorted.get(i - 1).getValue(), score) == 0
                    ? standings.getLast().rank()
                    : i + 1;
            var tied = sorted.stream()
                    .filter(other -> !other.getKey().equals(unit) && order.compare(other.getValue(), score) == 0)
                    .map(Map.Entry::getKey)
                    .toList();
            standings.add(new Standing(unit, score.total(), rank, tied));
        }
        return standings;
    }
}
