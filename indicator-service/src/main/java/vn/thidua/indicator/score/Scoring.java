package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.Score.CriterionScore;
import vn.thidua.indicator.score.Score.GroupScore;
import vn.thidua.indicator.score.Score.Input;
import vn.thidua.indicator.score.Score.State;
import vn.thidua.indicator.score.Score.Trace;
import vn.thidua.indicator.scoresheet.ScoringRule.Kind;
import vn.thidua.indicator.scoresheet.ScoringRule.Penalty;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;

/** Points from a frozen sheet and a unit's facts. A pure function: same sheet, same facts, same result to the last byte. */
public final class Scoring {
    /** @param exact before it is shown */
    record Scored(Criterion criterion, CriterionScore score, Fraction exact) {}

    private final Sheet sheet;
    private final Facts facts;

    private Scoring(Sheet sheet, Facts facts) {
        this.sheet = sheet;
        this.facts = facts;
    }

    public static Score score(Sheet sheet, Facts facts) {
        return new Scoring(sheet, facts).score();
    }

    private Score score() {
        var criteria = new ArrayList<CriterionScore>();
        var sums = new ArrayList<GroupSum>();
        for (var group : sheet.groups()) {
            var scored = group.criteria().stream()
                    .map(criterion -> criterion(group.code(), criterion))
                    .toList();
            scored.forEach(each -> criteria.add(each.score()));
            sums.add(GroupSum.of(sheet, group, scored));
        }
        var total = TotalSum.of(sheet, sums);
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
                adjustments);
    }

    private Scored criterion(String groupCode, Criterion criterion) {
        var fact = facts.byCriterion().get(criterion.code());
        if (fact != null && fact.notApplicable()) {
            return notApplicable(groupCode, criterion, fact);
        }
        var result = RuleMath.apply(criterion.rule(), criterion.maximum(), fact, sheet.plan());
        var steps = new ArrayList<>(result.steps());
        var points = result.points() == null
                ? Fraction.ZERO
                : rounded(criterion, within(criterion, result.points(), steps), steps);
        var state = result.points() == null ? State.NO_FACT : State.SCORED;
        return scored(groupCode, criterion, state, points, new Trace(inputs(fact), result.formula(), steps));
    }

    private Scored notApplicable(String groupCode, Criterion criterion, Fact fact) {
        var full =
                sheet.notApplicable() == NotApplicable.FULL && criterion.rule().kind() == Kind.BASE;
        var points = full ? Fraction.of(criterion.maximum()) : Fraction.ZERO;
        var words = switch (sheet.notApplicable()) {
            case FULL -> Words.of("Không áp dụng: tính đủ điểm", "Not applicable: full points");
            case ZERO -> Words.of("Không áp dụng: 0 điểm", "Not applicable: 0 points");
            case EXCLUDE ->
                Words.of(
                        "Không áp dụng: loại khỏi thang điểm, điểm được chia lại",
                        "Not applicable: left out, its points are spread");
        };
        return scored(groupCode, criterion, State.NOT_APPLICABLE, points, new Trace(inputs(fact), words, List.of()));
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
                    Words.of("không quá %s điểm", "at most %s points", criterion.maximum()), bounded.shown()));
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
        if (criterion.rule() instanceof Penalty penalty) {
            var off = points.atMost(Fraction.ZERO);
            return penalty.cap() == null
                    ? off
                    : off.atLeast(Fraction.of(penalty.cap()).negated());
        }
        return points.atLeast(Fraction.ZERO).atMost(Fraction.of(criterion.maximum()));
    }

    static Fraction round(Sheet sheet, Fraction points) {
        var rounding = sheet.rounding();
        return Fraction.of(points.rounded(rounding.scale(), rounding.mode()));
    }

    static Words roundingWords(Sheet sheet) {
        var rounding = sheet.rounding();
        var way = switch (rounding.mode()) {
            case HALF_UP -> Words.of("từ 5 làm tròn lên", "halves up");
            case HALF_EVEN -> Words.of("5 làm tròn về số chẵn", "halves to even");
            case HALF_DOWN -> Words.of("5 làm tròn xuống", "halves down");
            case UP, CEILING -> Words.of("làm tròn lên", "up");
            case DOWN, FLOOR -> Words.of("bỏ phần lẻ", "down");
            case UNNECESSARY -> Words.of("không làm tròn", "not at all");
        };
        return Words.of("làm tròn đến %s chữ số thập phân, %s", "rounded to %s decimals, %s", rounding.scale(), way);
    }

    private List<Input> inputs(@Nullable Fact fact) {
        if (fact == null) {
            return List.of();
        }
        var inputs = new ArrayList<Input>();
        add(inputs, "value", fact.value());
        add(inputs, "reported", fact.reported());
        add(inputs, "assigned", fact.assigned());
        add(inputs, "registered", fact.registered());
        add(inputs, "lastYear", fact.lastYear());
        inputs.add(new Input("origin", null, fact.origin().name()));
        fact.sources().forEach(source -> inputs.add(new Input(source.kind(), null, source.id())));
        return inputs;
    }

    private static void add(List<Input> inputs, String name, @Nullable BigDecimal value) {
        if (value != null) {
            inputs.add(new Input(name, value, null));
        }
    }
}
