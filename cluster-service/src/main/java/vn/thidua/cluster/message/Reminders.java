package vn.thidua.cluster.message;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.cluster.season.DueList;
import vn.thidua.cluster.season.Owed;
import vn.thidua.cluster.season.Seasons;

/** Looks at the calendars of all live seasons and reminds the units whose turn it is. */
@Component
class Reminders {
    private static final int SEASONS_AT_ONCE = 500;

    private final Seasons seasons;
    private final DueList due;
    private final MessageStore store;
    private final Channels channels;

    Reminders(Seasons seasons, DueList due, MessageStore store, Channels channels) {
        this.seasons = seasons;
        this.due = due;
        this.store = store;
        this.channels = channels;
    }

    /** May be cut short anywhere and run again: what was reminded of before is not again. */
    void make() {
        var today = store.today();
        @Nullable UUID after = null;
        List<Seasons.Ref> portion;
        do {
            portion = seasons.underWay(after, SEASONS_AT_ONCE);
            store.remind(
                    due.owed(portion).stream()
                            .flatMap(owed -> reminder(today, owed).stream())
                            .toList(),
                    channels);
            after = portion.isEmpty() ? null : portion.getLast().id();
        } while (portion.size() == SEASONS_AT_ONCE);
    }

    private static Optional<Reminder> reminder(LocalDate today, Owed owed) {
        return Stage.at(today, owed.dueOn())
                .map(stage -> new Reminder(
                        owed.season().id(),
                        owed.code(),
                        owed.unitId(),
                        owed.roles().stream().map(Enum::name).collect(Collectors.toSet()),
                        owed.aboutId(),
                        owed.title(),
                        owed.dueOn(),
                        stage,
                        0));
    }
}
