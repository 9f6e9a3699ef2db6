package vn.thidua.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.launcher.screen.Refusal;

class ClockTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    @Test
    void a_step_is_counted_from_business_time() {
        Duration ahead = Duration.ofDays(10);

        assertThat(Clock.moved("+30d", ahead, NOW)).isEqualTo(Duration.ofDays(40));
        assertThat(Clock.moved("-2h", ahead, NOW)).isEqualTo(Duration.ofHours(238));
        assertThat(Clock.moved("+15m", Duration.ZERO, NOW)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_day_and_an_hour_are_those_in_hanoi() {
        // 08:00 in Hanoi is 01:00 in UTC.
        assertThat(Clock.moved("2026-11-23T08:00", Duration.ofDays(99), NOW)).isEqualTo(Duration.ofDays(1));
        assertThat(Clock.moved("2026-11-22", Duration.ZERO, NOW)).isEqualTo(Duration.ofHours(-8));
    }

    @Test
    void real_time_is_a_word() {
        assertThat(Clock.moved("real", Duration.ofDays(99), NOW)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tomorrow", "30d", "+d", "2026-02-30", "2026-07-01 08:00", "+9999999d"})
    void what_names_no_time_is_refused_with_the_usage(String nonsense) {
        assertThatThrownBy(() -> Clock.moved(nonsense, Duration.ZERO, NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("deploy/clock");
    }

    @Test
    void nobody_is_sent_a_lifetime_away() {
        assertThatThrownBy(() -> Clock.moved("2126-01-01", Duration.ZERO, NOW)).isInstanceOf(Refusal.class);
    }
}
