package vn.thidua.indicator.report;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.period.Period;

/** Reports as lists show them, and what became of a spreadsheet. */
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
}
