package vn.thidua.indicator.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.RandomSheets;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Scoring;
import vn.thidua.indicator.scoresheet.FurtherRule;
import vn.thidua.indicator.scoresheet.Input;
import vn.thidua.indicator.scoresheet.ScoringRule;
import vn.thidua.indicator.scoresheet.Sheet;
import vn.thidua.indicator.scoresheet.Sheet.Criterion;

/** What is said about how close a ranking is, tried by doing it. */
class SensitivityTest {
    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyChangeThatIsNamedReallySwapsTheTwo(int seed) {
        var random = new Random(seed);
        var sheet = RandomSheets.sheet(random);
        for (var pair : Sensitivity.of(sheet, Map.of(), ranked(random, sheet)).pairs()) {
            for (var way : pair.raise()) {
                assertPasses(sheet, way, pair.under(), pair.upper(), true);
            }
            for (var way : pair.lower()) {
                assertPasses(sheet, way, pair.upper(), pair.under(), false);
            }
        }
    }

    @Test
    void manyOfThemAreFoundSoThatTheTestAboveSaysSomething() {
        var found = 0;
        var kinds = new TreeSet<String>();
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var sheet = RandomSheets.sheet(random);
            for (var pair :
                    Sensitivity.of(sheet, Map.of(), ranked(random, sheet)).pairs()) {
                found += pair.raise().size() + pair.lower().size();
                Stream.of(pair.raise(), pair.lower())
                        .flatMap(List::stream)
                        .forEach(way -> kinds.add(
                                criterion(sheet, way).rule().getClass().getSimpleName()));
            }
        }
        assertThat(found).isGreaterThan(200);
        assertThat(kinds)
                .contains("Proportional", "PerPercent", "OverFulfilment", "Bonus", "Penalty", "Given", "GivenBonus")
                .contains("Ladder", "YesNo", "DaysLate", "Count", "Choice", "Deduction", "AgencyPenalty")
                .contains("Conditions", "AwardBonus", "WorkloadBonus");
    }

    /** Every whole number up to two hundred, given for each number of each criterion. */
    @ParameterizedTest
    @MethodSource("seeds")
    void nothingThatCouldBeGivenIsEnoughForFewerPoints(int seed) {
        var random = new Random(seed);
        var sheet = RandomSheets.sheet(random);
        for (var pair : Sensitivity.of(sheet, Map.of(), ranked(random, sheet)).pairs()) {
            if (!pair.knockedOut()) {
                assertNothingLess(sheet, pair.raise(), pair.under(), pair.upper(), true);
                assertNothingLess(sheet, pair.lower(), pair.upper(), pair.under(), false);
            }
        }
    }

    private static void assertNothingLess(
            Sheet sheet, List<Swaps.Way> ways, Sensitivity.Ranked changed, Sensitivity.Ranked other, boolean isAhead) {
        for (var criterion : sheet.criteria()) {
            var before = result(changed.score(), criterion.code());
            if (before.state() == Score.State.NOT_APPLICABLE) {
                continue;
            }
            var inputs = new ArrayList<@Nullable Input>(criterion.inputs());
            inputs.removeIf(input -> input != null
                    && input.code().equals(Input.BASE)
                    && criterion.rule().of() == ScoringRule.Of.RATIO);
            inputs.add(null);
            for (var input : inputs) {
                for (var value : possible(criterion, input, changed.facts())) {
                    var facts = with(changed.facts(), criterion, input, value);
                    var score = Scoring.score(sheet, facts);
                    var after = result(score, criterion.code());
                    var moved = after.points().subtract(before.points());
                    var order = Order.of(sheet).compare(score, other.score());
                    if (after.state() == Score.State.SCORED
                            && moved.signum() == (isAhead ? 1 : -1)
                            && order * (isAhead ? -1 : 1) > 0) {
                        assertThat(ways)
                                .as(criterion + " " + input + " " + value)
                                .isNotEmpty();
                        var named = ways.getFirst().points();
                        assertThat(named.to().subtract(named.from()).abs())
                                .as(criterion + " " + input + " " + value)
                                .isLessThanOrEqualTo(moved.abs());
                    }
                }
            }
        }
    }

    private static List<BigDecimal> possible(Criterion criterion, @Nullable Input input, Facts facts) {
        var all = IntStream.rangeClosed(0, 200).mapToObj(BigDecimal::valueOf);
        if (input != null) {
            return all.toList();
        }
        var base = facts.byCriterion().get(Input.key(criterion.code(), Input.BASE));
        return switch (criterion.rule()) {
            case ScoringRule.YesNo _, FurtherRule.AgencyPenalty _ ->
                all.limit(2).toList();
            case ScoringRule.Choice(var options) ->
                options.stream().map(ScoringRule.Option::value).toList();
            case ScoringRule.Given _, FurtherRule.GivenBonus _ ->
                all.filter(each -> each.compareTo(criterion.maximum()) <= 0).toList();
            case ScoringRule.Ladder(var of, var _)
            when of == ScoringRule.Of.RATIO ->
                base == null || base.value() == null
                        ? List.of()
                        : all.filter(each -> each.compareTo(base.value()) <= 0).toList();
            default -> all.toList();
        };
    }

    @Test
    void whoStandsBehindForAKnockOutIsToldSoAndNoPointsAreLookedFor() {
        var told = 0;
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var sheet = RandomSheets.sheet(random);
            for (var pair :
                    Sensitivity.of(sheet, Map.of(), ranked(random, sheet)).pairs()) {
                if (pair.knockedOut()) {
                    told++;
                    assertThat(pair.raise()).isEmpty();
                    assertThat(pair.lower()).isEmpty();
                }
            }
        }
        assertThat(told).isPositive();
    }

    private static void assertPasses(
            Sheet sheet, Swaps.Way way, Sensitivity.Ranked changed, Sensitivity.Ranked other, boolean isAhead) {
        var before = result(changed.score(), way.criterionCode());
        var facts = way.change().what() == Turns.What.RULING
                ? with(
                        changed.facts(),
                        Input.key(way.criterionCode(), Input.RULING),
                        way.change().to())
                : with(
                        changed.facts(),
                        criterion(sheet, way),
                        way.change().input(),
                        way.change().to());
        var score = Scoring.score(sheet, facts);
        assertThat(way.points().from()).isEqualByComparingTo(before.points());
        assertThat(result(score, way.criterionCode()).state()).isEqualTo(Score.State.SCORED);
        assertThat(result(score, way.criterionCode()).points())
                .as(way.toString())
                .isEqualByComparingTo(way.points().to());
        assertOrder(sheet, score, other.score(), isAhead);
    }

    private static Criterion criterion(Sheet sheet, Swaps.Way way) {
        return sheet.criteria().stream()
                .filter(each -> each.code().equals(way.criterionCode()))
                .findFirst()
                .orElseThrow();
    }

    private static Score.CriterionScore result(Score score, String code) {
        return score.criteria().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Facts with(Facts facts, Criterion criterion, @Nullable Input input, BigDecimal value) {
        return with(facts, input == null ? criterion.code() : Input.key(criterion.code(), input.code()), value);
    }

    private static Facts with(Facts facts, String key, BigDecimal value) {
        var changed = new TreeMap<>(facts.byCriterion());
        var fact = changed.get(key);
        changed.put(key, fact == null ? Facts.Fact.of(value) : fact.with(value));
        return new Facts(facts.unitId(), changed);
    }

    private static void assertOrder(Sheet sheet, Score changed, Score other, boolean isAhead) {
        var ranks = new HashMap<UUID, Integer>();
        Standing.of(Map.of(changed.unitId(), changed, other.unitId(), other), Order.of(sheet))
                .forEach(standing -> ranks.put(standing.unitId(), standing.rank()));
        assertThat(ranks)
                .containsEntry(changed.unitId(), isAhead ? 1 : 2)
                .containsEntry(other.unitId(), isAhead ? 2 : 1);
    }

    private static List<Sensitivity.Ranked> ranked(Random random, Sheet sheet) {
        var facts = new HashMap<UUID, Facts>();
        var scores = new HashMap<UUID, Score>();
        for (int i = 0; i < 5; i++) {
            var unit = new UUID(0, i);
            var known = Facts.of(unit, RandomSheets.facts(random, sheet).byCriterion());
            facts.put(unit, known);
            scores.put(unit, Scoring.score(sheet, known));
        }
        var ranked = new ArrayList<Sensitivity.Ranked>();
        for (var standing : Standing.of(scores, Order.of(sheet))) {
            ranked.add(new Sensitivity.Ranked(
                    standing.unitId(),
                    standing.rank(),
                    Objects.requireNonNull(facts.get(standing.unitId())),
                    Objects.requireNonNull(scores.get(standing.unitId()))));
        }
        return ranked;
    }
}
