package vn.thidua.cluster.season;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * The cycle of a cluster, with who leads it and by which regulation.
 *
 * @param organiserId of its cluster
 * @param until first day that is no longer in it
 * @param regulation the newest version, or null
 */
record Season(
        UUID id,
        UUID clusterId,
        UUID organiserId,
        String name,
        LocalDate from,
        LocalDate until,
        Mode mode,
        State state,
        @Nullable String closeReason,
        Origin origin,
        List<Headship> headships,
        @Nullable Regulation regulation,
        long version) {
    /** RECORDED: entered after the fact; no deadlines, no reminders, no rules run. */
    enum Mode {
        LIVE,
        RECORDED
    }

    enum State {
        PLANNED,
        OPEN,
        CLOSED
    }

    Season {
        headships = List.copyOf(headships);
    }

    /** A season recorded after the fact is never waiting to begin: it is over, or still going on. */
    static State firstState(Mode mode, LocalDate until, LocalDate today) {
        if (mode == Mode.LIVE) {
            return State.PLANNED;
        }
        return until.isAfter(today) ? State.OPEN : State.CLOSED;
    }

    /** What was settled in the platform stays as it was; what is only recorded may be corrected. */
    boolean isSettled() {
        return mode == Mode.LIVE && state == State.CLOSED;
    }

    Season changed(String newName, LocalDate newFrom, LocalDate newUntil, Origin newOrigin, LocalDate today) {
        var newState = mode == Mode.RECORDED ? firstState(mode, newUntil, today) : state;
        var reason = newState == State.CLOSED ? closeReason : null;
        return copy(newName, newFrom, newUntil, newState, reason, newOrigin, headships, regulation);
    }

    Season in(State newState, @Nullable String reason) {
        return copy(name, from, until, newState, reason, origin, headships, regulation);
    }

    Season with(Headship headship) {
        var more = new ArrayList<>(headships);
        more.add(headship);
        return copy(name, from, until, state, closeReason, origin, more, regulation);
    }

    Season with(Headship corrected, Headship was) {
        var others = headships.stream().map(h -> h.equals(was) ? corrected : h).toList();
        return copy(name, from, until, state, closeReason, origin, others, regulation);
    }

    Season without(Headship withdrawn) {
        var fewer = headships.stream().filter(h -> !h.equals(withdrawn)).toList();
        return copy(name, from, until, state, closeReason, origin, fewer, regulation);
    }

    Season with(Regulation newest) {
        return copy(name, from, until, state, closeReason, origin, headships, newest);
    }

    private Season copy(
            String newName,
            LocalDate newFrom,
            LocalDate newUntil,
            State newState,
            @Nullable String reason,
            Origin newOrigin,
            List<Headship> newHeadships,
            @Nullable Regulation newRegulation) {
        return new Season(
                id,
                clusterId,
                organiserId,
                newName,
                newFrom,
                newUntil,
                mode,
                newState,
                reason,
                newOrigin,
                newHeadships,
                newRegulation,
                version + 1);
    }
}
