package vn.thidua.indicator.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.period.Period;

/**
 * A member's report in a period.
 *
 * @param openUntil until when it may be written though its period is closed, as it was returned so or opened for its unit; or null
 */
record Report(
        UUID id,
        UUID unitId,
        Status status,
        @Nullable Instant openUntil,
        @Nullable String returnedBecause,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        long version,
        Period period) {
    static final String AGGREGATE = "report";

    /** What is stored; what is shown depends on the clock and the cells too. */
    enum Status {
        DRAFT,
        SUBMITTED,
        RETURNED,
        ACCEPTED
    }

    enum State {
        NOT_STARTED,
        IN_WORK,
        /** Not submitted though due. */
        LATE,
        SUBMITTED,
        RETURNED,
        ACCEPTED;

        static State of(@Nullable Status status, long touched, Period period, Instant now) {
            return switch (status) {
                case SUBMITTED -> SUBMITTED;
                case RETURNED -> RETURNED;
                case ACCEPTED -> ACCEPTED;
                case DRAFT -> unsubmitted(touched, period, now);
                case null -> unsubmitted(touched, period, now);
            };
        }

        private static State unsubmitted(long touched, Period period, Instant now) {
            if (now.isAfter(period.dueAt())) {
                return LATE;
            }
            return touched == 0 ? NOT_STARTED : IN_WORK;
        }
    }

    /** Whether, and if not why, a unit may write a report at a moment. */
    enum Writable {
        YES,
        NOT_WITH_UNIT,
        NOT_OPEN_YET,
        CLOSED
    }

    Writable writableAt(Instant now) {
        return writableAt(status, openUntil, period, now);
    }

    static Writable writableAt(Status status, @Nullable Instant openUntil, Period period, Instant now) {
        var withUnit = status != Status.SUBMITTED && status != Status.ACCEPTED;
        return writableAt(withUnit, openUntil, period.stateAt(now), now);
    }

    /** @param withUnit it is neither handed in nor accepted, or not begun at all */
    static Writable writableAt(boolean withUnit, @Nullable Instant openUntil, Period.State state, Instant now) {
        if (!withUnit) {
            return Writable.NOT_WITH_UNIT;
        }
        return switch (state) {
            case UPCOMING -> Writable.NOT_OPEN_YET;
            case OPEN, GRACE -> Writable.YES;
            case CLOSED -> openUntil != null && now.isBefore(openUntil) ? Writable.YES : Writable.CLOSED;
        };
    }
}
