package vn.thidua.cluster.deliberation;

import org.springframework.http.HttpStatus;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Why a draft cannot be commented on, voted on or adopted. */
final class DeliberationProblems {
    /** It is not in the state this needs. */
    static final ProblemType STATUS = new ProblemType("deliberation-status", HttpStatus.CONFLICT);
    /** The days for comments are over, or not yet. */
    static final ProblemType DAYS = new ProblemType("deliberation-days", HttpStatus.CONFLICT);
    /** There are comments without an answer. */
    static final ProblemType UNANSWERED = new ProblemType("comments-unanswered", HttpStatus.CONFLICT);
    /** The member has voted, and otherwise. */
    static final ProblemType VOTED = new ProblemType("already-voted", HttpStatus.CONFLICT);

    private DeliberationProblems() {}

    static Problem status(Deliberation deliberation) {
        return Problem.of(STATUS)
                .with("deliberationStatus", deliberation.status().name());
    }

    static Problem days(Deliberation deliberation) {
        return Problem.of(DAYS)
                .with("commentsUntil", deliberation.commentsUntil().toString());
    }
}
