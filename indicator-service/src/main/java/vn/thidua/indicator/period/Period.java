package vn.thidua.indicator.period;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A window for the reports of a season.
 *
 * @param opensAt from when reports are written
 * @param dueAt until when they are in time
 * @param closesAt from when nothing is taken any more; between due and closing they are late
 */
public record Period(
        UUID id,
        UUID seasonId,
        Kind kind,
        String name,
        Instant opensAt,
        Instant dueAt,
        Instant closesAt,
        long version) {
    public static final String AGGREGATE = "period";

    public enum Kind {
        /** sáu tháng đầu năm. */
        H1,
        /** chín tháng. */
        M9,
        YEAR
    }

    public enum State {
        UPCOMING,
        OPEN,
        GRACE,
        CLOSED
    }

    public Period {
        requireNonNull(kind, "kind is null");
        if (!opensAt.isBefore(dueAt) || closesAt.isBefore(dueAt)) {
            throw new IllegalArgumentException("opens " + opensAt + ", due " + dueAt + ", closes " + closesAt);
        }
    }

    /** The state at that moment of the business clock. What happens on the stroke of the due moment is in time. */
    public State stateAt(Instant now) {
        if (now.isBefore(opensAt)) {
            return State.UPCOMING;
        }
        if (!now.isBefore(closesAt)) {
            return State.CLOSED;
        }
        return now.isAfter(dueAt) ? State.GRACE : State.OPEN;
    }
}
