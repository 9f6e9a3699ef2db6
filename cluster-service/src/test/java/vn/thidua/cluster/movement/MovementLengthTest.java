package vn.thidua.cluster.movement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovementLengthTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01, UNDER_ONE_YEAR",
        "2026-01-01, 2026-12-30, UNDER_ONE_YEAR",
        "2026-01-01, 2026-12-31, ONE_YEAR",
        "2026-03-03, 2027-03-02, ONE_YEAR",
        "2026-01-01, 2027-01-01, ONE_TO_THREE_YEARS",
        "2026-01-01, 2028-12-30, ONE_TO_THREE_YEARS",
        "2026-01-01, 2028-12-31, THREE_TO_FIVE_YEARS",
        "2026-01-01, 2030-12-30, THREE_TO_FIVE_YEARS",
        "2026-01-01, 2030-12-31, FIVE_YEARS_OR_MORE",
        "2016-01-01, 2035-12-31, FIVE_YEARS_OR_MORE",
        "2024-02-29, 2025-02-27, ONE_YEAR",
    })
    void theLastDayCounts(LocalDate from, LocalDate to, MovementLength length) {
        assertThat(MovementLength.of(from, to)).isEqualTo(length);
    }

    @Test
    void withoutAnEndNobodyKnowsHowLongItLasts() {
        var day = LocalDate.of(2026, 1, 1);
        assertThat(MovementLength.of(day, null)).isEqualTo(MovementLength.UNKNOWN);
        assertThat(MovementLength.of(null, day)).isEqualTo(MovementLength.UNKNOWN);
        assertThat(MovementLength.of(null, null)).isEqualTo(MovementLength.UNKNOWN);
    }
}
