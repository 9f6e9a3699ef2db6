package vn.thidua.cluster.election;

/**
 * What an election needs to decide anything, as the cluster's regulation says.
 *
 * @param quorum share of the members that must have cast a ballot
 * @param threshold share of the base that the first must have
 */
record Rules(Fraction quorum, Fraction threshold, Base base) {
    /** Of what the threshold is a share. */
    enum Base {
        /** The ballots cast, blank ones included. */
        PRESENT,
        ALL_MEMBERS
    }
}
