package vn.thidua.indicator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.score.Sheets.criterion;
import static vn.thidua.indicator.score.Sheets.facts;
import static vn.thidua.indicator.score.Sheets.group;
import static vn.thidua.indicator.score.Sheets.ladder;
import static vn.thidua.indicator.score.Sheets.least;
import static vn.thidua.indicator.score.Sheets.n;
import static vn.thidua.indicator.score.Sheets.notApplicable;
import static vn.thidua.indicator.score.Sheets.only;
import static vn.thidua.indicator.score.Sheets.percent;
import static vn.thidua.indicator.score.Sheets.row;
import static vn.thidua.indicator.score.Sheets.ruling;
import static vn.thidua.indicator.score.Sheets.sheet;
import static vn.thidua.indicator.score.Sheets.steps;
import static vn.thidua.indicator.score.Sheets.when;

import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.catalogue.Measure.Direction;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.Facts.Origin;
import vn.thidua.indicator.score.Score.State;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.FurtherRule.Level;
import vn.thidua.indicator.scoresheet.FurtherRule.Overlap;
import vn.thidua.indicator.scoresheet.FurtherRule.Reading;
import vn.thidua.indicator.scoresheet.FurtherRule.Stacking;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.Range;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;
import vn.thidua.indicator.scoresheet.Terms;
import vn.thidua.indicator.scoresheet.Terms.KnockOut;
import vn.thidua.indicator.scoresheet.Terms.Measured;

/** Rules that look at more than one number, cases that no row holds, knock-outs and classes. */
class FurtherRulesTest {
    /** Bù Đăng 2015, with the gaps of the original. */
    private static final ScoringRule REPORTS = new FurtherRule.Conditions(
            List.of(
                    row("8", when("thang", 0), when("quy", 0)),
                    row("6", when("thang", 2), when("quy", 0)),
                    row("0", least("thang", 4), when("quy", 1))),
            null);

    private static final Sheet WITH_GAPS =
            sheet("8", ruling(), group("I", "8", "0", criterion("1", "8", REPORTS, "thang", "quy")));

    @Test
    void aCaseThatNoRowHoldsIsNeverAZeroInSilence() {
        var score = Scoring.score(WITH_GAPS, facts("1:thang", 1, "1:quy", 0));
        var criterion = score.criteria().getFirst();
        assertThat(criterion.state()).isEqualTo(State.NO_ROW);
        assertThat(criterion.trace().formula().vi())
                .isEqualTo("Không dòng nào của bảng ứng với số thang = 1, số quy = 0: chưa có điểm, chờ xử lý");
    }

    @Test
    void whatIsRuledOnSuchACaseStandsWithTheRulingInItsTrace() {
        var score = Scoring.score(WITH_GAPS, facts("1:thang", 1, "1:quy", 0, "1:ruling", 7));
        var criterion = score.criteria().getFirst();
        assertThat(criterion.state()).isEqualTo(State.SCORED);
        assertThat(score.total()).isEqualByComparingTo("7");
        assertThat(criterion.trace().formula().en()).endsWith("ruled: 7 points");
        assertThat(criterion.trace().inputs()).extracting(Score.Input::name).contains("ruling");
        assertThat(Scoring.score(WITH_GAPS, facts("1:thang", 0, "1:quy", 0, "1:ruling", 1))
                        .total())
                .as("a ruling does not move a case that has its row")
                .isEqualByComparingTo("8");
    }

    @Test
    void aSheetMayDeclareThatWhatHasNoRowEarnsNothing() {
        var terms = new Terms(Terms.Unmatched.ZERO, List.of(), List.of(), List.of());
        var sheet = sheet("8", terms, group("I", "8", "0", criterion("1", "8", REPORTS, "thang", "quy")));
        var criterion =
                Scoring.score(sheet, facts("1:thang", 1, "1:quy", 0)).criteria().getFirst();
        assertThat(criterion.state()).isEqualTo(State.NO_ROW);
        assertThat(criterion.trace().formula().vi()).endsWith("0 điểm theo quy ước của bảng điểm");
    }

    @Test
    void aNumberThatARowAsksForAndNobodyKnowsIsNoFact() {
        var criterion = Scoring.score(WITH_GAPS, facts("1:thang", 1)).criteria().getFirst();
        assertThat(criterion.state()).isEqualTo(State.NO_FACT);
        assertThat(criterion.trace().formula().vi()).contains("“số quy”");
    }

