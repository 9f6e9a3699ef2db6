package vn.thidua.indicator.scoresheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.period.Period;
import vn.thidua.indicator.scoresheet.ScoringRule.Fixed;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.ScoringRule.Rung;
import vn.thidua.indicator.scoresheet.Sheet.BonusPlace;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;
import vn.thidua.indicator.scoresheet.Sheet.Group;
import vn.thidua.indicator.scoresheet.Sheet.NotApplicable;
import vn.thidua.indicator.scoresheet.Sheet.Plan;
import vn.thidua.indicator.scoresheet.Sheet.RoundedAt;
import vn.thidua.indicator.scoresheet.Sheet.Rounding;

/** What is looked at before a sheet that counts otherwise for some units is frozen. */
class VariantCheckTest {
    private static final UUID COMMUNE = new UUID(0, 1);
    private static final UUID DEPARTMENT = new UUID(0, 2);
    private static final ScoringRule GIVEN = new ScoringRule.Given();

    @Test
    void maximaAddUpForEveryKindOfUnit() {
        assertThat(findings(
                        criterion("1", "10", GIVEN, variant("Xã", "30", null, COMMUNE)),
                        criterion("2", "30", GIVEN, variant("Xã", "10", null, COMMUNE))))
                .isEmpty();
        assertThat(findings(
                        criterion(
                                "1",
                                "10",
                                GIVEN,
                                variant("Xã", "30", null, COMMUNE),
                                variant("Sở", "5", null, DEPARTMENT)),
                        criterion("2", "30", GIVEN)))
                .as("60 for communes, 35 for departments, and 40 for everybody else as the group says")
                .containsExactly(
                        "/groups/0/maximum variant-sum-differs [60, Xã]",
                        "/groups/0/maximum variant-sum-differs [35, Sở]");
    }

    @Test
    void aGroupThatCapsItsCriteriaCapsThemForEverybody() {
        assertThat(findings(
                        criterion("1", "20", GIVEN, variant("Xã", "30", null, COMMUNE)), criterion("2", "30", GIVEN)))
                .isEmpty();
        assertThat(findings(
                        criterion("1", "20", GIVEN, variant("Xã", "5", null, COMMUNE)), criterion("2", "30", GIVEN)))
                .containsExactly("/groups/0/maximum variant-sum-differs [35, Xã]");
    }

    @Test
    void aGapInOneVariantIsToldOfThatVariant() {
        var whole = ladder(rung(null, "50", "0"), rung("50", null, "10"));
        var gap = ladder(rung(null, "50", "0"), rung("60", null, "10"));
        assertThat(findings(
                        criterion(
                                "1",
                                "10",
                                whole,
                                variant("Xã", "10", null, COMMUNE),
                                variant("Sở", "10", gap, DEPARTMENT)),
                        criterion("2", "30", GIVEN)))
                .containsExactly("/groups/0/criteria/0/variants/1/rule/rungs/1/from ladder-gap [50, 60]");
    }

    @Test
    void aRuleThatGivesMoreThanTheVariantHasIsToldOnce() {
        var whole = ladder(rung(null, "50", "7"), rung("50", null, "10"));
        assertThat(findings(
                        criterion("1", "10", whole, variant("Xã", "5", null, COMMUNE)),
                        criterion("2", "30", GIVEN, variant("Xã", "35", null, COMMUNE))))
                .containsExactly("/groups/0/criteria/0/variants/0/maximum above-maximum [5]");
        assertThat(findings(
                        criterion("1", "10", new Fixed(n("10")), variant("Xã", "5", new Fixed(n("6")), COMMUNE)),
                        criterion("2", "30", GIVEN, variant("Xã", "35", null, COMMUNE))))
                .containsExactly("/groups/0/criteria/0/variants/0/rule/points above-maximum [5]");
    }

    @Test
    void noUnitHasTwoVariantsOfACriterionNorOneOfWhatDoesNotApplyToIt() {
        assertThat(findings(
                        criterion(
                                "1",
                                "10",
                                GIVEN,
                                variant("Xã", "10", null, COMMUNE),
                                variant("Sở", "10", null, DEPARTMENT, COMMUNE),
                                variant("Chưa ai", "10", null)),
                        criterion("2", "30", GIVEN)))
                .containsExactly(
                        "/groups/0/criteria/0/variants/1/forUnits variant-overlap []",
                        "/groups/0/criteria/0/variants/2/forUnits required []");
        var notFor = new Criterion(
                "1",
                "Tiêu chí",
                n("10"),
                null,
                GIVEN,
                List.of(),
                List.of(),
                List.of(COMMUNE),
                List.of(variant("Xã", "10", null, COMMUNE)),
                List.of());
        assertThat(findings(notFor, criterion("2", "30", GIVEN)))
                .containsExactly("/groups/0/criteria/0/variants/0/forUnits variant-overlap []");
    }

