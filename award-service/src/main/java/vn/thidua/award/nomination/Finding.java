package vn.thidua.award.nomination;

import vn.thidua.award.award.Condition;

/**
 * What became of one condition.
 *
 * @param number its place in the standard, from 1
 */
record Finding(int number, Condition condition, Outcome outcome, Why why) {
    enum Outcome {
        MET,
        NOT_MET,
        /** Cannot be known here; somebody has to declare it. */
        UNKNOWN
    }

    /** Each names a text of the console. */
    enum Why {
        LEADS_CLUSTER,
        DOES_NOT_LEAD_CLUSTER,
        LEADER_NOT_KNOWN_YET,
        RANKED_HIGH_ENOUGH,
        RANKED_TOO_LOW,
        NOT_RANKED,
        RANKING_NOT_PUBLISHED,
        TARGETS_NOT_KNOWN_HERE,
        TO_BE_DECLARED,
        HELD_OFTEN_ENOUGH,
        /** Together with what predecessors hold, as a verified rule counts it. */
        HELD_WITH_PREDECESSORS,
        /** Too few of its own; predecessors hold some, which no verified rule counts. A hint, and no more. */
        PREDECESSORS_HOLD_SOME,
        REGISTER_MAY_LACK_SOME
    }
}
