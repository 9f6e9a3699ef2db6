package vn.thidua.cluster.cluster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thidua.cluster.recording.Origin;

/**
 * A group of like units that compete, with everybody who is or was its member.
 *
 * @param organiserId the unit whose council ranks the cluster; never changes
 */
public record Cluster(
        UUID id,
        String code,
        String name,
        Kind kind,
        UUID organiserId,
        @Nullable LocalDate foundedOn,
        Origin origin,
        List<Membership> members,
        long version) {
    /** By territory (cụm) or by function (khối). */
    public enum Kind {
        REGIONAL,
        SECTORAL
    }

    /**
     * A unit's time in a cluster.
     *
     * @param until first day on which it is no longer a member, or null
     */
    record Membership(
            UUID id,
            UUID unitId,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String leaveReason,
            Origin origin) {
        Membership corrected(LocalDate newFrom, @Nullable LocalDate newUntil, Origin newOrigin) {
            return new Membership(id, unitId, newFrom, newUntil, newUntil == null ? null : leaveReason, newOrigin);
        }

        Membership left(LocalDate newUntil, String reason) {
            return new Membership(id, unitId, from, newUntil, reason, origin);
        }
    }

    public Cluster {
        members = List.copyOf(members);
    }

    Cluster changed(String newCode, String newName, Kind newKind, @Nullable LocalDate newFoundedOn, Origin newOrigin) {
        return new Cluster(id, newCode, newName, newKind, organiserId, newFoundedOn, newOrigin, members, version + 1);
    }

    Cluster without(Membership member) {
        var fewer = members.stream().filter(m -> !m.id().equals(member.id())).toList();
        return new Cluster(id, code, name, kind, organiserId, foundedOn, origin, fewer, version + 1);
    }

    Cluster with(Membership member) {
        var more = Stream.concat(members.stream().filter(m -> !m.id().equals(member.id())), Stream.of(member))
                .sorted(java.util.Comparator.comparing(Membership::from).thenComparing(Membership::id))
                .toList();
        return new Cluster(id, code, name, kind, organiserId, foundedOn, origin, more, version + 1);
    }
}
