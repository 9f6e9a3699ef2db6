package vn.thidua.cluster.compact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
        List<Member> members,
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

    /**
     * A member and who signs for it.
     *
     * @param capacities one for each leader that has to sign; none where one leader does without saying in which
     */
    record Member(UUID unitId, List<String> capacities) {
        Member {
            capacities = List.copyOf(capacities);
        }

        /** Which of the signatories that is, from 1: the only one need not be named; empty when there is no such. */
        OptionalInt signatory(@Nullable String capacity) {
            if (capacity == null) {
                return capacities.size() > 1 ? OptionalInt.empty() : OptionalInt.of(1);
            }
            var at = capacities.indexOf(capacity);
            return at < 0 ? OptionalInt.empty() : OptionalInt.of(at + 1);
        }
    }

    /** Which compact it amends, and why. */
    record Amending(UUID compactId, String reason) {}

    Compact {
        members = List.copyOf(members);
    }

    Optional<Member> member(UUID unitId) {
        return members.stream().filter(member -> member.unitId().equals(unitId)).findFirst();
    }

    Compact at(Status next, @Nullable LocalDate day) {
        return changed(next, day, members, version + 1);
    }

    /** The same, signed for by those. */
    Compact by(List<Member> signing) {
        return changed(status, signedOn, signing, version);
    }

    private Compact changed(Status next, @Nullable LocalDate day, List<Member> signing, long nextVersion) {
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
                signing,
                amending,
                origin,
                nextVersion);
    }
}
