package vn.thidua.cluster.cluster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.database.Rows;

/** Writes clusters and their members. */
@Repository
class ClusterStore {
    /** A membership that stands in the way of another one, and its cluster. */
    record Standing(UUID id, UUID clusterId, boolean sameStart) {}

    private final JdbcClient jdbc;

    ClusterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    /** The cluster, held against other writers until the transaction ends. */
    Optional<Cluster> lock(UUID id) {
        return jdbc.sql("""
                        select id, code, name, kind, organiser_id, founded_on, provenance, source, version
                        from cluster where id = :id for update
                        """)
                .param("id", id)
                .query((row, _) -> new Cluster(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        Cluster.Kind.valueOf(row.getString("kind")),
                        row.getObject("organiser_id", UUID.class),
                        Rows.date(row, "founded_on"),
                        origin(row),
                        members(id),
                        row.getLong("version")))
                .optional();
    }

    private List<Cluster.Membership> members(UUID clusterId) {
        return jdbc.sql("""
                        select id, unit_id, lower(during) as "from", upper(during) as until, leave_reason, provenance, source
                        from membership where cluster_id = :cluster order by lower(during), id
                        """)
                .param("cluster", clusterId)
                .query((row, _) -> new Cluster.Membership(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        Objects.requireNonNull(Rows.date(row, "from")),
                        Rows.date(row, "until"),
                        row.getString("leave_reason"),
                        origin(row)))
                .list();
    }

    /** Whether the cluster was new; its code belongs to one cluster of the organiser only. */
    boolean insert(Cluster cluster) {
        return jdbc.sql("""
                        insert into cluster (id, code, name, kind, organiser_id, founded_on, provenance, source)
                        values (:id, :code, :name, :kind, :organiser, :founded, :provenance, :source)
                        on conflict do nothing
                        """)
                        .param("id", cluster.id())
                        .param("code", cluster.code())
                        .param("name", cluster.name())
                        .param("kind", cluster.kind().name())
                        .param("organiser", cluster.organiserId())
                        .param("founded", cluster.foundedOn(), Types.DATE)
                        .param("provenance", cluster.origin().provenance().name())
                        .param("source", cluster.origin().source(), Types.VARCHAR)
                        .update()
                > 0;
    }

    Optional<UUID> withCode(UUID organiserId, String code) {
        return jdbc.sql("select id from cluster where organiser_id = :organiser and code = :code")
                .param("organiser", organiserId)
                .param("code", code)
                .query(UUID.class)
                .optional();
    }

    void update(Cluster cluster) {
        jdbc.sql("""
                        update cluster set code = :code, name = :name, kind = :kind, founded_on = :founded,
                               provenance = :provenance, source = :source, version = :version
                        where id = :id
                        """)
                .param("id", cluster.id())
                .param("code", cluster.code())
                .param("name", cluster.name())
                .param("kind", cluster.kind().name())
                .param("founded", cluster.foundedOn(), Types.DATE)
                .param("provenance", cluster.origin().provenance().name())
                .param("source", cluster.origin().source(), Types.VARCHAR)
                .param("version", cluster.version())
                .update();
    }

    /** Whether the membership could be: false when the unit is in a cluster of the organiser on one of its days. */
    boolean insert(Cluster cluster, Cluster.Membership member) {
        return jdbc.sql("""
                        insert into membership (id, cluster_id, organiser_id, unit_id, during, provenance, source)
                        values (:id, :cluster, :organiser, :unit, daterange(:from, :until), :provenance, :source)
                        on conflict do nothing
                        """)
                        .param("id", member.id())
                        .param("cluster", cluster.id())
                        .param("organiser", cluster.organiserId())
                        .param("unit", member.unitId())
                        .param("from", member.from())
                        .param("until", member.until(), Types.DATE)
                        .param("provenance", member.origin().provenance().name())
                        .param("source", member.origin().source(), Types.VARCHAR)
                        .update()
                > 0;
    }

    /** Memberships of units with an organiser that were there before a day and go on over it, by cluster. */
    List<Standing> goingOnOver(UUID organiserId, Collection<UUID> unitIds, LocalDate day) {
        return jdbc.sql("""
                        select id, cluster_id from membership
                        where organiser_id = :organiser and unit_id = any(:units) and during @> :day and lower(during) < :day
                        order by cluster_id, id
                        """)
                .param("organiser", organiserId)
                .param("units", unitIds.toArray(UUID[]::new))
                .param("day", day)
                .query((row, _) ->
                        new Standing(row.getObject("id", UUID.class), row.getObject("cluster_id", UUID.class), false))
                .list();
    }

    /** A membership of the same organiser on one of the days, other than the one itself. */
    Optional<Standing> inTheWayOf(Cluster cluster, Cluster.Membership member) {
        return jdbc.sql("""
                        select id, cluster_id, lower(during) = :from as same_start from membership
                        where organiser_id = :organiser and unit_id = :unit and during && daterange(:from, :until) and id <> :id
                        order by cluster_id = :cluster desc, during limit 1
                        """)
                .param("id", member.id())
                .param("cluster", cluster.id())
                .param("organiser", cluster.organiserId())
                .param("unit", member.unitId())
                .param("from", member.from())
                .param("until", member.until(), Types.DATE)
                .query((row, _) -> new Standing(
                        row.getObject("id", UUID.class),
                        row.getObject("cluster_id", UUID.class),
                        row.getBoolean("same_start")))
                .optional();
    }

    /**
     * What would lose its ground.
     *
     * @param becomes null when the membership is withdrawn
     */
    List<Recording.Standing> standingOn(Cluster cluster, Cluster.Membership was, Cluster.@Nullable Membership becomes) {
        return jdbc.sql("""
                        select c.what, c.id
                        from (select coalesce(range_agg(m.during), '{}') as days from membership m
                              where m.cluster_id = :cluster and m.unit_id = :unit and m.id <> :id) others,
                             membership_carries(:cluster, :unit, others.days + datemultirange(daterange(:wasFrom, :wasUntil)),
                                 others.days + case when :gone then '{}'
                                               else datemultirange(daterange(:from, :until)) end) c
                        order by c.what, c.id limit 20
                        """)
                .param("cluster", cluster.id())
                .param("unit", was.unitId())
                .param("id", was.id())
                .param("wasFrom", was.from())
                .param("wasUntil", was.until(), Types.DATE)
                .param("gone", becomes == null)
                .param("from", becomes == null ? was.from() : becomes.from())
                .param("until", becomes == null ? null : becomes.until(), Types.DATE)
                .query((row, _) -> new Recording.Standing(row.getString("what"), row.getObject("id", UUID.class)))
                .list();
    }

    /** Writes a membership's days, why it ended, and its origin anew. */
    void rewrite(Cluster.Membership member) {
        jdbc.sql("""
                        update membership set during = daterange(:from, :until), leave_reason = :reason, provenance = :provenance,
                               source = :source
                        where id = :id
                        """)
                .param("id", member.id())
                .param("from", member.from())
                .param("until", member.until(), Types.DATE)
                .param("reason", member.leaveReason(), Types.VARCHAR)
                .param("provenance", member.origin().provenance().name())
                .param("source", member.origin().source(), Types.VARCHAR)
                .update();
    }

    void delete(Cluster.Membership member) {
        jdbc.sql("delete from membership where id = :id")
                .param("id", member.id())
                .update();
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(Provenance.valueOf(row.getString("provenance")), row.getString("source"));
    }
}
