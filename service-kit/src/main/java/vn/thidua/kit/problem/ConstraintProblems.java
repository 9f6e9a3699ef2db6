package vn.thidua.kit.problem;

import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;

/**
 * The last line: a database constraint that a use case did not foresee is still a refusal, not a failure. SQLSTATE class 23 is
 * an integrity violation, class 22 is data the database cannot hold. Spring knows no exception for some of what passes.
 */
final class ConstraintProblems {
    private static final Set<String> PASSING = Set.of("08", "53", "55", "57", "58");

    private ConstraintProblems() {}

    static Optional<Problem> of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException postgres && postgres.getSQLState() != null) {
                return ofState(postgres.getSQLState());
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> ofState(String state) {
        return switch (state) {
            case "23505", "23P01", "23503", "40001", "40P01" -> Optional.of(Problem.of(ProblemType.CONFLICT));
            case "23502", "23514", "22001", "22003", "22007", "22008", "22021", "22P02" ->
                Optional.of(Problem.of(ProblemType.INVALID_CONTENT));
            // A lock not had in time, a connection cut, resources at an end: it passes.
            default ->
                PASSING.contains(state.substring(0, 2))
                        ? Optional.of(Problem.of(ProblemType.UNAVAILABLE))
                        : Optional.empty();
        };
    }
}
