package vn.thidua.cluster.papercount;

import java.util.Set;
import java.util.UUID;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** A kind of vote that may be held on paper. The features that hold votes say what becomes of a confirmed count. */
public interface PaperPoll {
    /** What is voted on. */
    enum Kind {
        ELECTION,
        DELIBERATION
    }

    /**
     * A vote as its tellers need it.
     *
     * @param options what may be chosen
     * @param eligible members that may vote
     * @param fewest ballots that must have come back, so that their mere count does not tell who chose what
     */
    record Ballot(Set<String> options, int eligible, int fewest) {
        public Ballot {
            options = Set.copyOf(options);
        }
    }

    Kind kind();

    /**
     * The season in which it is held.
     *
     * @throws vn.thidua.kit.problem.ProblemException 404 when there is no such vote
     */
    Seasons.Ref season(UUID pollId);

    /**
     * The vote, held against whoever would open, close or void it.
     *
     * @throws vn.thidua.kit.problem.ProblemException 409 when it cannot be counted on paper any more
     */
    Ballot held(UUID pollId);

    /** Decides by a count that two tellers stand for: the same outcome and events as an electronic count has. */
    void decide(Caller caller, Basis basis, UUID pollId, PaperCount count);
}
