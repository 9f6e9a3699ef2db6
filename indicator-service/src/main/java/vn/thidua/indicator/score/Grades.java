package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.score.Score.State;
import vn.thidua.indicator.score.Score.Verdict;
import vn.thidua.indicator.score.Scoring.Scored;
import vn.thidua.indicator.scoresheet.ScoringRule.Kind;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Terms.Grade;
import vn.thidua.indicator.scoresheet.Terms.KnockOut;

/** Finds the class of a total. A total that is open to a class but misses its least percent has none; the gap is told, never closed. */
final class Grades {
    /** What keeps a unit from a class. */
    private record Weakest(Sentence name, Fraction percent) {}

    private Grades() {}

    static @Nullable Verdict verdict(
            Sheet sheet, List<List<Scored>> groups, List<GroupSum> sums, BigDecimal total, List<KnockOut> met) {
        var terms = sheet.terms();
        if (terms.grades().isEmpty() && terms.knockOuts().isEmpty()) {
            return null;
        }
        var knockOuts = met.stream().map(KnockOut::code).toList();
        var behind = met.stream().anyMatch(knockOut -> knockOut.zeroes().isEmpty());
        if (terms.grades().isEmpty()) {
            return new Verdict(null, null, false, knockOuts, behind, knockedOut(met));
        }
        Sentence gap = null;
        for (var grade : terms.grades()) {
            if (!Ranges.holds(grade.total(), Fraction.of(total))) {
                continue;
            }
            var missed = missed(grade, sheet, groups, sums);
            if (missed == null) {
                var words = Sentence.of(
                        grade.vote() ? "Tổng %s: đủ điều kiện xét “%s”" : "Tổng %s: “%s”",
                        grade.vote() ? "Total %s: eligible for “%s”" : "Total %s: “%s”",
                        total,
                        grade.name());
                return new Verdict(grade.code(), grade.name(), grade.vote(), knockOuts, behind, words);
            }
            gap = gap == null ? missed : gap;
        }
        var open = gap == null
                ? Sentence.of("Tổng %s không thuộc mức xếp loại nào", "No class holds a total of %s", total)
                : gap;
        return new Verdict(null, null, false, knockOuts, behind, open);
    }

    private static Sentence knockedOut(List<KnockOut> met) {
        Sentence all = Sentence.of("Không vướng điều kiện loại", "Not knocked out");
        for (int i = 0; i < met.size(); i++) {
            var one = Sentence.of("“%s”", "“%s”", met.get(i).name());
            all = i == 0 ? one : Sentence.of("%s, %s", "%s, %s", all, one);
        }
        return all;
    }

    private static @Nullable Sentence missed(Grade grade, Sheet sheet, List<List<Scored>> groups, List<GroupSum> sums) {
        if (grade.everyCriterion() != null) {
            var weakest = weakestCriterion(groups);
            if (weakest != null && weakest.percent().compareTo(Fraction.of(grade.everyCriterion())) < 0) {
                return words(grade, weakest, grade.everyCriterion());
            }
        }
        if (grade.everyGroup() != null) {
            var weakest = weakestGroup(sheet, sums);
            if (weakest != null && weakest.percent().compareTo(Fraction.of(grade.everyGroup())) < 0) {
                return words(grade, weakest, grade.everyGroup());
            }
        }
        return null;
    }

    private static Sentence words(Grade grade, Weakest weakest, BigDecimal least) {
        return Sentence.of(
                "Đủ tổng điểm cho “%s” nhưng %s chỉ đạt %s%%, dưới %s%%: chưa có loại",
                "The total is enough for “%s”, but %s reached only %s%%, under %s%%: no class",
                grade.name(),
                weakest.name(),
                weakest.percent(),
                least);
    }

    /** Of the criteria that apply and earn points of their own. */
    private static @Nullable Weakest weakestCriterion(List<List<Scored>> groups) {
        Weakest weakest = null;
        for (var group : groups) {
            for (var each : group) {
                var criterion = each.criterion();
                if (criterion.rule().kind() == Kind.BASE && each.score().state() != State.NOT_APPLICABLE) {
                    var percent = each.exact().times(Fraction.HUNDRED).over(Fraction.of(criterion.maximum()));
                    if (weakest == null || percent.compareTo(weakest.percent()) < 0) {
                        weakest = new Weakest(Sentence.of("tiêu chí %s", "criterion %s", criterion.code()), percent);
                    }
                }
            }
        }
        return weakest;
    }

    private static @Nullable Weakest weakestGroup(Sheet sheet, List<GroupSum> sums) {
        Weakest weakest = null;
        for (int g = 0; g < sums.size(); g++) {
            var maximum = Fraction.of(sheet.groups().get(g).maximum());
            if (maximum.signum() > 0 && !sums.get(g).left()) {
                var percent = sums.get(g).own().times(Fraction.HUNDRED).over(maximum);
                if (weakest == null || percent.compareTo(weakest.percent()) < 0) {
                    weakest = new Weakest(
                            Sentence.of("nhóm %s", "group %s", sums.get(g).code()), percent);
                }
            }
        }
        return weakest;
    }
}
