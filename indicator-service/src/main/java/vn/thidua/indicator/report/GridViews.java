package vn.thidua.indicator.report;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Bound;
import vn.thidua.indicator.catalogue.Measure;

/** The grid of a report as it is shown: every indicator with its target, its cell and what was verified. */
final class GridViews {
    private GridViews() {}

    /** Within what the value itself must lie ({@code ERROR}), or is expected to. */
    record LimitView(
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @NotNull Bound.Severity severity) {}

    record YearView(@Nullable BigDecimal assigned, @Nullable BigDecimal registered) {}

    /**
     * What the period was held against at first.
     *
     * @param items where it was a list, what was on it
     * @param amendedAt since when the target says what it says now
     */
    record FirstView(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @NotNull List<@NotNull String> items,
            @NotNull Instant amendedAt,
            CellViews.@Nullable PercentView percentOfPlan) {}

    /**
     * What a cell names as reached though an amendment has taken it off the list.
     *
     * @param since when the last of the names was taken off
     * @param counted what the cell's value counts as without them
     */
    record StruckView(
            @NotNull List<@NotNull String> names,
            @NotNull Instant since,
            @NotNull BigDecimal counted) {}

    record LastActualView(
            @NotNull BigDecimal value,
            @NotNull UUID seasonId,
            @NotNull String seasonName) {}

    /**
     * @param lastValue the unit's value in its latest earlier period that was submitted
     * @param furtherUnits in which the value may be typed besides {@code unitOfMeasure}
     * @param formula how the value is computed, when nobody types it
     * @param items where the target is a list, what is on it
     * @param year what the year asks for, where {@code assigned} and {@code registered} are the period's portion of it
     * @param first what an amended target said when it was first frozen, with the percent of that
     * @param lastActual what last year came to in an accepted report
     * @param levels what its levels are called, the lowest, 1, first; none for other kinds
     * @param struck names that the cell gives as reached and that count no more; the percents of plan leave them out, those of {@code first} do not
     */
    record ReportRow(
            @NotNull UUID indicatorId,
            @NotNull String code,
            @NotNull String name,
            @NotNull String unitOfMeasure,
            @NotNull Measure.ValueKind valueKind,
            @NotNull Measure.Direction direction,
            int decimals,
            @NotNull List<@NotNull String> levels,
            boolean evidenceRequired,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal lastValue,
            @Nullable LimitView limit,
            @NotNull List<@NotNull String> furtherUnits,
            @Nullable String formula,
            @NotNull List<@NotNull String> items,
            @Nullable YearView year,
            @Nullable FirstView first,
            @Nullable LastActualView lastActual,
            @Nullable StruckView struck,
            @NotNull CellViews.CellView cell,
            CellViews.@Nullable PercentView percentOfPlan,
            CellViews.@Nullable VerifiedView verified,
            CellViews.@Nullable PercentView verifiedPercentOfPlan) {}

    /**
     * Why nothing can be written now.
     *
     * @param moment from when it will be possible, or since when it is not
     * @param opener name of the unit that can change that
     */
    record Lock(
            @NotNull Report.Writable why,
            @Nullable Instant moment,
            @NotNull String opener,
            @NotNull String text) {}

    /**
     * A report without its rows: what became of it by a step on its way.
     *
     * @param writable whether the unit may write now, by the business clock; else why not
     * @param lock what to tell whoever wants to write though it is not possible
     */
    record ReportHead(
            @NotNull ReportViews.Line report,
            @NotNull Report.Writable writable,
            @Nullable Lock lock,
            @Nullable String returnedBecause,
            @Nullable Instant openUntil) {}

    /**
     * @param writable whether the unit may write now, by the business clock; else why not
     * @param lock what to tell whoever wants to write though it is not possible
     */
    record Grid(
            @NotNull ReportViews.Line report,
            @NotNull Report.Writable writable,
            @Nullable Lock lock,
            @Nullable String returnedBecause,
            @Nullable Instant openUntil,
            @NotNull List<@NotNull ReportRow> rows) {}
}
