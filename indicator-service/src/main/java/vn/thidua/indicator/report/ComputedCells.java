package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Formula;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/**
 * Keeps what is computed in a report as its inputs say. Who computes holds the report against others who do, so that two who save
 * inputs at the same moment do not each leave the other's out; plain cells go on being saved meanwhile.
 */
@Repository
class ComputedCells {
    /** Longer chains of formulas than any catalogue has. */
    private static final int MOST_PASSES = 100;

    private final JdbcClient jdbc;
    private final BlockStore blocks;
    private final CellRows cells;
    private final ReportStore reports;

    ComputedCells(JdbcClient jdbc, BlockStore blocks, CellRows cells, ReportStore reports) {
        this.jdbc = jdbc;
        this.blocks = blocks;
        this.cells = cells;
        this.reports = reports;
    }

    /** Whether one of those indicators goes into another by a formula. */
    boolean feed(List<UUID> indicatorIds) {
        return jdbc.sql("select exists (select from indicator_input where input_id = any(:ids))")
                .param("ids", indicatorIds.toArray(UUID[]::new))
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /** Computes the report's formulas anew, each after its inputs; what says the same stays. The report is held by the caller. */
    void restate(UUID reportId, Caller caller, Basis basis) {
        if (!hold(reportId)) {
            return;
        }
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            var changed = changed(rows(reportId));
            if (changed.isEmpty()) {
                return;
            }
            blocks.save(reportId, changed, caller, basis);
        }
        throw new IllegalStateException("the formulas of report " + reportId + " do not come to rest");
    }

    /** Those that say something else now; one whose input is among them waits for the next pass, which knows its new revision. */
    private static List<BlockStore.Writing> changed(List<Computing.Row> rows) {
        var computing = new Computing(rows);
        var changed = new ArrayList<BlockStore.Writing>();
        var moving = new HashSet<String>();
        for (var ruled : computing.inOrder()) {
            var row = ruled.row();
            if (ruled.inputKeys().stream().anyMatch(moving::contains)) {
                moving.add(row.key());
                continue;
            }
            var cell = computing.computed(ruled);
            if (!cell.saysTheSameAs(row.cell()) && (row.version() > 0 || !isWaiting(cell))) {
                changed.add(new BlockStore.Writing(row.indicatorId(), row.version(), cell));
                moving.add(row.key());
            }
        }
        return changed;
    }

    /** Nobody has written its inputs yet: not worth a revision. */
    private static boolean isWaiting(Cell cell) {
        return cell.computation() != null && cell.computation().none() == Formula.Why.INPUT_EMPTY;
    }

    /**
     * After a verification, or after names were taken off a list: what is computed from those numbers stands verified too.
     *
     * @param reason why, for whom it is shown to
     * @return whether anything says something else now
     */
    boolean restateVerified(UUID reportId, Caller caller, Basis basis, String reason) {
        if (!hold(reportId)) {
            return false;
        }
        var computing = new Computing(rows(reportId));
        var restated = new HashMap<String, BigDecimal>();
        for (var ruled : computing.inOrder()) {
            var row = ruled.row();
            var value = computing.verified(ruled, restated);
            var present = row.verified() == null ? row.cell().value() : row.verified();
            if (value != null && row.version() > 0 && !Decimals.same(value, present)) {
                reports.verify(reportId, row.indicatorId(), value, reason, caller, basis);
                restated.put(row.key(), value);
            }
        }
        return !restated.isEmpty();
    }

    /**
     * False where the report has nothing that is computed. A lock beside the report's row: two savers who each hold a share of the row and
     * want more of it would wait for whoever hands the report in, and that one for them.
     */
    private boolean hold(UUID reportId) {
        return jdbc.sql("""
                        select pg_advisory_xact_lock(hashtextextended('report-computed-' || r.id, 0)) from report r
                        where r.id = :report
                          and exists (select from period p
                                      join target t on t.season_id = p.season_id and t.unit_id = r.unit_id
                                      join indicator i on i.id = t.indicator_id and i.formula is not null
                                      where p.id = r.period_id)
                        """)
                .param("report", reportId)
                .query((_, _) -> true)
                .optional()
                .isPresent();
    }

    /** Numbers as they count: without what was taken off a list since. */
    private List<Computing.Row> rows(UUID reportId) {
        return jdbc.sql("""
                        select i.id as indicator_id, i.unit_id, i.code, i.formula, i.decimals, coalesce(c.version, 0) as cell_version,
                               coalesce(k.counted, c.value) as value, v.typed, v.typed_unit, v.qualifier, v.reached, coalesce(c.not_applicable, false) as not_applicable,
                               coalesce(c.actuality, 'ACTUAL') as actuality, c.explanation, c.revision_id, v.computation,
                               verified_counted(b.value, b.at, k.counted, k.since) as verified,
                               array(select e.file_id from cell_evidence e where e.revision_id = c.revision_id) as evidence
                        from report r
                        join period p on p.id = r.period_id
                        join target t on t.season_id = p.season_id and t.unit_id = r.unit_id
                        join indicator i on i.id = t.indicator_id
                        left join report_cell c on c.report_id = r.id and c.indicator_id = i.id
                        left join cell_revision v on v.id = c.revision_id
                        left join verified_cell b on b.report_id = r.id and b.indicator_id = i.id
                        left join lateral (
                            select s.counted, s.since from struck_cell s
                            where t.items is not null and c.value is not null
                              and s.report_id = c.report_id and s.indicator_id = c.indicator_id offset 0) k on true
                        where r.id = :report
                        """)
                .param("report", reportId)
                .query((row, _) -> row(row))
                .list();
    }

    private Computing.Row row(ResultSet row) throws SQLException {
        var formula = row.getString("formula");
        return new Computing.Row(
                row.getObject("indicator_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("code"),
                formula == null ? null : Formula.of(formula),
                row.getInt("decimals"),
                row.getLong("cell_version"),
                cells.cell(row),
                row.getObject("revision_id", UUID.class),
                row.getBigDecimal("verified"));
    }
}
