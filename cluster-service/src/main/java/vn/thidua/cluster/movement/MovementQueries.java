package vn.thidua.cluster.movement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.movement.MovementViews.MovementCount;
import vn.thidua.cluster.movement.MovementViews.MovementCourseView;
import vn.thidua.cluster.movement.MovementViews.MovementNode;
import vn.thidua.cluster.movement.MovementViews.MovementReviewView;
import vn.thidua.cluster.movement.MovementViews.MovementView;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.database.Like;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads movements. A reach is null for a caller who may see every movement. */
@Repository
class MovementQueries {
    record Filter(
            @Nullable UUID seasonId,
            @Nullable UUID clusterId,
            @Nullable UUID unitId,
            Movement.@Nullable Kind kind,
            Movement.@Nullable Level level,
            Movement.@Nullable State state,
            @Nullable String q,
            @Nullable UUID after,
            int limit) {}

    private static final String SHOWN = """
            m.id, m.season_id, m.unit_id,
            unit_name(m.unit_id, coalesce(m.launched_on, lower(s.during), kit.business_today())) as unit_name,
            m.level, m.kind, m.name, m.launched_on, m.planned_from, m.planned_to, m.length, m.parent_id, m.state,
            (select count(*) from movement_participation p where p.movement_id = m.id and p.withdrawn_because is null) as joined,
            m.provenance, m.source, m.version
            """;

    private static final String FROM = " from movement m left join season s on s.id = m.season_id ";

    private static final String SEEN = """
            and (:all or m.unit_id = any(:units)
                 or m.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
            """;

    private final JdbcClient jdbc;

    MovementQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is there and may be seen. */
    boolean isSeen(UUID id, @Nullable Reach reach) {
        return seenBy(reach, jdbc.sql("select exists (select from movement m where m.id = :id " + SEEN + ")"))
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    Optional<MovementView> find(UUID id) {
        return jdbc.sql("select " + SHOWN + FROM + " where m.id = :id")
                .param("id", id)
                .query((row, _) -> view(row))
                .optional();
    }

    Optional<MovementCourseView> course(UUID id, List<MovementReviewView> reviews) {
        return jdbc.sql("select " + SHOWN + """
                        , m.body, m.criteria, a.name as parent_name, m.reporting_days, m.closed_on, m.closed_because,
                        m.reopened_because
                        """ + FROM + " left join movement a on a.id = m.parent_id where m.id = :id")
                .param("id", id)
                .query((row, _) -> new MovementCourseView(
                        view(row),
                        row.getString("body"),
                        row.getString("criteria"),
                        row.getString("parent_name"),
                        MovementStore.days(row),
                        reviews,
                        Rows.date(row, "closed_on"),
                        row.getString("closed_because"),
                        row.getString("reopened_because")))
                .optional();
    }

    /** In the order of their recording. */
    List<MovementView> list(Filter filter, @Nullable Reach reach) {
        return seenBy(reach, jdbc.sql("select " + SHOWN + FROM + """
                        where (cast(:season as uuid) is null or m.season_id = :season)
                          and (cast(:cluster as uuid) is null or s.cluster_id = :cluster)
                          and (cast(:unit as uuid) is null or m.unit_id = :unit)
                          and (cast(:kind as text) is null or m.kind = :kind)
                          and (cast(:level as text) is null or m.level = :level)
                          and (cast(:state as text) is null or m.state = :state)
                          and (cast(:q as text) is null or search_text(m.name) like '%' || search_text(:q) || '%' escape '\\')
                          and (cast(:after as uuid) is null or m.id > :after)
                        """ + SEEN + " order by m.id limit :limit"))
                .param("season", filter.seasonId(), Types.OTHER)
                .param("cluster", filter.clusterId(), Types.OTHER)
                .param("unit", filter.unitId(), Types.OTHER)
                .param("kind", name(filter.kind()), Types.VARCHAR)
                .param("level", name(filter.level()), Types.VARCHAR)
                .param("state", name(filter.state()), Types.VARCHAR)
                .param("q", filter.q() == null ? null : Like.literal(filter.q()), Types.VARCHAR)
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> view(row))
                .list();
    }

    /** The movement and those that answer it, parents before children; what is not seen hides what is below it. */
    List<MovementNode> tree(UUID root, @Nullable Reach reach, int limit) {
        return seenBy(reach, jdbc.sql("""
                        with recursive cascade(id, depth) as (
                            select cast(:root as uuid), 0
                            union all
                            select m.id, c.depth + 1 from cascade c join movement m on m.parent_id = c.id
                            where true
                        """ + SEEN + ") select c.depth, " + SHOWN + """
                        from cascade c join movement m on m.id = c.id left join season s on s.id = m.season_id
                        order by c.depth, m.id limit :limit
                        """))
                .param("root", root)
                .param("limit", limit)
                .query((row, _) -> new MovementNode(
                        row.getObject("id", UUID.class),
                        row.getObject("parent_id", UUID.class),
                        row.getInt("depth"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        Movement.Level.valueOf(row.getString("level")),
                        Movement.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        Movement.State.valueOf(row.getString("state")),
                        row.getInt("joined")))
                .list();
    }

    /** Movements that began in a year: launched, or planned from, or else with their season. */
    List<MovementCount> statistics(int year, @Nullable UUID unit, @Nullable Reach reach) {
        return seenBy(
                        reach,
                        jdbc.sql("select m.level, m.kind, m.length, count(*) as movements" + FROM + """
                        where coalesce(m.launched_on, m.planned_from, lower(s.during)) >= make_date(:year, 1, 1)
                          and coalesce(m.launched_on, m.planned_from, lower(s.during)) < make_date(:year + 1, 1, 1)
                          and (cast(:unit as uuid) is null
                               or m.unit_id in (select kit.units_and_below(array[cast(:unit as uuid)], kit.business_today())))
                        """ + SEEN
                                + " group by m.level, m.kind, m.length order by m.level, m.kind, m.length"))
                .param("year", year)
                .param("unit", unit, Types.OTHER)
                .query((row, _) -> new MovementCount(
                        Movement.Level.valueOf(row.getString("level")),
                        Movement.Kind.valueOf(row.getString("kind")),
                        MovementLength.valueOf(row.getString("length")),
                        row.getInt("movements")))
                .list();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static JdbcClient.StatementSpec seenBy(@Nullable Reach reach, JdbcClient.StatementSpec statement) {
        return statement
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray());
    }

    private static MovementView view(ResultSet row) throws SQLException {
        return new MovementView(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                Movement.Level.valueOf(row.getString("level")),
                Movement.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                Rows.date(row, "launched_on"),
                Rows.date(row, "planned_from"),
                Rows.date(row, "planned_to"),
                MovementLength.valueOf(row.getString("length")),
                row.getObject("parent_id", UUID.class),
                Movement.State.valueOf(row.getString("state")),
                row.getInt("joined"),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"),
                row.getLong("version"));
    }
}
