package vn.thidua.cluster.rotation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** Reads and writes the order in which members head a cluster. */
@Repository
class RotationStore {
    /** A unit's time in the cluster; no end is null. */
    record MemberTime(UUID unitId, LocalDate from, @Nullable LocalDate until) {}

    /** The newest season that has a head. */
    record LastHead(UUID unitId, Rotation.Term term) {}

    private final JdbcClient jdbc;

    RotationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    Rotation of(UUID clusterId) {
        return new Rotation(jdbc.sql("""
                        select unit_id, lower(skip) as "from", upper(skip) as until, skip_reason
                        from rotation_turn where cluster_id = :cluster order by position
                        """)
                .param("cluster", clusterId)
                .query((row, _) -> new Rotation.Turn(row.getObject("unit_id", UUID.class), skip(row)))
                .list());
    }

    private static Rotation.@Nullable Skip skip(ResultSet row) throws SQLException {
        var reason = row.getString("skip_reason");
        return reason == null
                ? null
                : new Rotation.Skip(
                        Objects.requireNonNull(Rows.date(row, "from")),
                        Objects.requireNonNull(Rows.date(row, "until")),
                        reason);
    }

    /** 0 while none was ever written. */
    long version(UUID clusterId) {
        return jdbc.sql("select version from rotation where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void put(UUID clusterId, Rotation rotation) {
        jdbc.sql("""
                        insert into rotation (cluster_id) values (:cluster)
                        on conflict (cluster_id) do update set version = rotation.version + 1
                        """).param("cluster", clusterId).update();
        jdbc.sql("delete from rotation_turn where cluster_id = :cluster")
                .param("cluster", clusterId)
                .update();
        int position = 0;
        for (var turn : rotation.turns()) {
            position++;
            var skip = turn.skip();
            jdbc.sql("""
                            insert into rotation_turn (cluster_id, position, unit_id, skip, skip_reason)
                            values (:cluster, :position, :unit,
                                    case when cast(:reason as text) is null then null else daterange(:from, :until) end, :reason)
                            """)
                    .param("cluster", clusterId)
                    .param("position", position)
                    .param("unit", turn.unitId())
                    .param("from", skip == null ? null : skip.from(), Types.DATE)
                    .param("until", skip == null ? null : skip.until(), Types.DATE)
                    .param("reason", skip == null ? null : skip.reason(), Types.VARCHAR)
                    .update();
        }
    }

    /** @return null while no season has a head */
    @Nullable
    LastHead lastHead(UUID clusterId) {
        return jdbc.sql("""
                        select h.unit_id, lower(s.during) as "from", upper(s.during) as until
                        from headship h join season s on s.id = h.season_id
                        where h.cluster_id = :cluster and h.role = 'HEAD' order by lower(s.during) desc, s.id desc limit 1
                        """)
                .param("cluster", clusterId)
                .query((row, _) -> new LastHead(
                        row.getObject("unit_id", UUID.class),
                        new Rotation.Term(
                                Objects.requireNonNull(Rows.date(row, "from")),
                                Objects.requireNonNull(Rows.date(row, "until")))))
                .optional()
                .orElse(null);
    }

    List<MemberTime> members(UUID clusterId) {
        return jdbc.sql("""
                        select unit_id, lower(during) as "from", upper(during) as until
                        from membership where cluster_id = :cluster
                        """)
                .param("cluster", clusterId)
                .query((row, _) -> new MemberTime(
                        row.getObject("unit_id", UUID.class),
                        Objects.requireNonNull(Rows.date(row, "from")),
                        Rows.date(row, "until")))
                .list();
    }

    Map<UUID, String> names(Collection<UUID> units) {
        var names = new HashMap<UUID, String>();
        jdbc.sql("select id, unit_name(id, kit.business_today()) as name from unit where id = any(:units)")
                .param("units", units.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }
}
