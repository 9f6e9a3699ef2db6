package vn.thidua.kit.problem;

/** Carries a refusal out of code that has no other way to answer, such as filters and argument resolvers. No stack trace. */
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type().slug(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
