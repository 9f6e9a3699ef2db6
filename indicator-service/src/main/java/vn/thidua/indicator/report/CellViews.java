package vn.thidua.indicator.report;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Formula;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.catalogue.Units;
import vn.thidua.indicator.target.Plan;

/** One cell of a report as it is shown: what was said, from what it was computed, how it fulfils the plan, and all that happened to it. */
final class CellViews {
    private CellViews() {}

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
     * @param qualifier null where the value is exact
     * @param reached where the target is a list, the names on it that were reached; null while nothing is said of it
     * @param computation from what a computed cell has its value; null where it was typed
     */
    record CellView(
            long version,
            @Nullable UUID revisionId,
            @Nullable BigDecimal value,
            @Nullable TypedView typed,
            @Nullable Qualifier qualifier,
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

    /** A saved cell; the ETag is its version. */
    record SavedCell(
            @NotNull UUID indicatorId,
            long version,
            @NotNull UUID revisionId,
            @Nullable BigDecimal value,
            @Nullable TypedView typed,
            @Nullable Qualifier qualifier,
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
            @Nullable Qualifier qualifier,
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
