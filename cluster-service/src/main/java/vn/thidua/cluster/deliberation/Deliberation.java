package vn.thidua.cluster.deliberation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.vote.Rules;

/**
 * A draft regulation laid before the members of a cluster.
 *
 * @param draft number of the version they comment on
 * @param put number of the version they vote on, the same or a later draft; null before the vote
 * @param commentsUntil last day for comments
 * @param rules of the vote; null before it
 */
record Deliberation(
        UUID id,
        UUID seasonId,
        UUID clusterId,
        UUID organiserId,
        int draft,
        @Nullable Integer put,
        LocalDate commentsUntil,
        Status status,
        @Nullable Rules rules,
        long version) {
    /** How far it is. The last three are for good. */
    enum Status {
        COMMENTING,
        VOTING,
        ADOPTED,
        REJECTED,
        /** Ended without a vote's outcome, with its reason. */
        WITHDRAWN
    }

    /** What a member says to the draft that is put to the vote. */
    enum Choice {
        FOR,
        AGAINST,
        ABSTAIN
    }

    Deliberation at(Status next) {
        return new Deliberation(
                id, seasonId, clusterId, organiserId, draft, put, commentsUntil, next, rules, version + 1);
    }

    Deliberation voting(int newPut, Rules newRules) {
        return new Deliberation(
                id,
                seasonId,
                clusterId,
                organiserId,
                draft,
                newPut,
                commentsUntil,
                Status.VOTING,
                newRules,
                version + 1);
    }
}
