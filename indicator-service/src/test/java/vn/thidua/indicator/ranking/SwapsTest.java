package vn.thidua.indicator.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.ranking.Sensitivity.Ranked;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.Scoring;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Range;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.ScoringRule.Step;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Terms;
import vn.thidua.indicator.scoresheet.Variant;
import vn.thidua.indicator.scoresheet.When;

/** What one criterion would have to come to, rule by rule, so that two units that are so far apart change places. */
class SwapsTest {
    private static final UUID INDICATOR = UUID.fromString("01890000-0000-7000-8000-00000000000a");
    private static final ScoringRule LADDER = new ScoringRule.Ladder(
            Of.VALUE,
            List.of(
                    new Rung(n("95"), false, null, false, n("8")),
                    new Rung(n("75"), true, n("95"), true, n("6")),
                    new Rung(n("50"), true, n("75"), false, n("3")),
                    new Rung(null, false, n("50"), false, n("0"))));

    private final Map<UUID, ValueKind> kinds = new HashMap<>();

    @Test
    void ofALadderTheNextRungIsNamedWithTheNumberAtItsEnd() {
        assertThat(raised(LADDER, "60", "2.5")).isEqualTo("3 → 6 NUMBER 60 → 75");
    }

    @Test
    void aRungThatIsNotEnoughIsPassedOver() {
        assertThat(raised(LADDER, "60", "3")).isEqualTo("3 → 8 NUMBER 60 → 96");
    }

    @Test
    void beyondAnOpenEndItIsOneStepOfTheDigitsOfTheNumber() {
        assertThat(raised(LADDER, "60.25", "4")).isEqualTo("3 → 8 NUMBER 60.25 → 95.01");
        assertThat(lowered(LADDER, "80.5", "2")).isEqualTo("6 → 3 NUMBER 80.5 → 74.9");
    }

    @Test
    void whatTheHighestRungDoesNotMakeUpForHasNoWay() {
        assertThat(raised(LADDER, "60", "5")).isNull();
    }

    @Test
    void whoHasNoNumberYetIsToldOneThatTheLadderKnows() {
        assertThat(raised(List.of(criterion("1", LADDER)), Map.of(), "5.5")).isEqualTo("null → 6 NUMBER null → 75");
    }

    @Test
    void aRungOfAPercentIsTurnedBackIntoTheNumber() {
        var ladder = new ScoringRule.Ladder(
                Of.PERCENT_OF_PLAN,
                List.of(new Rung(null, false, n("95"), false, n("2")), new Rung(n("95"), true, null, false, n("9"))));
        assertThat(raised(ladder, planned("30", "40", Direction.RAISE, null), "1"))
                .isEqualTo("2 → 9 NUMBER 30 → 38");
        assertThat(raised(ladder, planned("99", "80", Direction.REDUCE, "100"), "1"))
                .isEqualTo("2 → 9 NUMBER 99 → 81");
        assertThat(raised(ladder, planned("115", "100", Direction.KEEP, null), "1"))
                .isEqualTo("2 → 9 NUMBER 115 → 105");
        var stated = new Fact(
                null, null, false, Facts.Origin.STATED, Direction.RAISE, null, null, null, n("90.5"), List.of());
        assertThat(raised(ladder, stated, "1")).isEqualTo("2 → 9 PERCENT 90.5 → 95");
    }

    @Test
    void aRatioIsTurnedBackIntoItsPartAndTheWholeStaysWhatItIs() {
        var rungs =
                List.of(new Rung(null, false, n("90"), true, n("2")), new Rung(n("90"), false, null, false, n("9")));
        var criterion = criterion("1", new ScoringRule.Ladder(Of.RATIO, rungs), Input.BASE);
        var facts = Map.of("1", Fact.of(n("20")), "1:base", Fact.of(n("40")));
        assertThat(raised(List.of(criterion), facts, "1")).isEqualTo("2 → 9 NUMBER 20 → 37");
    }

    @Test
    void pointsInProportionAreThoseOfTheNumberThatIsNamed() {
        var rule = new ScoringRule.Proportional(Of.VALUE, null, n("50"), null, null);
        assertThat(raised(rule, "96", "0.25")).isEqualTo("9.6 → 9.9 NUMBER 96 → 99");
        assertThat(raised(rule, "20", "0.25")).isEqualTo("0 → 5 NUMBER 20 → 50");
        assertThat(lowered(rule, "96.4", "1")).isEqualTo("9.64 → 8.63 NUMBER 96.4 → 86.3");
    }

