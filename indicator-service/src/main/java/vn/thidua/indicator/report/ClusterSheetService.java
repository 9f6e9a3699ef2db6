package vn.thidua.indicator.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/**
 * Takes a filled workbook of a whole cluster, each unit's rows like the spreadsheet of its report; a report is begun where it is
 * not. A unit that the caller may not write for, or whose report is closed, is refused with the reason, and the others are taken.
 */
@Service
class ClusterSheetService {
    /** A cluster has a few dozen members. */
    static final int MOST_UNITS = 2000;

    private final SheetQueries queries;
    private final ReportQueries reports;
    private final ReportService begins;
    private final SheetService sheets;
    private final ReportAccess access;
    private final TransactionTemplate attempt;

    ClusterSheetService(
            SheetQueries queries,
            ReportQueries reports,
            ReportService begins,
            SheetService sheets,
            ReportAccess access,
            PlatformTransactionManager transactions) {
        this.queries = queries;
        this.reports = reports;
        this.begins = begins;
        this.sheets = sheets;
        this.access = access;
        // Its own savepoint: what is refused, or only tried, is undone and told all the same.
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Judges every row and saves what the mode allows.
     *
     * @return one for each row, in the order of the file
     * @throws ProblemException 404 when the caller sees nothing of the period, 403 when it may write nowhere
     */
    @Transactional
    List<SheetService.Taken> take(Caller caller, UUID periodId, byte[] file, BlockService.Mode mode) {
        var units = reports.board(periodId, null, access.sight(caller), null, null, MOST_UNITS).stream()
                .map(ReportViews.Line::unitId)
                .toList();
        if (units.isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        access.requireWritingSomewhere(caller);
        var asked = queries.asked(periodId, units);
        var rows = SheetReading.read(file, SheetReading.CLUSTER, periodId, asked);
        return Objects.requireNonNull(attempt.execute(status -> {
            var taken = taken(caller, periodId, rows, asked, mode);
            var faulty = taken.stream().anyMatch(SheetService.Taken::isFaulty);
            if (mode == BlockService.Mode.WHOLE_OR_NOTHING && faulty) {
                status.setRollbackOnly();
            }
            return taken;
        }));
    }

    private List<SheetService.Taken> taken(
            Caller caller,
            UUID periodId,
            List<SheetReading.Read> rows,
            Map<UUID, Map<UUID, Block.Asked>> asked,
            BlockService.Mode mode) {
        var outcomes = new HashMap<SheetReading.Read, SheetService.Taken>();
        // In the order of the units, so that two workbooks wait for each other instead of both for the other.
        var byUnit = new TreeMap<UUID, List<SheetReading.Read>>();
        for (var row : rows) {
            if (row.unitId() == null) {
                outcomes.put(row, new SheetService.Taken(row, Block.Outcome.REFUSED, row.errors()));
            } else {
                byUnit.computeIfAbsent(row.unitId(), _ -> new ArrayList<>()).add(row);
            }
        }
        byUnit.forEach((unit, ofUnit) -> {
            for (var one : ofUnit(caller, periodId, unit, ofUnit, asked.getOrDefault(unit, Map.of()), mode)) {
                outcomes.put(one.row(), one);
            }
        });
        return rows.stream()
                .map(row -> Objects.requireNonNull(outcomes.get(row)))
                .toList();
    }

    private List<SheetService.Taken> ofUnit(
            Caller caller,
            UUID periodId,
            UUID unitId,
            List<SheetReading.Read> rows,
            Map<UUID, Block.Asked> asked,
            BlockService.Mode mode) {
        var touched = sheets.touched(reports.reportOf(periodId, unitId), rows, asked);
        if (touched.isEmpty() && rows.stream().allMatch(row -> row.errors().isEmpty())) {
            return untouched(rows);
        }
        try {
            return Objects.requireNonNull(attempt.execute(status -> {
                var report = begins.begin(caller, periodId, unitId).id();
                var dry = mode == BlockService.Mode.DRY_RUN;
                var taken = sheets.take(
                        caller, report, rows, asked, dry ? BlockService.Mode.DRY_RUN : BlockService.Mode.PARTIAL);
                if (dry || taken.stream().noneMatch(one -> one.outcome() == Block.Outcome.SAVED)) {
                    // Nobody's report is begun by a look.
                    status.setRollbackOnly();
                }
                return taken;
            }));
        } catch (ProblemException refusal) {
            if (refusal.problem().type().status().is5xxServerError()) {
                throw refusal;
            }
            return rows.stream()
                    .map(row -> touched.contains(row) || !row.errors().isEmpty()
                            ? new SheetService.Taken(row, Block.Outcome.REFUSED, row.errors(), refusal.problem())
                            : new SheetService.Taken(row, Block.Outcome.UNCHANGED, List.of()))
                    .toList();
        }
    }

    private static List<SheetService.Taken> untouched(List<SheetReading.Read> rows) {
        return rows.stream()
                .map(row -> new SheetService.Taken(row, Block.Outcome.UNCHANGED, List.of()))
                .toList();
    }
}
