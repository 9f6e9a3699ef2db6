package vn.thidua.cluster.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.council.CouncilController.CouncilView;
import vn.thidua.cluster.council.CouncilController.SeatView;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.web.Days;

/** Reads the compositions of councils, each with its seats. Names are today's. */
@Repository
class CouncilQueries {
    private static final String ROWS = """
            select c.id, c.unit_id, unit_name(c.unit_id, kit.business_today()) as unit_name, c.decision_number, c.decided_on,
                   lower(c.during) as valid_from, upper(c.during) as valid_until, c.during @> kit.business_today() as in_force,
                   not exists (select from council n where n.unit_id = c.unit_id and n.withdrawn_at is null and n.during >> c.during)
                       as newest,
                   c.version
            from council c where c.withdrawn_at is null
              and (:all or c.unit_id = any(:units) or c.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
            """;

    private final JdbcClient jdbc;

    CouncilQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The newest record first.
     *
     * @param on the day on which they are in force, null for all
     * @param reach null for people, who see all
     */
    List<CouncilView> list(
            @Nullable UUID unitId, @Nullable LocalDate on, @Nullable UUID after, int limit, @Nullable Reach reach) {
        return withSeats(seenBy(reach, jdbc.sql(ROWS + """
                          and (cast(:unit as uuid) is null or c.unit_id = :unit)
                          and (cast(:on as date) is null or c.during @> cast(:on as date))
                          and (cast(:after as uuid) is null or c.id < :after)
                        order by c.id desc limit :limit
                        """))
                .param("unit", unitId, Types.OTHER)
                .param("on", on, Types.DATE)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> view(row))
                .list());
    }

    /** @param reach null for people, who see all */
    Optional<CouncilView> find(UUID id, @Nullable Reach reach) {
        return withSeats(seenBy(reach, jdbc.sql(ROWS + " and c.id = :id"))
                        .param("id", id)
                        .query((row, _) -> view(row))
                        .list())
                .stream()
                .findFirst();
    }

    private List<CouncilView> withSeats(List<CouncilView> councils) {
        Map<UUID, List<SeatView>> seats = jdbc
                .sql("""
                        select s.council_id, s.person_id, p.name, s.office, s.position,
                               m.withdrawn_at is null and m.during @> kit.business_today() as entrusted
                        from council_seat s join person p on p.id = s.person_id join mandate m on m.id = s.mandate_id
                        where s.council_id = any(:councils) order by s.council_id, s.place
                        """)
                .param("councils", councils.stream().map(CouncilView::id).toArray(UUID[]::new))
                .query((row, _) -> Map.entry(row.getObject("council_id", UUID.class), seat(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return councils.stream()
                .map(council -> council.with(seats.getOrDefault(council.id(), List.of())))
                .toList();
    }

    private static JdbcClient.StatementSpec seenBy(@Nullable Reach reach, JdbcClient.StatementSpec statement) {
        return statement
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray());
    }

    private static CouncilView view(ResultSet row) throws SQLException {
        return new CouncilView(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("decision_number"),
                Objects.requireNonNull(Rows.date(row, "decided_on")),
                Objects.requireNonNull(Rows.date(row, "valid_from")),
                Days.lastBefore(Rows.date(row, "valid_until")),
                row.getBoolean("in_force"),
                row.getBoolean("newest"),
                List.of(),
                row.getLong("version"));
    }

    private static SeatView seat(ResultSet row) throws SQLException {
        return new SeatView(
                row.getObject("person_id", UUID.class),
                row.getString("name"),
                Council.Office.valueOf(row.getString("office")),
                row.getString("position"),
                row.getBoolean("entrusted"));
    }
}
