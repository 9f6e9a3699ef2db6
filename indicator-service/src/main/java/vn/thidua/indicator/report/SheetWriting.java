package vn.thidua.indicator.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Bound;
import vn.thidua.kit.table.CsvWriter;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableRule;
import vn.thidua.kit.table.TableWriter;
import vn.thidua.kit.table.XlsxWriter;

/** Writes reports as spreadsheets, a few units at a time: no connection is held while a slow reader takes its bytes. */
@Component
class SheetWriting {
    private static final int UNITS_AT_ONCE = 20;
    private static final Map<TableColumn, TableRule> NOTHING = Map.of(
            SheetColumns.VALUE, TableRule.LOCKED,
            SheetColumns.NOT_APPLICABLE, TableRule.LOCKED,
            SheetColumns.ESTIMATE, TableRule.LOCKED,
            SheetColumns.EXPLANATION, TableRule.LOCKED);

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

        TableWriter writer(OutputStream out, String title, List<TableColumn> columns, List<String> guidance)
                throws IOException {
            return switch (this) {
                case XLSX -> new XlsxWriter(out, title, columns, guidance);
                case CSV -> new CsvWriter(out, columns);
            };
        }
    }

    private final SheetQueries queries;

    SheetWriting(SheetQueries queries) {
        this.queries = queries;
    }

    /**
     * Every cell of those units in that period, as it stands.
     *
     * @param writable of them those whose rows may be filled; the others' are locked
     */
    void write(OutputStream out, Format format, String title, UUID periodId, List<UUID> units, Set<UUID> writable)
            throws IOException {
        try (var table = format.writer(out, title, SheetColumns.ALL, SheetColumns.GUIDANCE)) {
            for (int from = 0; from < units.size(); from += UNITS_AT_ONCE) {
                var some = units.subList(from, Math.min(units.size(), from + UNITS_AT_ONCE));
                for (var row : queries.rows(periodId, some)) {
                    table.row(values(periodId, row), writable.contains(row.unitId()) ? rules(row) : NOTHING);
                }
            }
        }
    }

    /** What is computed or chosen by name is not typed; a number keeps to its kind and its limits. */
    private static Map<TableColumn, TableRule> rules(SheetQueries.Row row) {
        var asked = row.asked();
        if (asked.formula() != null) {
            return Map.of(
                    SheetColumns.VALUE, TableRule.LOCKED,
                    SheetColumns.NOT_APPLICABLE, TableRule.LOCKED,
                    SheetColumns.ESTIMATE, TableRule.LOCKED);
        }
        if (!asked.items().isEmpty()) {
            return Map.of(SheetColumns.VALUE, TableRule.LOCKED);
        }
        var measure = asked.measure();
        var limit = row.limit();
        return Map.of(
                SheetColumns.VALUE,
                switch (measure.valueKind()) {
                    case YES_NO, LEVEL -> TableRule.choice(SheetColumns.choices(measure));
                    case QUANTITY, PERCENT, RATIO, COUNT, DAYS_LATE ->
                        TableRule.number(
                                limit != null && limit.lower() != null
                                        ? limit.lower()
                                        : measure.valueKind().isWhole() ? BigDecimal.ZERO : null,
                                limit == null ? null : limit.upper(),
                                measure.decimals(),
                                limit == null || limit.severity() == Bound.Severity.ERROR);
                });
    }

    private static List<@Nullable Object> values(UUID periodId, SheetQueries.Row row) {
        var cell = row.cell();
        return Arrays.asList(
                key(periodId, row),
                row.unitCode(),
                row.unitName(),
                row.code(),
                row.asked().formula() == null
                        ? row.name()
                        : row.name() + " (tự tính: " + row.asked().formula() + ")",
                row.unitOfMeasure(),
                Decimals.plainOrNull(row.plan()),
                Decimals.plainOrNull(row.lastYear()),
                shown(row.asked(), cell),
                cell.notApplicable() ? SheetColumns.MARK : null,
                cell.actuality() == Cell.Actuality.ESTIMATE ? SheetColumns.MARK : null,
                cell.explanation());
    }

    /** What was typed in another unit, or is not exact, goes out, and comes in again, as it was typed; of a list goes out how many count. */
    private static @Nullable Object shown(Block.Asked asked, Cell cell) {
        var counted = asked.items().isEmpty() ? null : cell.counted(asked.items());
        if (counted != null) {
            return BigDecimal.valueOf(counted.size());
        }

        var typed = cell.typed();
        if (typed != null) {
            return QualifierWords.written(
                    cell.qualifier(), typed.number().toPlainString().replace('.', ',') + " " + typed.unit());
        }
        var value = cell.value();
        if (value != null && cell.qualifier() != null) {
            return QualifierWords.written(
                    cell.qualifier(), Decimals.plain(value).toPlainString().replace('.', ','));
        }
        var answer = value == null ? null : asked.measure().answer(value);
        return answer == null ? Decimals.plainOrNull(value) : answer;
    }

    private static String key(UUID periodId, SheetQueries.Row row) {
        return periodId + "/" + row.unitId() + "/" + row.indicatorId() + "/" + row.version();
    }
}
