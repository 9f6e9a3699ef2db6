package vn.thidua.indicator.scoresheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableRule;
import vn.thidua.kit.table.TableWriter;
import vn.thidua.kit.table.XlsxWriter;

/** Writes a scoresheet as a workbook: a row for everything it says, what belongs to a row right under it. */
final class WorkbookWriting {
    private final TableWriter table;

    private WorkbookWriting(TableWriter table) {
        this.table = table;
    }

    /**
     * @param out stays open
     * @param codes of the indicators that the sheet names
     * @param units codes of the units that it names, as far as a code names one unit alone
     */
    static void write(OutputStream out, Scoresheet scoresheet, Map<UUID, String> codes, Map<UUID, String> units)
            throws IOException {
        try (var table = new XlsxWriter(out, "Bảng điểm", WorkbookColumns.ALL, WorkbookColumns.GUIDANCE)) {
            new WorkbookWriting(table).scoresheet(body(scoresheet, codes, units));
        }
    }

    private static ObjectNode body(Scoresheet scoresheet, Map<UUID, String> codes, Map<UUID, String> units) {
        ObjectNode body = JsonMapper.shared().valueToTree(SheetWriter.write(scoresheet.sheet()));
        body.put("title", scoresheet.title())
                .put("provenance", scoresheet.provenance().name())
                .put("source", scoresheet.source());
        WorkbookIndicators.named(body).forEach(named -> {
            var code = codes.get(
                    UUID.fromString(named.path(WorkbookFields.INDICATOR_ID).asString()));
            named.put(WorkbookFields.INDICATOR_CODE, code);
        });
        WorkbookIndicators.criteria(body).values().forEach(criterion -> {
            coded(criterion, WorkbookFields.NOT_FOR, units);
            WorkbookUnits.variants(criterion)
                    .values()
                    .forEach(variant -> coded(variant, WorkbookFields.FOR_UNITS, units));
        });
        return body;
    }

    private static void coded(ObjectNode node, String field, Map<UUID, String> units) {
        if (node.get(field) instanceof ArrayNode ids) {
            var named = JsonMapper.shared().createArrayNode();
            ids.forEach(id -> named.add(units.getOrDefault(UUID.fromString(id.asString()), id.asString())));
            node.set(field, named);
        }
    }

    private void scoresheet(ObjectNode body) throws IOException {
        for (var setting : WorkbookSetting.ALL) {
            var value = WorkbookReading.at(body, setting.path());
            row(
                    WorkbookRow.SETTING,
                    Map.of(
                            WorkbookColumns.NAME,
                            setting.label(),
                            WorkbookColumns.VALUE,
                            said(value) ? setting.cell().show().apply(value) : ""),
                    setting.cell().choices().isEmpty()
                            ? Map.of()
                            : Map.of(
                                    WorkbookColumns.VALUE,
                                    TableRule.choice(setting.cell().choices().toArray(String[]::new))));
        }
        for (var row : WorkbookRow.values()) {
            if (row.parent == null && row != WorkbookRow.SETTING) {
                all(row, body);
            }
        }
    }

    private void all(WorkbookRow row, JsonNode parent) throws IOException {
        var found = WorkbookReading.at(parent, row.path);
        if (row.many) {
            for (var one : found) {
                one(row, one);
            }
        } else if (said(found)) {
            one(row, found);
        }
    }

    private void one(WorkbookRow row, JsonNode node) throws IOException {
        var values = new HashMap<TableColumn, Object>();
        for (var field : WorkbookFields.of(row)) {
            var value = WorkbookReading.at(node, field.path());
            if (said(value)) {
                values.put(field.column(), field.cell().show().apply(value));
            }
        }
        row(row, values, Map.of());
        for (var child : row.children()) {
            all(child, node);
        }
    }

    private void row(WorkbookRow row, Map<TableColumn, Object> values, Map<TableColumn, TableRule> rules)
            throws IOException {
        List<@Nullable Object> cells = new ArrayList<>();
        for (var column : WorkbookColumns.ALL) {
            var value = column.equals(WorkbookColumns.ROW) ? row.label : values.get(column);
            cells.add("".equals(value) ? null : value);
        }
        table.row(cells, rules);
    }

    private static boolean said(JsonNode value) {
        return !value.isMissingNode() && !value.isNull();
    }
}
