package vn.thidua.indicator.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.kit.table.CsvWriter;
import vn.thidua.kit.table.TableWriter;
import vn.thidua.kit.table.XlsxWriter;

/** Writes reports as spreadsheets, a few units at a time: no connection is held while a slow reader takes its bytes. */
@Component
class SheetWriting {
    private static final int UNITS_AT_ONCE = 20;

    enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv; charset=utf-8");

        final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        String extension() {
            return this == XLSX ? "xlsx" : "csv";
        }

        TableWriter writer(OutputStream out, String title) throws IOException {
            return switch (this) {
                case XLSX -> new XlsxWriter(out, title, SheetColumns.ALL, SheetColumns.GUIDANCE);
                case CSV -> new CsvWriter(out, SheetColumns.ALL);
            };
        }
    }

    private final SheetQueries queries;

    SheetWriting(SheetQueries queries) {
        this.queries = queries;
    }

    /** Every cell of those units in that period, as it stands. */
    void write(OutputStream out, Format format, String title, UUID periodId, List<UUID> units) throws IOException {
        try (var table = format.writer(out, title)) {
            for (int from = 0; from < units.size(); from += UNITS_AT_ONCE) {
                var some = units.subList(from, Math.min(units.size(), from + UNITS_AT_ONCE));
                for (var row : queries.rows(periodId, some)) {
                    table.row(values(row));
                }
            }
        }
    }

    private static List<@Nullable Object> values(SheetQueries.Row row) {
        var cell = row.cell();
        return Arrays.asList(
                key(row),
                row.unitCode(),
                row.unitName(),
                row.code(),
                row.asked().formula() == null
                        ? row.name()
                        : row.name() + " (tự tính: " + row.asked().formula() + ")",
                row.unitOfMeasure(),
                Decimals.plainOrNull(row.plan()),
                Decimals.plainOrNull(row.lastYear()),
                shown(row.asked().measure().valueKind(), cell),
                cell.notApplicable() ? SheetColumns.MARK : null,
                cell.actuality() == Cell.Actuality.ESTIMATE ? SheetColumns.MARK : null,
                cell.explanation());
    }

    /** What was typed in another unit goes out, and comes in again, as it was typed. */
    private static @Nullable Object shown(Measure.ValueKind kind, Cell cell) {
        var typed = cell.typed();
        if (typed != null) {
            return typed.number().toPlainString().replace('.', ',') + " " + typed.unit();
        }
        var value = cell.value();
        if (value == null || kind != Measure.ValueKind.YES_NO) {
            return Decimals.plainOrNull(value);
        }
        return value.signum() == 0 ? SheetColumns.NO : SheetColumns.YES;
    }

    private static String key(SheetQueries.Row row) {
        return (row.reportId() == null ? "-" : row.reportId()) + "/" + row.indicatorId() + "/" + row.version();
    }
}
