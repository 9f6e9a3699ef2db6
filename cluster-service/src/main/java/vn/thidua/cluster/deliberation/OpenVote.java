package vn.thidua.cluster.deliberation;

import vn.thidua.cluster.vote.Rules;

/**
 * An open vote on a draft, counted.
 *
 * @param spoilt ballots on paper without a choice, or with an unclear one; they were cast all the same
 * @param eligible members that could vote
 */
record OpenVote(int votesFor, int against, int abstained, int spoilt, int eligible) {
    /** What it comes to. */
    enum Result {
        ADOPTED,
        /** Too few members voted. */
        BELOW_QUORUM,
        /** Too few voted for it. */
        BELOW_THRESHOLD
    }

    OpenVote {
        if (Math.min(Math.min(votesFor, against), Math.min(abstained, spoilt)) < 0
                || votesFor + against + abstained + spoilt > eligible) {
            throw new IllegalArgumentException("more votes than members, or fewer than none");
        }
    }

    int cast() {
        return votesFor + against + abstained + spoilt;
    }

    /** Quorum first, then the threshold; what nobody is for is not adopted. */
    Result result(Rules rules) {
        if (!rules.quorum().isReachedBy(cast(), eligible)) {
            return Result.BELOW_QUORUM;
        }
        var base = switch (rules.base()) {
            case PRESENT -> cast();
            case ALL_MEMBERS -> eligible;
        };
        return votesFor > 0 && rules.threshold().isReachedBy(votesFor, base) ? Result.ADOPTED : Result.BELOW_THRESHOLD;
    }
}
