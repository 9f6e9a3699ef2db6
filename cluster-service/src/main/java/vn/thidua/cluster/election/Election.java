package vn.thidua.cluster.election;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.vote.Rules;

/**
 * The election of the unit that leads in a season, held at a conference of its cluster. Nothing here says who chose whom.
 *
 * @param clusterId the cluster of both season and conference
 * @param organiserId the unit whose council ranks the cluster
 * @param keyId names the session's private key in the key folder; from the opening on
 */
record Election(
        UUID id,
        UUID seasonId,
        UUID conferenceId,
        UUID clusterId,
        UUID organiserId,
        String title,
        List<UUID> candidates,
        Rules rules,
        Status status,
        @Nullable UUID keyId,
        long version) {
    /** How far an election is. COUNTED and VOID are for good. */
    enum Status {
        DRAFT,
        OPEN,
        COUNTED,
        /** Ended without a count, with its reason. */
        VOID
    }

    /**
     * Fewer ballots than these would tell the voters' choices by their mere count. An election with fewer voters is not opened,
     * one with fewer ballots is not counted.
     */
    static final int FEWEST_BALLOTS = 3;

    Election {
        candidates = List.copyOf(candidates);
    }

    Election at(Status next) {
        return new Election(
                id, seasonId, conferenceId, clusterId, organiserId, title, candidates, rules, next, keyId, version + 1);
    }
}
