package vn.thidua.indicator.report;

import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Bound;
import vn.thidua.indicator.catalogue.Qualifier;

/** What is to be looked at before a report goes on: what the checks found, and what changed since it was handed in. */
final class ReviewViews {
    private ReviewViews() {}

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

    /** @param qualifier null where the value is exact */
    record Side(
            @NotNull UUID revisionId,
            @Nullable BigDecimal value,
            @Nullable Qualifier qualifier,
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
}
