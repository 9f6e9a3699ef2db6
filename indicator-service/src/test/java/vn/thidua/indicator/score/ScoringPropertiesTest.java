package vn.thidua.indicator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.score.Sheets.criterion;
import static vn.thidua.indicator.score.Sheets.facts;
import static vn.thidua.indicator.score.Sheets.ladder;
import static vn.thidua.indicator.score.Sheets.least;
import static vn.thidua.indicator.score.Sheets.n;
import static vn.thidua.indicator.score.Sheets.notApplicable;
import static vn.thidua.indicator.score.Sheets.only;
import static vn.thidua.indicator.score.Sheets.planned;
import static vn.thidua.indicator.score.Sheets.steps;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.FurtherRule.Reading;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Range;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Kind;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;
import vn.thidua.indicator.scoresheet.Terms;

/** What holds for every sheet and all facts, tried on many of them; each seed is a sheet with facts of its own. */
class ScoringPropertiesTest {
    private static final List<RoundingMode> MODES = List.of(
            RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN, RoundingMode.CEILING);

    static IntStream seeds() {
        return IntStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePartsAlwaysAddUpToTheTotal(int seed) {
        var random = new Random(seed);
        var sheet = sheet(random);
        var score = Scoring.score(sheet, facts(random, sheet));
        var sum = BigDecimal.ZERO;
        for (var criterion : score.criteria()) {
            sum = sum.add(criterion.points());
        }
        for (var adjustment : score.adjustments()) {
            sum = sum.add(adjustment.points());
        }
        assertThat(sum).as(Canonical.text(score)).isEqualByComparingTo(score.total());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsEverAboveItsMaximumHoweverItIsRounded(int seed) {
        var random = new Random(seed);
        var sheet = sheet(random);
        var score = Scoring.score(sheet, facts(random, sheet));
        var most = BigDecimal.ZERO;
        for (int i = 0; i < sheet.groups().size(); i++) {
            var group = sheet.groups().get(i);
            var bound = group.maximum().add(group.bonusMaximum());
            most = most.add(bound);
            assertThat(score.groups().get(i).points()).isLessThanOrEqualTo(bound);
        }
        assertThat(score.total()).isLessThanOrEqualTo(most);
        var criteria = sheet.criteria();
        for (int i = 0; i < criteria.size(); i++) {
            assertThat(score.criteria().get(i).points())
                    .isLessThanOrEqualTo(criteria.get(i).maximum());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfGroupsAndCriteriaDoesNotMatter(int seed) {
        var random = new Random(seed);
        var sheet = sheet(random);
        var facts = facts(random, sheet);
        var groups = new ArrayList<Group>();
        for (var group : sheet.groups()) {
            var criteria = new ArrayList<>(group.criteria());
            Collections.shuffle(criteria, random);
            groups.add(new Group(group.code(), group.name(), group.maximum(), group.bonusMaximum(), criteria));
        }
        Collections.shuffle(groups, random);
        var shuffled = new Sheet(
                sheet.maximum(),
                sheet.bonus(),
                sheet.notApplicable(),
                sheet.plan(),
                sheet.belowZero(),
                sheet.rounding(),
                groups,
                shuffled(sheet.terms(), random));
        assertThat(Scoring.score(shuffled, facts).total())
                .isEqualByComparingTo(Scoring.score(sheet, facts).total());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameSheetAndFactsGiveTheSameBytesInWhateverOrderTheFactsCome(int seed) {
        var random = new Random(seed);
        var sheet = sheet(random);
        var facts = facts(random, sheet);
        var entries = new ArrayList<>(facts.byCriterion().entrySet());
        Collections.shuffle(entries, random);
        var again = new java.util.LinkedHashMap<String, Fact>();
        entries.forEach(entry -> again.put(entry.getKey(), entry.getValue()));
        assertThat(Canonical.text(Scoring.score(sheet, Facts.of(Sheets.UNIT, again))))
                .isEqualTo(Canonical.text(Scoring.score(sheet, facts)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoReachesMoreNeverGetsLessWhereTheRuleRises(int seed) {
        var random = new Random(seed);
        var rules = List.of(
                new ScoringRule.Proportional(Of.VALUE, n("10"), number(random, 60), null, null),
                new ScoringRule.Proportional(
                        Of.VALUE, n("10"), null, null, new Slope(n("3"), n("0.7"), random.nextBoolean())),
                new ScoringRule.PerPercent(
                        Of.VALUE,
                        n("10"),
                        null,
                        new Slope(n("2"), n("0.3"), random.nextBoolean()),
                        new Slope(n("3"), n("0.7"), random.nextBoolean())),
                ladder(Of.VALUE, "50)", "1", "75]", "4", "", "12"),
                new FurtherRule.OverFulfilment(Of.VALUE, n("9"), number(random, 150), Reading.WHOLE_PERCENT),
                new FurtherRule.OverFulfilment(Of.VALUE, n("9"), null, Reading.EXCESS),
                new ScoringRule.Bonus(Of.VALUE, n("20"), n("7"), n("1.3"), null, random.nextBoolean()));
        var less = number(random, 150);
        var more = less.add(number(random, 20));
        for (var rule : rules) {
            var pool = rule.kind() == Kind.BONUS;
            var sheet = pool
                    ? Sheets.sheet("12", Sheets.group("I", "0", "12", criterion("1", "12", rule)))
                    : only("12", rule);
            assertThat(Scoring.score(sheet, Sheets.facts("1", more)).total())
                    .as("%s: %s against %s", rule, more, less)
                    .isGreaterThanOrEqualTo(
                            Scoring.score(sheet, Sheets.facts("1", less)).total());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoHasMoreBacklogNeverGetsMoreAndMoreAwardsOrWorkNeverLess(int seed) {
        var random = new Random(seed);
        var less = BigDecimal.valueOf(random.nextInt(40));
        var more = less.add(BigDecimal.valueOf(random.nextInt(10)));
        var backlog = new FurtherRule.Deduction(Of.VALUE, null, rungs("0", "2.5", "9"));
        assertThat(Scoring.score(only("10", backlog), Sheets.facts("1", more)).total())
                .isLessThanOrEqualTo(Scoring.score(only("10", backlog), Sheets.facts("1", less))
                        .total());
        var work = new FurtherRule.WorkloadBonus(Of.VALUE, n("100"), rungs("0", "2.5", "9"));
        assertRises(criterion("1", "10", work, "workload"), "1:workload", less, more);
        for (var stacking : FurtherRule.Stacking.values()) {
            var levels = List.of(new FurtherRule.Level("tp", n("0.3")), new FurtherRule.Level("cp", n("1.7")));
            var awards = new FurtherRule.AwardBonus(levels, stacking);
            assertRises(criterion("1", "10", awards, "tp", "cp"), "1:tp", less, more);
        }
    }

    private static void assertRises(Criterion criterion, String input, BigDecimal less, BigDecimal more) {
        var sheet = Sheets.sheet("8", Sheets.group("I", "0", "8", criterion));
        assertThat(Scoring.score(sheet, Sheets.facts("1", 100, "1:cp", 1, input, more))
                        .total())
                .isGreaterThanOrEqualTo(Scoring.score(sheet, Sheets.facts("1", 100, "1:cp", 1, input, less))
                        .total());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aScoreThatWasWrittenDownIsReadAsItWas(int seed) {
        var random = new Random(seed);
        var sheet = sheet(random);
        var score = Scoring.score(sheet, facts(random, sheet));
        var text = Canonical.text(score);
        assertThat(Canonical.text(Canonical.read(text, Score.class))).isEqualTo(text);
        assertThat(Canonical.read(text, Score.class)).isEqualTo(score);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noCaseWithoutARowIsEverCountedAndNoneIsHidden(int seed) {
        var random = new Random(seed);
        var sheet = sheet(random);
        var facts = facts(random, sheet);
        for (var criterion : Scoring.score(sheet, facts).criteria()) {
            if (criterion.state() == Score.State.NO_ROW) {
                assertThat(criterion.points()).isEqualByComparingTo("0");
                assertThat(facts.byCriterion().keySet()).anyMatch(key -> key.startsWith(criterion.code()));
            }
        }
    }

    /** From 0, from 10 and from 30 on. */
    private static List<ScoringRule.Rung> rungs(String... points) {
        return List.of(
                new ScoringRule.Rung(null, false, n("10"), false, n(points[0])),
                new ScoringRule.Rung(n("10"), true, n("30"), true, n(points[1])),
                new ScoringRule.Rung(n("30"), false, null, false, n(points[2])));
    }

    private static Terms shuffled(Terms terms, Random random) {
        var knockOuts = new ArrayList<>(terms.knockOuts());
        Collections.shuffle(knockOuts, random);
        return new Terms(terms.unmatched(), knockOuts, terms.grades(), terms.prizes());
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
        return new Terms(Terms.Unmatched.RULING, knockOuts, List.of(), List.of());
    }

    private static Sheet sheet(Random random) {
        var groups = new ArrayList<Group>();
        var maximum = BigDecimal.ZERO;
        for (int g = 0; g <= random.nextInt(3); g++) {
            var group = group(random, g);
            groups.add(group);
            maximum = maximum.add(group.maximum()).add(group.bonusMaximum());
        }
        var rounding = new Rounding(any(random, List.of(RoundedAt.values())), random.nextInt(4), any(random, MODES));
        return new Sheet(
                maximum,
                BonusPlace.INSIDE,
                any(random, List.of(NotApplicable.values())),
                Plan.REGISTERED_ELSE_ASSIGNED,
                random.nextBoolean(),
                rounding,
                groups,
                terms(random, groups));
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

    private static ScoringRule rule(Random random, BigDecimal maximum) {
        return switch (random.nextInt(11)) {
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
                        Of.PERCENT_OF_REGISTERED, maximum.multiply(n("0.7")), null, Reading.WHOLE_PERCENT);
            default -> new ScoringRule.Given();
        };
    }

    private static Facts facts(Random random, Sheet sheet) {
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
                                    number(random, 130).toPlainString(),
                                    number(random, 90).add(BigDecimal.ONE).toPlainString(),
                                    any(random, List.of(Direction.values())),
                                    random.nextBoolean() ? "200" : null));
            }
        }
        return Facts.of(Sheets.UNIT, facts);
    }

    private static BigDecimal number(Random random, int bound) {
        return BigDecimal.valueOf(random.nextInt(bound * 1000), 3);
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
