package vn.thidua.indicator.scoresheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Option;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.ScoringRule.Step;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;

class SheetCheckTest {
    private static final String RULE = "/groups/0/criteria/0/rule";

    @Test
    void aSheetThatLeavesNothingOpenMayBeFrozen() {
        assertThat(findings("10", new ScoringRule.Fixed(n("10")))).isEmpty();
        // Đồng Tháp 2022: over 95 / 75 to 95 / 50 to under 75 / under 50.
        assertThat(findings(
                        "10",
                        new ScoringRule.Ladder(
                                Of.VALUE,
                                List.of(
                                        rung("95", false, null, false, "1.5"),
                                        rung("75", true, "95", true, "1"),
                                        rung("50", true, "75", false, "0.5"),
                                        rung(null, false, "50", false, "0")))))
                .isEmpty();
    }

    @Test
    void aLadderWithAGapIsRefusedWhereTheGapIs() {
        assertThat(ladder(rung(null, false, "50", false, "0"), rung("50", false, null, false, "1")))
                .as("50 itself lies in neither")
                .containsExactly(RULE + "/rungs/1/from ladder-gap [50, 50]");
        assertThat(ladder(rung(null, false, "50", false, "0"), rung("60", true, null, false, "1")))
                .containsExactly(RULE + "/rungs/1/from ladder-gap [50, 60]");
    }

    @Test
    void betweenOneAndTwoDocumentsLiesNothingToLeaveOut() {
        var steps = new Rung[] {
            rung(null, false, "0", true, "0"), rung("1", true, "2", true, "1"), rung("3", true, null, false, "2")
        };
        assertThat(counted(ValueKind.COUNT, steps)).isEmpty();
        assertThat(counted(ValueKind.QUANTITY, steps))
                .containsExactly(RULE + "/rungs/1/from ladder-gap [0, 1]", RULE + "/rungs/2/from ladder-gap [2, 3]");
        assertThat(counted(ValueKind.COUNT, rung(null, false, "1", true, "0"), rung("3", true, null, false, "1")))
                .as("two lies in neither")
                .containsExactly(RULE + "/rungs/1/from ladder-gap [1, 3]");
        assertThat(counted(ValueKind.COUNT, rung(null, false, "2", false, "0"), rung("2", false, null, false, "1")))
                .containsExactly(RULE + "/rungs/1/from ladder-gap [2, 2]");
        assertThat(counted(ValueKind.COUNT, rung(null, false, "1.5", false, "0"), rung("1.7", true, null, false, "1")))
                .isEmpty();
        assertThat(counted(ValueKind.COUNT, rung(null, false, "2", true, "0"), rung("2", true, null, false, "1")))
                .as("2 lies in both")
                .containsExactly(RULE + "/rungs/1/from ladder-overlap [2]");
    }

    @Test
    void aLadderWithRungsThatOverlapIsRefused() {
        assertThat(ladder(rung(null, false, "50", true, "0"), rung("50", true, null, false, "1")))
                .as("50 lies in both")
                .containsExactly(RULE + "/rungs/1/from ladder-overlap [50]");
        assertThat(ladder(rung(null, false, "70", false, "0"), rung("60", true, null, false, "1")))
                .containsExactly(RULE + "/rungs/1/from ladder-overlap [60]");
        assertThat(ladder(rung(null, false, null, false, "0"), rung("60", true, null, false, "1")))
                .containsExactly(RULE + "/rungs/1/from ladder-overlap [60]");
    }

    @Test
    void aLadderMustReachAsFarAsNumbersDo() {
        assertThat(ladder(rung("0", true, "50", false, "0"), rung("50", true, "100", true, "1")))
                .containsExactly(RULE + "/rungs/0/from ladder-end-open []", RULE + "/rungs/1/to ladder-end-open []");
    }

    @Test
    void aRungThatHoldsNothingIsRefused() {
        assertThat(ladder(
                        rung(null, false, "50", false, "0"),
                        rung("50", true, "50", false, "1"),
                        rung("50", true, null, false, "2")))
                .contains(RULE + "/rungs/1 rung-empty []");
    }

    @Test
    void stepsAscendAndTheLastIsOpen() {
        assertThat(findings(
                        "2",
                        new ScoringRule.DaysLate(
                                List.of(new Step(n("5"), n("2")), new Step(n("5"), n("1")), new Step(n("9"), n("0"))))))
                .containsExactly(RULE + "/steps/1/upTo not-ascending []", RULE + "/steps/2/upTo steps-end-closed []");
    }

    @Test
    void pointsLieBetweenNothingAndTheMaximum() {
        assertThat(findings("2", new ScoringRule.YesNo(n("2.5"), n("-1"))))
                .containsExactly(RULE + "/points above-maximum [2]", RULE + "/otherwise range []");
        assertThat(findings("2", new ScoringRule.Proportional(Of.VALUE, n("2"), null, n("120"), null)))
                .containsExactly(RULE + "/cap above-maximum [2]");
    }

