package vn.thidua.cluster.congress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.congress.CongressViews.AllotmentView;
import vn.thidua.cluster.congress.CongressViews.CongressDetails;
import vn.thidua.cluster.congress.CongressViews.CongressResolutionView;
import vn.thidua.cluster.congress.CongressViews.CongressView;
import vn.thidua.cluster.congress.CongressViews.DelegateView;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads congresses. Names are today's. */
@Repository
class CongressQueries {
    private static final String ROWS = """
            select c.id, c.unit_id, unit_name(c.unit_id, kit.business_today()) as unit_name, c.term_from, c.term_to, c.held_on, c.place,
                   c.theme, c.state, c.version,
                   (select coalesce(sum(a.delegates), 0) from congress_allotment a where a.congress_id = c.id) as allotted,
                   (select count(*) from congress_delegate d where d.congress_id = c.id) as delegates,
                   (select count(*) from congress_resolution r where r.congress_id = c.id and r.done_on is null) as open_resolutions
            from congress c
            """;

    private static final String SEEN = """
            and (:all or c.unit_id = any(:units)
                 or c.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
            """;

    private final JdbcClient jdbc;

    CongressQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest first.
     *
     * @param reach null for people, who see all
     */
    List<CongressView> list(@Nullable UUID unitId, @Nullable UUID after, int limit, @Nullable Reach reach) {
        return seenBy(reach, jdbc.sql(ROWS + """
                        where (cast(:unit as uuid) is null or c.unit_id = :unit)
                          and (cast(:after as uuid) is null or c.id < :after)
                        """ + SEEN + " order by c.id desc limit :limit"))
                .param("unit", unitId, Types.OTHER)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list();
    }

    /** @param reach null for people, who see all */
    Optional<CongressDetails> find(UUID id, @Nullable Reach reach) {
        return seenBy(reach, jdbc.sql(ROWS + " where c.id = :id " + SEEN))
                .param("id", id)
                .query((row, _) -> view(row))
                .optional()
                .map(congress -> new CongressDetails(congress, allotments(id), resolutions(id)));
    }

    private List<AllotmentView> allotments(UUID id) {
        return jdbc.sql("""
                        select a.unit_id, unit_name(a.unit_id, kit.business_today()) as unit_name, a.delegates,
                               (select count(*) from congress_delegate d where d.congress_id = a.congress_id
                                and d.unit_id = a.unit_id and d.capacity is null) as sent
                        from congress_allotment a join unit u on u.id = a.unit_id
                        where a.congress_id = :id order by u.code
                        """)
                .param("id", id)
                .query((row, _) -> new AllotmentView(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getInt("delegates"),
                        row.getInt("sent")))
                .list();
    }

    private List<CongressResolutionView> resolutions(UUID id) {
        return jdbc.sql("""
                        select r.id, r.text, r.unit_id, unit_name(r.unit_id, kit.business_today()) as unit_name, r.due_on, r.done_on,
                               r.note
                        from congress_resolution r where r.congress_id = :id order by r.due_on, r.id
                        """)
                .param("id", id)
                .query((row, _) -> new CongressResolutionView(
                        row.getObject("id", UUID.class),
                        row.getString("text"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        Objects.requireNonNull(Rows.date(row, "due_on")),
                        Rows.date(row, "done_on"),
                        row.getString("note")))
                .list();
    }

    /** In the order in which they were registered. */
    List<DelegateView> delegates(UUID id, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                        select d.id, d.unit_id, unit_name(d.unit_id, kit.business_today()) as unit_name, d.exemplar_id, x.title,
                               coalesce(d.name, p.name, x.name) as name, d.capacity
                        from congress_delegate d
                        left join exemplar x on x.id = d.exemplar_id
                        left join person p on p.id = x.person_id
                        where d.congress_id = :id and (cast(:after as uuid) is null or d.id > :after)
                        order by d.id limit :limit
                        """)
                .param("id", id)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> new DelegateView(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getObject("exemplar_id", UUID.class),
                        row.getString("title"),
                        row.getString("name"),
                        row.getString("capacity")))
                .list();
    }

    private static JdbcClient.StatementSpec seenBy(@Nullable Reach reach, JdbcClient.StatementSpec statement) {
        return statement
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray());
    }

    private static CongressView view(ResultSet row) throws SQLException {
        return new CongressView(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getInt("term_from"),
                row.getInt("term_to"),
                Objects.requireNonNull(Rows.date(row, "held_on")),
                row.getString("place"),
                row.getString("theme"),
                Congress.State.valueOf(row.getString("state")),
                row.getInt("allotted"),
                row.getInt("delegates"),
                row.getInt("open_resolutions"),
                row.getLong("version"));
    }
}
