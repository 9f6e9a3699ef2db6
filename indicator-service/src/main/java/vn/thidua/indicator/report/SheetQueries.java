package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.catalogue.UnitRows;

/** Reads reports row by row for spreadsheets, and what a row said when it was taken out. */
@Repository
class SheetQueries {
    /** @param reportId null while the unit has not begun its report */
    record Row(
            @Nullable UUID reportId,
            UUID unitId,
            String unitCode,
            String unitName,
            UUID indicatorId,
            String code,
            String name,
            String unitOfMeasure,
            @Nullable BigDecimal plan,
            @Nullable BigDecimal lastYear,
            Block.Asked asked,
            GridViews.@Nullable LimitView limit,
            long version,
            Cell cell) {}

    /** A cell of a report at a version that it once had. */
    record Version(UUID indicatorId, long version) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final UnitRows units;
    private final CellRows cells;

    SheetQueries(JdbcClient jdbc, JsonMapper json, UnitRows units, CellRows cells) {
        this.jdbc = jdbc;
        this.units = units;
        this.cells = cells;
        this.json = json;
    }

    /** The rows of those units in a period, by unit code and indicator code. */
    List<Row> rows(UUID periodId, List<UUID> unitIds) {
        return jdbc.sql("""
                        select r.id as report_id, t.unit_id, coalesce(u.code, '') as unit_code, coalesce(n.name, '') as unit_name,
                               i.id as indicator_id, i.code, i.name, t.unit_of_measure, i.value_kind, i.direction, i.decimals, i.levels,
                               i.evidence_required, i.formula, i.unit_of_measure as base, further_units(i.id) as units, t.items,
                               l.lower, l.upper, l.severity,
                               coalesce(t.registered, t.assigned) as plan, t.last_year, coalesce(c.version, 0) as cell_version,
                               c.value, v.typed, v.typed_unit, v.qualifier, v.reached, v.computation, coalesce(c.not_applicable, false) as not_applicable,
                               coalesce(c.actuality, 'ACTUAL') as actuality, c.explanation
                        from period p
                        join planned t on t.period_id = p.id and t.unit_id = any(:units)
                        join indicator i on i.id = t.indicator_id
                        left join check_bound l on l.indicator_id = i.id and l.kind = 'LIMITS'
                        left join report r on r.period_id = p.id and r.unit_id = t.unit_id
                        left join report_cell c on c.report_id = r.id and c.indicator_id = i.id
                        left join cell_revision v on v.id = c.revision_id
                        left join kit.unit_copy u on u.id = t.unit_id
                        left join lateral (
                            select st.name from kit.unit_state_copy st where st.unit_id = t.unit_id
                            order by st.during @> kit.business_today() desc, lower(st.during) desc limit 1) n on true
                        where p.id = :period
                        order by u.code, t.unit_id, i.code, i.id
                        """)
                .param("period", periodId)
                .param("units", unitIds.toArray(UUID[]::new))
                .query((row, _) -> row(row))
                .list();
    }

    /** What the cells of those units are asked for, by unit and indicator. */
    Map<UUID, Map<UUID, Block.Asked>> asked(UUID periodId, List<UUID> unitIds) {
        return rows(periodId, unitIds).stream()
                .collect(Collectors.groupingBy(Row::unitId, Collectors.toMap(Row::indicatorId, Row::asked)));
    }

    /** What those cells said at those versions, their evidence left out; version 0 said nothing and is not among them. */
    Map<Version, Cell> at(UUID reportId, Set<Version> versions) {
        var found = new HashMap<Version, Cell>();
        jdbc.sql("""
                        select v.indicator_id, v.version, v.value, v.typed, v.typed_unit, v.qualifier, v.reached, v.computation, v.not_applicable, v.actuality, v.explanation
                        from jsonb_to_recordset(cast(:versions as jsonb)) as w("indicatorId" uuid, version bigint)
                        join cell_revision v on v.report_id = :report and v.indicator_id = w."indicatorId" and v.version = w.version
                        """)
                .param("report", reportId)
                .param("versions", json.writeValueAsString(versions))
                .query((row, _) -> found.put(
                        new Version(row.getObject("indicator_id", UUID.class), row.getLong("version")), cell(row)))
                .list();
        return found;
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("report_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_code"),
                row.getString("unit_name"),
                row.getObject("indicator_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("unit_of_measure"),
                row.getBigDecimal("plan"),
                row.getBigDecimal("last_year"),
                new Block.Asked(
                        UnitRows.measure(row), units.of(row), row.getString("formula"), CellRows.names(row, "items")),
                GridQueries.limit(row),
                row.getLong("cell_version"),
                cell(row));
    }

    private Cell cell(ResultSet row) throws SQLException {
        return new Cell(
                row.getBigDecimal("value"),
                CellRows.typed(row),
                CellRows.qualifier(row),
                row.getArray("reached") == null ? null : CellRows.names(row, "reached"),
                row.getBoolean("not_applicable"),
                Cell.Actuality.valueOf(row.getString("actuality")),
                row.getString("explanation"),
                Set.of(),
                cells.computation(row));
    }
}
