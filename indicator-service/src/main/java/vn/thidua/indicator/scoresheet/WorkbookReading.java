package vn.thidua.indicator.scoresheet;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.table.TableColumn;
import vn.thidua.kit.table.TableLimits;
import vn.thidua.kit.table.TableReader;
import vn.thidua.kit.table.TableReader.Line;
import vn.thidua.kit.table.TableValue;

/** Reads a scoresheet's workbook into the JSON form, and remembers which cell said what. */
final class WorkbookReading {
    private static final TableLimits LIMITS = new TableLimits(32L << 20, 20_000, 64, 4_000, 2_000_000);
    /** A workbook taken out before sheets had parts, variants and periods has no column for them. */
    private static final List<TableColumn> OPTIONAL = List.of(
            WorkbookColumns.INDICATOR_KEY, WorkbookColumns.IN, WorkbookColumns.FOR_UNITS, WorkbookColumns.PERIODS);

    private static final List<TableColumn> NEEDED = WorkbookColumns.ALL.stream()
            .filter(column -> !OPTIONAL.contains(column))
            .toList();
    /** Where something is missing that no row has spoken of. */
    private static final int HEADINGS = 1;

    /** A cell as the spreadsheet names it. */
    record Place(int row, String column) {}

    /** What is wrong with a cell. */
    record Fault(Place place, FieldError error) {}

    private record Open(ObjectNode node, String pointer) {}

    private final ObjectNode body = JsonMapper.shared().createObjectNode();
    private final Map<String, Place> places = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Map<WorkbookRow, Open> open = new EnumMap<>(WorkbookRow.class);
    private final Set<WorkbookSetting> settings = new HashSet<>();
    private int rows;

    private WorkbookReading() {
        for (var setting : WorkbookSetting.ALL) {
            places.put("/" + setting.path(), new Place(HEADINGS, setting.label()));
        }
        // The groups are the first thing that a sheet without any of its rows lacks.
        places.put("", new Place(HEADINGS, WorkbookColumns.ROW.title()));
    }

    /**
     * Reads a file.
     *
     * @throws vn.thidua.kit.problem.ProblemException 422 when it is no such workbook
     */
    static WorkbookReading read(byte[] file) {
        var reading = new WorkbookReading();
        new TableReader(NEEDED, OPTIONAL, LIMITS).read(() -> new ByteArrayInputStream(file), reading::row);
        WorkbookIndicators.criteria(reading.body).values().forEach(criterion -> {
            emptyTables(criterion);
            WorkbookUnits.variants(criterion).values().forEach(WorkbookReading::emptyTables);
        });
        return reading;
    }

    /** What the workbook says, as far as it could be read. */
    ObjectNode body() {
        return body;
    }

    int rows() {
        return rows;
    }

    /** What could not be read. */
    List<Fault> faults() {
        return faults;
    }

    /** The cell to which a finding about the JSON form belongs, or the row where the form has something that no cell says. */
    Place place(String pointer) {
        for (var at = pointer; ; at = at.substring(0, at.lastIndexOf('/'))) {
            var place = places.get(at);
            if (place != null) {
                return place;
            }
        }
    }

    private void row(Line line) {
        rows++;
        var label = line.at(WorkbookColumns.ROW);
        var row = label instanceof TableValue.Text(var text) ? WorkbookRow.labelled(text) : null;
        if (row == null) {
            fault(line, WorkbookColumns.ROW, "row-kind");
        } else if (row == WorkbookRow.SETTING) {
            setting(line);
        } else {
            var parent = row.parent == null ? new Open(body, "") : within(row, row.parent);
            if (parent == null) {
                fault(line, WorkbookColumns.ROW, "row-without", row.parent == null ? "" : row.parent.label);
            } else {
                fill(line, row, added(line, row, parent));
            }
        }
    }

    private @Nullable Open within(WorkbookRow row, WorkbookRow parent) {
        var variant = row.isOfRule() ? open.get(WorkbookRow.VARIANT) : null;
        return variant == null ? open.get(parent) : variant;
    }

    private void setting(Line line) {
        var label = line.at(WorkbookColumns.NAME);
        var setting = label instanceof TableValue.Text(var text) ? WorkbookSetting.labelled(text) : null;
        if (setting == null) {
            fault(line, WorkbookColumns.NAME, "setting-unknown");
        } else if (!settings.add(setting)) {
            fault(line, WorkbookColumns.NAME, "said-twice");
        } else {
            places.put("/" + setting.path(), new Place(line.number(), WorkbookColumns.VALUE.title()));
            read(line, body, List.of(new WorkbookFields.Field(WorkbookColumns.VALUE, setting.path(), setting.cell())));
            nothingElse(line, Set.of(WorkbookColumns.ROW, WorkbookColumns.NAME, WorkbookColumns.VALUE));
        }
    }

