package vn.thidua.indicator.score;

import static vn.thidua.indicator.score.Sheets.criterion;
import static vn.thidua.indicator.score.Sheets.facts;
import static vn.thidua.indicator.score.Sheets.ladder;
import static vn.thidua.indicator.score.Sheets.least;
import static vn.thidua.indicator.score.Sheets.n;
import static vn.thidua.indicator.score.Sheets.notApplicable;
import static vn.thidua.indicator.score.Sheets.planned;
import static vn.thidua.indicator.score.Sheets.steps;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.FurtherRule.Reading;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Range;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Part;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;
import vn.thidua.indicator.scoresheet.Terms;
import vn.thidua.indicator.scoresheet.Variant;

/** Sheets and facts made by chance, of every kind of rule, with gaps, knock-outs and every way to round. */
public final class RandomSheets {
    private static final List<RoundingMode> MODES = List.of(
            RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN, RoundingMode.CEILING);

    private RandomSheets() {}

    /** From 0, from 10 and from 30 on. */
    static List<ScoringRule.Rung> rungs(String... points) {
        return List.of(
                new ScoringRule.Rung(null, false, n("10"), false, n(points[0])),
                new ScoringRule.Rung(n("10"), true, n("30"), true, n(points[1])),
                new ScoringRule.Rung(n("30"), false, null, false, n(points[2])));
    }

    /** Some criteria and groups knock others out, each by what it came to before. */
    private static Terms terms(Random random, List<Group> groups) {
        var knockOuts = new ArrayList<Terms.KnockOut>();
        var codes = new ArrayList<String>();
        groups.forEach(group -> group.criteria().forEach(criterion -> codes.add(criterion.code())));
        for (int k = 0; k < random.nextInt(3); k++) {
            var of = random.nextBoolean()
                    ? any(random, codes)
                    : any(random, groups).code();
            var measured = any(random, List.of(Terms.Measured.POINTS, Terms.Measured.PERCENT_OF_MAXIMUM));
            var zeroes = random.nextInt(3) == 0 ? List.<String>of() : List.of(any(random, codes));
            knockOuts.add(new Terms.KnockOut(
                    "K" + k, "loại", of, measured, Range.below(number(random, 9).add(BigDecimal.ONE)), zeroes));
        }
        return new Terms(Terms.Unmatched.RULING, knockOuts, List.of(), List.of(), ties(random, codes));
    }

    private static List<Terms.TieBreak> ties(Random random, List<String> codes) {
        return random.nextBoolean() ? List.of() : List.of(new Terms.TieBreak(any(random, codes)));
    }

    public static Sheet sheet(Random random) {
        var groups = new ArrayList<Group>();
        var maximum = BigDecimal.ZERO;
        for (int g = 0; g <= random.nextInt(3); g++) {
            var group = group(random, g);
            groups.add(group);
            maximum = maximum.add(group.maximum()).add(group.bonusMaximum());
        }
        var parts = parts(random, groups);
        var rounding = new Rounding(any(random, List.of(RoundedAt.values())), random.nextInt(4), any(random, MODES));
        return new Sheet(
                maximum,
                BonusPlace.INSIDE,
                any(random, List.of(NotApplicable.values())),
                Plan.REGISTERED_ELSE_ASSIGNED,
                random.nextBoolean(),
                rounding,
                groups,
                terms(random, groups),
                parts);
    }

    /** Half of the sheets have a part with one within it; some groups lie in the outer, some in the inner, some in none. */
    private static List<Part> parts(Random random, List<Group> groups) {
        if (random.nextBoolean()) {
            return List.of();
        }
        var inner = BigDecimal.ZERO;
        var all = BigDecimal.ZERO;
        for (int g = 0; g < groups.size(); g++) {
            var group = groups.get(g);
            var in = g == 0 ? "P.1" : any(random, List.of("P", "P.1", "-"));
            groups.set(
                    g,
                    new Group(
                            group.code(),
                            group.name(),
                            group.maximum(),
                            group.bonusMaximum(),
                            group.criteria(),
                            in.equals("-") ? null : in));
            var most = group.maximum().add(group.bonusMaximum());
            inner = in.equals("P.1") ? inner.add(most) : inner;
            all = in.equals("-") ? all : all.add(most);
        }
        return List.of(new Part("P", "Phần", all, null), new Part("P.1", "Mục", inner, "P"));
    }

    private static Group group(Random random, int number) {
        var criteria = new ArrayList<Criterion>();
        var sum = BigDecimal.ZERO;
        for (int c = 0; c <= random.nextInt(4); c++) {
            // A maximum with three digits, so that rounding to fewer could lift above it.
            var maximum = number(random, 20).add(n("0.875"));
            sum = sum.add(maximum);
            criteria.add(
                    criterion(number + "." + c, maximum.toPlainString(), rule(random, maximum), "base", "workload"));
        }
        if (random.nextInt(4) == 0) {
            criteria.add(criterion(number + ".a", "0", new FurtherRule.AgencyPenalty(n("1.25"))));
        }
        // Some count otherwise for the unit that is scored, some for another one only.
        for (int c = 0; c < criteria.size(); c++) {
            if (criteria.get(c).rule().kind() == ScoringRule.Kind.BASE && random.nextInt(4) == 0) {
                criteria.set(c, varied(random, criteria.get(c)));
            }
        }
        var pool = BigDecimal.ZERO;
        if (random.nextBoolean()) {
            pool = number(random, 5).add(n("0.5"));
            criteria.add(criterion(
                    number + ".b",
                    "9",
                    new ScoringRule.Bonus(Of.VALUE, n("30"), n("7"), n("1.1"), null, random.nextBoolean())));
        }
        if (random.nextBoolean()) {
            criteria.add(criterion(
                    number + ".p",
                    "0",
                    new ScoringRule.Penalty(Of.VALUE, n("40"), n("9"), n("0.333"), n("4.4"), random.nextBoolean())));
        }
        var capped = random.nextBoolean() ? sum : sum.multiply(n("0.9"));
        return new Group("N" + number, "Nhóm", capped, pool, criteria);
    }

