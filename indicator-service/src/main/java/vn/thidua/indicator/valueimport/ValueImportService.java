package vn.thidua.indicator.valueimport;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.report.ReportedValues;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Imports as their callers handle them. */
@Service
class ValueImportService {
    private static final ProblemType ENDED = new ProblemType("import-ended", HttpStatus.CONFLICT);
    private static final ProblemType TOO_MANY = new ProblemType("imports-waiting", HttpStatus.CONFLICT);

    private final ValueImportStore store;
    private final ValueImportQueries queries;
    private final ReportedValues values;
    private final ValueImportConfiguration.Settings settings;

    ValueImportService(
            ValueImportStore store,
            ValueImportQueries queries,
            ReportedValues values,
            ValueImportConfiguration.Settings settings) {
        this.store = store;
        this.queries = queries;
        this.values = values;
        this.settings = settings;
    }

    /** Keeps the rows; whose they may be is asked again for each unit when it is taken. */
    @Transactional
    ValueImport create(Caller caller, UUID periodId, List<ValueImport.Row> rows) {
        requireRoom(caller, periodId, "/periodId");
        if (rows.size() > settings.maxRows()) {
            throw Problem.invalid(FieldError.of("/rows", "file-too-many-rows", settings.maxRows()))
                    .asException();
        }
        return find(caller, store.create(caller, periodId, rows));
    }

    /**
     * Before anything is kept.
     *
     * @param pointer where the period was named
     */
    void requireRoom(Caller caller, UUID periodId, String pointer) {
        values.requireSomewhere(caller);
        if (!store.isPeriod(periodId)) {
            throw Problem.invalid(FieldError.of(pointer, "not-found")).asException();
        }
        if (store.waiting(caller) >= settings.maxWaiting()) {
            throw new Problem(TOO_MANY, null, List.of(settings.maxWaiting()), List.of(), java.util.Map.of())
                    .asException();
        }
    }

    ValueImport find(Caller caller, UUID id) {
        return queries.find(caller, id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /** What was taken until now stays; once more changes nothing. */
    @Transactional
    ValueImport cancel(Caller caller, UUID id) {
        find(caller, id);
        var cancelled = store.cancel(id);
        var now = find(caller, id);
        if (!cancelled && now.state() != ValueImport.State.CANCELLED) {
            throw Problem.of(ENDED).asException();
        }
        return now;
    }
}
