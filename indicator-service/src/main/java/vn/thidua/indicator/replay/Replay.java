package vn.thidua.indicator.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.ranking.Order;
import vn.thidua.indicator.ranking.Standing;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Score.CriterionScore;
import vn.thidua.indicator.score.Score.State;
import vn.thidua.indicator.score.Scoring;
import vn.thidua.indicator.scoresheet.Sheet;

/**
 * The members of a past season by its own sheet and by another one. A pure function of both sheets and the facts.
 *
 * @param moves in the order of the ranks under the tried sheet
 */
record Replay(Pairing pairing, List<Move> moves) {
    /**
     * @param changes criteria that changed, the greatest first
     * @param adjusted what caps, pools, spreading and rounding changed besides; with the changes it makes up the whole difference
     */
    record Move(
            UUID unitId,
            Score past,
            Score tried,
            int pastRank,
            int triedRank,
            List<Change> changes,
            BigDecimal adjusted) {
        Move {
            changes = List.copyOf(changes);
        }

        BigDecimal difference() {
            return Decimals.plain(tried.total().subtract(past.total()));
        }
    }

    /**
     * @param past null for a criterion that only the tried sheet has
     * @param tried null for one that only the past sheet had
     * @param points what it adds to the total
     */
    record Change(@Nullable CriterionScore past, @Nullable CriterionScore tried, BigDecimal points) {}

    static Replay of(Sheet past, Map<UUID, Facts> pastFacts, Sheet tried, Map<UUID, Facts> triedFacts) {
        var pairing = Pairing.of(past, tried);
        var before = scores(past, pastFacts);
        var after = scores(tried, triedFacts);
        var ranks = Standing.of(before, Order.of(past)).stream()
                .collect(Collectors.toMap(Standing::unitId, Standing::rank));
        var moves = Standing.of(after, Order.of(tried)).stream()
                .map(standing -> move(
                        pairing,
                        Objects.requireNonNull(before.get(standing.unitId())),
                        Objects.requireNonNull(after.get(standing.unitId())),
                        Objects.requireNonNull(ranks.get(standing.unitId())),
                        standing.rank()))
                .toList();
        return new Replay(pairing, moves);
    }

    private static Map<UUID, Score> scores(Sheet sheet, Map<UUID, Facts> facts) {
        var scores = new HashMap<UUID, Score>();
        facts.forEach((unit, known) -> scores.put(unit, Scoring.score(sheet, known)));
        return scores;
    }

    private static Move move(Pairing pairing, Score past, Score tried, int pastRank, int triedRank) {
        var before = past.criteria().stream().collect(Collectors.toMap(CriterionScore::code, Function.identity()));
        var changes = new ArrayList<Change>();
        var paired = new HashSet<String>();
        for (var now : tried.criteria()) {
            var same = pairing.pastOf().get(now.code());
            if (same != null) {
                paired.add(same.code());
            }
            add(changes, same == null ? null : before.get(same.code()), now);
        }
        past.criteria().stream()
                .filter(each -> !paired.contains(each.code()))
                .forEach(each -> add(changes, each, null));
        changes.sort(
                Comparator.comparing((Change change) -> change.points().abs()).reversed());
        return new Move(
                past.unitId(),
                past,
                tried,
                pastRank,
                triedRank,
                changes,
                Decimals.plain(adjustments(tried).subtract(adjustments(past))));
    }

    private static void add(List<Change> changes, @Nullable CriterionScore past, @Nullable CriterionScore tried) {
        var points = Decimals.plain(points(tried).subtract(points(past)));
        if (points.signum() != 0 || isKnown(past) != isKnown(tried)) {
            changes.add(new Change(past, tried, points));
        }
    }

    private static BigDecimal points(@Nullable CriterionScore score) {
        return score == null ? BigDecimal.ZERO : score.points();
    }

    /** Whether there is something to count by; what is missing is not the same as nothing earned. */
    static boolean isKnown(@Nullable CriterionScore score) {
        return score != null && score.state() != State.NO_FACT && score.state() != State.NO_ROW;
    }

    private static BigDecimal adjustments(Score score) {
        return score.adjustments().stream().map(Score.Adjustment::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
