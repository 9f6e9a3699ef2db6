package vn.thidua.indicator.scoresheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.thidua.indicator.catalogue.Measure.ValueKind;
import vn.thidua.indicator.scoresheet.FurtherRule.Case;
import vn.thidua.indicator.scoresheet.FurtherRule.Conditions;
import vn.thidua.indicator.scoresheet.FurtherRule.Level;
import vn.thidua.indicator.scoresheet.FurtherRule.Overlap;
import vn.thidua.indicator.scoresheet.FurtherRule.Reading;
import vn.thidua.indicator.scoresheet.FurtherRule.Stacking;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.ScoringRule.Slope;
import vn.thidua.indicator.scoresheet.ScoringRule.Step;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;
import vn.thidua.indicator.scoresheet.Terms.Grade;
import vn.thidua.indicator.scoresheet.Terms.KnockOut;
import vn.thidua.indicator.scoresheet.Terms.Measured;
import vn.thidua.indicator.scoresheet.Terms.Prize;
import vn.thidua.indicator.scoresheet.Terms.TieBreak;
import vn.thidua.indicator.scoresheet.Terms.Unmatched;

class FurtherCheckTest {
    private static final UUID INDICATOR = UUID.fromString("01890000-0000-7000-8000-000000000051");
    private static final String HERE = "/groups/0/criteria/0";

    /** Bù Đăng 2015: rows as printed. */
    private static final Conditions REPORTS = new Conditions(
            List.of(
                    row("8", is("thang", 0), is("quy", 0)),
                    row("6", is("thang", 2), is("quy", 0)),
                    row("4", is("thang", 3), is("quy", 0)),
                    row("4", is("thang", 0), is("quy", 1)),
                    row("0", from("thang", 4), is("quy", 1))),
            null);

    @Test
    void theGapsOfRowsAreReportedOneByOne() {
        var found = findings(null, criterion("8", REPORTS, "thang", "quy"));
        assertThat(found)
                .contains(
                        HERE + "/rule/cases case-gap [thang = 1, quy = 0]",
                        HERE + "/rule/cases case-gap [thang = 1, quy = 1]",
                        HERE + "/rule/cases case-gap [thang = 2, quy = 1]")
                .doesNotContain(HERE + "/rule/cases case-gap [thang = 0, quy = 1]")
                .hasSize(10);
    }

    @Test
    void aSheetThatDeclaresWhatBecomesOfGapsMayBeFrozenWithThem() {
        assertThat(findings(Unmatched.RULING, criterion("8", REPORTS, "thang", "quy")))
                .isEmpty();
        var ladder = new ScoringRule.Ladder(Of.VALUE, List.of(new Rung(n("90"), true, null, false, n("8"))));
        assertThat(findings(Unmatched.ZERO, criterion("8", ladder))).isEmpty();
        assertThat(findings(null, criterion("8", ladder)))
                .containsExactly(HERE + "/rule/rungs/0/from ladder-end-open []");
    }

    @Test
    void rowsThatOverlapAreReportedUnlessOneOfThemIsDeclaredToCount() {
        var rows = List.of(row("8", from("thang", 0)), row("4", from("thang", 3)));
        assertThat(findings(null, criterion("8", new Conditions(rows, null), "thang")))
                .containsExactly(
                        HERE + "/rule/cases case-overlap [thang = 3]", HERE + "/rule/cases case-overlap [thang = 4]");
        assertThat(findings(null, criterion("8", new Conditions(rows, Overlap.LOWEST), "thang")))
                .isEmpty();
    }

    @Test
    void rowsLookUpTheReportedNumberAsItsIndicatorCounts() {
        var rows = new Conditions(
                List.of(
                        row("8", new When(Input.VALUE, new Range(null, false, n("2"), true))),
                        row("4", from(Input.VALUE, 3))),
                null);
        assertThat(read(rows, ValueKind.COUNT)).isEmpty();
        assertThat(read(rows, ValueKind.QUANTITY)).containsExactly(HERE + "/rule/cases case-gap [value = 2.5]");
    }

    @Test
    void betweenTwoNumbersThatAreNotCountedThereIsAnother() {
        var rows = new Conditions(List.of(row("8", is("ty", 0)), row("4", from("ty", 1))), null);
        var part = new Input("ty", "tỷ lệ", null, false);
        var criterion = new Criterion("1", "Tiêu chí", n("8"), null, rows, List.of(part), List.of());
        assertThat(findings(null, criterion)).containsExactly(HERE + "/rule/cases case-gap [ty = 0.5]");
        assertThat(findings(null, criterion("8", rows, "ty"))).isEmpty();
    }

