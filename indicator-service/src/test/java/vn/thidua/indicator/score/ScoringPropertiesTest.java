package vn.thidua.indicator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.score.RandomSheets.facts;
import static vn.thidua.indicator.score.RandomSheets.number;
import static vn.thidua.indicator.score.RandomSheets.rungs;
import static vn.thidua.indicator.score.RandomSheets.sheet;
import static vn.thidua.indicator.score.Sheets.criterion;
import static vn.thidua.indicator.score.Sheets.facts;
import static vn.thidua.indicator.score.Sheets.ladder;
import static vn.thidua.indicator.score.Sheets.n;
import static vn.thidua.indicator.score.Sheets.only;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.FurtherRule.Reading;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Kind;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Terms;

/** What holds for every sheet and all facts, tried on many of them; each seed is a sheet with facts of its own. */
class ScoringPropertiesTest {
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
        var criteria = sheet.forUnit(Sheets.UNIT).criteria();
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

    private static Terms shuffled(Terms terms, Random random) {
        var knockOuts = new ArrayList<>(terms.knockOuts());
        Collections.shuffle(knockOuts, random);
        return new Terms(terms.unmatched(), knockOuts, terms.grades(), terms.prizes(), terms.ties());
    }
}
