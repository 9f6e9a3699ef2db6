package vn.thidua.indicator.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableRule;

/**
 * Writes the reports of a period as one wide workbook, a line for each unit and a column for each indicator, some units at a time: no
 * connection is held while a slow reader takes its bytes.
 */
@Component
class GridSheetWriting {
    private static final int UNITS_AT_ONCE = 200;
    private static final int BESIDE = 4;

    private final UnitsQueries queries;
    private final GridColumns columns;
    private final ClusterGridQueries units;

    GridSheetWriting(UnitsQueries queries, GridColumns columns, ClusterGridQueries units) {
        this.queries = queries;
        this.columns = columns;
        this.units = units;
    }

    /**
     * Every cell of those reports, as it stands.
     *
     * @param mayWrite the units for which the caller may write
     */
    void write(OutputStream out, SheetWriting.Format format, List<ReportViews.Line> lines, Set<UUID> mayWrite)
            throws IOException {
        var first = lines.getFirst();
        var of = columns.of(
                first.periodId(), lines.stream().map(ReportViews.Line::unitId).toList());
        var headings = new ArrayList<TableColumn>();
        headings.add(TableColumn.hidden(GridWords.key(
                first.periodId(), of.stream().map(GridColumn::heading).toList())));
        headings.addAll(List.of(GridWords.UNIT_CODE, GridWords.UNIT, GridWords.STATE));
        of.forEach(column -> headings.add(column.column()));
        try (var table = format.writer(out, first.periodName(), headings, GridWords.GUIDANCE)) {
            for (int from = 0; from < lines.size(); from += UNITS_AT_ONCE) {
                var some = lines.subList(from, Math.min(lines.size(), from + UNITS_AT_ONCE));
                var ids = some.stream().map(ReportViews.Line::unitId).toList();
                var present = queries.present(
                        first.periodId(), ids, of.stream().map(GridColumn::id).toList());
                var codes = units.codes(ids);
                for (var line : some) {
                    var locked = locked(line, mayWrite);
                    var values = new ArrayList<@Nullable Object>();
                    var rules = new HashMap<TableColumn, TableRule>();
                    var versions = new long[of.size()];
                    for (int c = 0; c < of.size(); c++) {
                        var there = present.get(
                                new UnitsStore.Place(line.unitId(), of.get(c).id()));
                        versions[c] = there == null ? 0 : there.version();
                        values.add(there == null ? null : shown(of.get(c), there));
                        if (there == null || locked != null) {
                            rules.put(headings.get(c + BESIDE), TableRule.LOCKED);
                        }
                    }
                    var code = codes.getOrDefault(line.unitId(), "");
                    values.addAll(0, beside(GridWords.key(code, versions), code, line, locked));
                    table.row(values, rules);
                }
            }
        }
    }

    private static List<@Nullable Object> beside(
            String key, String code, ReportViews.Line line, @Nullable String locked) {
        var beside = new ArrayList<@Nullable Object>();
        beside.add(key);
        beside.add(code);
        beside.add(line.unitName());
        beside.add(locked);
        return beside;
    }

    /** Why nothing of the line can be written now, in words; null when it can. */
    private @Nullable String locked(ReportViews.Line line, Set<UUID> mayWrite) {
        if (!mayWrite.contains(line.unitId())) {
            return "Bạn không nhập cho đơn vị này";
        }
        var withUnit = line.state() != Report.State.SUBMITTED && line.state() != Report.State.ACCEPTED;
        return switch (Report.writableAt(withUnit, line.openUntil(), line.periodState(), line.now())) {
            case YES -> null;
            case NOT_WITH_UNIT -> "Báo cáo đã nộp";
            case NOT_OPEN_YET -> "Kỳ chưa mở";
            case CLOSED -> "Kỳ đã đóng";
        };
    }

    /** As it was typed, so that it comes in again as it went out; of a list what counts. */
    private static @Nullable Object shown(GridColumn column, UnitsStore.Present there) {
        var cell = there.cell();
        if (cell.notApplicable()) {
            return GridWords.NOT_APPLICABLE;
        }
        var estimate = cell.actuality() == Cell.Actuality.ESTIMATE ? GridWords.ESTIMATE : "";
        if (cell.typed() != null) {
            return estimate
                    + QualifierWords.written(
                            cell.qualifier(),
                            cell.typed().number().toPlainString().replace('.', ',') + " "
                                    + cell.typed().unit());
        }
        var counted = there.items().isEmpty() ? null : cell.counted(there.items());
        if (counted != null && !counted.isEmpty()) {
            return String.join(GridWords.BETWEEN_NAMES, counted);
        }
        var value = counted == null ? cell.value() : BigDecimal.ZERO;
        var inWords = !estimate.isEmpty() || cell.qualifier() != null;
        var answer = value == null ? null : column.measure().answer(value);
        if (answer != null) {
            return answer;
        }
        if (value != null && inWords) {
            return estimate
                    + QualifierWords.written(
                            cell.qualifier(),
                            Decimals.plain(value).toPlainString().replace('.', ','));
        }
        return Decimals.plainOrNull(value);
    }
}
