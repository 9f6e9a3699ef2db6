package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.catalogue.UnitRows;
import vn.thidua.indicator.period.Period;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Saves many cells of a report, however many with the same few statements. */
@Repository
class BlockStore {
    /** The report as a save meets it; see {@link CellStore.Gate}. */
    record Head(
            UUID unitId,
            Report.Status status,
            @Nullable Instant openUntil,
            Period period,
            boolean seasonClosed,
            Instant now,
            String opener) {}

    /** @param version 0 while nobody has written it */
    record Present(Block.Asked asked, long version, Cell cell) {}

    /** A cell to be written over version {@code expected}. */
    record Writing(UUID indicatorId, long expected, Cell cell) {}

    /** As {@link #save} hands it to the database. */
    private record Row(
            UUID indicatorId,
            long expected,
            @Nullable BigDecimal value,
            @Nullable BigDecimal typed,
            @Nullable String typedUnit,
            @Nullable Qualifier qualifier,
            @Nullable List<String> reached,
            boolean notApplicable,
            String actuality,
            @Nullable String explanation,
            List<UUID> evidence,
            @Nullable String computation) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final UnitRows units;
    private final CellRows cells;

    BlockStore(JdbcClient jdbc, JsonMapper json, UnitRows units, CellRows cells) {
        this.jdbc = jdbc;
        this.units = units;
        this.json = json;
        this.cells = cells;
    }

    /** Empty when there is no such report. Keeps a submission out until the transaction ends. */
    Optional<Head> head(UUID reportId) {
        return jdbc.sql("""
                        select r.unit_id, r.status,
                               greatest(r.open_until, (select max(o.until) from period_opening o
                                                       where o.period_id = p.id and o.unit_id = r.unit_id)) as open_until,
                               p.id as period_id, p.season_id, p.kind, p.name, p.opens_at, p.due_at, p.closes_at,
                               p.version as period_version, s.state = 'CLOSED' as season_closed, kit.business_now() as now,
                               coalesce((select st.name from kit.unit_state_copy st
                                         where st.unit_id = s.organiser_id and st.during @> kit.business_today()), '') as opener
                        from report r
                        join period p on p.id = r.period_id
                        join season_copy s on s.id = p.season_id
                        where r.id = :report
                        for key share of r
                        """)
                .param("report", reportId)
                .query((row, _) -> new Head(
                        row.getObject("unit_id", UUID.class),
                        Report.Status.valueOf(row.getString("status")),
                        Rows.instant(row, "open_until"),
                        ReportQueries.period(row),
                        row.getBoolean("season_closed"),
                        Objects.requireNonNull(Rows.instant(row, "now")),
                        row.getString("opener")))
                .optional();
    }

    /** What stands there now, of those indicators that the report speaks of. */
    Map<UUID, Present> present(UUID reportId, List<UUID> indicatorIds) {
        var found = new HashMap<UUID, Present>();
        jdbc.sql("""
                        select i.id as indicator_id, i.value_kind, i.direction, i.decimals, i.levels, i.evidence_required,
                               i.formula, i.unit_of_measure as base, further_units(i.id) as units, t.items,
                               coalesce(c.version, 0) as cell_version, c.value, v.typed, v.typed_unit, v.qualifier, v.reached, v.computation, coalesce(c.not_applicable, false) as not_applicable,
                               coalesce(c.actuality, 'ACTUAL') as actuality, c.explanation,
                               array(select e.file_id from cell_evidence e where e.revision_id = c.revision_id) as evidence
                        from report r
                        join period p on p.id = r.period_id
                        join planned t on t.period_id = p.id and t.unit_id = r.unit_id
                        join indicator i on i.id = t.indicator_id
                        left join report_cell c on c.report_id = r.id and c.indicator_id = i.id
                        left join cell_revision v on v.id = c.revision_id
                        where r.id = :report and i.id = any(:indicators)
                        """)
                .param("report", reportId)
                .param("indicators", indicatorIds.toArray(UUID[]::new))
                .query((row, _) -> found.put(row.getObject("indicator_id", UUID.class), present(row)))
                .list();
        return found;
    }

