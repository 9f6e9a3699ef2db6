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
import vn.thidua.cluster.task.OutsideSeasons;

/** Looks at the calendars of all live seasons, and at what units owe outside of any, and reminds the units whose turn it is. */
@Component
class Reminders {
    private static final int SEASONS_AT_ONCE = 500;
    private static final int UNITS_AT_ONCE = 500;

    private final Seasons seasons;
    private final DueList due;
    private final List<OutsideSeasons> outside;
    private final MessageStore store;
    private final Channels channels;

    Reminders(Seasons seasons, DueList due, List<OutsideSeasons> outside, MessageStore store, Channels channels) {
        this.seasons = seasons;
        this.due = due;
        this.outside = List.copyOf(outside);
        this.store = store;
        this.channels = channels;
    }

    /** May be cut short anywhere and run again: what was reminded of before is not again. */
    void make() {
        var today = store.today();
        inSeasons(today);
        outsideSeasons(today);
    }

    private void inSeasons(LocalDate today) {
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

    private void outsideSeasons(LocalDate today) {
        @Nullable UUID after = null;
        List<UUID> portion;
        do {
            portion = store.unitsInOffice(after, UNITS_AT_ONCE);
            var units = portion.toArray(UUID[]::new);
            store.remind(
                    outside.stream()
                            .flatMap(source -> source.owedBy(units).stream())
                            .flatMap(work -> reminder(today, work).stream())
                            .toList(),
                    channels);
            after = portion.isEmpty() ? null : portion.getLast();
        } while (portion.size() == UNITS_AT_ONCE);
    }

    private static Optional<Reminder> reminder(LocalDate today, OutsideSeasons.Work work) {
        return Stage.at(today, work.dueOn())
                .map(stage -> new Reminder(
                        null,
                        work.code(),
                        work.unitId(),
                        work.roles().stream().map(Enum::name).collect(Collectors.toSet()),
                        work.aboutId(),
                        work.title(),
                        work.dueOn(),
                        stage,
                        0));
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
