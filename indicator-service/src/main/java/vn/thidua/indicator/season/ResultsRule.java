package vn.thidua.indicator.season;

import org.jspecify.annotations.Nullable;

/** Who sees the results of a season, by the regulation that its members last adopted. */
public enum ResultsRule {
    /** Each member its own place and score. */
    OWN,
    /** The people of all members. */
    CLUSTER,
    /** Everybody, without a log-in too. */
    PUBLIC;

    /** @param told by the feed; a rule that is not known here yet shows as little as there is to show */
    static ResultsRule of(@Nullable String told) {
        return switch (told) {
            case null -> CLUSTER;
            case "CLUSTER" -> CLUSTER;
            case "PUBLIC" -> PUBLIC;
            default -> OWN;
        };
    }
}
