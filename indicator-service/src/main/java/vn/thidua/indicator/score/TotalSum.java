package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.score.Score.Adjustment;
import vn.thidua.indicator.score.Score.Reason;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;

/** The total of a sheet from the sums of its groups. */
record TotalSum(BigDecimal points, List<Adjustment> adjustments) {
    static TotalSum of(Sheet sheet, List<GroupSum> sums) {
        var adjustments = new ArrayList<Adjustment>();
        var total = new Ledger(null, adjustments);
        sums.forEach(sum -> total.add(sum.ledger()));
        var most = Fraction.ZERO;
        var applying = Fraction.ZERO;
        for (int i = 0; i < sums.size(); i++) {
            var group = sheet.groups().get(i);
            most = most.plus(Fraction.of(group.maximum().add(group.bonusMaximum())));
            applying = sums.get(i).left() ? applying : applying.plus(Fraction.of(group.maximum()));
        }
        spread(sheet, sums, total, applying, most);
        if (sheet.rounding().at() == RoundedAt.TOTAL) {
            total.become(
                    Scoring.round(sheet, total.exact()).atMost(most), Reason.ROUNDING, Scoring.roundingWords(sheet));
        }
        total.settle(Reason.ROUNDING, Scoring.roundingWords(sheet));
        return new TotalSum(total.exact().shown(), adjustments);
    }

    /** Groups of which nothing applies give their points to the others, in proportion; bonus and penalties stay as they are. */
    private static void spread(Sheet sheet, List<GroupSum> sums, Ledger total, Fraction applying, Fraction most) {
        var all = Fraction.ZERO;
        for (Group group : sheet.groups()) {
            all = all.plus(Fraction.of(group.maximum()));
        }
        if (applying.signum() == 0 || applying.compareTo(all) == 0) {
            return;
        }
        var own = Fraction.ZERO;
        for (var sum : sums) {
            own = own.plus(sum.own());
        }
        var more = own.times(all).over(applying).minus(own);
        var changed = total.exact().plus(more);
        total.become(
                sheet.rounding().at() == RoundedAt.TOTAL
                        ? changed
                        : Scoring.round(sheet, changed).atMost(most),
                Reason.RESCALED,
                Sentence.of(
                        "Chia lại điểm của nhóm không áp dụng: × %s ÷ %s",
                        "Points of groups that do not apply are spread: × %s ÷ %s", all, applying));
    }
}
