package vn.thidua.indicator.valueimport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.indicator.report.ReportedValues;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemException;

/**
 * Takes imports unit by unit, or some units of a workbook at a time. What is saved for a unit and what is said of its rows is one transaction, so that a process that
 * dies in the middle leaves either both or neither, and whoever goes on takes no row a second time.
 */
@Component
class ValueImportWork {
    private static final Logger log = LoggerFactory.getLogger(ValueImportWork.class);
    private static final int MOST_ATTEMPTS = 6;
    private static final Duration PASSING = Duration.ofSeconds(15);

    private final ValueImportStore store;
    private final ReportedValues values;
    private final SheetWork sheets;
    private final TransactionTemplate transaction;
    private final TransactionTemplate attempt;

    ValueImportWork(
            ValueImportStore store, ReportedValues values, SheetWork sheets, PlatformTransactionManager transactions) {
        this.store = store;
        this.values = values;
        this.sheets = sheets;
        this.transaction = new TransactionTemplate(transactions);
        // Its own savepoint: a refusal undoes what was begun for the unit, and is written down all the same.
        this.attempt = new TransactionTemplate(transactions);
        this.attempt.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Takes one unit, or one piece, of one import; false when there is nothing to do. */
    boolean step() {
        var at = new AtomicReference<@Nullable UUID>();
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> taken(at)));
        } catch (RuntimeException failure) {
            var id = at.get();
            if (id == null) {
                throw failure;
            }
            later(id, failure);
            return true;
        }
    }

    private boolean taken(AtomicReference<@Nullable UUID> at) {
        var working = store.take().orElse(null);
        if (working == null) {
            return false;
        }
        at.set(working.id());
        switch (working.form()) {
            case ROWS -> store.settle(working.id(), settled(working, store.nextUnit(working.id())));
            case SHEET -> sheets.takeSome(working);
        }
        return true;
    }

    private void later(UUID id, RuntimeException failure) {
        if (failure instanceof ProblemException passing) {
            log.info("Import {} waits: {}", id, passing.getMessage());
            store.postpone(id, PASSING);
            return;
        }
        var errorId = UUID.randomUUID();
        log.error("Import {} stumbled, error id {}", id, errorId, failure);
        store.stumbled(id, errorId, MOST_ATTEMPTS);
    }

    private List<ValueImport.Settled> settled(ValueImport.Working working, List<ValueImport.Row> rows) {
        var unit = values.member(working.periodId(), rows.getFirst().unitCode()).orElse(null);
        if (unit == null) {
            var unknown = Problem.invalid(FieldError.of("/unitCode", "not-member"));
            return rows.stream()
                    .map(row -> ValueImport.Settled.refused(row, unknown))
                    .toList();
        }
        try {
            var taken = attempt.execute(_ -> values.take(
                    working.caller(),
                    working.periodId(),
                    unit,
                    rows.stream().map(ValueImport.Row::value).toList()));
            var settled = new ArrayList<ValueImport.Settled>();
            for (int i = 0; i < rows.size(); i++) {
                settled.add(ValueImport.Settled.of(rows.get(i), taken.get(i)));
            }
            return settled;
        } catch (ProblemException refusal) {
            if (refusal.problem().type().status().is5xxServerError()) {
                throw refusal;
            }
            return rows.stream()
                    .map(row -> ValueImport.Settled.refused(row, refusal.problem()))
                    .toList();
        }
    }
}
