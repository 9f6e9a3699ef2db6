package vn.thidua.cluster.compact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * The pledge of a cluster's members for a season.
 *
 * @param textSha256 of what is signed; null for one recorded after the fact, whose words are not kept
 * @param members who has to sign; empty for one recorded after the fact
 * @param amending null for a season's first
 */
record Compact(
        UUID id,
        UUID seasonId,
        UUID clusterId,
        UUID organiserId,
        Mode mode,
        String title,
        @Nullable String textSha256,
        Status status,
        @Nullable LocalDate signedOn,
        @Nullable UUID conferenceId,
        List<UUID> members,
        @Nullable Amending amending,
        Origin origin,
        long version) {
    /** Signed here by persons, or entered after the fact without their signatures. */
    enum Mode {
        LIVE,
        RECORDED
    }

    /** A SIGNED one holds until an amendment that all have signed supersedes it; WITHDRAWN and SUPERSEDED are for good. */
    enum Status {
        SIGNING,
        SIGNED,
        SUPERSEDED,
        WITHDRAWN
    }

    /** Which compact it amends, and why. */
    record Amending(UUID compactId, String reason) {}

    Compact {
        members = List.copyOf(members);
    }

    Compact at(Status next, @Nullable LocalDate day) {
        return new Compact(
                id,
                seasonId,
                clusterId,
                organiserId,
                mode,
                title,
                textSha256,
                next,
                day,
                conferenceId,
                members,
                amending,
                origin,
                version + 1);
    }
}