    @Test
    void amongRowsThatOverlapTheDeclaredOneCounts() {
        // Hớn Quản 2012: absent fewer than 2: 8, fewer than 3: 6, fewer than 4: 4.
        var rows = List.of(
                row("8", new vn.thidua.indicator.scoresheet.When("value", Range.below(n("2")))),
                row("6", new vn.thidua.indicator.scoresheet.When("value", Range.below(n("3")))),
                row("4", new vn.thidua.indicator.scoresheet.When("value", Range.below(n("4")))));
        var highest = only("10", new FurtherRule.Conditions(rows, Overlap.HIGHEST));
        var lowest = only("10", new FurtherRule.Conditions(rows, Overlap.LOWEST));
        assertThat(Scoring.score(highest, facts("1", 1)).total()).isEqualByComparingTo("8");
        assertThat(Scoring.score(lowest, facts("1", 1)).total()).isEqualByComparingTo("4");
        assertThat(Scoring.score(highest, facts("1", 3)).total()).isEqualByComparingTo("4");
    }

    @Test
    void aKnockOutInsideACriterionTakesAllOfIt() {
        // Hớn Quản 2012: a missing annual report, and the item earns nothing.
        var missing = new ScoringRule.Count(steps("0", "8", "1", "4", "2", "2", "", "0"));
        var criterion = new Sheet.Criterion(
                "1",
                "Thông tin báo cáo",
                n("8"),
                null,
                missing,
                List.of(new Input("nam", "thiếu báo cáo năm", null, true)),
                List.of(least("nam", 1)));
        var sheet = sheet("8", group("I", "8", "0", criterion));
        assertThat(Scoring.score(sheet, facts("1", 0, "1:nam", 0)).total()).isEqualByComparingTo("8");
        var knocked = Scoring.score(sheet, facts("1", 0, "1:nam", 1));
        assertThat(knocked.total()).isEqualByComparingTo("0");
        assertThat(knocked.criteria().getFirst().trace().formula().vi()).startsWith("Điểm liệt: thiếu báo cáo năm");
    }

    @Test
    void aBandTakesOffTheFullPointsAndABandThatWasNotReadableHasNoRow() {
        // 3962/QĐ-BTP: 110; backlog 1-10% -10, 11-20% -20; what 21% and more cost is cut off in the source.
        var bands = List.of(
                new Rung(null, false, n("1"), false, n("0")),
                new Rung(n("1"), true, n("11"), false, n("10")),
                new Rung(n("11"), true, n("21"), false, n("20")));
        var sheet = sheet(
                "110",
                ruling(),
                group("I", "110", "0", criterion("1", "110", new FurtherRule.Deduction(Of.VALUE, null, bands))));
        assertThat(Scoring.score(sheet, facts("1", "0")).total()).isEqualByComparingTo("110");
        assertThat(Scoring.score(sheet, facts("1", "10")).total()).isEqualByComparingTo("100");
        assertThat(Scoring.score(sheet, facts("1", "20.9")).total()).isEqualByComparingTo("90");
        assertThat(state(sheet, facts("1", "21"))).isEqualTo(State.NO_ROW);
    }

    @Test
    void aPenaltyOfTheOfficeIsTakenOffOnce() {
        var sheet = sheet(
                "100",
                group(
                        "I",
                        "100",
                        "0",
                        criterion("1", "100", percent()),
                        criterion("P", "0", new FurtherRule.AgencyPenalty(n("8")))));
        assertThat(Scoring.score(sheet, facts("1", 100, "P", 1)).total()).isEqualByComparingTo("92");
        assertThat(Scoring.score(sheet, facts("1", 100, "P", 0)).total()).isEqualByComparingTo("100");
    }

    @Test
    void awardsOfSeveralLevelsAddUpOrOnlyTheHighestCountsAsDeclared() {
        var levels = List.of(new Level("tp", n("10")), new Level("cp", n("15")));
        var facts = facts("1", 97, "B:tp", 1, "B:cp", 1);
        assertThat(Scoring.score(withAwards(levels, Stacking.SUM), facts).total())
                .isEqualByComparingTo("122");
        assertThat(Scoring.score(withAwards(levels, Stacking.HIGHEST), facts).total())
                .isEqualByComparingTo("112");
        assertThat(Scoring.score(withAwards(levels, Stacking.SUM), facts("1", 97, "B:tp", 1))
                        .total())
                .as("the example of the source: 97 + 10")
                .isEqualByComparingTo("107");
    }

