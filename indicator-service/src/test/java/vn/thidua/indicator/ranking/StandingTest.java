package vn.thidua.indicator.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.score.Score;
import vn.thidua.indicator.score.Score.CriterionScore;
import vn.thidua.indicator.score.Score.GroupScore;
import vn.thidua.indicator.score.Score.State;
import vn.thidua.indicator.score.Score.Trace;
import vn.thidua.indicator.score.Score.Verdict;
import vn.thidua.indicator.score.Sentence;
import vn.thidua.indicator.score.Words;
import vn.thidua.indicator.scoresheet.ScoringRule.Kind;
import vn.thidua.indicator.scoresheet.Terms.Prize;
import vn.thidua.indicator.scoresheet.Terms.TieBreak;

class StandingTest {
    private static final UUID A = UUID.fromString("01890000-0000-7000-8000-00000000000a");
    private static final UUID B = UUID.fromString("01890000-0000-7000-8000-00000000000b");
    private static final UUID C = UUID.fromString("01890000-0000-7000-8000-00000000000c");
    private static final UUID D = UUID.fromString("01890000-0000-7000-8000-00000000000d");

    private static final Order BY_TOTAL = new Order(List.of());

    @Test
    void equalTotalsShareARankAndTheNextIsSkipped() {
        var standings =
                Standing.of(Map.of(A, score("90"), B, score("95.5"), C, score("90.00"), D, score("1")), BY_TOTAL);
        assertThat(standings).extracting(Standing::unitId).containsExactly(B, A, C, D);
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 2, 2, 4);
        assertThat(standings)
                .extracting(Standing::tiedWith)
                .containsExactly(List.of(), List.of(C), List.of(A), List.of());
    }

    @Test
    void allEqualAreAllFirst() {
        var standings = Standing.of(Map.of(A, score("10"), B, score("10"), C, score("10")), BY_TOTAL);
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 1, 1);
        assertThat(standings.getFirst().tiedWith()).containsExactly(B, C);
    }

    @Test
    void whoIsKnockedOutStandsBehindAllOthersWhateverTheTotal() {
        var scores = Map.of(A, behind("99"), B, score("80"), C, behind("80"), D, score("1"));
        var standings = Standing.of(scores, BY_TOTAL);
        assertThat(standings).extracting(Standing::unitId).containsExactly(B, D, A, C);
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 2, 3, 4);
        assertThat(standings.getFirst().tiedWith())
                .as("a tie does not reach across")
                .isEmpty();
    }

    @Test
    void equalTotalsAreToldApartByWhatTheSheetLooksAtInTurn() {
        var order = new Order(List.of(new TieBreak("I"), new TieBreak("I.1")));
        var a = score("90", "50", "7");
        var b = score("90", "60", "7");
        var c = score("90", "60", "8");
        var d = score("91", "1", "1");
        var standings = Standing.of(Map.of(A, a, B, b, C, c, D, d), order);
        assertThat(standings).extracting(Standing::unitId).containsExactly(D, C, B, A);
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 2, 3, 4);
        assertThat(order.tieBrokenBy(b, c)).isEqualTo("I.1");
        assertThat(order.tieBrokenBy(a, b)).isEqualTo("I");
        assertThat(order.tieBrokenBy(d, b)).as("the totals do").isNull();
    }

    @Test
    void whatIsEqualAfterTheLastTieBreakStaysATie() {
        var order = new Order(List.of(new TieBreak("I")));
        var standings = Standing.of(Map.of(A, score("90", "50", "7"), B, score("90", "50", "8")), order);
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 1);
    }

    @Test
    void ofPenaltiesWhoLostLessStandsBefore() {
        var order = new Order(List.of(new TieBreak("I.1")));
        var standings = Standing.of(Map.of(A, score("90", "50", "-2"), B, score("90", "50", "0")), order);
        assertThat(standings).extracting(Standing::unitId).containsExactly(B, A);
    }

    @Test
    void prizesAreCountedOffByRank() {
        var prizes = List.of(new Prize("1", "Nhất", 1), new Prize("2", "Nhì", 2), new Prize("3", "Ba", 1));
        assertThat(prize(prizes, 1, 1)).isEqualTo("Nhất");
        assertThat(prize(prizes, 2, 2)).isEqualTo("Nhì");
        assertThat(prize(prizes, 4, 1)).isEqualTo("Ba");
        assertThat(Prizes.of(prizes, 5, 1, Ranking.TieRule.SHARED)).isNull();
        assertThat(prize(prizes, 3, 2)).as("two share the last second prize").isEqualTo("Nhì");
        var balloted = Prizes.of(prizes, 3, 2, Ranking.TieRule.BALLOT);
        assertThat(balloted).isNotNull().extracting(Prizes::open).isEqualTo(true);
    }

    private static String prize(List<Prize> prizes, int rank, int onThisRank) {
        var found = Objects.requireNonNull(Prizes.of(prizes, rank, onThisRank, Ranking.TieRule.SHARED));
        assertThat(found.open()).isFalse();
        return found.prize().name();
    }

    private static Score score(String total) {
        return new Score(A, new BigDecimal(total), List.of(), List.of(), List.of(), null);
    }

    private static Score score(String total, String ofGroup, String ofCriterion) {
        var trace = new Trace(List.of(), Sentence.said(new Words("", "")), List.of());
        var criterion = new CriterionScore("I.1", "I", Kind.BASE, State.SCORED, new BigDecimal(ofCriterion), trace);
        var group = new GroupScore("I", new BigDecimal(ofGroup));
        return new Score(A, new BigDecimal(total), List.of(group), List.of(criterion), List.of(), null);
    }

    private static Score behind(String total) {
        var verdict = new Verdict(null, null, false, List.of("K"), true, Sentence.said(new Words("", "")));
        return new Score(A, new BigDecimal(total), List.of(), List.of(), List.of(), verdict);
    }
}
