package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/**
 * Saves one cell after the other, as a grid does by itself. This is the hot path of a season: five short statements in one
 * transaction, no call to another service, and no event, as others hear of a report when it is submitted.
 */
@Service
class CellService {
    /** A cell before a change, for the audit. */
    record Was(UUID indicatorId, long version, @Nullable BigDecimal value, boolean notApplicable) {}

    /** A cell after a change, for the audit. */
    record Is(UUID indicatorId, long version, UUID revisionId, Cell cell) {}

    private final CellStore store;
    private final BlockStore blocks;
    private final ComputedCells computed;
    private final GridQueries grid;
    private final ReportAccess access;
    private final ReportRefusals refusals;
    private final Audit audit;

    CellService(
            CellStore store,
            BlockStore blocks,
            ComputedCells computed,
            GridQueries grid,
            ReportAccess access,
            ReportRefusals refusals,
            Audit audit) {
        this.store = store;
        this.blocks = blocks;
        this.computed = computed;
        this.grid = grid;
        this.access = access;
        this.refusals = refusals;
        this.audit = audit;
    }

    /**
     * Saves what a unit says of one indicator.
     *
     * @throws vn.thidua.kit.problem.ProblemException 412 with what somebody else wrote, 409 when the report is not open
     */
    @Transactional
    CellViews.SavedCell save(Caller caller, UUID reportId, Block.Wanted wanted) {
        var indicatorId = wanted.indicatorId();
        var expected = wanted.version();
        var gate = store.gate(reportId, indicatorId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = access.requireUnit(caller, ReportAccess.WRITE, gate.unitId(), reportId);
        refusals.requireWritable(
                Report.writableAt(gate.status(), gate.openUntil(), gate.period(), gate.now()),
                gate.period(),
                gate.opener(),
                gate.seasonClosed());
        // What was computed anew meanwhile is old before it is wrong.
        var computedAnew = gate.asked().formula() != null && gate.version() != expected;
        var cell = computedAnew ? gate.cell() : sound(wanted, gate, reportId, caller);
        if (gate.version() != expected) {
            throw overtaken(reportId, indicatorId).asException();
        }
        var saved = store.save(reportId, indicatorId, expected, cell, caller, basis)
                .orElseThrow(() -> overtaken(reportId, indicatorId).asException());
        if (gate.feeds()) {
            computed.restate(reportId, caller, basis);
        }
        audit.record(new AuditEntry(
                caller,
                basis,
                "report.cell-saved",
                Report.AGGREGATE,
                reportId,
                gate.unitId(),
                expected == 0
                        ? null
                        : new Was(
                                indicatorId,
                                expected,
                                gate.cell().value(),
                                gate.cell().notApplicable()),
                new Is(indicatorId, saved.version(), saved.revisionId(), cell),
                null));
        return new CellViews.SavedCell(
                indicatorId,
                saved.version(),
                saved.revisionId(),
                cell.value(),
                CellViews.TypedView.of(cell.typed()),
                cell.qualifier(),
                cell.reached(),
                cell.notApplicable(),
                cell.actuality(),
                cell.explanation(),
                List.copyOf(cell.evidence()),
                saved.at(),
                CellViews.PercentView.of(gate.plan(), cell.value()));
    }

    private Cell sound(Block.Wanted wanted, CellStore.Gate gate, UUID reportId, Caller caller) {
        var reading = wanted.over(gate.cell(), gate.asked());
        var cell = reading.cell();
        var errors = new ArrayList<>(reading.errors());
        if (!blocks.knownEvidence(reportId, cell.evidence(), caller.subject()).containsAll(cell.evidence())) {
            errors.add(FieldError.of("/evidence", "evidence-unknown"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
        return cell;
    }

    /** Tells what stands there now, so that a grid can show both. */
    private Problem overtaken(UUID reportId, UUID indicatorId) {
        var row = grid.rows(reportId, List.of(indicatorId)).getFirst();
        var current = new HashMap<String, @Nullable Object>();
        current.put("version", row.cell().version());
        current.put("value", row.cell().value());
        current.put("typed", row.cell().typed());
        current.put("qualifier", row.cell().qualifier());
        current.put("reached", row.cell().reached());
        current.put("notApplicable", row.cell().notApplicable());
        current.put("actuality", row.cell().actuality());
        current.put("explanation", row.cell().explanation());
        current.put("evidence", row.cell().evidence());
        current.put("changedAt", row.cell().changedAt());
        current.put("changedBy", row.cell().changedBy());
        return Versions.mismatch(row.cell().version()).with("current", current);
    }
}