    /** Of those files the ones that this caller may name in this report. */
    Set<UUID> knownEvidence(UUID reportId, Set<UUID> files, String actor) {
        if (files.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                        select f.id from file f
                        where f.id = any(:files)
                          and (f.uploaded_by = :actor
                               or exists (select from cell_evidence e join cell_revision v on v.id = e.revision_id
                                          where e.file_id = f.id and v.report_id = :report))
                        """)
                .param("files", files.toArray(UUID[]::new))
                .param("actor", actor)
                .param("report", reportId)
                .query(UUID.class)
                .list());
    }

    /**
     * Writes the next revision of each cell whose version is still the expected one.
     *
     * @return the new versions; a cell that somebody else wrote in the meantime is not among them
     */
    Map<UUID, Long> save(UUID reportId, List<Writing> writings, Caller caller, Basis basis) {
        var rows = new ArrayList<Row>();
        for (var writing : writings) {
            var cell = writing.cell();
            rows.add(new Row(
                    writing.indicatorId(),
                    writing.expected(),
                    cell.value(),
                    cell.typed() == null ? null : cell.typed().number(),
                    cell.typed() == null ? null : cell.typed().unit(),
                    cell.qualifier(),
                    cell.reached(),
                    cell.notApplicable(),
                    cell.actuality().name(),
                    cell.explanation(),
                    List.copyOf(cell.evidence()),
                    cell.computation() == null ? null : json.writeValueAsString(cell.computation())));
        }
        var saved = new HashMap<UUID, Long>();
        // In the order of the indicators, so that two blocks wait for each other instead of both for the other.
        jdbc.sql("""
                        with wanted as (
                            select * from jsonb_to_recordset(cast(:rows as jsonb)) as w("indicatorId" uuid, expected bigint,
                                   value numeric, typed numeric, "typedUnit" text, qualifier text, reached text[], "notApplicable" boolean, actuality text, explanation text, evidence uuid[],
                                   computation text)
                        ), revision as (
                            insert into cell_revision (report_id, indicator_id, version, value, typed, typed_unit, qualifier, reached, not_applicable, actuality,
                                                       explanation, computation, actor_kind, actor, mandate_id)
                            select :report, w."indicatorId", w.expected + 1, w.value, w.typed, w."typedUnit", w.qualifier, w.reached, w."notApplicable", w.actuality,
                                   w.explanation, cast(w.computation as jsonb), :kind, :actor, :mandate
                            from wanted w
                            left join report_cell c on c.report_id = :report and c.indicator_id = w."indicatorId"
                            where w.expected = coalesce(c.version, 0)
                            order by w."indicatorId"
                            on conflict (report_id, indicator_id, version) do nothing
                            returning id, indicator_id, version, value, not_applicable, actuality, explanation, qualifier
                        ), evidence as (
                            insert into cell_evidence (revision_id, file_id)
                            select r.id, f.id
                            from revision r
                            join wanted w on w."indicatorId" = r.indicator_id
                            cross join unnest(w.evidence) as f(id)
                        )
                        insert into report_cell as c (report_id, indicator_id, version, value, not_applicable, actuality,
                                                      explanation, revision_id, qualifier)
                        select :report, r.indicator_id, r.version, r.value, r.not_applicable, r.actuality, r.explanation, r.id, r.qualifier
                        from revision r order by r.indicator_id
                        on conflict (report_id, indicator_id) do update
                        set version = excluded.version, value = excluded.value, not_applicable = excluded.not_applicable,
                            actuality = excluded.actuality, explanation = excluded.explanation, revision_id = excluded.revision_id,
                            qualifier = excluded.qualifier
                        returning c.indicator_id, c.version
                        """)
                .param("report", reportId)
                .param("rows", json.writeValueAsString(rows))
                .param("kind", caller.kind().name())
                .param("actor", caller.subject())
                .param("mandate", basis.mandateId())
                .query((row, _) -> saved.put(row.getObject("indicator_id", UUID.class), row.getLong("version")))
                .list();
        return saved;
    }

    private Present present(ResultSet row) throws SQLException {
        return new Present(
                new Block.Asked(
                        UnitRows.measure(row), units.of(row), row.getString("formula"), CellRows.names(row, "items")),
                row.getLong("cell_version"),
                cells.cell(row));
    }
}