    @Test
    void aTableWithMoreCombinationsThanCanBeLookedThroughIsRefused() {
        var inputs = new String[] {"a", "b", "c", "d", "e", "f", "g", "h"};
        var all = Arrays.stream(inputs).map(input -> from(input, 5)).toArray(When[]::new);
        assertThat(findings(null, criterion("8", new Conditions(List.of(row("8", all)), null), inputs)))
                .containsExactly(HERE + "/rule/cases too-many-cases []");
    }

    @Test
    void whatARuleLooksAtHasToBeThere() {
        assertThat(findings(null, criterion("8", new Conditions(List.of(row("8", is("thang", 0))), null))))
                .containsExactly(HERE + "/rule/cases/0/when/0/input input-unknown [thang]");
        assertThat(findings(null, criterion("8", full(Of.RATIO))))
                .containsExactly(HERE + "/inputs input-needed [base]");
        assertThat(findings(null, criterion("8", full(Of.RATIO), "base"))).isEmpty();
        assertThat(findings(null, criterion("8", new ScoringRule.Given(), "ruling", "a", "a")))
                .containsExactly(HERE + "/inputs/0/code reserved []", HERE + "/inputs/2/code taken []");
        var knocked = new Criterion(
                "1", "Tiêu chí", n("8"), null, new ScoringRule.Given(), List.of(), List.of(from("nam", 1)));
        assertThat(findings(null, knocked)).containsExactly(HERE + "/knockOuts/0/input input-unknown [nam]");
    }

    @ParameterizedTest
    @EnumSource(names = {"YES_NO", "DAYS_LATE"})
    void aRuleOfPercentOfPlanDoesNotReadWhatHasNoPlan(ValueKind kind) {
        for (var rule : List.of(
                full(Of.PERCENT_OF_PLAN),
                full(Of.PERCENT_OF_REGISTERED),
                new ScoringRule.Proportional(Of.PERCENT_OF_PLAN, null, null, null, null),
                new ScoringRule.PerPercent(Of.PERCENT_OF_PLAN, null, null, new Slope(n("1"), n("1"), true), null))) {
            assertThat(read(rule, kind)).containsExactly(HERE + "/indicatorId indicator-kind [" + kind + "]");
        }
    }

    @Test
    void aRuleReadsTheKindOfNumberThatItIsMadeFor() {
        var steps = List.of(new Step(null, n("0")));
        assertThat(read(new ScoringRule.YesNo(n("8"), n("0")), ValueKind.QUANTITY))
                .isNotEmpty();
        assertThat(read(new ScoringRule.YesNo(n("8"), n("0")), ValueKind.YES_NO))
                .isEmpty();
        assertThat(read(new ScoringRule.DaysLate(steps), ValueKind.COUNT)).isNotEmpty();
        assertThat(read(new ScoringRule.DaysLate(steps), ValueKind.DAYS_LATE)).isEmpty();
        assertThat(read(new ScoringRule.Count(steps), ValueKind.PERCENT)).isNotEmpty();
        assertThat(read(new ScoringRule.Count(steps), ValueKind.COUNT)).isEmpty();
        assertThat(read(full(Of.VALUE), ValueKind.YES_NO)).isNotEmpty();
        assertThat(read(full(Of.VALUE), ValueKind.DAYS_LATE)).isEmpty();
        var percent = new ScoringRule.Proportional(Of.VALUE, null, null, null, null);
        assertThat(read(percent, ValueKind.QUANTITY))
                .as("a value of which points are a percent")
                .isNotEmpty();
        assertThat(read(percent, ValueKind.PERCENT)).isEmpty();
        assertThat(read(new ScoringRule.Given(), ValueKind.QUANTITY))
                .as("a council's points are not reported")
                .isNotEmpty();
    }

    @Test
    void whatTermsReferToHasToBeThere() {
        var range = new Range(n("5"), true, n("4"), true);
        var terms = new Terms(
                null,
                List.of(
                        new KnockOut("K", "k", "none", Measured.POINTS, Range.below(n("1")), List.of("9")),
                        new KnockOut("K", "k", "I", Measured.VALUE, range, List.of("1"))),
                List.of(new Grade("A", "a", range, null, null, false)),
                List.of(new Prize("1", "Nhất", 1), new Prize("1", "Nhì", 1)),
                List.of(new TieBreak("I"), new TieBreak("9"), new TieBreak("I")));
        assertThat(texts(
                        sheet(
                                terms,
                                new Group(
                                        "I", "Nhóm", n("8"), n("0"), List.of(criterion("8", new ScoringRule.Given())))),
                        Map.of()))
                .containsExactly(
                        "/knockOuts/1/code taken []",
                        "/knockOuts/0/of not-found []",
                        "/knockOuts/0/zeroes/0 not-found []",
                        "/knockOuts/1/of not-found []",
                        "/knockOuts/1/range rung-empty []",
                        "/grades/0/total rung-empty []",
                        "/prizes/1/code taken []",
                        "/ties/1/of not-found []",
                        "/ties/2/of taken []");
    }

