package vn.thidua.indicator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.score.Sheets.criterion;
import static vn.thidua.indicator.score.Sheets.facts;
import static vn.thidua.indicator.score.Sheets.group;
import static vn.thidua.indicator.score.Sheets.ladder;
import static vn.thidua.indicator.score.Sheets.n;
import static vn.thidua.indicator.score.Sheets.notApplicable;
import static vn.thidua.indicator.score.Sheets.only;
import static vn.thidua.indicator.score.Sheets.percent;
import static vn.thidua.indicator.score.Sheets.planned;
import static vn.thidua.indicator.score.Sheets.sheet;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.score.Score.Reason;
import vn.thidua.indicator.score.Score.State;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;

class ScoringTest {
    private static final Rounding TWO_DIGITS = new Rounding(RoundedAt.CRITERION, 2, RoundingMode.HALF_UP);

    @Test
    void anEighthOfAPercentUnderALadderIsNotRoundedUpOntoIt() {
        var sheet = only("3", ladder(Of.PERCENT_OF_PLAN, "100)", "2", "", "3"));
        assertThat(Scoring.score(sheet, facts("1", planned("99999999", "100000000", Direction.RAISE, null)))
                        .total())
                .isEqualByComparingTo("2");
        assertThat(Scoring.score(sheet, facts("1", planned("3", "3", Direction.RAISE, null)))
                        .total())
                .isEqualByComparingTo("3");
    }

    @Test
    void reachingMoreThanThePlannedReductionIsMoreThanAHundredPercent() {
        // 1000 poor households last year, 900 planned, 875 reached: 125 of 100, as TP Hà Giang and Quang Bình count it.
        var percent = Percent.of(planned("875", "900", Direction.REDUCE, "1000"), Plan.ASSIGNED);
        Objects.requireNonNull(percent);
        assertThat(percent.value().shown()).isEqualByComparingTo("125");
    }

    @Test
    void aReductionWithoutLastYearsNumberHasNoPercentAndNoPoints() {
        var score = Scoring.score(
                only("10", new ScoringRule.Proportional(Of.PERCENT_OF_PLAN, null, null, null, null)),
                facts("1", planned("875", "900", Direction.REDUCE, null)));
        assertThat(score.total()).isEqualByComparingTo("0");
        assertThat(score.criteria().getFirst().state()).isEqualTo(State.NO_FACT);
        assertThat(score.criteria().getFirst().trace().formula().vi()).contains("Không tính được % kế hoạch");
    }

    @Test
    void keepingLosesByDeviationInEitherDirection() {
        for (var value : List.of("90", "110")) {
            var percent = Percent.of(planned(value, "100", Direction.KEEP, null), Plan.ASSIGNED);
            Objects.requireNonNull(percent);
            assertThat(percent.value().shown()).isEqualByComparingTo("90");
        }
    }

    @Test
    void overFulfilmentCountsOnlyWhereTheRuleSaysSo() {
        var plain = new ScoringRule.Proportional(Of.VALUE, null, null, null, null);
        var over = new ScoringRule.Proportional(Of.VALUE, n("10"), null, null, new Slope(n("5"), n("0.5"), true));
        var capped = new ScoringRule.Proportional(Of.VALUE, n("10"), null, n("120"), null);
        assertThat(Scoring.score(only("10", plain), facts("1", 137)).total()).isEqualByComparingTo("10");
        assertThat(Scoring.score(only("15", over), facts("1", 112)).total()).isEqualByComparingTo("11");
        assertThat(Scoring.score(only("15", over), facts("1", 300)).total()).isEqualByComparingTo("15");
        assertThat(Scoring.score(only("12", capped), facts("1", 300)).total()).isEqualByComparingTo("12");
    }

    @Test
    void underAFloorNothingIsEarned() {
        var rule = new ScoringRule.Proportional(Of.VALUE, null, n("50"), null, null);
        assertThat(Scoring.score(only("10", rule), facts("1", "49.99")).total()).isEqualByComparingTo("0");
        assertThat(Scoring.score(only("10", rule), facts("1", "50")).total()).isEqualByComparingTo("5");
    }

    @Test
    void everyPercentUnderThePlanTakesPointsOffAndEveryPercentOverAdds() {
        var rule = new ScoringRule.PerPercent(
                Of.VALUE, n("20"), null, new Slope(n("1"), n("0.5"), false), new Slope(n("1"), n("0.2"), true));
        assertThat(Scoring.score(only("22", rule), facts("1", "98.5")).total()).isEqualByComparingTo("19.25");
        assertThat(Scoring.score(only("22", rule), facts("1", "103.9")).total()).isEqualByComparingTo("20.6");
        assertThat(Scoring.score(only("22", rule), facts("1", "10")).total()).isEqualByComparingTo("0");
    }

    @Test
    void aPenaltyTakesOffAndAGroupDoesNotFallBelowZeroUnlessTheSheetAllows() {
        var penalty = new ScoringRule.Penalty(Of.VALUE, n("0"), n("1"), n("8"), null, true);
        var group = group("III", "5", "0", criterion("1", "5", percent()), criterion("P", "0", penalty));
        var sheet = sheet("5", group);
        var score = Scoring.score(sheet, facts("1", 100, "P", 1));
        assertThat(score.total()).isEqualByComparingTo("0");
        assertThat(score.adjustments()).extracting(Score.Adjustment::reason).containsExactly(Reason.NOT_BELOW_ZERO);
        var below = new Sheet(
                n("5"), BonusPlace.INSIDE, NotApplicable.ZERO, Plan.ASSIGNED, true, sheet.rounding(), List.of(group));
        assertThat(Scoring.score(below, facts("1", 100, "P", 1)).total()).isEqualByComparingTo("-3");
    }

