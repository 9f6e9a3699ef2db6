package vn.thidua.indicator.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {
    private static final Period PERIOD = new Period(
            UUID.randomUUID(),
            UUID.randomUUID(),
            Period.Kind.H1,
            "6 tháng",
            Instant.parse("2026-06-01T00:00:00Z"),
            Instant.parse("2026-06-20T10:00:00Z"),
            Instant.parse("2026-06-25T10:00:00Z"),
            1);

    @ParameterizedTest
    @CsvSource({
        "2026-05-31T23:59:59Z, UPCOMING",
        "2026-06-01T00:00:00Z, OPEN",
        "2026-06-20T10:00:00Z, OPEN",
        "2026-06-20T10:00:01Z, GRACE",
        "2026-06-25T09:59:59Z, GRACE",
        "2026-06-25T10:00:00Z, CLOSED"
    })
    void aPeriodOpensGrowsLateAndClosesOnTheStroke(Instant now, Period.State state) {
        assertThat(PERIOD.stateAt(now)).isEqualTo(state);
    }
}
