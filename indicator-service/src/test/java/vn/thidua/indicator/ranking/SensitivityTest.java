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
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.indicator.score.Facts;
import vn.thidua.indicator.score.RandomSheets;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Scoring;
import vn.thidua.indicator.scoresheet.Sheet;

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
        for (var pair : Sensitivity.of(sheet, ranked(random, sheet)).pairs()) {
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
        var values = 0;
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var sheet = RandomSheets.sheet(random);
            for (var pair : Sensitivity.of(sheet, ranked(random, sheet)).pairs()) {
                found += pair.raise().size() + pair.lower().size();
                values += (int)
                        pair.raise().stream().filter(way -> way.value() != null).count();
            }
        }
        assertThat(found).isGreaterThan(200);
        assertThat(values).isGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aStepLessIsNotEnough(int seed) {
        var random = new Random(seed);
        var sheet = RandomSheets.sheet(random);
        var step = new BigDecimal("0.000001");
        for (var pair : Sensitivity.of(sheet, ranked(random, sheet)).pairs()) {
            for (var way : pair.raise()) {
                if (sheet.rounding().at() == Sheet.RoundedAt.CRITERION
                        || !sheet.terms().knockOuts().isEmpty()) {
                    continue;
                }
                var less = way.points().to().subtract(step);
                var changed = Scoring.supposing(sheet, pair.under().facts(), Map.of(way.criterionCode(), less));
                assertThat(changed.total())
                        .isLessThanOrEqualTo(pair.upper().score().total());
            }
        }
    }

    @Test
    void whoStandsBehindForAKnockOutIsToldSoAndNoPointsAreLookedFor() {
        var told = 0;
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var sheet = RandomSheets.sheet(random);
            for (var pair : Sensitivity.of(sheet, ranked(random, sheet)).pairs()) {
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
        assertOrder(
                sheet,
                Scoring.supposing(
                        sheet,
                        changed.facts(),
                        Map.of(way.criterionCode(), way.points().to())),
                other.score(),
                isAhead);
        if (way.value() != null) {
            var facts = new TreeMap<>(changed.facts().byCriterion());
            var fact = Objects.requireNonNull(facts.get(way.criterionCode()));
            facts.put(way.criterionCode(), fact.with(way.value().to()));
            assertOrder(sheet, Scoring.score(sheet, new Facts(changed.unitId(), facts)), other.score(), isAhead);
        }
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
