package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Scoring;
import vn.thidua.indicator.scoresheet.Sheet;

/**
 * How close the first places are, and the places where a prize ends. A pure function of the sheet, the facts and the scores.
 *
 * @param step the smallest difference that the sheet's rounding leaves
 */
record Sensitivity(BigDecimal step, List<Pair> pairs) {
    /** The ranks that are always looked at: 1 and 2, 2 and 3, 3 and 4. */
    private static final int FIRST_PAIRS = 3;

    /** A unit as it was ranked. */
    record Ranked(UUID unitId, int rank, Facts facts, Score score) {}

    /**
     * Two neighbours.
     *
     * @param gap in points, as ranked
     * @param unroundedGap what it would be if nothing were rounded; negative where rounding turned the order
     * @param prize the prize that ends between them, or null
     * @param knockedOut whether the lower one stands there for a knock-out, so that its points do not matter
     * @param raise the changes of the fewest points with which the lower one passes; none where no single criterion is enough
     * @param lower those with which the upper one falls behind
     */
    record Pair(
            Ranked upper,
            Ranked under,
            BigDecimal gap,
            BigDecimal unroundedGap,
            @Nullable String prize,
            boolean knockedOut,
            List<Swaps.Way> raise,
            List<Swaps.Way> lower) {}

    /**
     * @param kinds of the sheet's indicators that are known
     * @param ranked the best first
     */
    static Sensitivity of(Sheet sheet, Map<UUID, ValueKind> kinds, List<Ranked> ranked) {
        var boundaries = new TreeMap<Integer, String>();
        for (int i = 1; i <= FIRST_PAIRS; i++) {
            boundaries.put(i, "");
        }
        var last = 0;
        for (var prize : sheet.terms().prizes()) {
            last += prize.count();
            boundaries.put(last, prize.name());
        }
        var pairs = new ArrayList<Pair>();
        boundaries.forEach((at, prize) -> {
            if (at < ranked.size()) {
                pairs.add(pair(sheet, kinds, ranked.get(at - 1), ranked.get(at), prize.isEmpty() ? null : prize));
            }
        });
        return new Sensitivity(BigDecimal.ONE.movePointLeft(sheet.rounding().scale()), pairs);
    }

    private static Pair pair(
            Sheet sheet, Map<UUID, ValueKind> kinds, Ranked upper, Ranked under, @Nullable String prize) {
        var exact = unrounded(sheet);
        var knockedOut = Order.isBehind(under.score()) && !Order.isBehind(upper.score());
        return new Pair(
                upper,
                under,
                Decimals.plain(upper.score().total().subtract(under.score().total())),
                Decimals.plain(Scoring.score(exact, upper.facts())
                        .total()
                        .subtract(Scoring.score(exact, under.facts()).total())),
                prize,
                knockedOut,
                knockedOut ? List.of() : Swaps.ways(sheet, kinds, under, upper, true),
                knockedOut ? List.of() : Swaps.ways(sheet, kinds, upper, under, false));
    }

    private static Sheet unrounded(Sheet sheet) {
        return new Sheet(
                sheet.maximum(),
                sheet.bonus(),
                sheet.notApplicable(),
                sheet.plan(),
                sheet.belowZero(),
                new Sheet.Rounding(Sheet.RoundedAt.TOTAL, Decimals.AFTER_SIGN, RoundingMode.HALF_UP),
                sheet.groups(),
                sheet.terms(),
                sheet.parts());
    }

    /** Whether the two are apart by less than what rounding may make of them. */
    boolean isWithinRounding(Pair pair) {
        return pair.unroundedGap().compareTo(step) < 0 || pair.gap().compareTo(step) < 0;
    }
}
