package vn.thidua.indicator.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.report.UnitsStore.Member;
import vn.thidua.indicator.report.UnitsStore.Place;
import vn.thidua.indicator.report.UnitsStore.Present;
import vn.thidua.indicator.report.UnitsStore.Then;
import vn.thidua.kit.database.Rows;

/** Reads the cells of many reports, however many with the same few statements. */
@Repository
class UnitsQueries {
    private final JdbcClient jdbc;
    private final CellRows cells;

    UnitsQueries(JdbcClient jdbc, CellRows cells) {
        this.jdbc = jdbc;
        this.cells = cells;
    }

    /** The members of the period's season that have those codes; counted one by one, so that not all members are gone through. */
    Map<String, Member> members(UUID periodId, Collection<String> codes) {
        var found = new HashMap<String, Member>();
        jdbc.sql("""
                        select u.code, u.id,
                               (select max(o.until) from period_opening o where o.period_id = p.id and o.unit_id = u.id) as open_until
                        from kit.unit_copy u join period p on p.id = :period
                        where u.code = any(:codes)
                          and (select count(*) from season_member m where m.season_id = p.season_id and m.unit_id = u.id) > 0
                        """)
                .param("period", periodId)
                .param("codes", codes.toArray(String[]::new))
                .query((row, _) -> found.put(
                        row.getString("code"),
                        new Member(row.getObject("id", UUID.class), Rows.instant(row, "open_until"))))
                .list();
        return found;
    }

    /** What stands there now, wherever those units have a target. */
    Map<Place, Present> present(UUID periodId, Collection<UUID> unitIds, Collection<UUID> indicatorIds) {
        var found = new HashMap<Place, Present>();
        jdbc.sql("""
                        select t.unit_id, t.indicator_id, t.items, coalesce(c.version, 0) as cell_version, c.value, v.typed, v.typed_unit, v.qualifier,
                               v.reached, v.computation, c.not_applicable, c.actuality, c.explanation, v.actor_kind, v.actor,
                               case when c.revision_id is not null
                                    then array(select e.file_id from cell_evidence e where e.revision_id = c.revision_id) end as evidence
                        from period p
                        join target t on t.season_id = p.season_id and t.unit_id = any(:units)
                        left join report r on r.period_id = p.id and r.unit_id = t.unit_id
                        left join report_cell c on c.report_id = r.id and c.indicator_id = t.indicator_id
                        left join cell_revision v on v.id = c.revision_id
                        where p.id = :period and t.indicator_id = any(:indicators)
                        """)
                .param("period", periodId)
                .param("units", unitIds.toArray(UUID[]::new))
                .param("indicators", indicatorIds.toArray(UUID[]::new))
                .query((row, _) -> found.put(
                        new Place(row.getObject("unit_id", UUID.class), row.getObject("indicator_id", UUID.class)),
                        present(row)))
                .list();
        return found;
    }

    private Present present(ResultSet row) throws SQLException {
        var version = row.getLong("cell_version");
        var items = CellRows.names(row, "items");
        return version == 0
                ? new Present(0, Cell.EMPTY, items, null, null)
                : new Present(version, cells.cell(row), items, row.getString("actor_kind"), row.getString("actor"));
    }

    /** What those cells said at those versions, their evidence as it is now. */
    Map<Then, Cell> then(Set<Then> versions) {
        var found = new HashMap<Then, Cell>();
        jdbc.sql("""
                        select v.report_id, v.indicator_id, v.version, v.value, v.typed, v.typed_unit, v.qualifier, v.reached, v.computation,
                               v.not_applicable, v.actuality, v.explanation, cast('{}' as uuid[]) as evidence
                        from unnest(cast(:reports as uuid[]), cast(:indicators as uuid[]), cast(:versions as bigint[])) as w(report, indicator, version)
                        join cell_revision v on v.report_id = w.report and v.indicator_id = w.indicator and v.version = w.version
                        """)
                .param(
                        "reports",
                        UnitsStore.texts(versions, then -> then.reportId().toString()))
                .param(
                        "indicators",
                        UnitsStore.texts(versions, then -> then.indicatorId().toString()))
                .param("versions", UnitsStore.texts(versions, then -> Long.toString(then.version())))
                .query((row, _) -> found.put(
                        new Then(
                                row.getObject("report_id", UUID.class),
                                row.getObject("indicator_id", UUID.class),
                                row.getLong("version")),
                        cells.cell(row)))
                .list();
        return found;
    }
}
