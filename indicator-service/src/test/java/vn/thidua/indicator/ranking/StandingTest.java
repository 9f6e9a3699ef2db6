package vn.thidua.indicator.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final UUID A = UUID.fromString("01890000-0000-7000-8000-00000000000a");
    private static final UUID B = UUID.fromString("01890000-0000-7000-8000-00000000000b");
    private static final UUID C = UUID.fromString("01890000-0000-7000-8000-00000000000c");
    private static final UUID D = UUID.fromString("01890000-0000-7000-8000-00000000000d");

    @Test
    void equalTotalsShareARankAndTheNextIsSkipped() {
        var standings = Standing.of(Map.of(
                A,
                new BigDecimal("90"),
                B,
                new BigDecimal("95.5"),
                C,
                new BigDecimal("90.00"),
                D,
                new BigDecimal("1")));
        assertThat(standings).extracting(Standing::unitId).containsExactly(B, A, C, D);
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 2, 2, 4);
        assertThat(standings)
                .extracting(Standing::tiedWith)
                .containsExactly(List.of(), List.of(C), List.of(A), List.of());
    }

    @Test
    void allEqualAreAllFirst() {
        var standings = Standing.of(Map.of(A, BigDecimal.TEN, B, BigDecimal.TEN, C, BigDecimal.TEN));
        assertThat(standings).extracting(Standing::rank).containsExactly(1, 1, 1);
        assertThat(standings.getFirst().tiedWith()).containsExactly(B, C);
    }
}
