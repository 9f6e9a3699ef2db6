package vn.thidua.indicator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.scoresheet.Sheet;

/** Parts show what their groups come to, and move no score. */
class PartScoreTest {
    static IntStream seeds() {
        return IntStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aSheetScoresTheSameWithItsPartsAndWithout(int seed) {
        var random = new Random(seed);
        var sheet = RandomSheets.sheet(random);
        var facts = RandomSheets.facts(random, sheet);
        var without = new Sheet(
                sheet.maximum(),
                sheet.bonus(),
                sheet.notApplicable(),
                sheet.plan(),
                sheet.belowZero(),
                sheet.rounding(),
                sheet.groups().stream()
                        .map(group -> new Sheet.Group(
                                group.code(), group.name(), group.maximum(), group.bonusMaximum(), group.criteria()))
                        .toList(),
                sheet.terms());
        assertThat(Canonical.text(Scoring.score(sheet, facts)))
                .isEqualTo(Canonical.text(Scoring.score(without, facts)));
        assertThat(PartScore.of(without, Scoring.score(without, facts))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aPartHasThePointsOfItsGroupsAndOfThePartsInIt(int seed) {
        var random = new Random(seed);
        var sheet = RandomSheets.sheet(random);
        var score = Scoring.score(sheet, RandomSheets.facts(random, sheet));
        var own = new HashMap<String, BigDecimal>();
        for (int g = 0; g < sheet.groups().size(); g++) {
            var in = sheet.groups().get(g).in();
            own.merge(in == null ? "" : in, score.groups().get(g).points(), BigDecimal::add);
        }
        var parts = PartScore.of(sheet, score);
        assertThat(parts).hasSameSizeAs(sheet.parts());
        if (!parts.isEmpty()) {
            var inner = own.getOrDefault("P.1", BigDecimal.ZERO);
            assertThat(parts.get(0).points()).isEqualByComparingTo(inner.add(own.getOrDefault("P", BigDecimal.ZERO)));
            assertThat(parts.get(1).points()).isEqualByComparingTo(inner);
            assertThat(parts.get(0).points())
                    .isLessThanOrEqualTo(sheet.parts().get(0).maximum());
        }
    }
}
