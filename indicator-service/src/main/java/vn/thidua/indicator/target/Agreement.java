package vn.thidua.indicator.target;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a unit and those who lead its season agree on what the unit is to reach.
 *
 * @param last the step that brought it there, null where the unit never proposed
 * @param version counts the steps, from 0
 * @param since when that step was made
 * @param by account of who made it
 */
record Agreement(
        UUID unitId,
        @Nullable Step last,
        long version,
        @Nullable Instant since,
        @Nullable String by) {
    enum Status {
        DRAFT,
        PROPOSED,
        NEGOTIATED,
        APPROVED
    }

    enum Step {
        /** By the unit. */
        PROPOSED(Status.PROPOSED),
        /** Of a number that was proposed or agreed, by those above; now the unit agrees or takes it back. */
        CHANGED(Status.PROPOSED),
        /** By the unit, before it was answered. */
        WITHDRAWN(Status.DRAFT),
        /** By those above, with a reason. */
        RETURNED(Status.DRAFT),
        /** By the side that did not speak last. */
        AGREED(Status.NEGOTIATED),
        /** By the organiser's office. */
        APPROVED(Status.APPROVED),
        /** By the organiser's office, with a reason. */
        REOPENED(Status.DRAFT);

        private final Status status;

        Step(Status status) {
            this.status = status;
        }

        Status status() {
            return status;
        }
    }

    /** Who is to answer what was proposed. */
    enum Side {
        UNIT,
        /** The organiser's office, and the head of the season unless the unit is the head. */
        ABOVE
    }

    static Agreement none(UUID unitId) {
        return new Agreement(unitId, null, 0, null, null);
    }

    Status status() {
        return last == null ? Status.DRAFT : last.status();
    }

    /** Null where nothing waits for an answer. */
    @Nullable
    Side turn() {
        return turn(last);
    }

    static @Nullable Side turn(@Nullable Step last) {
        return last == Step.PROPOSED ? Side.ABOVE : last == Step.CHANGED ? Side.UNIT : null;
    }
}