    @Test
    void aChoiceHasSituationsThatDiffer() {
        assertThat(findings(
                        "5",
                        new ScoringRule.Choice(
                                List.of(new Option(n("1"), "có", n("5")), new Option(n("1.0"), "không", n("0"))))))
                .containsExactly(RULE + "/options/1/value taken []");
    }

    @Test
    void maximaAddUp() {
        var group = new Group("I", "Nhóm", n("12"), n("0"), List.of(criterion("1", "10", new ScoringRule.Given())));
        assertThat(texts(sheet("20", group)))
                .containsExactly("/maximum sum-differs [12]", "/groups/0/maximum maximum-unreachable [10]");
    }

    @Test
    void aPoolAndBonusNeedEachOther() {
        var bonus = new ScoringRule.Bonus(Of.VALUE, n("0"), n("1"), n("1"), null, true);
        var without = new Group(
                "I",
                "Nhóm",
                n("10"),
                n("0"),
                List.of(criterion("1", "10", new ScoringRule.Given()), criterion("2", "5", bonus)));
        var unused = new Group("II", "Nhóm", n("10"), n("5"), List.of(criterion("3", "10", new ScoringRule.Given())));
        assertThat(texts(sheet("25", without, unused)))
                .containsExactly("/groups/0/bonusMaximum pool-missing []", "/groups/1/bonusMaximum pool-unused []");
    }

    @Test
    void codesAreGivenOnceInAllTheSheet() {
        var one = new Group("I", "Nhóm", n("10"), n("0"), List.of(criterion("1", "10", new ScoringRule.Given())));
        assertThat(texts(sheet("20", one, one)))
                .containsExactly("/groups/1/code taken []", "/groups/1/criteria/0/code taken []");
    }

    @Test
    void aPercentOfPlanNeedsAnIndicatorWithAPlan() {
        var rule = new ScoringRule.Proportional(Of.PERCENT_OF_PLAN, null, null, null, null);
        var group =
                new Group("I", "Nhóm", n("10"), n("0"), List.of(new Criterion("1", "Tiêu chí", n("10"), null, rule)));
        assertThat(texts(sheet("10", group))).containsExactly("/groups/0/criteria/0/indicatorId indicator-needed []");
    }

    @Test
    void aFrozenSheetIsReadBackAsItWas() {
        var sheet = sheet(
                "10",
                new Group(
                        "I",
                        "Nhóm",
                        n("10"),
                        n("0"),
                        List.of(criterion(
                                "1",
                                "10",
                                new ScoringRule.PerPercent(
                                        Of.VALUE,
                                        n("8"),
                                        null,
                                        new ScoringRule.Slope(n("1"), n("0.5"), true),
                                        new ScoringRule.Slope(n("2"), n("0.1"), false))))));
        assertThat(SheetReader.read(SheetWriter.write(sheet))).isEqualTo(sheet);
    }

    private static List<String> ladder(Rung... rungs) {
        return findings("10", new ScoringRule.Ladder(Of.VALUE, List.of(rungs)));
    }

    /** What is found where the ladder looks up numbers of that kind. */
    private static List<String> counted(ValueKind kind, Rung... rungs) {
        var criterion = criterion("1", "10", new ScoringRule.Ladder(Of.VALUE, List.of(rungs)));
        var sheet = sheet("10", new Group("I", "Nhóm", n("10"), n("0"), List.of(criterion)));
        return texts(SheetCheck.of(sheet, Map.of(Objects.requireNonNull(criterion.indicatorId()), kind)));
    }

    private static List<String> findings(String maximum, ScoringRule rule) {
        return texts(
                sheet(maximum, new Group("I", "Nhóm", n(maximum), n("0"), List.of(criterion("1", maximum, rule)))));
    }

    private static List<String> texts(Sheet sheet) {
        return texts(SheetCheck.of(sheet, Map.of()));
    }

    private static List<String> texts(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.pointer() + " " + finding.code() + " " + finding.arguments())
                .toList();
    }

    private static Criterion criterion(String code, String maximum, ScoringRule rule) {
        return new Criterion(code, "Tiêu chí", n(maximum), UUID.randomUUID(), rule);
    }

    private static Sheet sheet(String maximum, Group... groups) {
        return new Sheet(
                n(maximum),
                BonusPlace.INSIDE,
                NotApplicable.EXCLUDE,
                Plan.ASSIGNED,
                false,
                new Rounding(RoundedAt.CRITERION, 2, RoundingMode.HALF_UP),
                List.of(groups));
    }

    private static Rung rung(
            @Nullable String from, boolean fromInclusive, @Nullable String to, boolean toInclusive, String points) {
        return new Rung(
                from == null ? null : n(from), fromInclusive, to == null ? null : n(to), toInclusive, n(points));
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
