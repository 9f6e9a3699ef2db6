package vn.thidua.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A published table of groups with their maxima, as the draft of a scoresheet: each group one criterion of a council. */
final class GroupTables {
    private static final String BONUS = "BONUS";

    record Row(String group, String name, BigDecimal maximum, String note, String source) {
        boolean isBonus() {
            return group.equals(BONUS) || note.startsWith("điểm cộng");
        }
    }

    private GroupTables() {}

    /** What the table itself says that it comes to. */
    static BigDecimal statedTotal(String table) {
        var all = rows(table).stream()
                .filter(row -> row.group().equals("TOTAL"))
                .map(Row::maximum)
                .toList();
        return all.size() == 1 ? all.getFirst() : all.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static ObjectNode draft(UUID season, String table, String title) {
        var byGroup = new LinkedHashMap<String, List<Row>>();
        for (var row : rows(table)) {
            if (!row.group().equals("TOTAL")) {
                byGroup.computeIfAbsent(row.group(), _ -> new ArrayList<>()).add(row);
            }
        }
        var sheet = JsonMapper.shared().createObjectNode();
        sheet.put("seasonId", season.toString()).put("title", title).put("bonus", "INSIDE");
        sheet.put(
                "maximum",
                byGroup.values().stream()
                        .flatMap(List::stream)
                        .map(Row::maximum)
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
        sheet.putObject("rounding").put("scale", 2).put("mode", "HALF_UP");
        sheet.put("provenance", "IN_DOCUMENT")
                .put("source", rows(table).getFirst().source());
        var groups = sheet.putArray("groups");
        byGroup.forEach((code, rows) -> group(groups.addObject(), code, rows));
        return sheet;
    }

    private static void group(ObjectNode group, String code, List<Row> rows) {
        group.put("code", code).put("name", rows.getFirst().name());
        group.put("maximum", sum(rows, false)).put("bonusMaximum", sum(rows, true));
        var criteria = group.putArray("criteria");
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            criteria.addObject()
                    .put("code", code + "." + (i + 1))
                    .put("name", row.name())
                    .put("maximum", row.maximum())
                    .putObject("rule")
                    .put("type", row.isBonus() ? "GIVEN_BONUS" : "GIVEN");
        }
    }

    private static BigDecimal sum(List<Row> rows, boolean bonus) {
        return rows.stream()
                .filter(row -> row.isBonus() == bonus)
                .map(Row::maximum)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Row> rows(String table) {
        try (var file = GroupTables.class.getResourceAsStream("/scoring/criteria-" + table + ".csv")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(GroupTables::row).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Row row(String line) {
        var cells = Csv.cells(line);
        return new Row(cells.get(0), cells.get(1), new BigDecimal(cells.get(2)), cells.get(3), cells.get(4));
    }

    static Map<String, String> published() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("kien-giang", "Bảng điểm Khối thi đua 7, tỉnh Kiên Giang, 2019");
        tables.put("tw-doan-2021", "Bộ tiêu chí của Trung ương Đoàn, 2021");
        tables.put("tw-doan-2016", "Bộ tiêu chí của Trung ương Đoàn, 2016");
        return tables;
    }
}