    private static Sheet withAwards(List<Level> levels, Stacking stacking) {
        var rule = new FurtherRule.AwardBonus(levels, stacking);
        return sheet(
                "130",
                group("I", "100", "30", criterion("1", "100", percent()), criterion("B", "30", rule, "tp", "cp")));
    }

    @Test
    void aBonusByWorkloadIsForWhoReachedTheTarget() {
        var rungs = List.of(
                new Rung(null, false, n("1000"), false, n("1")), new Rung(n("1000"), true, null, false, n("3")));
        var rule = new FurtherRule.WorkloadBonus(Of.VALUE, n("100"), rungs);
        var sheet = sheet("5", group("I", "0", "5", criterion("1", "5", rule, "workload")));
        assertThat(Scoring.score(sheet, facts("1", 100, "1:workload", 1000)).total())
                .isEqualByComparingTo("3");
        assertThat(Scoring.score(sheet, facts("1", "99.9", "1:workload", 5000)).total())
                .isEqualByComparingTo("0");
        assertThat(state(sheet, facts("1", 100))).isEqualTo(State.NO_FACT);
    }

    @Test
    void overFulfilmentIsReadAsTheSheetDeclares() {
        var whole = new FurtherRule.OverFulfilment(Of.VALUE, n("10"), null, Reading.WHOLE_PERCENT);
        assertThat(Scoring.score(only("15", whole), facts("1", 120)).total()).isEqualByComparingTo("12");
        assertThat(Scoring.score(only("15", whole), facts("1", 80)).total()).isEqualByComparingTo("8");
        assertThat(Scoring.score(only("15", whole), facts("1", 200)).total()).isEqualByComparingTo("15");
        var capped = new FurtherRule.OverFulfilment(Of.VALUE, n("10"), n("110"), Reading.WHOLE_PERCENT);
        assertThat(Scoring.score(only("15", capped), facts("1", 120)).total()).isEqualByComparingTo("11");
        var excess = new FurtherRule.OverFulfilment(Of.VALUE, n("10"), null, Reading.EXCESS);
        var pool = sheet("5", group("I", "0", "5", criterion("1", "5", excess)));
        assertThat(Scoring.score(pool, facts("1", 120)).total()).isEqualByComparingTo("2");
        assertThat(Scoring.score(pool, facts("1", 90)).total()).isEqualByComparingTo("0");
    }

    @Test
    void aPercentOfWhatTheUnitPromisedDoesNotLookAtThePlanFromAbove() {
        var rule = new ScoringRule.Proportional(Of.PERCENT_OF_REGISTERED, null, null, null, null);
        var fact = new Fact(n("60"), null, false, Origin.REPORTED, Direction.RAISE, n("50"), n("120"), null, List.of());
        assertThat(Scoring.score(only("10", rule), facts("1", fact)).total()).isEqualByComparingTo("5");
        var unpromised =
                new Fact(n("60"), null, false, Origin.REPORTED, Direction.RAISE, n("50"), null, null, List.of());
        assertThat(state(only("10", rule), facts("1", unpromised))).isEqualTo(State.NO_FACT);
    }

    @Test
    void aRatioOfNothingCannotBeKnown() {
        var rule = ladder(Of.RATIO, "50)", "0", "", "1");
        var sheet = sheet("1", group("I", "1", "0", criterion("1", "1", rule, "base")));
        assertThat(Scoring.score(sheet, facts("1", 1, "1:base", 3)).total()).isEqualByComparingTo("0");
        assertThat(Scoring.score(sheet, facts("1", 2, "1:base", 3)).total()).isEqualByComparingTo("1");
        assertThat(state(sheet, facts("1", 2, "1:base", 0))).isEqualTo(State.NO_FACT);
        assertThat(state(sheet, facts("1", 2))).isEqualTo(State.NO_FACT);
    }

