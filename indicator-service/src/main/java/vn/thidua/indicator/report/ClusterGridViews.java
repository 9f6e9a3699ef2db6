package vn.thidua.indicator.report;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.period.Period;

/** The whole cluster as it is shown. */
final class ClusterGridViews {
    private ClusterGridViews() {}

    /**
     * All reports of a period side by side: members down, indicators across.
     *
     * @param now the business clock by which the states were told, for a countdown
     */
    record ClusterGrid(
            @NotNull UUID periodId,
            @NotNull UUID seasonId,
            @NotNull String name,
            @NotNull Period.State state,
            @NotNull Instant now,
            @NotNull Instant dueAt,
            @NotNull Instant closesAt,
            @NotNull List<@NotNull ClusterIndicator> indicators,
            @NotNull List<@NotNull ClusterUnit> units) {}

    /**
     * @param unitOfMeasure in which most of the members measure it
     * @param levels what its levels are called, the lowest, 1, first; none for other kinds
     * @param furtherUnits in which its values may be typed besides its own
     * @param formula how it is computed, where nobody types it
     */
    record ClusterIndicator(
            @NotNull UUID id,
            @NotNull String code,
            @NotNull String name,
            @NotNull String unitOfMeasure,
            @NotNull Measure.ValueKind valueKind,
            @NotNull Measure.Direction direction,
            int decimals,
            @NotNull List<@NotNull String> levels,
            boolean evidenceRequired,
            GridViews.@Nullable LimitView limit,
            @NotNull List<@NotNull String> furtherUnits,
            @Nullable String formula) {}

    /**
     * A member's report, begun or not.
     *
     * @param writable whether the unit itself may write now; else why not
     * @param cells by the indicators' order, those only that the member has a target of
     */
    record ClusterUnit(
            @NotNull ReportViews.Line report,
            @NotNull String unitCode,
            @NotNull Report.Writable writable,
            @NotNull List<@NotNull ClusterCell> cells) {}

    /**
     * @param version 0 while nobody has written it
     * @param typed null where the value was typed in the indicator's own unit
     * @param qualifier null where the value is exact
     * @param target the number that counts as the plan
     * @param percent of plan that the value comes to, without what is struck
     * @param unitOfMeasure where it is not its column's
     * @param evidence how many files prove it
     * @param struck how many of the names it gives as reached are on its list no more
     * @param named whether its target is a list, so that a number alone does not say what was reached
     */
    record ClusterCell(
            @NotNull UUID indicatorId,
            long version,
            @Nullable BigDecimal value,
            CellViews.@Nullable TypedView typed,
            @Nullable Qualifier qualifier,
            boolean notApplicable,
            @NotNull Cell.Actuality actuality,
            @Nullable BigDecimal target,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal percent,
            @Nullable BigDecimal verified,
            @Nullable String unitOfMeasure,
            boolean explained,
            int evidence,
            boolean named,
            int struck) {}
}
