package vn.thidua.cluster.lineage;

import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Follows units through what became of them. */
@Repository
class LineageQueries {
    private final JdbcClient jdbc;

    LineageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What units have become, each followed from event to event by one statement. Who goes on stays; an event that was over
     * when a unit came in does not concern it.
     *
     * @param asOf the day from which to follow, or null for each unit's last one, today at the latest
     * @param reach null for a caller who may see every unit; of what lies outside nothing is said
     */
    List<LineageController.UnitNow> now(List<UUID> ids, @Nullable LocalDate asOf, @Nullable Reach reach) {
        record Become(UUID unitId, LocalDate asOf, LineageController.@Nullable UnitOfLineage now) {}
        return jdbc
                .sql("""
                        with recursive asked(id, day) as (
                            select x.unit_id, coalesce(cast(:asOf as date), least(max(x.upto), kit.business_today()))
                            from (select s.unit_id, coalesce(upper(s.during) - 1, 'infinity') as upto from unit_state s
                                  where s.unit_id = any(:ids)
                                    and (:all or s.unit_id = any(:units)
                                         or s.unit_id in (select kit.units_and_below(:roots, kit.business_today())))) x
                            group by x.unit_id),
                        went(origin, unit_id, day) as (
                            select a.id, a.id, a.day from asked a
                            union
                            select w.origin, s.unit_id, l.effective_from
                            from went w
                            join lineage_unit p on p.unit_id = w.unit_id and p.side = 'PREDECESSOR'
                            join lineage l on l.id = p.lineage_id and l.effective_from > w.day
                                 and l.effective_from <= kit.business_today()
                            join lineage_unit s on s.lineage_id = l.id and s.side = 'SUCCESSOR')
                        select a.id as origin, a.day, n.id, n.code, n.name
                        from asked a
                        left join lateral (
                            select u.id, u.code, t.name
                            from unit u join unit_state t on t.unit_id = u.id and t.during @> kit.business_today()
                            where u.id in (select w.unit_id from went w where w.origin = a.id)) n on true
                        order by array_position(:ids, a.id), n.code
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("asOf", asOf, Types.DATE)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .query((row, _) -> new Become(
                        row.getObject("origin", UUID.class),
                        Objects.requireNonNull(Rows.date(row, "day")),
                        row.getObject("id", UUID.class) == null
                                ? null
                                : new LineageController.UnitOfLineage(
                                        row.getObject("id", UUID.class), row.getString("code"), row.getString("name"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Become::unitId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(become -> new LineageController.UnitNow(
                        become.getFirst().unitId(),
                        become.getFirst().asOf(),
                        become.stream()
                                .map(Become::now)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }
}
