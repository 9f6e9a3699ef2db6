package vn.thidua.indicator.report;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Bound;
import vn.thidua.indicator.catalogue.Formula;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Units;
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
     * @param openUntil until when this unit may write though the period is closed for the others
     * @param now the business clock by which the states were told, for a countdown
     */
    record Line(
            @Nullable UUID id,
            @NotNull UUID periodId,
            @NotNull UUID seasonId,
            @NotNull Period.Kind periodKind,
            @NotNull String periodName,
            @NotNull Period.State periodState,
            @NotNull Instant dueAt,
            @NotNull Instant closesAt,
            @NotNull UUID unitId,
            @Nullable String unitName,
            @NotNull Report.State state,
            long filled,
            long total,
            @Nullable Instant submittedAt,
            @Nullable Integer daysLate,
            @Nullable Instant openUntil,
            @NotNull Instant now,
            long version) {}

    record FileRef(
            @NotNull UUID id, @NotNull String name, @NotNull String contentType, long size) {}

    /** A number as it was typed, in another unit than the indicator's own. */
    record TypedView(@NotNull BigDecimal value, @NotNull String unitOfMeasure) {
        static @Nullable TypedView of(Units.@Nullable Typed typed) {
            return typed == null ? null : new TypedView(typed.number(), typed.unit());
        }
    }

    record ComputedFrom(
            @NotNull UUID indicatorId,
            @NotNull String code,
            @Nullable UUID revisionId,
            @Nullable BigDecimal value,
            boolean notApplicable) {}

    /**
     * From what a computed cell has its value.
     *
     * @param none why it has none, or null
     * @param noneBecause code of the input at fault, or null
     */
    record ComputationView(
            @NotNull String formula,
            Formula.@Nullable Why none,
            @Nullable String noneBecause,
            @NotNull List<@NotNull ComputedFrom> inputs) {
        static @Nullable ComputationView of(@Nullable Computation computation) {
            return computation == null
                    ? null
                    : new ComputationView(
                            computation.formula(),
                            computation.none(),
                            computation.noneBecause(),
                            computation.inputs().stream()
                                    .map(input -> new ComputedFrom(
                                            input.indicatorId(),
                                            input.code(),
                                            input.revisionId(),
                                            input.value(),
                                            input.notApplicable()))
                                    .toList());
        }
    }

    /**
     * @param version what If-Match names for the next save; 0 while nobody has written the cell
     * @param value in the indicator's own unit of measure
     * @param typed null where it was typed in that unit
     * @param reached where the target is a list, the names on it that were reached; null while nothing is said of it
     * @param computation from what a computed cell has its value; null where it was typed
     */
    record CellView(
            long version,
            @Nullable UUID revisionId,
            @Nullable BigDecimal value,
            @Nullable TypedView typed,
            @Nullable List<@NotNull String> reached,
            boolean notApplicable,
            @NotNull Cell.Actuality actuality,
            @Nullable String explanation,
            @NotNull List<@NotNull FileRef> evidence,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            @Nullable ComputationView computation) {}

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

    /** Within what the value itself must lie ({@code ERROR}), or is expected to. */
    record LimitView(
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            @NotNull Bound.Severity severity) {}

    record YearView(@Nullable BigDecimal assigned, @Nullable BigDecimal registered) {}

    /** @param amendedAt since when the target says what it says now */
    record FirstView(
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @NotNull Instant amendedAt,
            @Nullable PercentView percentOfPlan) {}

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
     */
    record ReportRow(
            @NotNull UUID indicatorId,
            @NotNull String code,
            @NotNull String name,
            @NotNull String unitOfMeasure,
            @NotNull Measure.ValueKind valueKind,
            @NotNull Measure.Direction direction,
            int decimals,
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
            @NotNull CellView cell,
            @Nullable PercentView percentOfPlan,
            @Nullable VerifiedView verified,
            @Nullable PercentView verifiedPercentOfPlan) {}

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
     * How a period's reports stand, among those that the caller sees.
     *
     * @param secondsToDue for a countdown, by the business clock; negative afterwards
     * @param counts of every state, also those that nobody is in
     */
    record Board(
            @NotNull UUID periodId,
            @NotNull UUID seasonId,
            @NotNull String name,
            @NotNull Period.State state,
            @NotNull Instant now,
            @NotNull Instant dueAt,
            @NotNull Instant closesAt,
            long secondsToDue,
            long secondsToClose,
            int members,
            @NotNull Map<Report.@NotNull State, @NotNull Integer> counts,
            @NotNull List<@NotNull Line> lines) {}

    /**
     * @param writable whether the unit may write now, by the business clock; else why not
     * @param lock what to tell whoever wants to write though it is not possible
     */
    record Grid(
            @NotNull Line report,
            @NotNull Report.Writable writable,
            @Nullable Lock lock,
            @Nullable String returnedBecause,
            @Nullable Instant openUntil,
            @NotNull List<@NotNull ReportRow> rows) {}

    /** A saved cell; the ETag is its version. */
    record SavedCell(
            @NotNull UUID indicatorId,
            long version,
            @NotNull UUID revisionId,
            @Nullable BigDecimal value,
            @Nullable TypedView typed,
            @Nullable List<@NotNull String> reached,
            boolean notApplicable,
            @NotNull Cell.Actuality actuality,
            @Nullable String explanation,
            @NotNull List<@NotNull UUID> evidence,
            @NotNull Instant changedAt,
            @Nullable PercentView percentOfPlan) {}

    record CellError(
            @NotNull String pointer,
            @NotNull String code,
            @NotNull String detail) {}

    /**
     * What became of one cell of a block.
     *
     * @param cell what stands there now, null when the report has no such indicator
     */
    record BlockResult(
            @NotNull UUID indicatorId,
            @NotNull Block.Outcome outcome,
            @NotNull List<@NotNull CellError> errors,
            @Nullable CellView cell,
            @Nullable PercentView percentOfPlan) {}

    /** What became of a block; results in the order of the request. */
    record SavedBlock(
            int saved,
            int unchanged,
            int stale,
            int refused,
            @NotNull List<@NotNull BlockResult> results) {}

    /**
     * Something that the checks found.
     *
     * @param observed the value, or the percent of what it was compared with
     * @param explained whether the cell has the explanation that a warning needs
     */
    record FindingView(
            @NotNull UUID indicatorId,
            @NotNull String code,
            @NotNull String name,
            @NotNull Checks.Kind kind,
            @NotNull Bound.Severity severity,
            @Nullable BigDecimal observed,
            @Nullable BigDecimal lower,
            @Nullable BigDecimal upper,
            boolean explained,
            boolean blocks,
            @NotNull String text) {}

    /** @param ready whether the report could be handed in as it stands */
    record Readiness(
            boolean ready,
            int errors,
            int warnings,
            int unexplained,
            @NotNull List<@NotNull FindingView> findings) {}

    /** @param number counts the times a report was handed in, from 1 */
    record Submission(
            @NotNull UUID id,
            int number,
            @NotNull Instant at,
            @NotNull String by) {}

    record Side(
            @NotNull UUID revisionId,
            @Nullable BigDecimal value,
            boolean notApplicable,
            @NotNull Cell.Actuality actuality,
            @Nullable String explanation,
            @NotNull List<@NotNull UUID> evidence,
            @NotNull Instant at,
            @NotNull String by) {}

    /** @param before null where the cell was untouched then */
    record Change(
            @NotNull UUID indicatorId,
            @NotNull String code,
            @NotNull String name,
            @Nullable Side before,
            @NotNull Side after) {}

    /** @param since the submission that was compared with, null when there is none to compare with */
    record Changes(@Nullable Submission since, @NotNull List<@NotNull Change> cells) {}

    /**
     * What is wrong with a row of a spreadsheet.
     *
     * @param row as the spreadsheet shows it
     * @param column heading of the cell at fault
     */
    record RowError(
            int row,
            @NotNull String column,
            @NotNull String code,
            @NotNull String detail) {}

    /**
     * What became of a spreadsheet. In a dry run the counts are what would be.
     *
     * @param applied whether the right rows were saved
     * @param unchanged rows that nobody touched, or that stand there like that already
     */
    record TakenSheet(
            @NotNull BlockService.Mode mode,
            boolean applied,
            int rows,
            int saved,
            int unchanged,
            int stale,
            int refused,
            @NotNull List<@NotNull RowError> errors) {}

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
            @Nullable TypedView typed,
            @Nullable List<@NotNull String> reached,
            boolean notApplicable,
            @Nullable String text,
            @NotNull List<@NotNull UUID> evidence,
            @NotNull Instant at,
            @NotNull String actor,
            @NotNull UUID mandateId,
            @Nullable String role,
            @Nullable String roleUnitName,
            @Nullable ComputationView computation) {}
}
