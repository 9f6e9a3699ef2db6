package vn.thidua.cluster.keytask;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * What a cluster sets itself for a season, is told from above, or pleads for.
 *
 * @param givenBy who gave a directive, as printed
 * @param conferenceId where it was set, if at one
 */
record KeyTask(
        UUID id,
        UUID seasonId,
        UUID clusterId,
        Kind kind,
        String text,
        @Nullable String givenBy,
        @Nullable UUID conferenceId,
        @Nullable UUID ownerUnitId,
        @Nullable LocalDate dueOn,
        Origin origin,
        long version) {
    enum Kind {
        KEY_TASK,
        DIRECTIVE,
        PETITION
    }

    enum Outcome {
        DONE,
        GOING_ON,
        NOT_DONE,
        NOT_STATED
    }

    /** How a later conference found it. */
    record Review(
            UUID id,
            UUID conferenceId,
            Outcome outcome,
            @Nullable String note) {}
}
