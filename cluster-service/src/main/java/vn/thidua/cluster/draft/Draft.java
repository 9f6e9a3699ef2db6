package vn.thidua.cluster.draft;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A paper of a conference in draft, laid before those who will be there.
 *
 * @param seasonId in whose course the units are told
 * @param number of the newest version, which is the one commented on
 * @param commentsUntil last day for comments
 */
record Draft(
        UUID id,
        UUID conferenceId,
        UUID organiserId,
        UUID seasonId,
        Kind kind,
        String title,
        int number,
        LocalDate commentsUntil,
        boolean withdrawn,
        long version) {
    /** A regulation is none of them: it is voted on, paragraph by paragraph, elsewhere. */
    enum Kind {
        REPORT,
        PLAN,
        CRITERIA,
        COMPACT,
        RESOLUTION,
        OTHER
    }

    /**
     * What a version says: in words, in a file, or both.
     *
     * @param note what is different from the version before; null for the first
     */
    record Content(
            @Nullable String text,
            @Nullable UUID fileId,
            @Nullable String note) {}

    Draft renewed(LocalDate until) {
        return new Draft(
                id, conferenceId, organiserId, seasonId, kind, title, number + 1, until, withdrawn, version + 1);
    }

    Draft takenBack() {
        return new Draft(
                id, conferenceId, organiserId, seasonId, kind, title, number, commentsUntil, true, version + 1);
    }
}
