package vn.thidua.indicator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.Facts.Fact;
import vn.thidua.indicator.score.RandomSheets;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.ScoringRule.Of;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/** What holds whenever a season is counted by another sheet. */
class ReplayTest {
    private static final ScoringRule PERCENT = new ScoringRule.Proportional(Of.VALUE, null, null, null, null);

    static IntStream seeds() {
        return IntStream.range(0, 80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameSheetMovesNobody(int seed) {
        var random = new Random(seed);
        var sheet = RandomSheets.sheet(random);
        var facts = facts(random, sheet);
        for (var move :
                Replay.of(sheet, facts, sheet, carried(sheet, facts, sheet)).moves()) {
            assertThat(move.triedRank()).isEqualTo(move.pastRank());
            assertThat(move.tried()).isEqualTo(move.past());
            assertThat(move.changes()).isEmpty();
            assertThat(move.adjusted()).isEqualByComparingTo("0");
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsToldOfAUnitMakesUpItsWholeDifference(int seed) {
        var random = new Random(seed);
        var past = RandomSheets.sheet(random);
        var tried = RandomSheets.sheet(random);
        var facts = facts(random, past);
        for (var move :
                Replay.of(past, facts, tried, carried(past, facts, tried)).moves()) {
            var told = move.changes().stream().map(Replay.Change::points).reduce(move.adjusted(), BigDecimal::add);
            assertThat(told).isEqualByComparingTo(move.difference());
        }
    }

    @Test
    void aCriterionNumberedAnewIsTheSameOneAndOneOfAnotherNameUnderItsCodeIsNot() {
        var past = sheet(criterion("1", "Thu ngân sách", PERCENT), criterion("2", "Giảm nghèo", PERCENT));
        var tried = sheet(criterion("1", "Trồng rừng", PERCENT), criterion("3", "thu  ngân sách", PERCENT));
        var pairing = Pairing.of(past, tried);
        assertThat(pairing.pastOf()).containsOnlyKeys("3");
        assertThat(pairing.carried(tried, List.of()).alike()).isEqualTo(Map.of("1", List.of("3")));
        assertThat(pairing.onlyPast()).extracting(Criterion::code).containsExactly("2");
        assertThat(pairing.onlyTried()).extracting(Criterion::code).containsExactly("1");
    }

    @Test
    void whatIsNotKnownOfThatSeasonIsMissingAndNotNothing() {
        var yes = new ScoringRule.YesNo(BigDecimal.TEN, BigDecimal.ZERO);
        var count = new ScoringRule.Count(List.of(new ScoringRule.Step(null, BigDecimal.TEN)));
        var past = sheet(criterion("1", "Thu ngân sách", PERCENT), criterion("2", "Có kế hoạch", yes));
        var tried = sheet(
                criterion("1", "Thu ngân sách", PERCENT),
                criterion("2", "Có kế hoạch", count),
                criterion("3", "Chuyển đổi số", PERCENT));
        var unit = UUID.randomUUID();
        var eighty = Fact.of(new BigDecimal("80"));
        var facts = Map.of(unit, Facts.of(unit, Map.of("1", eighty, "2", Fact.of(BigDecimal.ONE))));
        var move = Replay.of(past, facts, tried, carried(past, facts, tried))
                .moves()
                .getFirst();
        assertThat(move.tried().criteria())
                .filteredOn(score -> !Replay.isKnown(score))
                .extracting(Score.CriterionScore::code)
                .containsExactly("2", "3");
        assertThat(move.changes()).hasSize(1);
        assertThat(Replay.isKnown(move.changes().getFirst().past())).isTrue();
        assertThat(Replay.isKnown(move.changes().getFirst().tried())).isFalse();
    }

    @Test
    void pointsOfACouncilAreNotCarriedToAnotherMaximumNorAYesToACount() {
        var past = sheet(
                criterion("1", "Hội đồng chấm", new ScoringRule.Given()),
                criterion("2", "Có kế hoạch", new ScoringRule.YesNo(BigDecimal.TEN, BigDecimal.ZERO)));
        var tried = sheet(
                new Criterion("1", "Hội đồng chấm", new BigDecimal("20"), null, new ScoringRule.Given()),
                criterion(
                        "2",
                        "Có kế hoạch",
                        new ScoringRule.Count(List.of(new ScoringRule.Step(null, BigDecimal.TEN)))));
        var pairing = Pairing.of(past, tried);
        assertThat(pairing.carried(tried, List.of()).alike()).isEmpty();
        assertThat(pairing.readOtherwise(tried, List.of())).containsExactly("1", "2");
    }

    private static Criterion criterion(String code, String name, ScoringRule rule) {
        return new Criterion(code, name, BigDecimal.TEN, null, rule);
    }

    private static Sheet sheet(Criterion... criteria) {
        var maximum = BigDecimal.valueOf(10L * criteria.length);
        return new Sheet(
                maximum,
                Sheet.BonusPlace.INSIDE,
                Sheet.NotApplicable.EXCLUDE,
                Sheet.Plan.ASSIGNED,
                false,
                new Sheet.Rounding(Sheet.RoundedAt.TOTAL, 2, RoundingMode.HALF_UP),
                List.of(new Sheet.Group("I", "Nhóm", maximum, BigDecimal.ZERO, List.of(criteria))));
    }

    private static Map<UUID, Facts> facts(Random random, Sheet sheet) {
        var facts = new HashMap<UUID, Facts>();
        for (int i = 0; i < 6; i++) {
            var unit = new UUID(0, i);
            facts.put(unit, Facts.of(unit, RandomSheets.facts(random, sheet).byCriterion()));
        }
        return facts;
    }

    /** As the service carries over what was found by hand; nothing here is reported. */
    private static Map<UUID, Facts> carried(Sheet past, Map<UUID, Facts> facts, Sheet tried) {
        var carried = Pairing.of(past, tried).carried(tried, List.of()).alike();
        var known = new HashMap<UUID, Facts>();
        facts.forEach((unit, had) -> {
            var has = new HashMap<String, Fact>();
            had.byCriterion()
                    .forEach((key, fact) -> carried.getOrDefault(key, List.of()).forEach(to -> has.put(to, fact)));
            known.put(unit, Facts.of(unit, has));
        });
        return known;
    }
}