    @Test
    void bonusStaysWithinThePoolOfItsGroup() {
        var bonus = new ScoringRule.Bonus(Of.VALUE, n("0"), n("1"), n("10"), n("30"), true);
        var sheet = sheet("60", group("I", "50", "10", criterion("1", "50", percent()), criterion("B", "30", bonus)));
        var score = Scoring.score(sheet, facts("1", 100, "B", 3));
        assertThat(score.total()).isEqualByComparingTo("60");
        assertThat(score.adjustments()).extracting(Score.Adjustment::reason).containsExactly(Reason.BONUS_POOL);
    }

    @Test
    void bonusAboveTheSheetLiftsATotalBeyondItsMaximum() {
        // TP.HCM: 97 and a flag of the ministry, +10, are 107.
        var bonus = new ScoringRule.Bonus(Of.VALUE, n("0"), n("1"), n("10"), n("10"), true);
        var sheet = new Sheet(
                n("100"),
                BonusPlace.ABOVE,
                NotApplicable.ZERO,
                Plan.ASSIGNED,
                false,
                TWO_DIGITS,
                List.of(group("I", "100", "10", criterion("1", "100", percent()), criterion("B", "10", bonus))));
        assertThat(Scoring.score(sheet, facts("1", 97, "B", 1)).total()).isEqualByComparingTo("107");
    }

    @Test
    void whatDoesNotApplyIsSpreadOrGivenOrLostAsTheSheetSays() {
        var group = group("I", "30", "0", criterion("1", "10", percent()), criterion("2", "20", percent()));
        var facts = facts("1", notApplicable(), "2", 80);
        assertThat(Scoring.score(sheet("30", NotApplicable.EXCLUDE, TWO_DIGITS, group), facts)
                        .total())
                .isEqualByComparingTo("24");
        assertThat(Scoring.score(sheet("30", NotApplicable.FULL, TWO_DIGITS, group), facts)
                        .total())
                .isEqualByComparingTo("26");
        assertThat(Scoring.score(sheet("30", NotApplicable.ZERO, TWO_DIGITS, group), facts)
                        .total())
                .isEqualByComparingTo("16");
    }

    @Test
    void aGroupOfWhichNothingAppliesGivesItsPointsToTheOthers() {
        var sheet = sheet(
                "40",
                NotApplicable.EXCLUDE,
                TWO_DIGITS,
                group("I", "30", "0", criterion("1", "30", percent())),
                group("II", "10", "0", criterion("2", "10", percent())));
        var score = Scoring.score(sheet, facts("1", 90, "2", notApplicable()));
        assertThat(score.total()).isEqualByComparingTo("36");
        assertThat(score.adjustments()).extracting(Score.Adjustment::reason).containsExactly(Reason.RESCALED);
    }

    @Test
    void pointsAreRoundedOnlyWhereTheSheetSays() {
        var third = planned("1", "3", Direction.RAISE, null);
        var rule = new ScoringRule.Proportional(Of.PERCENT_OF_PLAN, null, null, null, null);
        var group = group("I", "2", "0", criterion("1", "1", rule), criterion("2", "1", rule));
        var facts = facts("1", third, "2", third);
        // 0,33 + 0,33 where each criterion is rounded; 0,666... to 0,67 where only the group or the total is.
        var expected = Map.of(RoundedAt.CRITERION, "0.66", RoundedAt.GROUP, "0.67", RoundedAt.TOTAL, "0.67");
        expected.forEach((at, total) -> {
            var rounding = new Rounding(at, 2, RoundingMode.HALF_UP);
            assertThat(Scoring.score(sheet("2", NotApplicable.ZERO, rounding, group), facts)
                            .total())
                    .as(at.name())
                    .isEqualByComparingTo(total);
        });
    }

    @Test
    void theTraceTellsEveryNumberInBothLanguages() {
        var sheet = sheet(
                "10",
                NotApplicable.ZERO,
                new Rounding(RoundedAt.CRITERION, 1, RoundingMode.HALF_UP),
                group(
                        "I",
                        "10",
                        "0",
                        criterion(
                                "1", "10", new ScoringRule.Proportional(Of.PERCENT_OF_PLAN, null, null, null, null))));
        var trace = Scoring.score(sheet, facts("1", planned("2.5", "3", Direction.RAISE, null)))
                .criteria()
                .getFirst()
                .trace();
        assertThat(trace.inputs()).extracting(Score.Input::name).containsExactly("value", "assigned", "origin");
        assertThat(trace.formula().vi()).isEqualTo("Điểm = 10 × 83,333333 ÷ 100");
        assertThat(trace.formula().en()).isEqualTo("Points = 10 × 83.333333 ÷ 100");
        assertThat(trace.steps())
                .extracting(step -> step.words().vi() + " = " + step.value())
                .containsExactly(
                        "% kế hoạch = thực hiện 2,5 ÷ kế hoạch 3 × 100 = 83.333333",
                        "làm tròn đến 1 chữ số thập phân, từ 5 làm tròn lên = 8.3");
    }
}
