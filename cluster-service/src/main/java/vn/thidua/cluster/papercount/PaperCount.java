package vn.thidua.cluster.papercount;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the tellers of a vote on paper counted, as their minutes say.
 *
 * @param issued ballots handed out
 * @param collected ballots that came back, valid ones and invalid ones
 * @param blank valid ballots for nobody
 * @param votes for every option, also those nobody chose
 */
public record PaperCount(int issued, int collected, int valid, int invalid, int blank, Map<String, Integer> votes) {
    /** What does not add up: the field, and the code of what is wrong with it. */
    record Wrong(String field, String code) {}

    public PaperCount {
        votes = Collections.unmodifiableMap(new TreeMap<>(votes));
    }

    /** Holds the numbers against each other and against what was voted on. */
    Optional<Wrong> wrong(PaperPoll.Ballot ballot) {
        return Optional.ofNullable(firstWrong(ballot));
    }

    private @Nullable Wrong firstWrong(PaperPoll.Ballot ballot) {
        if (issued > ballot.eligible()) {
            return new Wrong("/issued", "more-than-members");
        }
        if (collected > issued) {
            return new Wrong("/collected", "more-than-issued");
        }
        if (collected < ballot.fewest()) {
            return new Wrong("/collected", "too-few");
        }
        if ((long) valid + invalid != collected) {
            return new Wrong("/valid", "not-the-sum");
        }
        if (!votes.keySet().equals(ballot.options())) {
            return new Wrong("/votes", "not-the-options");
        }
        var chosen = votes.values().stream().mapToLong(Integer::longValue).sum();
        return chosen + blank == valid ? null : new Wrong("/votes", "not-the-sum");
    }
}
