package vn.thidua.indicator.score;

import java.util.Comparator;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.FurtherRule.AwardBonus;
import vn.thidua.indicator.scoresheet.FurtherRule.Case;
import vn.thidua.indicator.scoresheet.FurtherRule.Conditions;
import vn.thidua.indicator.scoresheet.FurtherRule.Overlap;
import vn.thidua.indicator.scoresheet.FurtherRule.Stacking;
import vn.thidua.indicator.scoresheet.FurtherRule.WorkloadBonus;
import vn.thidua.indicator.scoresheet.Input;

/** Rules that look at more than one number. */
final class FurtherMath {
    private final Way way;
    private final Known known;

    FurtherMath(Way way, Known known) {
        this.way = way;
        this.known = known;
    }

    /** Every number that a row asks for has to be known; then the row whose conditions all hold. */
    Outcome conditions(Conditions rule) {
        for (var row : rule.cases()) {
            for (var when : row.when()) {
                if (known.number(when.input()) == null) {
                    return way.noFact(Sentence.of(
                            "Chưa có số liệu “%s”: chưa có điểm",
                            "Nothing known of “%s”: no points yet", known.name(when.input())));
                }
            }
        }
        var order = Comparator.comparing(Case::points);
        var held = rule.cases().stream()
                .filter(this::holds)
                .max(rule.overlap() == Overlap.LOWEST ? order.reversed() : order);
        if (held.isEmpty()) {
            return way.noRow(Sentence.of("Không dòng nào của bảng ứng với %s", "No row holds %s", numbers()));
        }
        var row = held.get();
        return way.points(
                Fraction.of(row.points()), Sentence.of("“%s”: %s điểm", "“%s”: %s points", row.name(), row.points()));
    }

    private boolean holds(Case row) {
        return row.when().stream().allMatch(when -> {
            var number = known.number(when.input());
            return number != null && Ranges.holds(when.range(), number);
        });
    }

    private Sentence numbers() {
        Sentence all = null;
        for (var input : known.criterion().inputs()) {
            var number = known.number(input.code());
            if (number != null) {
                var one = Sentence.of("%s = %s", "%s = %s", input.name(), number);
                all = all == null ? one : Sentence.of("%s, %s", "%s, %s", all, one);
            }
        }
        var own = known.number(Input.VALUE);
        if (all == null) {
            return own == null ? Sentence.of("—", "—") : Sentence.of("%s", "%s", own);
        }
        return all;
    }

    /** A level of which nothing is known was not received; where nothing is known of any level, there is no fact. */
    Outcome awards(AwardBonus rule) {
        var points = Fraction.ZERO;
        var anything = false;
        for (var level : rule.levels()) {
            var count = known.number(level.input());
            if (count == null || count.signum() <= 0) {
                anything |= count != null;
                continue;
            }
            anything = true;
            var each = Fraction.of(level.points());
            var earned = rule.stacking() == Stacking.SUM ? each.times(count) : each;
            way.step(
                    Sentence.of(
                            "%s: %s × %s điểm", "%s: %s × %s points", known.name(level.input()), count, level.points()),
                    earned);
            points = rule.stacking() == Stacking.SUM ? points.plus(earned) : points.atLeast(earned);
        }
        if (!anything) {
            return way.noFact(RuleMath.NOTHING);
        }
        return way.points(
                points,
                rule.stacking() == Stacking.SUM
                        ? Sentence.of("Điểm thưởng cộng dồn các mức = %s", "Bonus, all levels added = %s", points)
                        : Sentence.of(
                                "Điểm thưởng theo mức cao nhất = %s", "Bonus, only the highest level = %s", points));
    }

    Outcome workload(WorkloadBonus rule, Fraction number) {
        if (number.compareTo(Fraction.of(rule.from())) < 0) {
            return way.points(
                    Fraction.ZERO,
                    Sentence.of(
                            "%s chưa đạt mức %s: không có điểm thưởng",
                            "%s is under %s: no bonus", number, rule.from()));
        }
        var workload = known.number(Input.WORKLOAD);
        if (workload == null) {
            return way.noFact(Sentence.of(
                    "Chưa có số liệu “%s”: chưa có điểm",
                    "Nothing known of “%s”: no points yet", known.name(Input.WORKLOAD)));
        }
        way.step(Sentence.of("khối lượng công việc", "workload"), workload);
        return new TableMath(way).ladder(rule.rungs(), workload);
    }

    Outcome agencyPenalty(FurtherRule.AgencyPenalty rule, Fraction number) {
        return number.signum() == 0
                ? way.points(Fraction.ZERO, Sentence.of("Không vi phạm: không trừ", "No breach: nothing taken off"))
                : way.points(
                        Fraction.of(rule.points()).negated(),
                        Sentence.of(
                                "Cơ quan thường trực xác định vi phạm: trừ %s điểm",
                                "Breach found by the organiser's office: %s points off", rule.points()));
    }
}
