package vn.thidua.indicator.scoresheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;
import vn.thidua.kit.table.CsvLine;

/**
 * A published scale, complete at the level of groups: its leaf criteria were not readable, so a group is one criterion, for which a
 * council gives the points. It is an example to begin from, no rule of anybody else's.
 *
 * @param source where it was published
 */
record ExampleSheet(String code, String title, String source, Sheet sheet) {
    private static final String TOTAL = "TOTAL";
    private static final String BONUS = "BONUS";

    private record Row(String group, String name, BigDecimal maximum, boolean isBonus, String source) {
        static Row of(String line) {
            var cells = CsvLine.cells(line);
            var isBonus = cells.get(0).equals(BONUS) || cells.get(3).startsWith("điểm cộng");
            return new Row(cells.get(0), cells.get(1), new BigDecimal(cells.get(2)), isBonus, cells.get(4));
        }
    }

    /**
     * @param table group, criterion, maximum, rule and source, under a line of headings
     * @throws IllegalArgumentException when the groups do not come to the total that the table itself states
     */
    static ExampleSheet of(String code, String title, String table) {
        var byGroup = new LinkedHashMap<String, List<Row>>();
        var stated = BigDecimal.ZERO;
        for (var row : table.lines().skip(1).map(Row::of).toList()) {
            if (row.group().equals(TOTAL)) {
                stated = stated.add(row.maximum());
            } else {
                byGroup.computeIfAbsent(row.group(), _ -> new ArrayList<>()).add(row);
            }
        }
        var groups = new ArrayList<Group>();
        byGroup.forEach((group, rows) -> groups.add(group(group, rows)));
        var total = groups.stream()
                .map(group -> group.maximum().add(group.bonusMaximum()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total.compareTo(stated) != 0) {
            throw new IllegalArgumentException("%s comes to %s and states %s".formatted(code, total, stated));
        }
        var sheet = new Sheet(
                total,
                BonusPlace.INSIDE,
                NotApplicable.EXCLUDE,
                Plan.REGISTERED_ELSE_ASSIGNED,
                false,
                new Rounding(RoundedAt.CRITERION, 2, RoundingMode.HALF_UP),
                groups);
        var source = byGroup.firstEntry().getValue().getFirst().source();
        return new ExampleSheet(code, title, source, sheet);
    }

    private static Group group(String code, List<Row> rows) {
        var criteria = IntStream.range(0, rows.size())
                .mapToObj(i -> criterion(code + "." + (i + 1), rows.get(i)))
                .toList();
        return new Group(code, rows.getFirst().name(), sum(rows, false), sum(rows, true), criteria);
    }

    private static Criterion criterion(String code, Row row) {
        return new Criterion(
                code,
                row.name(),
                row.maximum(),
                null,
                row.isBonus() ? new FurtherRule.GivenBonus() : new ScoringRule.Given());
    }

    private static BigDecimal sum(List<Row> rows, boolean bonus) {
        return rows.stream()
                .filter(row -> row.isBonus() == bonus)
                .map(Row::maximum)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