    @Test
    void ofSituationsAndOfYesAndNoThereIsNothingBetween() {
        var choice = new ScoringRule.Choice(List.of(
                new ScoringRule.Option(n("0"), "không có", n("0")),
                new ScoringRule.Option(n("1"), "có kế hoạch", n("6")),
                new ScoringRule.Option(n("2"), "có kế hoạch và hội nghị", n("10"))));
        assertThat(raised(choice, "0", "6")).isEqualTo("0 → 10 LEVEL 0 → 2");
        assertThat(raised(choice, "0", "5")).isEqualTo("0 → 6 LEVEL 0 → 1");
        assertThat(raised(new ScoringRule.YesNo(n("8"), n("3")), "0", "1")).isEqualTo("3 → 8 YES_NO 0 → 1");
        assertThat(lowered(new FurtherRule.AgencyPenalty(n("2")), "0", "1")).isEqualTo("0 → -2 YES_NO 0 → 1");
    }

    @Test
    void daysAndCountsAreWhole() {
        var steps = List.of(new Step(n("0"), n("10")), new Step(n("2"), n("7.5")), new Step(null, n("0")));
        assertThat(raised(new ScoringRule.DaysLate(steps), "4", "7")).isEqualTo("0 → 7.5 NUMBER 4 → 2");
        assertThat(lowered(new ScoringRule.Count(steps), "0", "2.5")).isEqualTo("10 → 0 NUMBER 0 → 3");
    }

    @Test
    void whatACouncilGivesIsInTheDigitsOfTheSheet() {
        assertThat(raised(new ScoringRule.Given(), "8", "1")).isEqualTo("8 → 9.01 POINTS 8 → 9.01");
        assertThat(raised(new ScoringRule.Given(), "8", "2")).isNull();
    }

    @Test
    void whatNoRowHoldsMayComeIntoARowOrBeRuledWhicheverIsLess() {
        var rungs = List.of(new Rung(n("10"), true, n("20"), true, n("4")));
        var open = new ScoringRule.Ladder(Of.VALUE, rungs);
        assertThat(raised(open, "25", "3.5")).isEqualTo("null → 3.51 RULING null → 3.51");
        assertThat(raised(open, "25", "3.99")).isEqualTo("null → 4 NUMBER 25 → 20");
    }

    @Test
    void ofSeveralNumbersOneChangesAtATime() {
        var both = List.of(atLeast(Input.VALUE, "5"), atLeast("late", "3"));
        var rule = new FurtherRule.Conditions(
                List.of(
                        new FurtherRule.Case("đủ", both, n("9")),
                        new FurtherRule.Case("còn lại", List.of(atLeast(Input.VALUE, "0")), n("1"))),
                FurtherRule.Overlap.HIGHEST);
        var criteria = List.of(criterion("1", rule, "late"));
        assertThat(raised(criteria, Map.of("1", Fact.of(n("6")), "1:late", Fact.of(n("1"))), "2"))
                .isEqualTo("1 → 9 NUMBER late 1 → 3");
        assertThat(raised(criteria, Map.of("1", Fact.of(n("2")), "1:late", Fact.of(n("1"))), "2"))
                .isNull();
    }

    @Test
    void anIndicatorOfYesAndNoHasNoMoreThanOneUnderARuleThatCounts() {
        kinds.put(INDICATOR, ValueKind.YES_NO);
        var bonus = new ScoringRule.Bonus(Of.VALUE, n("0"), n("1"), n("2"), null, true);
        var criteria = List.of(new Criterion("1", "Thưởng", n("10"), INDICATOR, bonus));
        assertThat(raised(criteria, Map.of("1", Fact.of(n("0"))), "1")).isEqualTo("0 → 2 YES_NO 0 → 1");
        assertThat(raised(criteria, Map.of("1", Fact.of(n("0"))), "2")).isNull();
    }

    @Test
    void aNumberThatIsAskedForTwiceChangesInBothPlaces() {
        var proportion = new ScoringRule.Proportional(Of.VALUE, null, null, null, null);
        var penalty = new ScoringRule.Penalty(Of.VALUE, n("50"), n("1"), n("0.09"), null, false);
        var criteria = List.of(
                new Criterion("1", "Tỷ lệ", n("10"), INDICATOR, proportion),
                new Criterion("2", "Trừ", n("0"), INDICATOR, penalty));
        // Each further percent gives 0.1 and takes 0.09 away.
        assertThat(raised(criteria, Map.of("1", Fact.of(n("60")), "2", Fact.of(n("60"))), "0.1"))
                .isEqualTo("6 → 7.1 NUMBER 60 → 71");
    }

