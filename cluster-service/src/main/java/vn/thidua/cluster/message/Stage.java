package vn.thidua.cluster.message;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How near its day a thing is when somebody is reminded of it; each stage reminds once. */
enum Stage {
    /** It has no day: somebody is told that it waits. */
    NEW,
    WEEK,
    /** Its day is tomorrow or today. */
    DAY,
    LATE;

    /** Empty while the day is more than a week away. */
    static Optional<Stage> at(LocalDate today, @Nullable LocalDate dueOn) {
        if (dueOn == null) {
            return Optional.of(NEW);
        }
        var days = ChronoUnit.DAYS.between(today, dueOn);
        if (days < 0) {
            return Optional.of(LATE);
        }
        return days <= 1 ? Optional.of(DAY) : days <= 7 ? Optional.of(WEEK) : Optional.empty();
    }
}
