package vn.thidua.cluster.election;

import org.springframework.http.HttpStatus;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;

/** Why an election cannot be opened, voted in or counted. None of them tells anything of a choice. */
final class ElectionProblems {
    /** The election is not in the state this needs. */
    static final ProblemType STATUS = new ProblemType("election-status", HttpStatus.CONFLICT);
    /** Counting so few ballots would tell the voters' choices. */
    static final ProblemType TOO_FEW = new ProblemType("too-few-ballots", HttpStatus.CONFLICT);
    /** The private key is not in the key folder; nothing is counted, the ballots stay. */
    static final ProblemType KEY_MISSING = new ProblemType("ballot-key-missing", HttpStatus.CONFLICT);
    /** Marks and envelopes do not fit together, or an envelope cannot be opened; nothing is counted. */
    static final ProblemType DAMAGED = new ProblemType("ballots-damaged", HttpStatus.CONFLICT);
    /** The key folder is not there or not set. */
    static final ProblemType KEYS_AWAY = new ProblemType("ballot-keys-unavailable", HttpStatus.SERVICE_UNAVAILABLE);

    private ElectionProblems() {}

    static Problem status(Election.Status status) {
        return Problem.of(STATUS).with("electionStatus", status.name());
    }
}
