package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Bound;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.UnitRows;
import vn.thidua.indicator.catalogue.Units;
import vn.thidua.indicator.target.Plan;
import vn.thidua.kit.database.Rows;

/** Reads the cells of a report, and what happened to one. */
@Repository
class GridQueries {
    private static final TypeReference<List<CellViews.FileRef>> FILES = new TypeReference<>() {};

    private static final String ROWS = """
            select i.id as indicator_id, i.code, i.name, t.unit_of_measure, i.value_kind, i.direction, i.decimals, i.levels,
                   i.evidence_required, t.assigned, t.registered, t.last_year, last.value as last_value,
                   l.lower, l.upper, l.severity, i.formula, i.unit_of_measure as base, further_units(i.id) as units,
                   coalesce(c.version, 0) as cell_version, c.revision_id, c.value, v.typed, v.typed_unit, v.qualifier, v.reached, v.computation,
                   t.items, t.in_part, t.year_assigned, t.year_registered, f.assigned as first_assigned, f.registered as first_registered,
                   f.items as first_items, f.amended_at, y.value as last_actual, y.season_id as last_season_id, y.season_name as last_season_name,
                   coalesce(c.not_applicable, false) as not_applicable,
                   coalesce(c.actuality, 'ACTUAL') as actuality, c.explanation, v.at as changed_at, v.actor as changed_by,
                   coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'contentType', f.content_type,
                                                                 'size', f.size) order by f.id)
                             from cell_evidence e join file f on f.id = e.file_id
                             where e.revision_id = c.revision_id), '[]') as evidence,
                   b.id as verification_id, b.value as verified, b.reason, b.at as verified_at, b.actor as verified_by,
                   k.names as struck, k.since as struck_since, k.counted, verified_counted(b.value, b.at, k.counted, k.since) as verified_counted
            from report r
            join period p on p.id = r.period_id
            join planned t on t.period_id = p.id and t.unit_id = r.unit_id
            join indicator i on i.id = t.indicator_id
            left join check_bound l on l.indicator_id = i.id and l.kind = 'LIMITS'
            left join report_cell c on c.report_id = r.id and c.indicator_id = i.id
            left join cell_revision v on v.id = c.revision_id
            left join verified_cell b on b.report_id = r.id and b.indicator_id = i.id
            left join lateral (
                select s.names, s.since, s.counted from struck_cell s
                where t.items is not null and s.report_id = c.report_id and s.indicator_id = c.indicator_id offset 0) k on true
            left join lateral (
                select lc.value from report lr
                join period lp on lp.id = lr.period_id
                join report_cell lc on lc.report_id = lr.id
                where lr.unit_id = r.unit_id and lc.indicator_id = i.id and lp.opens_at < p.opens_at
                  and lc.value is not null and lr.status in ('SUBMITTED', 'ACCEPTED')
                order by lp.opens_at desc limit 1) last on true
            left join first_planned f on f.period_id = p.id and f.unit_id = t.unit_id and f.indicator_id = t.indicator_id
                 and (f.assigned, f.registered, f.items) is distinct from (t.assigned, t.registered, t.items)
            left join lateral (
                select o.value, o.season_id, o.season_name from season_copy s
                join final_value o on o.unit_id = t.unit_id and o.indicator_id = t.indicator_id
                     and o.begins < lower(s.during) and o.begins > lower(s.during) - interval '18 months'
                where s.id = t.season_id
                order by o.begins desc limit 1) y on true
            where r.id = :report and (cast(:indicators as uuid[]) is null or i.id = any(cast(:indicators as uuid[])))
            order by i.code, i.id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final UnitRows units;
    private final CellRows cells;

    GridQueries(JdbcClient jdbc, JsonMapper json, UnitRows units, CellRows cells) {
        this.jdbc = jdbc;
        this.units = units;
        this.cells = cells;
        this.json = json;
    }

    /** The rows of a report by code, of those indicators if any are named. */
    List<GridViews.ReportRow> rows(UUID reportId, @Nullable List<UUID> indicatorIds) {
        return jdbc.sql(ROWS)
                .param("report", reportId)
                .param(
                        "indicators",
                        indicatorIds == null ? null : indicatorIds.toArray(UUID[]::new),
                        java.sql.Types.ARRAY)
                .query((row, _) -> row(row))
                .list();
    }

    /** Everything that happened to a cell, the oldest first. */
    List<CellViews.Entry> history(UUID reportId, UUID indicatorId) {
        return jdbc.sql("""
                        with entry as (
                            select 'REVISION' as kind, v.id, v.version, v.value, v.typed, v.typed_unit, v.qualifier, v.reached, v.computation, v.not_applicable, v.explanation as text,
                                   array(select e.file_id from cell_evidence e where e.revision_id = v.id order by e.file_id) as evidence,
                                   v.at, v.actor, v.mandate_id
                            from cell_revision v where v.report_id = :report and v.indicator_id = :indicator
                            union all
                            select 'VERIFICATION', w.id, v.version, w.value, null, null, null, null, null, false, w.reason, array[]::uuid[], w.at, w.actor, w.mandate_id
                            from verification w join cell_revision v on v.id = w.revision_id
                            where w.report_id = :report and w.indicator_id = :indicator)
                        select e.*, m.role, n.name as role_unit_name
                        from entry e
                        left join kit.mandate_copy m on m.id = e.mandate_id
                        left join lateral (
                            select st.name from kit.unit_state_copy st where st.unit_id = m.unit_id
                            order by st.during @> cast(e.at as date) desc, lower(st.during) desc limit 1) n on true
                        order by e.at, e.id
                        """)
                .param("report", reportId)
                .param("indicator", indicatorId)
                .query((row, _) -> new CellViews.Entry(
                        CellViews.EntryKind.valueOf(row.getString("kind")),
                        row.getObject("id", UUID.class),
                        row.getLong("version"),
                        row.getBigDecimal("value"),
                        CellViews.TypedView.of(CellRows.typed(row)),
                        CellRows.qualifier(row),
                        row.getArray("reached") == null ? null : CellRows.names(row, "reached"),
                        row.getBoolean("not_applicable"),
                        row.getString("text"),
                        List.of((UUID[]) row.getArray("evidence").getArray()),
                        Objects.requireNonNull(Rows.instant(row, "at")),
                        row.getString("actor"),
                        row.getObject("mandate_id", UUID.class),
                        row.getString("role"),
                        row.getString("role_unit_name"),
                        CellViews.ComputationView.of(cells.computation(row))))
                .list();
    }

    private GridViews.ReportRow row(ResultSet row) throws SQLException {
        var kind = Measure.ValueKind.valueOf(row.getString("value_kind"));
        var direction = Measure.Direction.valueOf(row.getString("direction"));
        var plan = new Plan(
                kind,
                direction,
                row.getBigDecimal("assigned"),
                row.getBigDecimal("registered"),
                row.getBigDecimal("last_year"));
        var value = row.getBigDecimal("value");
        var verificationId = row.getObject("verification_id", UUID.class);
        var verified = verificationId == null
                ? null
                : new CellViews.VerifiedView(
                        verificationId,
                        row.getBigDecimal("verified"),
                        row.getString("reason"),
                        Objects.requireNonNull(Rows.instant(row, "verified_at")),
                        row.getString("verified_by"));
        var struck = struck(row);
        return new GridViews.ReportRow(
                row.getObject("indicator_id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("unit_of_measure"),
                kind,
                direction,
                row.getInt("decimals"),
                UnitRows.levels(row),
                row.getBoolean("evidence_required"),
                plan.assigned(),
                plan.registered(),
                plan.lastYear(),
                row.getBigDecimal("last_value"),
                limit(row),
                units.of(row).others().stream().map(Units.Unit::name).toList(),
                row.getString("formula"),
                CellRows.names(row, "items"),
                row.getBoolean("in_part")
                        ? new GridViews.YearView(
                                Decimals.plainOrNull(row.getBigDecimal("year_assigned")),
                                Decimals.plainOrNull(row.getBigDecimal("year_registered")))
                        : null,
                first(row, plan, value),
                lastActual(row),
                struck,
                new CellViews.CellView(
                        row.getLong("cell_version"),
                        row.getObject("revision_id", UUID.class),
                        value,
                        CellViews.TypedView.of(CellRows.typed(row)),
                        CellRows.qualifier(row),
                        row.getArray("reached") == null ? null : CellRows.names(row, "reached"),
                        row.getBoolean("not_applicable"),
                        Cell.Actuality.valueOf(row.getString("actuality")),
                        row.getString("explanation"),
                        json.readValue(row.getString("evidence"), FILES),
                        Rows.instant(row, "changed_at"),
                        row.getString("changed_by"),
                        CellViews.ComputationView.of(cells.computation(row))),
                CellViews.PercentView.of(plan, struck == null ? value : struck.counted()),
                verified,
                CellViews.PercentView.of(plan, row.getBigDecimal("verified_counted")));
    }

    private static GridViews.@Nullable FirstView first(ResultSet row, Plan plan, @Nullable BigDecimal value)
            throws SQLException {
        var amendedAt = Rows.instant(row, "amended_at");
        if (amendedAt == null) {
            return null;
        }
        var first = new Plan(
                plan.valueKind(),
                plan.direction(),
                Decimals.plainOrNull(row.getBigDecimal("first_assigned")),
                Decimals.plainOrNull(row.getBigDecimal("first_registered")),
                plan.lastYear());
        return new GridViews.FirstView(
                first.assigned(),
                first.registered(),
                CellRows.names(row, "first_items"),
                amendedAt,
                CellViews.PercentView.of(first, value));
    }

    private static GridViews.@Nullable StruckView struck(ResultSet row) throws SQLException {
        var since = Rows.instant(row, "struck_since");
        return since == null
                ? null
                : new GridViews.StruckView(CellRows.names(row, "struck"), since, row.getBigDecimal("counted"));
    }

    private static GridViews.@Nullable LastActualView lastActual(ResultSet row) throws SQLException {
        var value = row.getBigDecimal("last_actual");
        return value == null
                ? null
                : new GridViews.LastActualView(
                        Decimals.plain(value),
                        row.getObject("last_season_id", UUID.class),
                        row.getString("last_season_name"));
    }

    /** Of a row with the bound's columns; null where the indicator has no limits. */
    static GridViews.@Nullable LimitView limit(ResultSet row) throws SQLException {
        var severity = row.getString("severity");
        return severity == null
                ? null
                : new GridViews.LimitView(
                        row.getBigDecimal("lower"), row.getBigDecimal("upper"), Bound.Severity.valueOf(severity));
    }
}
