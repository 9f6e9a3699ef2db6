package vn.thidua.indicator.valueimport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.thidua.indicator.report.GridColumn;
import vn.thidua.indicator.report.GridColumns;
import vn.thidua.kit.test.ServiceUnderTest;

/** Lets the benchmark read a workbook as the service does, without keeping anything. */
public final class ReadingSheets {
    private final UUID periodId;
    private final List<GridColumn> known;

    public ReadingSheets(ServiceUnderTest service, UUID periodId) {
        this.periodId = periodId;
        this.known = service.bean(GridColumns.class).of(periodId, null);
    }

    /** Parses and validates all of it; says how many cells were right. */
    public int read(Path file) {
        var cells = new AtomicInteger();
        LineReading.read(
                () -> Files.newInputStream(file),
                LineReading.limits(20_000),
                periodId,
                known,
                line -> line.cells().forEach(cell -> cells.addAndGet(cell.fault() == null ? 1 : 0)));
        return cells.get();
    }
}
