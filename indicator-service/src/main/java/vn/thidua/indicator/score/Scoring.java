package vn.thidua.indicator.score;

import java.util.ArrayList;
import java.util.List;
import vn.thidua.indicator.canonical.Fraction;
import vn.thidua.indicator.score.Score.CriterionScore;
import vn.thidua.indicator.score.Score.GroupScore;
import vn.thidua.indicator.score.Score.State;
import vn.thidua.indicator.score.Score.Trace;
import vn.thidua.indicator.scoresheet.ScoringRule.Kind;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Terms;
import vn.thidua.indicator.scoresheet.Variant;

/** Points from a frozen sheet and a unit's facts. A pure function: same sheet, same facts, same result to the last byte. */
public final class Scoring {
    /** @param exact before it is shown */
    record Scored(Criterion criterion, CriterionScore score, Fraction exact) {
        Scored by(Variant variant) {
            var steps = new ArrayList<Score.Step>();
            steps.add(new Score.Step(
                    Sentence.of("mức riêng cho “%s”, điểm tối đa", "as it counts for “%s”, at most", variant.label()),
                    variant.maximum()));
            steps.addAll(score.trace().steps());
            return new Scored(
                    criterion,
                    score.with(new Trace(score.trace().inputs(), score.trace().formula(), steps)),
                    exact);
        }
    }

    private static final Sentence NOT_APPLICABLE = Sentence.of("Không áp dụng", "Not applicable");
    private static final Sentence OUT_OF_PERIOD = Sentence.of(
            "Bảng điểm không chấm tiêu chí này ở kỳ này", "The sheet does not count this criterion in this period");

    private final Sheet stated;
    /** As it counts for the unit. */
    private final Sheet sheet;

    private final Facts facts;

    private Scoring(Sheet stated, Facts facts) {
        this.stated = stated;
        this.sheet = stated.forUnit(facts.unitId());
        this.facts = facts;
    }

    public static Score score(Sheet sheet, Facts facts) {
        return new Scoring(sheet, facts).score();
    }

    private Score score() {
        var groups = new ArrayList<List<Scored>>();
        for (var group : sheet.groups()) {
            groups.add(group.criteria().stream()
                    .map(criterion -> criterion(group.code(), criterion))
                    .toList());
        }
        if (stated.hasVariants()) {
            tellVariants(groups);
        }
        var sums = sums(groups);
        var knocked = sheet.terms().knockOuts().isEmpty()
                ? List.<Terms.KnockOut>of()
                : new KnockOuts(sheet, facts, groups, sums).met();
        if (knocked.stream().anyMatch(knockOut -> !knockOut.zeroes().isEmpty())) {
            groups.replaceAll(scored -> scored.stream()
                    .map(each -> KnockOuts.applied(each, knocked))
                    .toList());
            sums = sums(groups);
        }
        return score(groups, sums, knocked);
    }

    /** Whoever opens the points of a criterion that counts otherwise for the unit is told so before anything else. */
    private void tellVariants(List<List<Scored>> groups) {
        for (int g = 0; g < groups.size(); g++) {
            var said = stated.groups().get(g).criteria();
            var scored = new ArrayList<Scored>();
            for (int c = 0; c < said.size(); c++) {
                var variant = said.get(c).variant(facts.unitId());
                var each = groups.get(g).get(c);
                scored.add(variant == null ? each : each.by(variant));
            }
            groups.set(g, scored);
        }
    }

    private List<GroupSum> sums(List<List<Scored>> groups) {
        var sums = new ArrayList<GroupSum>();
        for (int i = 0; i < groups.size(); i++) {
            sums.add(GroupSum.of(sheet, sheet.groups().get(i), groups.get(i)));
        }
        return sums;
    }

    private Score score(List<List<Scored>> groups, List<GroupSum> sums, List<Terms.KnockOut> knocked) {
        var total = TotalSum.of(sheet, sums);
        var criteria = new ArrayList<CriterionScore>();
        groups.forEach(scored -> scored.forEach(each -> criteria.add(each.score())));
        var adjustments = new ArrayList<Score.Adjustment>();
        sums.forEach(sum -> adjustments.addAll(sum.adjustments()));
        adjustments.addAll(total.adjustments());
        return new Score(
                facts.unitId(),
                total.points(),
                sums.stream()
                        .map(sum -> new GroupScore(sum.code(), sum.exact().shown()))
                        .toList(),
                criteria,
                adjustments,
                Grades.verdict(sheet, groups, sums, total.points(), knocked));
    }

    private Scored criterion(String groupCode, Criterion criterion) {
        var known = new Known(criterion, facts);
        if (known.notApplicable()) {
            return notApplicable(groupCode, criterion, known);
        }
        return switch (RuleMath.apply(known, sheet.plan())) {
            case Outcome.Points(var points, var words, var steps) ->
                scored(groupCode, known, State.SCORED, points, words, steps);
            case Outcome.NoFact(var words, var steps) ->
                scored(groupCode, known, State.NO_FACT, Fraction.ZERO, words, steps);
            case Outcome.NoRow(var words, var steps) -> unmatched(groupCode, known, words, steps);
        };
    }

