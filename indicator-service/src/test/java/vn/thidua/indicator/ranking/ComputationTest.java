package vn.thidua.indicator.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Sentence;
import vn.thidua.indicator.score.Words;
import vn.thidua.indicator.scoresheet.ScoringRule;

/** What a ranking's hash vouches for. */
class ComputationTest {
    private static final UUID UNIT = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void aScoreToldInOtherWordsIsTheSameScore() {
        assertThat(hash("20 × 98%", "98", "19.6")).isEqualTo(hash("20 điểm × 98%", "98", "19.6"));
    }

    @Test
    void otherPointsOrAnotherNumberOnTheWayAreAnotherScore() {
        assertThat(hash("20 × 98%", "98", "19.7")).isNotEqualTo(hash("20 × 98%", "98", "19.6"));
        assertThat(hash("20 × 98%", "98.01", "19.6")).isNotEqualTo(hash("20 × 98%", "98", "19.6"));
    }

    private static String hash(String words, String percent, String points) {
        var said = Sentence.said(new Words(words, words));
        var trace = new Score.Trace(List.of(), said, List.of(new Score.Step(said, new BigDecimal(percent))));
        var criterion = new Score.CriterionScore(
                "I.1", "I", ScoringRule.Kind.BASE, Score.State.SCORED, new BigDecimal(points), trace);
        return Computation.resultSha256(
                List.of(new Score(UNIT, new BigDecimal(points), List.of(), List.of(criterion), List.of(), null)));
    }
}
