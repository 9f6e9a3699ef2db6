package vn.thidua.indicator.score;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.score.Score.Adjustment;
import vn.thidua.indicator.score.Score.Reason;
import vn.thidua.indicator.score.Score.State;
import vn.thidua.indicator.score.Scoring.Scored;
import vn.thidua.indicator.scoresheet.ScoringRule.Kind;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;

/**
 * The points of a group: its own criteria up to its maximum, its bonus up to its pool, less penalties.
 *
 * @param own exact points of its own criteria, without bonus and penalties
 * @param left whether none of its own criteria applies, so that its points are spread over the other groups
 */
record GroupSum(String code, Ledger ledger, Fraction own, boolean left, List<Adjustment> adjustments) {
    static GroupSum of(Sheet sheet, Group group, List<Scored> scored) {
        var adjustments = new ArrayList<Adjustment>();
        var own = sum(group.code(), scored, Kind.BASE, adjustments);
        var left = spread(sheet, scored, own);
        cap(own, Fraction.of(group.maximum()), Reason.GROUP_MAXIMUM);
        var bonus = sum(group.code(), scored, Kind.BONUS, adjustments);
        cap(bonus, Fraction.of(group.bonusMaximum()), Reason.BONUS_POOL);
        var whole = new Ledger(group.code(), adjustments);
        whole.add(own);
        whole.add(bonus);
        whole.add(sum(group.code(), scored, Kind.PENALTY, adjustments));
        if (!sheet.belowZero() && whole.exact().signum() < 0) {
            whole.become(
                    Fraction.ZERO,
                    Reason.NOT_BELOW_ZERO,
                    Sentence.of("Nhóm không xuống dưới 0", "A group does not fall below 0"));
        }
        if (sheet.rounding().at() == RoundedAt.GROUP) {
            var most = Fraction.of(group.maximum().add(group.bonusMaximum()));
            whole.become(
                    Scoring.round(sheet, whole.exact()).atMost(most), Reason.ROUNDING, Scoring.roundingWords(sheet));
        }
        return new GroupSum(group.code(), whole, own.exact(), left, adjustments);
    }

    private static Ledger sum(String group, List<Scored> scored, Kind kind, List<Adjustment> adjustments) {
        var ledger = new Ledger(group, adjustments);
        for (var each : scored) {
            if (each.score().kind() == kind) {
                ledger.add(each.exact(), each.score().points());
            }
        }
        return ledger;
    }

    /** Spreads what does not apply over what does, in proportion. */
    private static boolean spread(Sheet sheet, List<Scored> scored, Ledger own) {
        if (sheet.notApplicable() != NotApplicable.EXCLUDE
                || scored.stream().noneMatch(each -> each.score().state() == State.NOT_APPLICABLE)) {
            return false;
        }
        var all = Fraction.ZERO;
        var applying = Fraction.ZERO;
        for (var each : scored) {
            if (each.criterion().rule().kind() == Kind.BASE) {
                var maximum = Fraction.of(each.criterion().maximum());
                all = all.plus(maximum);
                applying = each.score().state() == State.NOT_APPLICABLE ? applying : applying.plus(maximum);
            }
        }
        if (applying.signum() == 0) {
            return all.signum() > 0;
        }
        if (applying.compareTo(all) != 0) {
            var spread = own.exact().times(all).over(applying);
            own.become(
                    sheet.rounding().at() == RoundedAt.CRITERION
                            ? Scoring.round(sheet, spread).atMost(all)
                            : spread,
                    Reason.RESCALED,
                    Sentence.of(
                            "Chia lại điểm của tiêu chí không áp dụng: × %s ÷ %s",
                            "Points of what does not apply are spread: × %s ÷ %s", all, applying));
        }
        return false;
    }

    private static void cap(Ledger ledger, Fraction maximum, Reason reason) {
        if (ledger.exact().compareTo(maximum) > 0) {
            ledger.become(
                    maximum,
                    reason,
                    reason == Reason.BONUS_POOL
                            ? Sentence.of("Điểm thưởng không quá %s", "Bonus at most %s", maximum)
                            : Sentence.of("Điểm nhóm không quá %s", "The group at most %s", maximum));
        }
    }

    Fraction exact() {
        return ledger.exact();
    }
}
