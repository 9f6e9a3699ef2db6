package vn.thidua.cluster.election;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.vote.Rules;

/**
 * The ballots of an election, counted.
 *
 * @param votes for every candidate, also those nobody chose
 * @param invalid ballots on paper that say nothing clear; they were cast all the same
 * @param eligible members that could cast a ballot
 */
record Tally(Map<UUID, Integer> votes, int blank, int invalid, int eligible) {
    Tally {
        votes = Collections.unmodifiableMap(new TreeMap<>(votes));
        if (cast(votes, blank + invalid) > eligible) {
            throw new IllegalArgumentException("more ballots than members");
        }
    }

    /**
     * Counts.
     *
     * @param choices one for each ballot, null for a blank one; each other is a candidate
     */
    static Tally of(List<@Nullable UUID> choices, Collection<UUID> candidates, int eligible) {
        var votes = new TreeMap<UUID, Integer>();
        candidates.forEach(candidate -> votes.put(candidate, 0));
        int blank = 0;
        for (var choice : choices) {
            if (choice == null) {
                blank++;
            } else if (votes.computeIfPresent(choice, (_, n) -> n + 1) == null) {
                throw new IllegalArgumentException("a ballot for somebody who is no candidate");
            }
        }
        return new Tally(votes, blank, 0, eligible);
    }

    int cast() {
        return cast(votes, blank + invalid);
    }

    /** What the ballots decide under those rules: quorum first, then the threshold, then whether one alone is first. */
    Result result(Rules rules) {
        if (!rules.quorum().isReachedBy(cast(), eligible)) {
            return new Result.NoDecision(Result.Reason.BELOW_QUORUM);
        }
        var most = Collections.max(votes.values());
        var first = new ArrayList<UUID>();
        votes.forEach((candidate, n) -> {
            if (n.equals(most)) {
                first.add(candidate);
            }
        });
        var base = switch (rules.base()) {
            case PRESENT -> cast();
            case ALL_MEMBERS -> eligible;
        };
        if (most == 0 || !rules.threshold().isReachedBy(most, base)) {
            return new Result.NoDecision(Result.Reason.BELOW_THRESHOLD);
        }
        return first.size() == 1 ? new Result.Elected(first.getFirst()) : new Result.NoDecision(Result.Reason.TIE);
    }

    private static int cast(Map<UUID, Integer> votes, int others) {
        return votes.values().stream().mapToInt(Integer::intValue).sum() + others;
    }
}
