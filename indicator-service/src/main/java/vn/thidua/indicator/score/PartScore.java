package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.indicator.score.Score.GroupScore;
import vn.thidua.indicator.scoresheet.Parts;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Group;

/**
 * What the groups of a part come to together. It is shown and nothing more: no score rests on it, and where the sheet rounds the total,
 * or spreads groups that do not apply over the others, the parts need not add up to the total.
 *
 * @param points the sum of the points of its groups as they are shown, each after its own maximum and rounding
 * @param known of how many criteria in it something is known
 */
public record PartScore(String code, BigDecimal points, int known) {
    /** In the order of the sheet's parts; none for a sheet without. */
    public static List<PartScore> of(Sheet sheet, Score score) {
        var points = new HashMap<String, BigDecimal>();
        score.groups().forEach((GroupScore group) -> points.put(group.code(), group.points()));
        var known = new HashMap<String, Integer>();
        for (var criterion : score.criteria()) {
            if (criterion.state() != Score.State.NO_FACT) {
                known.merge(criterion.groupCode(), 1, Integer::sum);
            }
        }
        return new Parts(sheet)
                .groups().entrySet().stream()
                        .map(part -> of(part.getKey(), part.getValue(), points, known))
                        .toList();
    }

    private static PartScore of(
            String code, List<Group> groups, Map<String, BigDecimal> points, Map<String, Integer> known) {
        return new PartScore(
                code,
                groups.stream()
                        .map(group -> points.getOrDefault(group.code(), BigDecimal.ZERO))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                groups.stream()
                        .mapToInt(group -> known.getOrDefault(group.code(), 0))
                        .sum());
    }
}
