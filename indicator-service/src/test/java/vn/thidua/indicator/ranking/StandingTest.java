package vn.thidua.indicator.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.thidua.indicator.scoresheet.Terms.Prize;

class StandingTest {
    private static final UUID A = UUID.fromString("01890000-0000-7000-8000-00000000000a");
    private static final UUID B = UUID.fromString("01890000-0000-7000-8000-00000000000b");
    private static final UUID C = UUID.fromString("01890000-0000-7000-8000-00000000000c");
    private static final UUID D = UUID.fromString("01890000-0000-7000-8000-00000000000d");

    @Test
    void equalTotalsShareARankAndTheNextIsSkipped() {
        var standings = Standing.of(
                Map.of(
                        A,
                        new BigDecimal("90"),
                        B,
                        new BigDecimal("95.5"),
                        C,
                        new BigDecimal("90.00"),
                        D,
                        new BigDecimal("1")),
                Set.of());
        assertThat(standings).extracting(Standing::unitId).containsExactly(B, A, C, D);
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 2, 2, 4);
        assertThat(standings)
                .extracting(Standing::tiedWith)
                .containsExactly(List.of(), List.of(C), List.of(A), List.of());
    }

    @Test
    void allEqualAreAllFirst() {
        var standings = Standing.of(Map.of(A, BigDecimal.TEN, B, BigDecimal.TEN, C, BigDecimal.TEN), Set.of());
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 1, 1);
        assertThat(standings.getFirst().tiedWith()).containsExactly(B, C);
    }

    @Test
    void whoIsKnockedOutStandsBehindAllOthersWhateverTheTotal() {
        var totals =
                Map.of(A, new BigDecimal("99"), B, new BigDecimal("80"), C, new BigDecimal("80"), D, BigDecimal.ONE);
        var standings = Standing.of(totals, Set.of(A, C));
        assertThat(standings).extracting(Standing::unitId).containsExactly(B, D, A, C);
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 2, 3, 4);
        assertThat(standings.getFirst().tiedWith())
                .as("a tie does not reach across")
                .isEmpty();
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
}