    /** What was ruled stands; else it earns nothing, by the sheet's declaration or until somebody rules. */
    private Scored unmatched(String groupCode, Known known, Sentence words, List<Score.Step> steps) {
        var ruled = known.ruled();
        if (ruled != null) {
            var settled = Sentence.of("%s; quyết định xử lý: %s điểm", "%s; ruled: %s points", words, ruled);
            return scored(groupCode, known, State.SCORED, ruled, settled, steps);
        }
        var open = sheet.terms().unmatched() == Terms.Unmatched.ZERO
                ? Sentence.of("%s: 0 điểm theo quy ước của bảng điểm", "%s: 0 points, as the sheet declares", words)
                : Sentence.of("%s: chưa có điểm, chờ xử lý", "%s: no points yet, to be ruled on", words);
        return scored(groupCode, known, State.NO_ROW, Fraction.ZERO, open, steps);
    }

    private Scored scored(
            String groupCode, Known known, State state, Fraction points, Sentence words, List<Score.Step> way) {
        var criterion = known.criterion();
        var steps = new ArrayList<>(way);
        var counted = state == State.SCORED ? rounded(criterion, within(criterion, points, steps), steps) : points;
        return scored(groupCode, criterion, state, counted, new Trace(known.inputs(), words, steps));
    }

    private Scored notApplicable(String groupCode, Criterion criterion, Known known) {
        var full =
                sheet.notApplicable() == NotApplicable.FULL && criterion.rule().kind() == Kind.BASE;
        var points = full ? Fraction.of(criterion.maximum()) : Fraction.ZERO;
        var why = known.outOfPeriod() ? OUT_OF_PERIOD : NOT_APPLICABLE;
        var words = switch (sheet.notApplicable()) {
            case FULL -> Sentence.of("%s: tính đủ điểm", "%s: full points", why);
            case ZERO -> Sentence.of("%s: 0 điểm", "%s: 0 points", why);
            case LEAVE_OUT -> Sentence.of("%s: loại khỏi thang điểm", "%s: left out of the scale", why);
            case EXCLUDE ->
                Sentence.of("%s: loại khỏi thang điểm, điểm được chia lại", "%s: left out, its points are spread", why);
        };
        return scored(groupCode, criterion, State.NOT_APPLICABLE, points, new Trace(known.inputs(), words, List.of()));
    }

    private static Scored scored(String groupCode, Criterion criterion, State state, Fraction points, Trace trace) {
        return new Scored(
                criterion,
                new CriterionScore(criterion.code(), groupCode, criterion.rule().kind(), state, points.shown(), trace),
                points);
    }

    private static Fraction within(Criterion criterion, Fraction points, List<Score.Step> steps) {
        var bounded = bounded(criterion, points);
        if (bounded.compareTo(points) != 0) {
            steps.add(new Score.Step(
                    Sentence.of("không quá %s điểm", "at most %s points", criterion.maximum()), bounded.shown()));
        }
        return bounded;
    }

    private Fraction rounded(Criterion criterion, Fraction points, List<Score.Step> steps) {
        if (sheet.rounding().at() != RoundedAt.CRITERION) {
            return points;
        }
        var rounded = bounded(criterion, round(sheet, points));
        if (rounded.compareTo(points) != 0) {
            steps.add(new Score.Step(roundingWords(sheet), rounded.shown()));
        }
        return rounded;
    }

    /** Rounding never lifts above a maximum, and never takes off more than a penalty may. */
    private static Fraction bounded(Criterion criterion, Fraction points) {
        if (criterion.rule().kind() == Kind.PENALTY) {
            var off = points.atMost(Fraction.ZERO);
            var most = criterion.rule().mostTakenOff();
            return most == null ? off : off.atLeast(Fraction.of(most).negated());
        }
        return points.atLeast(Fraction.ZERO).atMost(Fraction.of(criterion.maximum()));
    }

    static Fraction round(Sheet sheet, Fraction points) {
        if (points.isWhole()) {
            return points;
        }
        var rounding = sheet.rounding();
        return Fraction.of(points.rounded(rounding.scale(), rounding.mode()));
    }

    static Sentence roundingWords(Sheet sheet) {
        var rounding = sheet.rounding();
        var way = switch (rounding.mode()) {
            case HALF_UP -> Sentence.of("từ 5 làm tròn lên", "halves up");
            case HALF_EVEN -> Sentence.of("5 làm tròn về số chẵn", "halves to even");
            case HALF_DOWN -> Sentence.of("5 làm tròn xuống", "halves down");
            case UP, CEILING -> Sentence.of("làm tròn lên", "up");
            case DOWN, FLOOR -> Sentence.of("bỏ phần lẻ", "down");
            case UNNECESSARY -> Sentence.of("không làm tròn", "not at all");
        };
        return Sentence.of("làm tròn đến %s chữ số thập phân, %s", "rounded to %s decimals, %s", rounding.scale(), way);
    }
}
