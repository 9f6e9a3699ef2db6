package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Score.CriterionScore;
import vn.thidua.indicator.score.Score.GroupScore;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Terms.TieBreak;

/**
 * Who stands before whom by a sheet, the better first: whom no knock-out puts behind, then the higher total, then more points at the
 * first of the sheet's tie-breaks where they differ.
 */
public record Order(List<TieBreak> ties) implements Comparator<Score> {
    public Order {
        ties = List.copyOf(ties);
    }

    public static Order of(Sheet sheet) {
        return new Order(sheet.terms().ties());
    }

    @Override
    public int compare(Score one, Score other) {
        var byTotal = byTotal(one, other);
        var apart = byTotal == 0 ? apart(one, other) : null;
        return apart == null ? byTotal : points(other, apart).compareTo(points(one, apart));
    }

    /** The code of the tie-break that tells two scores of the same total apart; null where none has to, or none can. */
    @Nullable
    String tieBrokenBy(Score one, Score other) {
        return byTotal(one, other) == 0 ? apart(one, other) : null;
    }

    static boolean isBehind(Score score) {
        return score.verdict() != null && score.verdict().behind();
    }

    private static int byTotal(Score one, Score other) {
        var byKnockOut = Boolean.compare(isBehind(one), isBehind(other));
        return byKnockOut == 0 ? other.total().compareTo(one.total()) : byKnockOut;
    }

    private @Nullable String apart(Score one, Score other) {
        return ties.stream()
                .map(TieBreak::of)
                .filter(code -> points(one, code).compareTo(points(other, code)) != 0)
                .findFirst()
                .orElse(null);
    }

    /** As with knock-outs, a code that a group and a criterion share names the group. */
    private static BigDecimal points(Score score, String code) {
        return score.groups().stream()
                .filter(group -> group.code().equals(code))
                .map(GroupScore::points)
                .findFirst()
                .or(() -> score.criteria().stream()
                        .filter(criterion -> criterion.code().equals(code))
                        .map(CriterionScore::points)
                        .findFirst())
                .orElse(BigDecimal.ZERO);
    }
}
