package vn.thidua.indicator.report;

import java.sql.Types;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.UnitRows;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.target.Plan;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Saves cells: one statement to know everything a save depends on, one to write it. */
@Repository
class CellStore {
    /**
     * Everything a save depends on.
     *
     * @param version of the cell now, 0 while it is untouched
     * @param feeds whether another indicator is computed from it
     * @param opener name of the unit that can open the period
     */
    record Gate(
            UUID unitId,
            Report.Status status,
            @Nullable Instant openUntil,
            Period period,
            boolean seasonClosed,
            Instant now,
            String opener,
            Block.Asked asked,
            Plan plan,
            long version,
            Cell cell,
            boolean feeds) {}

    record Saved(UUID revisionId, long version, Instant at) {}

    private final JdbcClient jdbc;
    private final UnitRows units;
    private final CellRows cells;
    private final JsonMapper json;

    CellStore(JdbcClient jdbc, UnitRows units, CellRows cells, JsonMapper json) {
        this.jdbc = jdbc;
        this.units = units;
        this.cells = cells;
        this.json = json;
    }

    /** Empty when there is no such report or the unit has no such indicator. Keeps a submission out until the transaction ends. */
    Optional<Gate> gate(UUID reportId, UUID indicatorId) {
        return jdbc.sql("""
                        select r.unit_id, r.status,
                               greatest(r.open_until, (select max(o.until) from period_opening o
                                                       where o.period_id = p.id and o.unit_id = r.unit_id)) as open_until,
                               p.id as period_id, p.season_id, p.kind, p.name, p.opens_at, p.due_at, p.closes_at,
                               p.version as period_version, s.state = 'CLOSED' as season_closed, kit.business_now() as now,
                               coalesce((select st.name from kit.unit_state_copy st
                                         where st.unit_id = s.organiser_id and st.during @> kit.business_today()), '') as opener,
                               i.formula, i.unit_of_measure as base, further_units(i.id) as units, t.items,
                               i.value_kind, i.direction, i.decimals, i.levels, i.evidence_required, t.assigned, t.registered, t.last_year,
                               coalesce(c.version, 0) as cell_version, c.value, v.typed, v.typed_unit, v.qualifier, v.reached, v.computation,
                               coalesce(c.not_applicable, false) as not_applicable, coalesce(c.actuality, 'ACTUAL') as actuality, c.explanation,
                               array(select e.file_id from cell_evidence e where e.revision_id = c.revision_id) as evidence,
                               exists (select from indicator_input x where x.input_id = i.id) as feeds
                        from report r
                        join period p on p.id = r.period_id
                        join season_copy s on s.id = p.season_id
                        join planned t on t.period_id = p.id and t.unit_id = r.unit_id and t.indicator_id = :indicator
                        join indicator i on i.id = t.indicator_id
                        left join report_cell c on c.report_id = r.id and c.indicator_id = i.id
                        left join cell_revision v on v.id = c.revision_id
                        where r.id = :report
                        for key share of r
                        """)
                .param("report", reportId)
                .param("indicator", indicatorId)
                .query((row, _) -> {
                    var kind = Measure.ValueKind.valueOf(row.getString("value_kind"));
                    var direction = Measure.Direction.valueOf(row.getString("direction"));
                    return new Gate(
                            row.getObject("unit_id", UUID.class),
                            Report.Status.valueOf(row.getString("status")),
                            Rows.instant(row, "open_until"),
                            new Period(
                                    row.getObject("period_id", UUID.class),
                                    row.getObject("season_id", UUID.class),
                                    Period.Kind.valueOf(row.getString("kind")),
                                    row.getString("name"),
                                    Objects.requireNonNull(Rows.instant(row, "opens_at")),
                                    Objects.requireNonNull(Rows.instant(row, "due_at")),
                                    Objects.requireNonNull(Rows.instant(row, "closes_at")),
                                    row.getLong("period_version")),
                            row.getBoolean("season_closed"),
                            Objects.requireNonNull(Rows.instant(row, "now")),
                            row.getString("opener"),
                            new Block.Asked(
                                    UnitRows.measure(row),
                                    units.of(row),
                                    row.getString("formula"),
                                    CellRows.names(row, "items")),
                            new Plan(
                                    kind,
                                    direction,
                                    row.getBigDecimal("assigned"),
                                    row.getBigDecimal("registered"),
                                    row.getBigDecimal("last_year")),
                            row.getLong("cell_version"),
                            cells.cell(row),
                            row.getBoolean("feeds"));
                })
                .optional();
    }

    /** Writes the next revision of a cell with its evidence; empty when somebody else was faster. */
    Optional<Saved> save(UUID reportId, UUID indicatorId, long expected, Cell cell, Caller caller, Basis basis) {
        return jdbc.sql("""
                        with revision as (
                            insert into cell_revision (report_id, indicator_id, version, value, typed, typed_unit, qualifier, reached, not_applicable, actuality,
                                                       explanation, computation, actor_kind, actor, mandate_id)
                            select :report, :indicator, :expected + 1, :value, :typed, :typedUnit, :qualifier, cast(:reached as text[]), :na, :actuality, :explanation,
                                   cast(:computation as jsonb), :kind, :actor, :mandate
                            where :expected = coalesce((select c.version from report_cell c
                                                        where c.report_id = :report and c.indicator_id = :indicator), 0)
                            on conflict (report_id, indicator_id, version) do nothing
                            returning id, version, at
                        ), evidence as (
                            insert into cell_evidence (revision_id, file_id)
                            select r.id, f.id from revision r cross join unnest(cast(:evidence as uuid[])) as f(id)
                        )
                        insert into report_cell as c (report_id, indicator_id, version, value, not_applicable, actuality,
                                                      explanation, revision_id, qualifier)
                        select :report, :indicator, r.version, :value, :na, :actuality, :explanation, r.id, :qualifier from revision r
                        on conflict (report_id, indicator_id) do update
                        set version = excluded.version, value = excluded.value, not_applicable = excluded.not_applicable,
                            actuality = excluded.actuality, explanation = excluded.explanation, revision_id = excluded.revision_id,
                            qualifier = excluded.qualifier
                        returning c.version, c.revision_id, (select r.at from revision r) as at
                        """)
                .param("report", reportId)
                .param("indicator", indicatorId)
                .param("expected", expected)
                .param("value", cell.value(), Types.NUMERIC)
                .param("typed", cell.typed() == null ? null : cell.typed().number(), Types.NUMERIC)
                .param("typedUnit", cell.typed() == null ? null : cell.typed().unit(), Types.VARCHAR)
                .param(
                        "qualifier",
                        cell.qualifier() == null ? null : cell.qualifier().name(),
                        Types.VARCHAR)
                .param("reached", cell.reached() == null ? null : cell.reached().toArray(String[]::new), Types.ARRAY)
                .param("na", cell.notApplicable())
                .param("actuality", cell.actuality().name())
                .param("explanation", cell.explanation(), Types.VARCHAR)
                .param(
                        "computation",
                        cell.computation() == null ? null : json.writeValueAsString(cell.computation()),
                        Types.VARCHAR)
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .param("mandate", basis.mandateId())
                .param("evidence", cell.evidence().toArray(UUID[]::new))
                .query((row, _) -> new Saved(
                        row.getObject("revision_id", UUID.class),
                        row.getLong("version"),
                        Objects.requireNonNull(Rows.instant(row, "at"))))
                .optional();
    }
}
