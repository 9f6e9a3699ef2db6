package vn.thidua.cluster.season;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * By when something of a live season is to be done.
 *
 * @param days after the season's first or last day
 * @param verified whether the source was checked; none is without one
 */
record DueRule(Anchor anchor, int days, @Nullable String source, boolean verified) {
    enum Anchor {
        START,
        END
    }

    /** @param until first day that is no longer in the season */
    LocalDate dueOn(LocalDate from, LocalDate until) {
        return switch (anchor) {
            case START -> from.plusDays(days);
            case END -> until.minusDays(1).plusDays(days);
        };
    }
}
