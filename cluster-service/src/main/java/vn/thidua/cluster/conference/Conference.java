package vn.thidua.cluster.conference;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * A meeting of a cluster, which may serve several purposes and more than one season.
 *
 * @param startsAt null when nobody said
 * @param hostUnitId who hosts, often not the head; null when not known
 */
record Conference(
        UUID id,
        UUID clusterId,
        UUID organiserId,
        LocalDate heldOn,
        @Nullable LocalTime startsAt,
        String place,
        @Nullable UUID hostUnitId,
        String title,
        List<Serving> purposes,
        Origin origin,
        long version) {
    enum Purpose {
        SIGNING,
        MID_YEAR,
        YEAR_END,
        PLAN,
        REGULATION,
        ELECTION,
        HANDOVER
    }

    /** What the meeting is for, and for which season. */
    record Serving(Purpose purpose, UUID seasonId) {}

    /** In which capacity somebody attends; SUPERIOR is who speaks for a level above. */
    enum Capacity {
        CHAIR,
        MEMBER,
        GUEST,
        SUPERIOR
    }

    /** A unit, a named guest with the office as printed, or both. */
    record Attendance(
            UUID id,
            @Nullable UUID unitId,
            @Nullable String name,
            @Nullable String office,
            Capacity capacity) {}

    record Paper(
            UUID id,
            @Nullable UUID unitId,
            String title,
            @Nullable String text) {}

    record Resolution(UUID id, @Nullable UUID seasonId, String text) {}

    /**
     * Something the meeting goes through.
     *
     * @param unitId who presents it, or null
     * @param presenter in person, or null
     * @param serves one of the meeting's purposes, or null
     * @param was its position in the agenda before, or null
     */
    record AgendaItem(
            @Nullable LocalTime startsAt,
            @Nullable Integer minutes,
            String title,
            @Nullable UUID unitId,
            @Nullable String presenter,
            @Nullable Serving serves,
            @Nullable Integer was) {}

    Conference {
        purposes = List.copyOf(purposes);
    }

    /** The same meeting one version on, after something was added to its lists. */
    Conference next() {
        return new Conference(
                id, clusterId, organiserId, heldOn, startsAt, place, hostUnitId, title, purposes, origin, version + 1);
    }
}
