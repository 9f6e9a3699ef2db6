package vn.thidua.cluster.season;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * A unit that leads a cluster for a season.
 *
 * @param conferenceId where it was chosen or took over, if known
 * @param handedOverOn from when it leads, which may be before the season; null when not stated
 * @param representative who speaks for the unit, as printed
 */
record Headship(
        UUID id,
        UUID unitId,
        Role role,
        How how,
        @Nullable UUID conferenceId,
        @Nullable LocalDate handedOverOn,
        @Nullable String representative,
        Origin origin) {
    /**
     * Cụm/khối trưởng: at most one a season. Cụm/khối phó: any number. Thường trực cụm: head and deputies by their office, and whoever
     * else is named; it assists and does not act for the cluster.
     */
    enum Role {
        HEAD,
        DEPUTY,
        STANDING_GROUP
    }

    enum How {
        ELECTED,
        ROTATION,
        APPOINTED,
        NOT_STATED
    }

    Headship tookOver(LocalDate on) {
        return new Headship(id, unitId, role, how, conferenceId, on, representative, origin);
    }
}
