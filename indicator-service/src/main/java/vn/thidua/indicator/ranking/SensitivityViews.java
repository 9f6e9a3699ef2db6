package vn.thidua.indicator.ranking;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.scoresheet.Sheet;

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
     * @param raise the fewest points of one criterion with which the lower one passes; empty where no single criterion is enough
     * @param lower the fewest points of one criterion without which the upper one falls behind
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
     * @param value what the criterion's own number would have to become; null where the rule cannot be turned round
     */
    @Schema(name = "SwapView")
    record SwapView(
            @NotNull String criterionCode,
            @NotNull String name,
            @Nullable BigDecimal pointsFrom,
            @NotNull BigDecimal pointsTo,
            @Nullable BigDecimal valueFrom,
            @Nullable BigDecimal value) {}

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
                                ways(sheet, pair.raise()),
                                ways(sheet, pair.lower())))
                        .toList());
    }

    private static List<SwapView> ways(Sheet sheet, List<Swaps.Way> ways) {
        return ways.stream()
                .map(way -> new SwapView(
                        way.criterionCode(),
                        sheet.criteria().stream()
                                .filter(criterion -> criterion.code().equals(way.criterionCode()))
                                .findFirst()
                                .orElseThrow()
                                .name(),
                        way.unscored() ? null : way.points().from(),
                        way.points().to(),
                        way.value() == null ? null : way.value().from(),
                        way.value() == null ? null : way.value().to()))
                .toList();
    }
}