    @Test
    void whatCountsOtherwiseForTheUnitIsTurnedByItsOwnRuleAndUpToItsOwnMaximum() {
        var ladder = new ScoringRule.Ladder(
                Of.VALUE,
                List.of(new Rung(null, false, n("70"), false, n("12")), new Rung(n("70"), true, null, false, n("30"))));
        assertThat(raised(List.of(varied(LADDER, ladder)), Map.of("1", Fact.of(n("60"))), "15"))
                .isEqualTo("12 → 30 NUMBER 60 → 70");
        assertThat(raised(List.of(varied(new ScoringRule.Given(), null)), Map.of("1", Fact.of(n("8"))), "15"))
                .isEqualTo("8 → 23.01 POINTS 8 → 23.01");
    }

    /** Ten points by that rule, and thirty by the other one for the unit that is looked at. */
    private static Criterion varied(ScoringRule rule, @Nullable ScoringRule own) {
        var variant = new Variant(List.of(new UUID(0, 1)), "Xã", n("30"), own);
        return new Criterion(
                "1", "Tiêu chí", n("10"), null, rule, List.of(), List.of(), List.of(), List.of(variant), List.of());
    }

    /** What the lower one, behind by so much, would need in criterion 1. */
    private @Nullable String raised(ScoringRule rule, String value, String behind) {
        return raised(rule, Fact.of(n(value)), behind);
    }

    private @Nullable String raised(ScoringRule rule, Fact fact, String behind) {
        return raised(List.of(criterion("1", rule)), Map.of("1", fact), behind);
    }

    private @Nullable String raised(List<Criterion> criteria, Map<String, Fact> facts, String behind) {
        return told(sheet("10", criteria), facts, sheet(n("10").add(n(behind)).toString(), criteria), true);
    }

    /** What the upper one, ahead by so much, would have to lose in criterion 1. */
    private @Nullable String lowered(ScoringRule rule, String value, String ahead) {
        var criteria = List.of(criterion("1", rule));
        var sheet = sheet(n("10").add(n(ahead)).toString(), criteria);
        return told(sheet, Map.of("1", Fact.of(n(value))), sheet("10", criteria), false);
    }

    private @Nullable String told(Sheet sheet, Map<String, Fact> known, Sheet ofOther, boolean rises) {
        var facts = Facts.of(new UUID(0, 1), known);
        var unit = new Ranked(facts.unitId(), 1, facts, Scoring.score(sheet, facts));
        var other = new Ranked(new UUID(0, 2), 1, facts, Scoring.score(ofOther, facts));
        var ways = Swaps.ways(sheet, kinds, unit, other, rises);
        if (ways.isEmpty()) {
            return null;
        }
        var way = ways.getFirst();
        var change = way.change();
        return "%s → %s %s%s %s → %s"
                .formatted(
                        way.unscored() ? null : way.points().from(),
                        way.points().to(),
                        change.what(),
                        change.input() == null ? "" : " " + change.input().code(),
                        change.from(),
                        change.to());
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static When atLeast(String input, String from) {
        return new When(input, Range.from(n(from)));
    }

    private static Fact planned(String value, String target, Direction direction, @Nullable String lastYear) {
        var before = lastYear == null ? null : n(lastYear);
        return new Fact(n(value), null, false, Facts.Origin.REPORTED, direction, n(target), null, before, List.of());
    }

    private static Criterion criterion(String code, ScoringRule rule, String... inputs) {
        var further = Stream.of(inputs)
                .map(input -> new Input(input, "số " + input, null, true))
                .toList();
        return new Criterion(code, "Tiêu chí " + code, n("10"), null, rule, further, List.of());
    }

    /** With a criterion that gives the same whatever is known. */
    private static Sheet sheet(String fixed, List<Criterion> criteria) {
        var all = new ArrayList<>(criteria);
        all.add(new Criterion("-", "Cố định", n("100"), null, new ScoringRule.Fixed(n(fixed))));
        return new Sheet(
                n("200"),
                Sheet.BonusPlace.INSIDE,
                Sheet.NotApplicable.EXCLUDE,
                Sheet.Plan.REGISTERED_ELSE_ASSIGNED,
                true,
                new Sheet.Rounding(Sheet.RoundedAt.TOTAL, 2, RoundingMode.HALF_UP),
                List.of(new Sheet.Group("I", "Nhóm", n("200"), n("20"), all)),
                new Terms(Terms.Unmatched.RULING, List.of(), List.of(), List.of()));
    }
}
