package vn.thidua.indicator.valueimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.indicator.report.ReportedUnits;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;

/** Takes a workbook's lines, many units at a time; in the transaction of whoever calls. */
@Component
class SheetWork {
    /** Units in one transaction: a workbook is stopped, or taken up by another instance, after so many. */
    static final int AT_ONCE = 100;

    private final SheetStore store;
    private final ReportedUnits units;
    private final TransactionTemplate attempt;

    SheetWork(SheetStore store, ReportedUnits units, PlatformTransactionManager transactions) {
        this.store = store;
        this.units = units;
        // Its own savepoint: a refusal undoes what was begun for these units, and is written down all the same.
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    void takeSome(ValueImport.Working working) {
        var lines = store.next(working.id(), AT_ONCE);
        store.settle(working.id(), settled(working, lines));
    }

    private List<SheetImport.Settled> settled(ValueImport.Working working, List<SheetImport.Line> lines) {
        var columns = store.columns(working.id());
        var said = lines.stream()
                .filter(line -> line.fault() == null)
                .map(line -> new ReportedUnits.Said(
                        line.unitCode(),
                        line.cells().stream()
                                .filter(cell -> cell.fault() == null)
                                .map(cell -> cell.entry(columns))
                                .toList()))
                .toList();
        try {
            var taken = Objects.requireNonNull(
                    attempt.execute(_ -> units.take(working.caller(), working.periodId(), said, working.dry())));
            var settled = new ArrayList<SheetImport.Settled>();
            var next = taken.iterator();
            for (var line : lines) {
                settled.add(
                        line.fault() == null
                                ? settled(line, next.next())
                                : SheetImport.Settled.refused(line, Problem.invalid(line.fault())));
            }
            return settled;
        } catch (ProblemException refusal) {
            if (refusal.problem().type().status().is5xxServerError()) {
                throw refusal;
            }
            return lines.stream()
                    .map(line -> SheetImport.Settled.refused(line, refusal.problem()))
                    .toList();
        }
    }

    private static SheetImport.Settled settled(SheetImport.Line line, ReportedUnits.Taken taken) {
        return taken.refusal() == null
                ? SheetImport.Settled.of(line, taken.entries())
                : SheetImport.Settled.refused(line, taken.refusal());
    }
}
