package vn.thidua.cluster.election;

import java.util.UUID;

/** What an election decided: a unit, or nothing and why. */
sealed interface Result {
    record Elected(UUID unitId) implements Result {}

    record NoDecision(Reason reason) implements Result {}

    /** Why nothing was decided. */
    enum Reason {
        /** Too few members cast a ballot. */
        BELOW_QUORUM,
        /** The first has too few votes. */
        BELOW_THRESHOLD,
        /** Several are first. */
        TIE
    }
}
