package vn.thidua.indicator.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Range;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;
import vn.thidua.indicator.scoresheet.Terms;
import vn.thidua.indicator.scoresheet.When;

/** Small sheets and facts for tests. */
final class Sheets {
    static final UUID UNIT = UUID.fromString("01890000-0000-7000-8000-000000000001");

    private Sheets() {}

    static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    static Group group(String code, String maximum, String pool, Criterion... criteria) {
        return new Group(code, "Nhóm " + code, n(maximum), n(pool), List.of(criteria));
    }

    static Sheet sheet(String maximum, Group... groups) {
        return sheet(maximum, NotApplicable.EXCLUDE, new Rounding(RoundedAt.TOTAL, 6, RoundingMode.HALF_UP), groups);
    }

    static Sheet sheet(String maximum, NotApplicable notApplicable, Rounding rounding, Group... groups) {
        return new Sheet(
                n(maximum),
                BonusPlace.INSIDE,
                notApplicable,
                Plan.REGISTERED_ELSE_ASSIGNED,
                false,
                rounding,
                List.of(groups));
    }

    static Sheet sheet(String maximum, Terms terms, Group... groups) {
        var plain = sheet(maximum, groups);
        return new Sheet(
                plain.maximum(),
                plain.bonus(),
                plain.notApplicable(),
                plain.plan(),
                plain.belowZero(),
                plain.rounding(),
                plain.groups(),
                terms);
    }

    /** A criterion whose rule looks at further numbers: their codes. */
    static Criterion criterion(String code, String maximum, ScoringRule rule, String... inputs) {
        var further = Arrays.stream(inputs)
                .map(input -> new Input(input, "số " + input, null, true))
                .toList();
        return new Criterion(code, "Tiêu chí " + code, n(maximum), null, rule, further, List.of());
    }

    static Terms ruling() {
        return new Terms(Terms.Unmatched.RULING, List.of(), List.of(), List.of());
    }

    static FurtherRule.Case row(String points, When... when) {
        return new FurtherRule.Case("dòng " + points + " điểm", List.of(when), n(points));
    }

    static When when(String input, int only) {
        return new When(input, Range.of(BigDecimal.valueOf(only)));
    }

    static When least(String input, int from) {
        return new When(input, Range.from(BigDecimal.valueOf(from)));
    }

    /** One criterion as a whole sheet. */
    static Sheet only(String maximum, ScoringRule rule) {
        return sheet(maximum, group("I", maximum, "0", criterion("1", maximum, rule)));
    }

    static Facts facts(Object... codesAndValues) {
        var facts = new TreeMap<String, Fact>();
        for (int i = 0; i < codesAndValues.length; i += 2) {
            var value = codesAndValues[i + 1];
            facts.put(codesAndValues[i].toString(), value instanceof Fact fact ? fact : Fact.of(n(value.toString())));
        }
        return new Facts(UNIT, facts);
    }

    static Fact notApplicable() {
        return new Fact(null, null, true, Facts.Origin.REPORTED, Direction.RAISE, null, null, null, List.of());
    }

    static Fact planned(String value, String target, Direction direction, @Nullable String lastYear) {
        return new Fact(
                n(value),
                null,
                false,
                Facts.Origin.REPORTED,
                direction,
                n(target),
                null,
                lastYear == null ? null : n(lastYear),
                List.of());
    }

    static ScoringRule percent() {
        return new ScoringRule.Proportional(Of.VALUE, null, null, null, null);
    }

    /** Rungs from the lowest up: each but the last with its upper end, {@code "50)"} open or {@code "95]"} closed, then points. */
    static ScoringRule ladder(Of of, String... endsAndPoints) {
        var rungs = new ArrayList<ScoringRule.Rung>();
        String from = null;
        var fromInclusive = true;
        for (int i = 0; i < endsAndPoints.length; i += 2) {
            var end = endsAndPoints[i];
            var to = end.isEmpty() ? null : end.substring(0, end.length() - 1);
            var closed = end.endsWith("]");
            rungs.add(new ScoringRule.Rung(
                    from == null ? null : n(from),
                    fromInclusive,
                    to == null ? null : n(to),
                    closed,
                    n(endsAndPoints[i + 1])));
            from = to;
            fromInclusive = !closed;
        }
        return new ScoringRule.Ladder(of, rungs);
    }

    /** Last number of each step but the last, with points: 0, 2, 2, 1.5, ... */
    static List<ScoringRule.Step> steps(String... lastAndPoints) {
        var steps = new ArrayList<ScoringRule.Step>();
        for (int i = 0; i < lastAndPoints.length; i += 2) {
            var last = lastAndPoints[i];
            steps.add(new ScoringRule.Step(last.isEmpty() ? null : n(last), n(lastAndPoints[i + 1])));
        }
        return steps;
    }

    static ScoringRule.Choice choice(Map<String, String> pointsByName) {
        var options = new ArrayList<ScoringRule.Option>();
        pointsByName.forEach((name, points) ->
                options.add(new ScoringRule.Option(BigDecimal.valueOf(options.size()), name, n(points))));
        return new ScoringRule.Choice(options);
    }
}
