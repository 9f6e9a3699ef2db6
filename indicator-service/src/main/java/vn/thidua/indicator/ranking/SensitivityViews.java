package vn.thidua.indicator.ranking;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.ranking.Turns.What;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/** How close the places of a ranking are, as it is shown. */
final class SensitivityViews {
    private SensitivityViews() {}

    /** @param step the smallest difference that the sheet's rounding leaves */
    @Schema(name = "SensitivityView")
    record SensitivityView(
            @NotNull UUID rankingId,
            @NotNull BigDecimal step,
            @NotNull List<NeighboursView> neighbours) {}

    /**
     * @param unroundedGap what the gap would be if nothing were rounded; negative where rounding turned the order
     * @param withinRounding whether one of the gaps is smaller than the step
     * @param prize the prize that ends between them
     * @param knockedOut whether the lower one stands there for a knock-out; then no points are looked for
     * @param raise the changes of one criterion by the fewest points with which the lower one passes; empty where no single one is enough
     * @param lower those with which the upper one falls behind
     */
    @Schema(name = "NeighboursView")
    record NeighboursView(
            @NotNull UUID upperUnitId,
            int upperRank,
            @NotNull UUID underUnitId,
            int underRank,
            @NotNull BigDecimal gap,
            @NotNull BigDecimal unroundedGap,
            boolean withinRounding,
            @Nullable String prize,
            boolean knockedOut,
            @NotNull List<SwapView> raise,
            @NotNull List<SwapView> lower) {}

    /**
     * @param pointsFrom null where it has no points yet, which is not the same as having earned none
     * @param pointsTo what the criterion's rule gives for the change
     * @param change what would have to come out otherwise: a number, a percent of plan that a document states, one of the described
     *     situations, yes or no, points that a council gives, or points that are ruled
     * @param input name of the criterion's further number that would, or null for its own
     * @param valueFrom null where nothing is known yet
     * @param levelFrom name of the situation, where it is one
     */
    @Schema(name = "SwapView")
    record SwapView(
            @NotNull String criterionCode,
            @NotNull String name,
            @Nullable BigDecimal pointsFrom,
            @NotNull BigDecimal pointsTo,
            @NotNull What change,
            @Nullable String input,
            @Nullable BigDecimal valueFrom,
            @NotNull BigDecimal value,
            @Nullable String levelFrom,
            @Nullable String level) {}

    static SensitivityView of(UUID rankingId, Sheet sheet, Sensitivity sensitivity) {
        return new SensitivityView(
                rankingId,
                sensitivity.step(),
                sensitivity.pairs().stream()
                        .map(pair -> new NeighboursView(
                                pair.upper().unitId(),
                                pair.upper().rank(),
                                pair.under().unitId(),
                                pair.under().rank(),
                                pair.gap(),
                                pair.unroundedGap(),
                                sensitivity.isWithinRounding(pair),
                                pair.prize(),
                                pair.knockedOut(),
                                ways(sheet.forUnit(pair.under().unitId()), pair.raise()),
                                ways(sheet.forUnit(pair.upper().unitId()), pair.lower())))
                        .toList());
    }

    /** @param sheet as it counts for the unit whose number would be another one */
    private static List<SwapView> ways(Sheet sheet, List<Swaps.Way> ways) {
        return ways.stream().map(way -> way(sheet, way)).toList();
    }

    private static SwapView way(Sheet sheet, Swaps.Way way) {
        var criterion = sheet.criteria().stream()
                .filter(each -> each.code().equals(way.criterionCode()))
                .findFirst()
                .orElseThrow();
        var change = way.change();
        return new SwapView(
                criterion.code(),
                criterion.name(),
                way.unscored() ? null : way.points().from(),
                way.points().to(),
                change.what(),
                change.input() == null ? null : change.input().name(),
                change.from(),
                change.to(),
                level(criterion, change.what(), change.from()),
                level(criterion, change.what(), change.to()));
    }

    private static @Nullable String level(Criterion criterion, What what, @Nullable BigDecimal value) {
        if (what != What.LEVEL || !(criterion.rule() instanceof ScoringRule.Choice(var options))) {
            return null;
        }
        return options.stream()
                .filter(option -> Decimals.same(option.value(), value))
                .map(ScoringRule.Option::name)
                .findFirst()
                .orElse(null);
    }
}
