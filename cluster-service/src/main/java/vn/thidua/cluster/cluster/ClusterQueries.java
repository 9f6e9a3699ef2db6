package vn.thidua.cluster.cluster;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.database.Like;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads clusters and their members. */
@Repository
class ClusterQueries {
    /** @param asOf the day on which {@code memberId} is a member, or null for any day */
    record Filter(
            @Nullable String q,
            @Nullable String code,
            @Nullable UUID organiserId,
            @Nullable UUID memberId,
            @Nullable LocalDate asOf,
            @Nullable UUID after,
            int limit) {}

    // The day is a filter of the count: as a condition it would tempt a plan for any day through everybody's
    // memberships.
    private static final String VIEW = """
            select c.id, c.code, c.name, c.kind, c.organiser_id, unit_name(c.organiser_id, d.day) as organiser_name,
                   c.founded_on, c.provenance, c.source, c.version,
                   (select count(*) filter (where m.during @> d.day) from membership m where m.cluster_id = c.id) as members
            from cluster c cross join (select coalesce(cast(:asOf as date), kit.business_today()) as day) d
            """;

    private static final String MEMBER = """
            select m.id, m.cluster_id, m.unit_id, u.code as unit_code, lower(m.during) as "from", upper(m.during) - 1 as "to",
                   unit_name(m.unit_id, coalesce(cast(:asOf as date), least(upper(m.during) - 1, kit.business_today()),
                                                 kit.business_today())) as unit_name,
                   m.leave_reason, m.provenance, m.source
            from membership m join unit u on u.id = m.unit_id
            """;

    /**
     * A part of a name without accents, or a code from its beginning; each by an index of its own. Only where nothing is found so,
     * a slip of typing is forgiven. A beginning is asked for as a range, as only so a plan for any words goes by the index.
     */
    private static final String FOUND = """
            coalesce(
                nullif(array(
                    select x.id from cluster x where search_text(x.name) like '%' || search_text(:q) || '%' escape '\\'
                    union all
                    select x.id from cluster x
                    where lower(x.code) ~>=~ lower(:typed) and lower(x.code) ~<~ (lower(:typed) || chr(1114111))), '{}'),
                array(
                    select x.id from cluster x where length(:typed) > 3 and search_text(:typed) <% search_text(x.name)))
            """;

    private final JdbcClient jdbc;

    ClusterQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    Optional<ClusterController.ClusterView> find(UUID id, @Nullable LocalDate asOf) {
        return jdbc.sql(VIEW + " where c.id = :id")
                .param("id", id)
                .param("asOf", asOf, Types.DATE)
                .query((row, _) -> view(row))
                .optional();
    }

    /** @param reach null for a caller who may see every cluster */
    List<ClusterController.ClusterView> list(Filter filter, @Nullable Reach reach) {
        // Only what is asked stands in the statement: one for every case is planned anew each time, which takes longer
        // than reading.
        var asked = new StringJoiner(" and ", " where ", "").setEmptyValue("");
        if (filter.q() != null) {
            asked.add("c.id = any(" + FOUND + ")");
        }
        if (filter.code() != null) {
            asked.add("c.code = :code");
        }
        if (filter.organiserId() != null) {
            asked.add("c.organiser_id = :organiser");
        }
        if (filter.memberId() != null) {
            asked.add("""
                    c.id in (select m.cluster_id from membership m where m.unit_id = :member
                               and (cast(:asOf as date) is null or m.during @> cast(:asOf as date)))""");
        }
        if (reach != null) {
            asked.add("""
                    (c.organiser_id = any(:units)
                     or c.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))""");
        }
        if (filter.after() != null) {
            asked.add("""
                    (c.name collate "vi-VN-x-icu", c.id) > (
                        select x.name collate "vi-VN-x-icu", x.id from cluster x where x.id = :after)""");
        }
        return jdbc.sql(VIEW + asked + " order by c.name collate \"vi-VN-x-icu\", c.id limit :limit")
                .param("q", filter.q() == null ? null : Like.literal(filter.q()), Types.VARCHAR)
                .param("typed", filter.q() == null ? null : filter.q().strip(), Types.VARCHAR)
                .param("code", filter.code(), Types.VARCHAR)
                .param("organiser", filter.organiserId(), Types.OTHER)
                .param("member", filter.memberId(), Types.OTHER)
                .param("asOf", filter.asOf(), Types.DATE)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> view(row))
                .list();
    }

    /** @param asOf members on that day, or null for all there ever were */
    List<MemberController.MemberView> members(
            UUID clusterId, @Nullable UUID unitId, @Nullable LocalDate asOf, @Nullable UUID after, int limit) {
        return jdbc.sql(MEMBER + """
                        where m.cluster_id = :cluster
                          and (cast(:unit as uuid) is null or m.unit_id = :unit)
                          and (cast(:asOf as date) is null or m.during @> cast(:asOf as date))
                          and (cast(:after as uuid) is null or m.id > :after)
                        order by m.id limit :limit
                        """)
                .param("cluster", clusterId)
                .param("unit", unitId, Types.OTHER)
                .param("asOf", asOf, Types.DATE)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> member(row))
                .list();
    }

    MemberController.MemberView member(UUID id) {
        return jdbc.sql(MEMBER + " where m.id = :id")
                .param("id", id)
                .param("asOf", null, Types.DATE)
                .query((row, _) -> member(row))
                .single();
    }

    private static ClusterController.ClusterView view(ResultSet row) throws SQLException {
        return new ClusterController.ClusterView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                Cluster.Kind.valueOf(row.getString("kind")),
                row.getObject("organiser_id", UUID.class),
                row.getString("organiser_name"),
                Rows.date(row, "founded_on"),
                row.getInt("members"),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"),
                row.getLong("version"));
    }

    private static MemberController.MemberView member(ResultSet row) throws SQLException {
        return new MemberController.MemberView(
                row.getObject("id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_code"),
                row.getString("unit_name"),
                Objects.requireNonNull(Rows.date(row, "from")),
                Rows.date(row, "to"),
                row.getString("leave_reason"),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"));
    }
}