    private Open added(Line line, WorkbookRow row, Open parent) {
        var pointer = parent.pointer() + "/" + row.path;
        ObjectNode node;
        if (row.many) {
            var list = list(parent.node(), row.path);
            pointer += "/" + list.size();
            node = list.addObject();
        } else {
            if (!at(parent.node(), row.path).isMissingNode()) {
                fault(line, WorkbookColumns.ROW, "said-twice");
            }
            node = JsonMapper.shared().createObjectNode();
            put(parent.node(), row.path, node);
        }
        places.put(pointer, new Place(line.number(), WorkbookColumns.ROW.title()));
        var added = new Open(node, pointer);
        close(row);
        open.put(row, added);
        return added;
    }

    /** What follows belongs to the new row, no more to the one before it. */
    private void close(WorkbookRow row) {
        for (var child : row.children()) {
            open.remove(child);
            close(child);
        }
    }

    private void fill(Line line, WorkbookRow row, Open added) {
        var fields = WorkbookFields.of(row);
        var columns = new HashSet<TableColumn>();
        columns.add(WorkbookColumns.ROW);
        columns.add(WorkbookColumns.INDICATOR_KEY);
        for (var field : fields) {
            columns.add(field.column());
            places.put(
                    added.pointer() + "/" + field.path(),
                    new Place(line.number(), field.column().title()));
        }
        for (var column : columns) {
            read(
                    line,
                    added.node(),
                    fields.stream()
                            .filter(field -> field.column().equals(column))
                            .toList());
        }
        nothingElse(line, columns);
    }

    /** Takes a cell as the first of the fields that understands it. */
    private void read(Line line, ObjectNode node, List<WorkbookFields.Field> fields) {
        if (fields.isEmpty()) {
            return;
        }
        var first = fields.getFirst();
        var value = line.at(first.column());
        if (value instanceof TableValue.Empty) {
            return;
        }
        if (value instanceof TableValue.Fault(var shown)) {
            fault(line, first.column(), "cell-fault", shown);
            return;
        }
        for (var field : fields) {
            var read = field.cell().read().apply(value);
            if (read != null) {
                put(node, field.path(), read);
                return;
            }
        }
        var choices = fields.stream()
                .flatMap(field -> field.cell().choices().stream())
                .toList();
        fault(line, first.column(), first.cell().refusal(), String.join("; ", choices));
    }

    private void nothingElse(Line line, Set<TableColumn> columns) {
        for (var column : WorkbookColumns.ALL) {
            if (!columns.contains(column) && !(line.at(column) instanceof TableValue.Empty)) {
                fault(line, column, "not-in-this-row");
            }
        }
    }

    /** A rule of a table without rows is one that is not finished; without the table it would not be that rule. */
    private static void emptyTables(ObjectNode of) {
        if (of.get("rule") instanceof ObjectNode rule) {
            for (var row : WorkbookRow.CRITERION.children()) {
                var field = row.path.substring(row.path.indexOf('/') + 1);
                if (row.many && RuleFields.isRequired(rule.path("type").asString(""), field) && !rule.has(field)) {
                    rule.putArray(field);
                }
            }
        }
    }

    private void fault(Line line, TableColumn column, String code, Object... arguments) {
        faults.add(new Fault(new Place(line.number(), column.title()), FieldError.of("", code, arguments)));
    }

    /** What the node has at a path such as {@code rule/of}. */
    static JsonNode at(JsonNode node, String path) {
        return node.at("/" + path);
    }

    private static void put(ObjectNode node, String path, JsonNode value) {
        var stroke = path.indexOf('/');
        if (stroke < 0) {
            node.set(path, value);
        } else {
            put(object(node, path.substring(0, stroke)), path.substring(stroke + 1), value);
        }
    }

    private static ArrayNode list(ObjectNode node, String path) {
        var stroke = path.indexOf('/');
        if (stroke >= 0) {
            return list(object(node, path.substring(0, stroke)), path.substring(stroke + 1));
        }
        return node.get(path) instanceof ArrayNode list ? list : node.putArray(path);
    }

    private static ObjectNode object(ObjectNode node, String name) {
        @Nullable JsonNode found = node.get(name);
        return found instanceof ObjectNode object ? object : node.putObject(name);
    }
}
