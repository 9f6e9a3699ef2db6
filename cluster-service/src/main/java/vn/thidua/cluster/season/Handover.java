package vn.thidua.cluster.season;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * The head of a season handing over to the head of a later one.
 *
 * @param fromUnitId null where nobody is known to have headed
 * @param conferenceId where it was done, if at one
 */
record Handover(
        UUID id,
        UUID clusterId,
        UUID fromSeasonId,
        UUID toSeasonId,
        @Nullable UUID fromUnitId,
        UUID toUnitId,
        LocalDate handedOverOn,
        @Nullable UUID conferenceId,
        @Nullable String note,
        Origin origin) {}