    @Test
    void aVariantGivesWhatItsCriterionGives() {
        var penalty = new ScoringRule.Penalty(Of.VALUE, n("0"), n("1"), n("1"), null, true);
        assertThat(findings(
                        criterion("1", "10", GIVEN, variant("Xã", "10", penalty, COMMUNE)),
                        criterion("2", "30", GIVEN)))
                .containsExactly("/groups/0/criteria/0/variants/0/rule variant-kind []");
        assertThat(findings(
                        criterion("1", "40", GIVEN), criterion("2", "0", penalty, variant("Xã", "1", null, COMMUNE))))
                .containsExactly("/groups/0/criteria/1/variants/0/maximum penalty-maximum []");
    }

    @Test
    void aSheetThatSaysTheSameOfAllHasTheTextItAlwaysHad() {
        var text = SheetText.write(sheet(criterion("1", "40", GIVEN)));
        assertThat(text).isEqualTo("""
                {"maximum":40,"bonus":"INSIDE","notApplicable":"EXCLUDE","plan":"ASSIGNED","belowZero":false,\
                "rounding":{"at":"TOTAL","scale":2,"mode":"HALF_UP"},"groups":[{"code":"I","name":"Nhóm","maximum":40,\
                "bonusMaximum":0,"criteria":[{"code":"1","name":"Tiêu chí","maximum":40,"rule":{"type":"GIVEN"}}]}]}\
                """);
        assertThat(Canonical.sha256(text))
                .isEqualTo("bb47f6f8c243003ad5660b012186863870f442f71976ae799b630352e9a4c467");
    }

    @Test
    void whatCountsOtherwiseIsWrittenAndReadAgain() {
        var sheet = sheet(new Criterion(
                "1",
                "Tiêu chí",
                n("40"),
                null,
                GIVEN,
                List.of(),
                List.of(),
                List.of(),
                List.of(variant("Xã", "40", new Fixed(n("3")), DEPARTMENT, COMMUNE)),
                List.of(Period.Kind.M9, Period.Kind.YEAR)));
        assertThat(SheetText.read(SheetText.write(sheet))).isEqualTo(sheet);
        assertThat(SheetText.write(sheet)).contains("\"periods\":[\"M9\",\"YEAR\"]");
        assertThat(ThroughAWorkbook.same(sheet)).isEqualTo(sheet);
    }

    private static List<String> findings(Criterion... criteria) {
        return SheetCheck.of(sheet(criteria), Map.of()).stream()
                .map(finding -> finding.pointer() + " " + finding.code() + " " + finding.arguments())
                .toList();
    }

    private static Sheet sheet(Criterion... criteria) {
        return new Sheet(
                n("40"),
                BonusPlace.INSIDE,
                NotApplicable.EXCLUDE,
                Plan.ASSIGNED,
                false,
                new Rounding(RoundedAt.TOTAL, 2, RoundingMode.HALF_UP),
                List.of(new Group("I", "Nhóm", n("40"), n("0"), List.of(criteria))));
    }

    private static Criterion criterion(String code, String maximum, ScoringRule rule, Variant... variants) {
        return new Criterion(
                code,
                "Tiêu chí",
                n(maximum),
                null,
                rule,
                List.of(),
                List.of(),
                List.of(),
                List.of(variants),
                List.of());
    }

    private static Variant variant(String label, String maximum, @Nullable ScoringRule rule, UUID... units) {
        return new Variant(List.of(units), label, n(maximum), rule);
    }

    private static ScoringRule ladder(Rung... rungs) {
        return new ScoringRule.Ladder(Of.VALUE, Stream.of(rungs).toList());
    }

    private static Rung rung(@Nullable String from, @Nullable String to, String points) {
        return new Rung(from == null ? null : n(from), true, to == null ? null : n(to), false, n(points));
    }

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }
}
