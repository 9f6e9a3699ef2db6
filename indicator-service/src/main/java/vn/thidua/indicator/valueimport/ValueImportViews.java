package vn.thidua.indicator.valueimport;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import vn.thidua.indicator.report.ReportedValues;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemRenderer;
import vn.thidua.kit.problem.ProblemType;

/** Imports as they are shown. */
final class ValueImportViews {
    private ValueImportViews() {}

    /**
     * @param dry its values are only judged: what counts as saved would be
     * @param total how many values
     * @param done rows of which it is said what became of them: saved, unchanged and refused together
     * @param errorId of what it failed for, to be quoted
     */
    record ValueImportView(
            @NotNull UUID id,
            @NotNull UUID periodId,
            @NotNull String periodName,
            @NotNull ValueImport.Form form,
            boolean dry,
            @NotNull ValueImport.State state,
            int total,
            int done,
            int saved,
            int unchanged,
            int refused,
            @Nullable UUID errorId,
            @NotNull Instant createdAt,
            @Nullable Instant endedAt) {
        static ValueImportView of(ValueImport one) {
            return new ValueImportView(
                    one.id(),
                    one.periodId(),
                    one.periodName(),
                    one.form(),
                    one.dry(),
                    one.state(),
                    one.total(),
                    one.saved() + one.unchanged() + one.refused(),
                    one.saved(),
                    one.unchanged(),
                    one.refused(),
                    one.errorId(),
                    one.createdAt(),
                    one.endedAt());
        }
    }

    /** @param pointer into what was posted, such as {@code /rows/17/value} */
    record ImportedRowError(
            @NotNull String pointer,
            @NotNull String code,
            @NotNull String detail) {}

    /**
     * @param number its place in what was posted, from 0
     * @param outcome null while it waits
     * @param problem type of the problem where it was refused
     * @param detail the problem in words
     */
    record ImportedRow(
            int number,
            @NotNull String unitCode,
            @NotNull String indicatorCode,
            ReportedValues.@Nullable Outcome outcome,
            @Nullable String problem,
            @Nullable String detail,
            @NotNull List<@NotNull ImportedRowError> errors) {
        static ImportedRow of(ValueImport.Result row, ProblemRenderer texts, Locale locale) {
            var refusal = row.refusal();
            if (refusal == null) {
                return new ImportedRow(
                        row.number(), row.unitCode(), row.indicatorCode(), row.outcome(), null, null, List.of());
            }
            // Only its words are wanted; the status was for the whole of a request.
            var type = new ProblemType(refusal.type(), HttpStatus.UNPROCESSABLE_CONTENT);
            var problem = new Problem(type, refusal.reason(), refusal.arguments(), List.of(), Map.of());
            return new ImportedRow(
                    row.number(),
                    row.unitCode(),
                    row.indicatorCode(),
                    row.outcome(),
                    type.slug(),
                    texts.detail(problem, locale),
                    refusal.errors().stream()
                            .map(error ->
                                    new ImportedRowError(error.pointer(), error.code(), texts.text(error, locale)))
                            .toList());
        }
    }
}