    private static Criterion varied(Random random, Criterion plain) {
        var maximum = number(random, 20).add(n("0.125"));
        ScoringRule rule;
        do {
            rule = rule(random, maximum);
        } while (rule.kind() != ScoringRule.Kind.BASE);
        var unit = random.nextInt(3) == 0 ? new UUID(1, 1) : Sheets.UNIT;
        return new Criterion(
                plain.code(),
                plain.name(),
                plain.maximum(),
                plain.indicatorId(),
                plain.rule(),
                plain.inputs(),
                plain.knockOuts(),
                plain.notFor(),
                List.of(new Variant(List.of(unit), "đơn vị khác", maximum, rule)),
                List.of());
    }

    private static ScoringRule rule(Random random, BigDecimal maximum) {
        return switch (random.nextInt(17)) {
            case 0 -> new ScoringRule.Proportional(Of.PERCENT_OF_PLAN, null, null, null, null);
            case 1 ->
                new ScoringRule.Proportional(
                        Of.VALUE, null, n("50"), null, new Slope(n("3"), n("0.1"), random.nextBoolean()));
            case 2 ->
                new ScoringRule.PerPercent(Of.PERCENT_OF_PLAN, null, null, new Slope(n("7"), n("0.3"), false), null);
            case 3 -> ladder(Of.PERCENT_OF_PLAN, "50)", "0.1", "99.5]", "0.5", "", maximum.toPlainString());
            case 4 -> new ScoringRule.YesNo(maximum, BigDecimal.ZERO);
            case 5 -> new ScoringRule.DaysLate(steps("0", maximum.toPlainString(), "30", "0.25", "", "0"));
            case 6 -> ladder(Of.RATIO, "50)", "0.1", "", maximum.toPlainString());
            case 7 -> new FurtherRule.Deduction(Of.VALUE, null, rungs("0", "0.125", "0.75"));
            case 8 ->
                new FurtherRule.Conditions(
                        List.of(
                                Sheets.row(maximum.toPlainString(), least("base", 40), least("workload", 20)),
                                Sheets.row("0.2", least("value", 90))),
                        FurtherRule.Overlap.HIGHEST);
            case 9 ->
                new FurtherRule.OverFulfilment(
                        any(random, List.of(Of.PERCENT_OF_PLAN, Of.PERCENT_OF_REGISTERED)),
                        maximum.multiply(n("0.7")),
                        null,
                        Reading.WHOLE_PERCENT);
            case 10 -> new ScoringRule.Count(steps("0", maximum.toPlainString(), "1", "0.6", "3", "0.4", "", "0"));
            case 11 -> Sheets.choice(new TreeMap<>(Map.of("a", "0", "b", "0.5", "c", maximum.toPlainString())));
            case 12 -> new FurtherRule.WorkloadBonus(Of.VALUE, n("50"), rungs("0.2", "0.4", "0.8"));
            case 13 ->
                new FurtherRule.AwardBonus(
                        List.of(new FurtherRule.Level("base", n("0.3")), new FurtherRule.Level("workload", n("0.7"))),
                        any(random, List.of(FurtherRule.Stacking.values())));
            // From 20 to 25 and beyond 80 it has no row.
            case 14 ->
                new ScoringRule.Ladder(
                        Of.VALUE,
                        List.of(
                                new ScoringRule.Rung(null, false, n("20"), false, n("0.1")),
                                new ScoringRule.Rung(n("25"), false, n("50.5"), true, maximum),
                                new ScoringRule.Rung(n("50.5"), false, n("80"), true, n("0.4"))));
            case 15 -> new FurtherRule.GivenBonus();
            default -> new ScoringRule.Given();
        };
    }

    public static Facts facts(Random random, Sheet sheet) {
        Map<String, Fact> facts = new TreeMap<>();
        for (var criterion : sheet.criteria()) {
            for (var input : criterion.inputs()) {
                if (random.nextInt(8) > 0) {
                    facts.put(Input.key(criterion.code(), input.code()), Fact.of(number(random, 90)));
                }
            }
            switch (random.nextInt(6)) {
                case 0 -> facts.put(criterion.code(), notApplicable());
                case 1 -> {} // nothing reported
                default ->
                    facts.put(
                            criterion.code(),
                            planned(
                                    value(random, criterion.rule()).toPlainString(),
                                    number(random, 90).add(BigDecimal.ONE).toPlainString(),
                                    any(random, List.of(Direction.values())),
                                    random.nextBoolean() ? "200" : null));
            }
        }
        return Facts.of(Sheets.UNIT, facts);
    }

    /** What is counted is whole, and mostly a situation is one that the sheet describes. */
    private static BigDecimal value(Random random, ScoringRule rule) {
        return switch (rule) {
            case ScoringRule.Choice _, ScoringRule.Count _ -> BigDecimal.valueOf(random.nextInt(4));
            case ScoringRule.YesNo _, FurtherRule.AgencyPenalty _ -> BigDecimal.valueOf(random.nextInt(2));
            default -> number(random, 130);
        };
    }

    static BigDecimal number(Random random, int bound) {
        return BigDecimal.valueOf(random.nextInt(bound * 1000), 3);
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
