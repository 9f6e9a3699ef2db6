package vn.thidua.indicator.valueimport;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.report.ReportedValues;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.security.Caller;

/**
 * Many values at once, and how far they are taken.
 *
 * @param dry they are only judged
 * @param total how many values
 */
record ValueImport(
        UUID id,
        UUID periodId,
        String periodName,
        Form form,
        boolean dry,
        State state,
        int total,
        int saved,
        int unchanged,
        int refused,
        @Nullable UUID errorId,
        Instant createdAt,
        @Nullable Instant endedAt) {
    /** How the values came. */
    enum Form {
        ROWS,
        /** As a workbook with a line for each unit. */
        SHEET
    }

    enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        /** Something unexpected came again and again; what was taken until then stays. */
        FAILED
    }

    /** One that is at work, with whom it works as. */
    record Working(UUID id, UUID periodId, Form form, boolean dry, Caller caller) {}

    /** A row as it was sent. */
    record Row(int number, String unitCode, ReportedValues.Value value) {}

    /** What became of a row. */
    record Settled(
            int number,
            ReportedValues.Outcome outcome,
            @Nullable Refusal refusal) {
        static Settled of(Row row, ReportedValues.Taken taken) {
            return new Settled(
                    row.number(),
                    taken.outcome(),
                    taken.outcome() == ReportedValues.Outcome.REFUSED ? Refusal.of(row, taken.errors()) : null);
        }

        static Settled refused(Row row, Problem problem) {
            return new Settled(row.number(), ReportedValues.Outcome.REFUSED, Refusal.of(row, problem));
        }
    }

    /**
     * Why a row was not taken, kept so that it can be told in either language.
     *
     * @param type slug of the problem
     * @param errors with pointers into what was posted, such as {@code /rows/17/value}
     */
    record Refusal(String type, @Nullable String reason, List<Object> arguments, List<FieldError> errors) {
        Refusal {
            arguments = List.copyOf(arguments);
            errors = List.copyOf(errors);
        }

        static Refusal of(Row row, List<FieldError> errors) {
            return of(row, Problem.invalid(errors));
        }

        static Refusal of(Row row, Problem problem) {
            return new Refusal(
                    problem.type().slug(),
                    problem.reason(),
                    problem.arguments(),
                    problem.errors().stream()
                            .map(error -> new FieldError(
                                    "/rows/" + row.number() + error.pointer(), error.code(), error.arguments()))
                            .toList());
        }
    }

    /** A row with what became of it; outcome null while it waits. */
    record Result(
            int number,
            String unitCode,
            String indicatorCode,
            ReportedValues.@Nullable Outcome outcome,
            @Nullable Refusal refusal) {}
}