    @Test
    void aSheetWithEveryKindOfRuleIsReadBackAsItWas() {
        var rungs = List.of(new Rung(null, false, n("5"), true, n("1")), new Rung(n("5"), false, null, false, n("2")));
        var criteria = List.of(
                criterion("8", REPORTS, "thang", "quy"),
                new Criterion(
                        "2",
                        "Tiêu chí",
                        n("8"),
                        INDICATOR,
                        new FurtherRule.Deduction(Of.RATIO, n("7"), rungs),
                        List.of(new Input("base", "mẫu số", INDICATOR, false)),
                        List.of(from("value", 90))),
                criterion("0", new FurtherRule.AgencyPenalty(n("8"))),
                criterion(
                        "8",
                        new FurtherRule.AwardBonus(
                                List.of(new Level("tp", n("5")), new Level("cp", n("8"))), Stacking.HIGHEST),
                        "tp",
                        "cp"),
                criterion("8", new FurtherRule.WorkloadBonus(Of.VALUE, n("100"), rungs), "workload"),
                criterion("8", new FurtherRule.OverFulfilment(Of.VALUE, n("5"), n("120"), Reading.WHOLE_PERCENT)),
                criterion("8", new FurtherRule.OverFulfilment(Of.VALUE, n("5"), null, Reading.EXCESS)),
                criterion("8", new FurtherRule.GivenBonus()));
        var terms = new Terms(
                Unmatched.RULING,
                List.of(new KnockOut("K", "k", "1", Measured.VALUE, Range.from(n("3")), List.of("2"))),
                List.of(new Grade("A", "a", Range.from(n("7")), n("85"), n("50.5"), true)),
                List.of(new Prize("1", "Nhất", 1)),
                List.of(new TieBreak("I"), new TieBreak("2")));
        var sheet = sheet(terms, new Group("I", "Nhóm", n("8"), n("8"), criteria));
        assertThat(SheetReader.read(SheetWriter.write(sheet))).isEqualTo(sheet);
        assertThat(SheetText.read(SheetText.write(sheet))).isEqualTo(sheet);
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfRuleNamesWhereItWasReadOrSaysThatItWasNot(RuleType type) {
        assertThat(type.source()).isNotBlank();
        if (!type.isVerified()) {
            assertThat(type.source()).containsAnyOf("chưa thấy", "không đọc được", "hai cách hiểu");
        }
    }

    private static ScoringRule full(Of of) {
        return new ScoringRule.Ladder(of, List.of(new Rung(null, false, null, false, n("8"))));
    }

    private static List<String> read(ScoringRule rule, ValueKind kind) {
        var criterion = new Criterion("1", "Tiêu chí", n("8"), INDICATOR, rule);
        var group = new Group("I", "Nhóm", n("8"), n("0"), List.of(criterion));
        return texts(sheet(Terms.NONE, group), Map.of(INDICATOR, kind));
    }

    private static List<String> findings(@Nullable Unmatched unmatched, Criterion criterion) {
        var group = new Group("I", "Nhóm", n("8"), n("0"), List.of(criterion));
        return texts(sheet(new Terms(unmatched, List.of(), List.of(), List.of()), group), Map.of());
    }

    private static List<String> texts(Sheet sheet, Map<UUID, ValueKind> kinds) {
        return SheetCheck.of(sheet, kinds).stream()
                .map(finding -> finding.pointer() + " " + finding.code() + " " + finding.arguments())
                .toList();
    }

    private static Sheet sheet(Terms terms, Group group) {
        return new Sheet(
                n("8"),
                BonusPlace.ABOVE,
                NotApplicable.LEAVE_OUT,
                Plan.ASSIGNED,
                false,
                new Rounding(RoundedAt.CRITERION, 2, RoundingMode.HALF_UP),
                List.of(group),
                terms);
    }

    private static Criterion criterion(String maximum, ScoringRule rule, String... inputs) {
        var further = Arrays.stream(inputs)
                .map(input -> new Input(input, "số " + input, null, true))
                .toList();
        return new Criterion("1", "Tiêu chí", n(maximum), null, rule, further, List.of());
    }

    private static Case row(String points, When... when) {
        return new Case("dòng", List.of(when), n(points));
    }

    private static When is(String input, int only) {
        return new When(input, Range.of(BigDecimal.valueOf(only)));
    }

    private static When from(String input, int least) {
        return new When(input, Range.from(BigDecimal.valueOf(least)));
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
