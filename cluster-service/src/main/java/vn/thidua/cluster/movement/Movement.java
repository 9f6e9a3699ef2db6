package vn.thidua.cluster.movement;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * A campaign of emulation (phong trào thi đua).
 *
 * @param seasonId the season of a cluster it belongs to, or null
 * @param unitId who launched it
 */
record Movement(
        UUID id,
        @Nullable UUID seasonId,
        UUID unitId,
        Level level,
        Kind kind,
        String name,
        @Nullable LocalDate launchedOn,
        Plan plan,
        Closing closing,
        Origin origin,
        long version) {
    enum Level {
        CENTRAL,
        PROVINCE,
        CLUSTER,
        UNIT
    }

    /** Thường xuyên; chuyên đề; đợt đặc biệt. */
    enum Kind {
        REGULAR,
        THEMATIC,
        SPECIAL
    }

    enum State {
        OPEN,
        /** Nobody joins or reports any more. */
        CLOSED
    }

    /** Sơ kết; tổng kết. */
    enum Stage {
        MID_TERM,
        FINAL
    }

    /**
     * What it is to be.
     *
     * @param to the last day; null of a movement without a planned end
     * @param text with which it was launched
     * @param criteria by which it is judged
     * @param parentId the higher movement that it answers, or null
     */
    record Plan(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String text,
            @Nullable String criteria,
            @Nullable UUID parentId) {
        MovementLength length() {
            return MovementLength.of(from, to);
        }
    }

    /**
     * Whether it is over.
     *
     * @param on null while it is open
     * @param because why it was closed without its final review, or null
     * @param reopenedBecause why it is open again, or null
     */
    record Closing(
            @Nullable LocalDate on,
            @Nullable String because,
            @Nullable String reopenedBecause) {
        static final Closing NONE = new Closing(null, null, null);

        State state() {
            return on == null ? State.OPEN : State.CLOSED;
        }
    }

    Movement at(Closing next) {
        return new Movement(id, seasonId, unitId, level, kind, name, launchedOn, plan, next, origin, version + 1);
    }

    /** The first day that is known of it. */
    @Nullable
    LocalDate begins() {
        return launchedOn == null ? plan.from() : launchedOn;
    }
}
