package vn.thidua.indicator.target;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.catalogue.Measure.Direction.KEEP;
import static vn.thidua.indicator.catalogue.Measure.Direction.RAISE;
import static vn.thidua.indicator.catalogue.Measure.Direction.REACH;
import static vn.thidua.indicator.catalogue.Measure.Direction.REDUCE;
import static vn.thidua.indicator.catalogue.Measure.Direction.WITHIN;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.target.Plan.Fulfilment;

class PlanTest {
    @Test
    void whatWasToBeRaisedIsHeldAgainstThePromise() {
        assertThat(percent(plan(RAISE, "100", "120", null), "150")).isEqualByComparingTo("125");
    }

    @Test
    void withoutAPromiseThePlanGivenFromAboveCounts() {
        var result = (Fulfilment.Percent) plan(RAISE, "100", null, null).fulfilment(new BigDecimal("124"));
        assertThat(result.percent()).isEqualByComparingTo("124");
        assertThat(result.held()).isEqualTo(Plan.Held.ASSIGNED);
    }

    @Test
    void aPercentKeepsEverythingItWasMadeFrom() {
        assertThat(plan(REDUCE, null, "4", "5").fulfilment(new BigDecimal("3.75")))
                .isEqualTo(new Fulfilment.Percent(
                        Plan.Held.REGISTERED,
                        new BigDecimal("4"),
                        new BigDecimal("3.75"),
                        new BigDecimal("5"),
                        new BigDecimal("1.25"),
                        new BigDecimal("1"),
                        new BigDecimal("125")));
    }

    @Test
    void moreReducedThanPlannedIsAboveAHundredAndLessIsBelow() {
        assertThat(percent(plan(REDUCE, null, "80", "100"), "70")).isEqualByComparingTo("150");
        assertThat(percent(plan(REDUCE, null, "80", "100"), "90")).isEqualByComparingTo("50");
        assertThat(percent(plan(REDUCE, null, "80", "100"), "110")).isEqualByComparingTo("-50");
    }

    @Test
    void aReductionToNothingIsAPlanLikeAnyOther() {
        assertThat(percent(plan(REDUCE, null, "0", "40"), "10")).isEqualByComparingTo("75");
    }

    @Test
    void whatStraysFromALevelToBeKeptCountsLessEitherWay() {
        assertThat(percent(plan(KEEP, "95", null, null), "95")).isEqualByComparingTo("100");
        assertThat(percent(plan(KEEP, "100", null, null), "110")).isEqualByComparingTo("90");
        assertThat(percent(plan(KEEP, "100", null, null), "90")).isEqualByComparingTo("90");
        assertThat(percent(plan(KEEP, "100", null, null), "300")).isEqualByComparingTo("0");
    }

    @Test
    void whatIsToBeReachedIsReachedAndMoreIsNoBetter() {
        assertThat(percent(plan(REACH, "40", null, null), "30")).isEqualByComparingTo("75");
        assertThat(percent(plan(REACH, "40", null, null), "40")).isEqualByComparingTo("100");
        assertThat(percent(plan(REACH, "40", null, null), "55")).isEqualByComparingTo("100");
    }

    @Test
    void whatIsKeptWithinALimitIsKeptHoweverFarBelowAndCountsLessBeyond() {
        assertThat(percent(plan(WITHIN, "40", null, null), "0")).isEqualByComparingTo("100");
        assertThat(percent(plan(WITHIN, "40", null, null), "40")).isEqualByComparingTo("100");
        assertThat(percent(plan(WITHIN, "40", null, null), "44")).isEqualByComparingTo("90");
        assertThat(percent(plan(WITHIN, "40", null, null), "100")).isEqualByComparingTo("0");
        assertThat(why(plan(WITHIN, "0", null, null))).isEqualTo(Plan.Why.TARGET_NOT_POSITIVE);
    }

    @Test
    void theNumbersThatReachAPercentAreKnownEvenBothOfThemThatStrayFromALevel() {
        assertThat(plan(RAISE, "40", null, null).reaching(new BigDecimal("95")))
                .containsExactly(new BigDecimal("38.00"));
        assertThat(plan(REDUCE, null, "80", "100").reaching(new BigDecimal("150")))
                .containsExactly(new BigDecimal("70.00"));
        assertThat(plan(KEEP, "100", null, null).reaching(new BigDecimal("90")))
                .containsExactly(new BigDecimal("90.00"), new BigDecimal("110.00"));
        assertThat(plan(KEEP, "100", null, null).reaching(new BigDecimal("101")))
                .isEmpty();
        assertThat(plan(REACH, "40", null, null).reaching(new BigDecimal("100")))
                .containsExactly(new BigDecimal("40.00"));
        assertThat(plan(REACH, "40", null, null).reaching(new BigDecimal("101")))
                .isEmpty();
        assertThat(plan(WITHIN, "40", null, null).reaching(new BigDecimal("90")))
                .containsExactly(new BigDecimal("44.00"));
        assertThat(plan(WITHIN, "40", null, null).reaching(new BigDecimal("101")))
                .isEmpty();
        assertThat(plan(RAISE, null, null, null).reaching(BigDecimal.TEN)).isEmpty();
    }

    @Test
    void nothingReachedIsZeroPercentAndATargetOfZeroHasNoPercent() {
        assertThat(percent(plan(RAISE, "100", null, null), "0")).isEqualByComparingTo("0");
        assertThat(why(plan(RAISE, "0", null, null))).isEqualTo(Plan.Why.TARGET_NOT_POSITIVE);
        assertThat(why(plan(KEEP, "0", null, null))).isEqualTo(Plan.Why.TARGET_NOT_POSITIVE);
        assertThat(why(plan(RAISE, null, null, "90"))).isEqualTo(Plan.Why.NO_TARGET);
    }

    @Test
    void aReductionNeedsWhatItStartsFromAndADistanceToGo() {
        assertThat(why(plan(REDUCE, "80", null, null))).isEqualTo(Plan.Why.NO_LAST_YEAR);
        assertThat(why(plan(REDUCE, "80", null, "80"))).isEqualTo(Plan.Why.NO_REDUCTION_PLANNED);
    }

    @Test
    void yesAndNoHaveNoPercent() {
        var plan = new Plan(Measure.ValueKind.YES_NO, RAISE, BigDecimal.ONE, null, null);
        assertThat(why(plan)).isEqualTo(Plan.Why.NOT_A_MATTER_OF_PERCENT);
    }

    @Test
    void aPercentThatDoesNotEndIsKeptAsFarAsDigitsGo() {
        assertThat(percent(plan(RAISE, "3", null, null), "2")).isEqualTo(new BigDecimal("66.666667"));
    }

    private static BigDecimal percent(Plan plan, String actual) {
        return ((Fulfilment.Percent) plan.fulfilment(new BigDecimal(actual))).percent();
    }

    private static Plan.Why why(Plan plan) {
        return ((Fulfilment.None) plan.fulfilment(BigDecimal.TEN)).why();
    }

    private static Plan plan(
            Measure.Direction direction,
            @Nullable String assigned,
            @Nullable String registered,
            @Nullable String lastYear) {
        return new Plan(Measure.ValueKind.QUANTITY, direction, number(assigned), number(registered), number(lastYear));
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