    @Test
    void aKnockOutAcrossCriteriaTakesThePointsOfOthersAndTheirOrderDoesNotMatter() {
        var weak = new KnockOut(
                "K1", "thu ngân sách dưới 50%", "1", Measured.PERCENT_OF_MAXIMUM, Range.below(n("50")), List.of("2"));
        var other = new KnockOut("K2", "không có điểm 2", "2", Measured.POINTS, Range.below(n("1")), List.of("1"));
        for (var order : List.of(List.of(weak, other), List.of(other, weak))) {
            var terms = new Terms(null, order, List.of(), List.of());
            var score = Scoring.score(knockable(terms), facts("1", 40, "2", 100));
            assertThat(score.total())
                    .as("only the first holds before any is applied")
                    .isEqualByComparingTo("4");
            assertThat(Objects.requireNonNull(score.verdict()).knockOuts()).containsExactly("K1");
            assertThat(score.criteria().get(1).trace().steps())
                    .extracting(step -> step.words().vi())
                    .contains("điểm liệt “thu ngân sách dưới 50%”");
        }
    }

    @Test
    void aThresholdOverAGroupMayPutAUnitBehindAllOthers() {
        var out =
                new KnockOut("K", "nhóm I dưới 70%", "I", Measured.PERCENT_OF_MAXIMUM, Range.below(n("70")), List.of());
        var terms = new Terms(null, List.of(out), List.of(), List.of());
        var under = Objects.requireNonNull(
                Scoring.score(knockable(terms), facts("1", 100, "2", 39)).verdict());
        assertThat(under.behind()).isTrue();
        assertThat(under.words().vi()).isEqualTo("“nhóm I dưới 70%”");
        var reached = Objects.requireNonNull(
                Scoring.score(knockable(terms), facts("1", 100, "2", 40)).verdict());
        assertThat(reached.behind()).isFalse();
    }

    private static Sheet knockable(Terms terms) {
        return sheet(
                "20", terms, group("I", "20", "0", criterion("1", "10", percent()), criterion("2", "10", percent())));
    }

    @Test
    void aTotalThatIsEnoughWithACriterionThatIsNotHasNoClassAndSaysSo() {
        var best = new Terms.Grade("A", "xuất sắc", Range.from(n("18")), n("85"), null, true);
        var next = new Terms.Grade("B", "tốt", new Range(n("16"), true, n("18"), false), n("80"), null, true);
        var terms = new Terms(null, List.of(), List.of(best, next), List.of());
        var verdict = Objects.requireNonNull(
                Scoring.score(knockable(terms), facts("1", 100, "2", 84)).verdict());
        assertThat(verdict.grade()).isNull();
        assertThat(verdict.words().vi())
                .isEqualTo("Đủ tổng điểm cho “xuất sắc” nhưng tiêu chí 2 chỉ đạt 84%, dưới 85%: chưa có loại");
    }

    @Test
    void whatDoesNotApplyMayBeLeftOutWithoutSpreadingIt() {
        var rounding = new Rounding(RoundedAt.CRITERION, 2, RoundingMode.HALF_UP);
        var group = group("I", "30", "0", criterion("1", "10", percent()), criterion("2", "20", percent()));
        var score = Scoring.score(
                sheet("30", NotApplicable.LEAVE_OUT, rounding, group), facts("1", notApplicable(), "2", 80));
        assertThat(score.total()).isEqualByComparingTo("16");
        assertThat(score.adjustments()).isEmpty();
        assertThat(score.criteria().getFirst().trace().formula().en())
                .isEqualTo("Not applicable: left out of the scale");
    }

    @Test
    void everyInputOfATraceNamesTheRowItWasReadFrom() {
        var fact = new Fact(
                n("1"),
                null,
                false,
                Origin.ASSESSED,
                Direction.RAISE,
                null,
                null,
                null,
                List.of(new Facts.Source("ASSESSMENT", "a-1")));
        var facts = Facts.of(Sheets.UNIT, Map.of("1:thang", fact, "1:quy", fact));
        assertThat(Scoring.score(WITH_GAPS, facts).criteria().getFirst().trace().inputs())
                .extracting(input -> input.name() + " " + (input.id() == null ? input.value() : input.id()))
                .containsExactly("số thang 1", "ASSESSMENT a-1", "số quy 1", "ASSESSMENT a-1");
    }

    private static State state(Sheet sheet, Facts facts) {
        return Scoring.score(sheet, facts).criteria().getFirst().state();
    }
}
