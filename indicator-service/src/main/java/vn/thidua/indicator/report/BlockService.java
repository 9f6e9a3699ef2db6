package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/**
 * Saves a pasted or filled block of cells in one transaction, by the rules of the single save. What somebody else wrote in the
 * meantime stays and is shown, the rest of the block is saved: two people in one report merge by cell.
 */
@Service
class BlockService {
    /** How a block is taken. */
    enum Mode {
        /** What can be saved is saved. */
        PARTIAL,
        /** Nothing is saved when one cell is stale or refused. */
        WHOLE_OR_NOTHING,
        /** Only judged. */
        DRY_RUN
    }

    /** A cell on one side of a change, for the audit. */
    record Side(UUID indicatorId, long version, @Nullable BigDecimal value, boolean notApplicable) {}

    private final BlockStore store;
    private final ComputedCells computed;
    private final ReportAccess access;
    private final ReportRefusals refusals;
    private final Audit audit;

    BlockService(BlockStore store, ComputedCells computed, ReportAccess access, ReportRefusals refusals, Audit audit) {
        this.store = store;
        this.computed = computed;
        this.access = access;
        this.refusals = refusals;
        this.audit = audit;
    }

    /**
     * Judges every cell and saves what the mode allows.
     *
     * @return one judgement for each wanted cell, in their order
     * @throws vn.thidua.kit.problem.ProblemException when the caller may not write the report at all, or it is not open
     */
    @Transactional
    List<Block.Judged> save(Caller caller, UUID reportId, List<Block.Wanted> wanted, Mode mode) {
        var head = store.head(reportId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = access.requireUnit(caller, ReportAccess.WRITE, head.unitId(), reportId);
        refusals.requireWritable(
                Report.writableAt(head.status(), head.openUntil(), head.period(), head.now()),
                head.period(),
                head.opener(),
                head.seasonClosed());
        var present = store.present(
                reportId,
                wanted.stream().map(Block.Wanted::indicatorId).distinct().toList());
        var known = store.knownEvidence(reportId, named(wanted), caller.subject());
        var writings = new LinkedHashMap<UUID, BlockStore.Writing>();
        var judged = judge(wanted, present, known, writings);
        var faulty = judged.stream()
                .anyMatch(one -> one.outcome() == Block.Outcome.STALE || one.outcome() == Block.Outcome.REFUSED);
        if (writings.isEmpty() || mode == Mode.DRY_RUN || (mode == Mode.WHOLE_OR_NOTHING && faulty)) {
            return judged;
        }
        var saved = store.save(reportId, List.copyOf(writings.values()), caller, basis);
        if (mode == Mode.WHOLE_OR_NOTHING && saved.size() < writings.size()) {
            // Somebody was faster between looking and writing: the caller looks again.
            throw Problem.of(ProblemType.VERSION_MISMATCH).asException();
        }
        if (!saved.isEmpty()) {
            if (computed.feed(List.copyOf(saved.keySet()))) {
                computed.restate(reportId, caller, basis);
            }
            record(caller, basis, reportId, head.unitId(), present, writings, saved);
        }
        return judged.stream()
                .map(one -> one.outcome() == Block.Outcome.SAVED && !saved.containsKey(one.indicatorId())
                        ? new Block.Judged(one.indicatorId(), Block.Outcome.STALE)
                        : one)
                .toList();
    }

    /**
     * Judges each cell by itself.
     *
     * @param writings takes what is to be written
     */
    static List<Block.Judged> judge(
            List<Block.Wanted> wanted,
            Map<UUID, BlockStore.Present> present,
            Set<UUID> known,
            Map<UUID, BlockStore.Writing> writings) {
        var seen = new HashSet<UUID>();
        var judged = new ArrayList<Block.Judged>();
        for (var one : wanted) {
            var there = present.get(one.indicatorId());
            if (there == null || !seen.add(one.indicatorId())) {
                var code = there == null ? "not-found" : "indicator-twice";
                judged.add(new Block.Judged(
                        one.indicatorId(), Block.Outcome.REFUSED, List.of(FieldError.of("/indicatorId", code))));
                continue;
            }
            var reading = one.over(there.cell(), there.asked());
            var cell = reading.cell();
            var errors = new ArrayList<>(reading.errors());
            if (one.evidence() != null && !known.containsAll(one.evidence())) {
                errors.add(FieldError.of("/evidence", "evidence-unknown"));
            }
            if (there.asked().formula() != null
                    && there.version() != one.version()
                    && !cell.saysTheSameAs(there.cell())) {
                // It was computed anew meanwhile; the number that was sent along is only an old one.
                judged.add(new Block.Judged(one.indicatorId(), Block.Outcome.STALE));
            } else if (!errors.isEmpty()) {
                judged.add(new Block.Judged(one.indicatorId(), Block.Outcome.REFUSED, errors));
            } else if (cell.saysTheSameAs(there.cell())) {
                judged.add(new Block.Judged(one.indicatorId(), Block.Outcome.UNCHANGED));
            } else if (there.version() != one.version()) {
                judged.add(new Block.Judged(one.indicatorId(), Block.Outcome.STALE));
            } else {
                writings.put(one.indicatorId(), new BlockStore.Writing(one.indicatorId(), there.version(), cell));
                judged.add(new Block.Judged(one.indicatorId(), Block.Outcome.SAVED));
            }
        }
        return judged;
    }

    private static Set<UUID> named(List<Block.Wanted> wanted) {
        var files = new HashSet<UUID>();
        for (var one : wanted) {
            if (one.evidence() != null) {
                files.addAll(one.evidence());
            }
        }
        return files;
    }

    private void record(
            Caller caller,
            vn.thidua.kit.mandate.Basis basis,
            UUID reportId,
            UUID unitId,
            Map<UUID, BlockStore.Present> present,
            Map<UUID, BlockStore.Writing> writings,
            Map<UUID, Long> saved) {
        var before = new ArrayList<Side>();
        var after = new ArrayList<Side>();
        writings.forEach((indicator, writing) -> {
            var version = saved.get(indicator);
            var there = present.get(indicator);
            if (version != null && there != null) {
                before.add(new Side(
                        indicator,
                        there.version(),
                        there.cell().value(),
                        there.cell().notApplicable()));
                after.add(new Side(
                        indicator,
                        version,
                        writing.cell().value(),
                        writing.cell().notApplicable()));
            }
        });
        audit.record(new AuditEntry(
                caller, basis, "report.cells-saved", Report.AGGREGATE, reportId, unitId, before, after, null));
    }
}
