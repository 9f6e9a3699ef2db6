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
}
