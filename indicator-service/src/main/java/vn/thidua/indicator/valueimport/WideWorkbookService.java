package vn.thidua.indicator.valueimport;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.report.GridColumns;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.table.XlsxReader;

/** Workbooks as their callers handle them. */
@Service
class WideWorkbookService {
    private static final ProblemType NOT_TRIED = new ProblemType("import-not-tried", HttpStatus.CONFLICT);

    private final SheetStore store;
    private final ValueImportService imports;
    private final GridColumns columns;
    private final ValueImportConfiguration.Settings settings;

    WideWorkbookService(
            SheetStore store,
            ValueImportService imports,
            GridColumns columns,
            ValueImportConfiguration.Settings settings) {
        this.store = store;
        this.imports = imports;
        this.columns = columns;
        this.settings = settings;
    }

    /**
     * Reads a workbook and keeps its lines; whose they may be is asked again for each unit when it is taken.
     *
     * @param dry its cells are only judged
     * @throws vn.thidua.kit.problem.ProblemException 422 when it is no such workbook
     */
    @Transactional
    ValueImport create(Caller caller, UUID periodId, boolean dry, XlsxReader.Source file) {
        imports.requireRoom(caller, periodId, "?periodId");
        var id = store.newId();
        var lines = store.lines(id);
        var read = LineReading.read(
                file, LineReading.limits(settings.maxLines()), periodId, columns.of(periodId, null), lines);
        var cells = lines.end();
        if (cells == 0) {
            throw SheetHeadings.refused("table-empty");
        }
        store.create(id, caller, periodId, cells, dry, read);
        return imports.find(caller, id);
    }

    /** Saves what was only judged until now, each cell by what stands there then. */
    @Transactional
    ValueImport save(Caller caller, UUID id) {
        var tried = imports.find(caller, id);
        if (tried.form() != ValueImport.Form.SHEET || !tried.dry() || tried.state() != ValueImport.State.DONE) {
            throw Problem.of(NOT_TRIED).asException();
        }
        imports.requireRoom(caller, tried.periodId(), "?periodId");
        var saved = store.newId();
        store.again(saved, id, caller);
        return imports.find(caller, saved);
    }
}
