package vn.thidua.indicator.report;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.target.Plan;

/** Reports as they are shown. */
final class ReportViews {
    private ReportViews() {}

    /**
     * A line of the board.
     *
     * @param id null until somebody of the unit touches its report
     * @param filled cells with a value or marked as not applicable, of {@code total}
     */
    record Line(
            @Nullable UUID id,
            @NotNull UUID periodId,
            @NotNull UUID seasonId,
            Period.@NotNull Kind periodKind,
            @NotNull String periodName,
            Period.@NotNull State periodState,
            @NotNull Instant dueAt,
            @NotNull Instant closesAt,
            @NotNull UUID unitId,
            @Nullable String unitName,
            Report.@NotNull State state,
            long filled,
            long total,
            @Nullable Instant submittedAt,
            @Nullable Integer daysLate,
            long version) {}

    record FileRef(
            @NotNull UUID id, @NotNull String name, @NotNull String contentType, long size) {}

    /** @param version what If-Match names for the next save; 0 while nobody has written the cell */
    record CellView(
            long version,
            @Nullable UUID revisionId,
            @Nullable BigDecimal value,
            boolean notApplicable,
            Cell.@NotNull Actuality actuality,
            @Nullable String explanation,
            @NotNull List<@NotNull FileRef> evidence,
            @Nullable Instant changedAt,
            @Nullable String changedBy) {}

    record VerifiedView(
            @NotNull UUID id,
            @NotNull BigDecimal value,
            @Nullable String reason,
            @NotNull Instant at,
            @NotNull String by) {}

    /**
     * A percent of plan with its inputs, or why there is none.
     *
     * @param reached numerator; {@code planned} is the denominator
     */
    record PercentView(
            @Nullable BigDecimal percent,
            Plan.@Nullable Held held,
            @Nullable BigDecimal target,
            @Nullable BigDecimal actual,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal reached,
            @Nullable BigDecimal planned,
            Plan.@Nullable Why none) {
        static @Nullable PercentView of(Plan plan, @Nullable BigDecimal actual) {
            if (actual == null) {
                return null;
            }
            return switch (plan.fulfilment(actual)) {
                case Plan.Fulfilment.Percent(
                        var held,
                        var target,
                        var value,
                        var last,
                        var reached,
                        var planned,
                        var percent) -> new PercentView(percent, held, target, value, last, reached, planned, null);
                case Plan.Fulfilment.None(var why) ->
                    new PercentView(null, null, plan.target(), actual, null, null, null, why);
            };
        }
    }

    /** @param lastValue the unit's value in its latest earlier period that was submitted */
    record ReportRow(
            @NotNull UUID indicatorId,
            @NotNull String code,
            @NotNull String name,
            @NotNull String unitOfMeasure,
            Measure.@NotNull ValueKind valueKind,
            Measure.@NotNull Direction direction,
            int decimals,
            boolean evidenceRequired,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            @Nullable BigDecimal lastValue,
            @NotNull CellView cell,
            @Nullable PercentView percentOfPlan,
            @Nullable VerifiedView verified,
            @Nullable PercentView verifiedPercentOfPlan) {}

    /** @param writable whether the unit may write now, by the business clock; else why not */
    record Grid(
            @NotNull Line report,
            Report.@NotNull Writable writable,
            @Nullable String returnedBecause,
            @Nullable Instant openUntil,
            @NotNull List<@NotNull ReportRow> rows) {}

    /** A saved cell; the ETag is its version. */
    record SavedCell(
            @NotNull UUID indicatorId,
            long version,
            @NotNull UUID revisionId,
            @Nullable BigDecimal value,
            boolean notApplicable,
            Cell.@NotNull Actuality actuality,
            @Nullable String explanation,
            @NotNull List<@NotNull UUID> evidence,
            @NotNull Instant changedAt,
            @Nullable PercentView percentOfPlan) {}

    enum EntryKind {
        REVISION,
        VERIFICATION
    }

    /**
     * One thing that happened to a cell.
     *
     * @param version of the cell that it made or spoke of
     * @param role the mandate under which it was done, and the unit that mandate is held at
     */
    record Entry(
            EntryKind kind,
            @NotNull UUID id,
            long version,
            @Nullable BigDecimal value,
            boolean notApplicable,
            @Nullable String text,
            @NotNull List<@NotNull UUID> evidence,
            @NotNull Instant at,
            @NotNull String actor,
            @NotNull UUID mandateId,
            @Nullable String role,
            @Nullable String roleUnitName) {}
}
