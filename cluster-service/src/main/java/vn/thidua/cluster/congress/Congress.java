package vn.thidua.cluster.congress;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A congress of emulation (Đại hội thi đua yêu nước).
 *
 * @param unitId who holds it
 * @param termFrom first year of its term, which lasts five years
 */
record Congress(
        UUID id, UUID unitId, int termFrom, LocalDate heldOn, String place, String theme, State state, long version) {
    /** Years between the first and the last of a term. */
    static final int TERM = 5;

    enum State {
        PREPARING,
        HELD,
        /** Everything it resolved is done. */
        CLOSED
    }

    Congress at(State next) {
        return new Congress(id, unitId, termFrom, heldOn, place, theme, next, version + 1);
    }

    int termTo() {
        return termFrom + TERM;
    }
}
