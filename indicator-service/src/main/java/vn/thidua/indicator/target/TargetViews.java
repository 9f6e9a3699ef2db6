package vn.thidua.indicator.target;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure;

/** Targets as they are shown. */
final class TargetViews {
    private TargetViews() {}

    /**
     * @param levels what the indicator's levels are called, the lowest, 1, first; none for other kinds
     * @param unitOfMeasure as printed
     * @param ownUnit the indicator's own unit of measure
     * @param first null unless amended
     * @param portions what of it is to be reached by the end of an earlier period
     * @param items where what is to be reached has names, those
     * @param furtherUnits in which the numbers may be typed besides the indicator's own unit
     * @param formula how the indicator is computed, where nobody reports it
     * @param lastActual what last year came to in an accepted report, null where none says so
     */
    record TargetView(
            @NotNull UUID unitId,
            @Nullable String unitName,
            @NotNull UUID indicatorId,
            @NotNull String indicatorCode,
            @NotNull String indicatorName,
            @NotNull Measure.ValueKind valueKind,
            @NotNull Measure.Direction direction,
            @NotNull List<@NotNull String> levels,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            @NotNull String unitOfMeasure,
            @NotNull String ownUnit,
            @Nullable First first,
            @NotNull List<@NotNull PortionView> portions,
            @NotNull List<@NotNull String> items,
            @NotNull List<@NotNull String> furtherUnits,
            @Nullable String formula,
            @Nullable LastActual lastActual,
            long version) {}

    record PortionView(
            @NotNull Target.Part periodKind,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered) {
        static PortionView of(Target.Portion portion) {
            return new PortionView(portion.periodKind(), portion.assigned(), portion.registered());
        }
    }

    /** @param unitOfMeasure the indicator's own */
    record LastActual(
            @NotNull BigDecimal value,
            @NotNull String unitOfMeasure,
            @NotNull UUID seasonId,
            @NotNull String seasonName) {}

    /**
     * What an amended target said when it was first frozen.
     *
     * @param amendedAt since when it says what it says now
     */
    record First(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @NotNull List<@NotNull PortionView> portions,
            @NotNull List<@NotNull String> items,
            @NotNull Instant amendedAt) {}

    /**
     * @param text the frozen text, null while it is not frozen
     * @param edition 0 while it is not frozen, 1 as first frozen, one more with each amendment
     * @param version what If-Match names when many rows are written; 0 before anybody wrote one
     */
    record SheetView(
            @NotNull UUID seasonId,
            long targets,
            @Nullable Instant frozenAt,
            @Nullable String text,
            @Nullable String sha256,
            int edition,
            long version) {}
}
