package vn.thidua.indicator.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.catalogue.Bound;
import vn.thidua.indicator.catalogue.UnitRows;

/** Finds the indicators of a period as columns of a workbook. */
@Repository
public class GridColumns {
    /** What a target in another unit of measure of the indicator says, is shown in the indicator's own. */
    private static final String SELECT = """
            select i.id, i.code, count(*) over (partition by i.code) > 1 as ambiguous, i.name, i.value_kind, i.direction,
                   case when exists (select from indicator_unit u where u.indicator_id = i.id and u.name = t.unit_of_measure)
                        then i.unit_of_measure else t.unit_of_measure end as unit_of_measure,
                   i.decimals, i.levels, i.evidence_required, i.formula, i.unit_of_measure as base, further_units(i.id) as units, t.listed,
                   l.lower, l.upper, coalesce(l.severity, 'ERROR') as severity
            from (select t.indicator_id, min(t.unit_of_measure) as unit_of_measure, bool_or(t.items is not null) as listed
                  from period p join target t on t.season_id = p.season_id
                  where p.id = :period and (cast(:units as uuid[]) is null or t.unit_id = any(:units))
                  group by t.indicator_id) t
            join indicator i on i.id = t.indicator_id
            left join check_bound l on l.indicator_id = i.id and l.kind = 'LIMITS'
            order by i.code, i.id
            """;

    private final JdbcClient jdbc;
    private final UnitRows units;

    GridColumns(JdbcClient jdbc, UnitRows units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /**
     * The indicators that units have targets of in the period's season, by code.
     *
     * @param unitIds those units; null for all members
     */
    public List<GridColumn> of(UUID periodId, @Nullable List<UUID> unitIds) {
        return jdbc.sql(SELECT)
                .param("period", periodId)
                .param("units", unitIds == null ? null : unitIds.toArray(UUID[]::new), Types.ARRAY)
                .query((row, _) -> column(row))
                .list();
    }

    /** The same by their ids. */
    Map<UUID, GridColumn> byId(UUID periodId, List<UUID> unitIds) {
        var found = new HashMap<UUID, GridColumn>();
        of(periodId, unitIds).forEach(column -> found.put(column.id(), column));
        return found;
    }

    private GridColumn column(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var code = row.getString("code");
        return new GridColumn(
                id,
                row.getBoolean("ambiguous") ? id.toString() : code,
                code,
                row.getString("name"),
                row.getString("unit_of_measure"),
                UnitRows.measure(row),
                units.of(row),
                row.getString("formula"),
                row.getBoolean("listed"),
                row.getBigDecimal("lower"),
                row.getBigDecimal("upper"),
                Bound.Severity.valueOf(row.getString("severity")));
    }
}
