package vn.thidua.cluster.vote;

/**
 * What a vote needs to decide anything, as the cluster's regulation says.
 *
 * @param quorum share of the members that must have voted
 * @param threshold share of the base that the first, or what is voted on, must have
 */
public record Rules(Fraction quorum, Fraction threshold, Base base) {
    /** Of what the threshold is a share. */
    public enum Base {
        /** The votes cast, blank ones and abstentions included. */
        PRESENT,
        ALL_MEMBERS
    }
}
