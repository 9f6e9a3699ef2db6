package vn.thidua.indicator.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.UnitRows;
import vn.thidua.indicator.catalogue.Units;
import vn.thidua.indicator.target.Plan;

/** Reads the cells of many reports at once: three statements, however many members and indicators there are. */
@Repository
class ClusterGridQueries {
    private final JdbcClient jdbc;
    private final UnitRows units;

    ClusterGridQueries(JdbcClient jdbc, UnitRows units) {
        this.jdbc = jdbc;
        this.units = units;
    }

    /** The indicators that those units have targets of in the period's season, by code. */
    List<ClusterGridViews.ClusterIndicator> columns(UUID periodId, List<UUID> unitIds) {
        return jdbc.sql("""
                        select i.id, i.code, i.name, t.unit_of_measure, i.value_kind, i.direction, i.decimals, i.levels, i.evidence_required,
                               l.lower, l.upper, l.severity, i.formula, i.unit_of_measure as base, further_units(i.id) as units
                        from (select t.indicator_id, mode() within group (order by t.unit_of_measure) as unit_of_measure
                              from period p join planned t on t.period_id = p.id
                              where p.id = :period and t.unit_id = any(:units)
                              group by t.indicator_id) t
                        join indicator i on i.id = t.indicator_id
                        left join check_bound l on l.indicator_id = i.id and l.kind = 'LIMITS'
                        order by i.code, i.id
                        """)
                .param("period", periodId)
                .param("units", unitIds.toArray(UUID[]::new))
                .query((row, _) -> new ClusterGridViews.ClusterIndicator(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("unit_of_measure"),
                        Measure.ValueKind.valueOf(row.getString("value_kind")),
                        Measure.Direction.valueOf(row.getString("direction")),
                        row.getInt("decimals"),
                        UnitRows.levels(row),
                        row.getBoolean("evidence_required"),
                        GridQueries.limit(row),
                        units.of(row).others().stream().map(Units.Unit::name).toList(),
                        row.getString("formula")))
                .list();
    }

    /** The cells of each of those units, by the indicators' codes. */
    Map<UUID, List<ClusterGridViews.ClusterCell>> cells(UUID periodId, List<UUID> unitIds) {
        var found = new HashMap<UUID, List<ClusterGridViews.ClusterCell>>();
        jdbc.sql("""
                        select t.unit_id, i.id as indicator_id, i.value_kind, i.direction, t.assigned, t.registered, t.last_year,
                               nullif(t.unit_of_measure, usual.unit_of_measure) as unit_of_measure,
                               coalesce(c.version, 0) as cell_version, c.value, coalesce(c.not_applicable, false) as not_applicable,
                               coalesce(c.actuality, 'ACTUAL') as actuality, c.explanation is not null as explained,
                               (select count(*) from cell_evidence e where e.revision_id = c.revision_id) as evidence,
                               b.value as verified, t.items is not null as named, v.typed, v.typed_unit, v.qualifier, k.counted,
                               coalesce(cardinality(k.names), 0) as struck
                        from period p
                        join planned t on t.period_id = p.id and t.unit_id = any(:units)
                        join (select s.indicator_id, mode() within group (order by s.unit_of_measure) as unit_of_measure
                              from planned s where s.period_id = :period and s.unit_id = any(:units) group by s.indicator_id) usual
                             on usual.indicator_id = t.indicator_id
                        join indicator i on i.id = t.indicator_id
                        left join report r on r.period_id = p.id and r.unit_id = t.unit_id
                        left join report_cell c on c.report_id = r.id and c.indicator_id = i.id
                        left join cell_revision v on v.id = c.revision_id and (v.typed is not null or v.qualifier is not null)
                        left join lateral (
                            select y.value from verification y
                            where y.report_id = c.report_id and y.indicator_id = c.indicator_id and y.revision_id = c.revision_id
                            order by y.id desc limit 1) b on true
                        left join lateral (
                            select s.names, s.counted from struck_cell s
                            where t.items is not null and s.report_id = c.report_id and s.indicator_id = c.indicator_id offset 0) k on true
                        where p.id = :period
                        order by i.code, i.id
                        """)
                .param("period", periodId)
                .param("units", unitIds.toArray(UUID[]::new))
                .query((row, _) -> found.computeIfAbsent(row.getObject("unit_id", UUID.class), _ -> new ArrayList<>())
                        .add(cell(row)))
                .list();
        return found;
    }

    /** What those units are called for short. */
    Map<UUID, String> codes(List<UUID> unitIds) {
        var found = new HashMap<UUID, String>();
        jdbc.sql("select id, code from kit.unit_copy where id = any(:units) and code is not null")
                .param("units", unitIds.toArray(UUID[]::new))
                .query((row, _) -> found.put(row.getObject("id", UUID.class), row.getString("code")))
                .list();
        return found;
    }

    private static ClusterGridViews.ClusterCell cell(ResultSet row) throws SQLException {
        var plan = new Plan(
                Measure.ValueKind.valueOf(row.getString("value_kind")),
                Measure.Direction.valueOf(row.getString("direction")),
                row.getBigDecimal("assigned"),
                row.getBigDecimal("registered"),
                row.getBigDecimal("last_year"));
        var value = row.getBigDecimal("value");
        var counted = row.getBigDecimal("counted");
        var percent = CellViews.PercentView.of(plan, counted == null ? value : counted);
        return new ClusterGridViews.ClusterCell(
                row.getObject("indicator_id", UUID.class),
                row.getLong("cell_version"),
                value,
                CellViews.TypedView.of(CellRows.typed(row)),
                CellRows.qualifier(row),
                row.getBoolean("not_applicable"),
                Cell.Actuality.valueOf(row.getString("actuality")),
                plan.target(),
                plan.lastYear(),
                percent == null ? null : percent.percent(),
                row.getBigDecimal("verified"),
                row.getString("unit_of_measure"),
                row.getBoolean("explained"),
                row.getInt("evidence"),
                row.getBoolean("named"),
                row.getInt("struck"));
    }
}
