package vn.thidua.cluster.season;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The work of live seasons: what is due by when and by whom, what is done, what is late. */
@Component
public class DueList {
    enum State {
        DONE,
        DUE,
        LATE
    }

    /**
     * @param dueOn last day, or null where no rule says one
     * @param verified whether the rule's source was checked
     * @param source of the rule that says by when
     */
    record DueView(
            @NotNull String code,
            @Nullable UUID id,
            @Nullable String title,
            @Nullable LocalDate dueOn,
            @NotNull State state,
            @Nullable LocalDate doneOn,
            boolean verified,
            @Nullable String source) {}

    private final DueQueries queries;

    DueList(DueQueries queries) {
        this.queries = queries;
    }

    /** The list in the order of days; empty for a season recorded after the fact, of which nothing is due. */
    List<DueView> of(Seasons.Ref season) {
        if (!season.live()) {
            return List.of();
        }
        return queries.checklist(season.id()).stream()
                .map(fact -> view(fact, season))
                .sorted(Comparator.comparing(DueView::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(DueView::code))
                .toList();
    }

    /**
     * What seasons still owe, each with the unit whose turn it is, in the order of days; none of a season that is closed or was
     * recorded after the fact.
     */
    public List<Owed> owed(Collection<Seasons.Ref> seasons) {
        var living = seasons.stream()
                .filter(season -> season.live() && !season.settled())
                .collect(Collectors.toMap(Seasons.Ref::id, season -> season));
        if (living.isEmpty()) {
            return List.of();
        }
        return queries.everything(living.keySet().toArray(UUID[]::new)).stream()
                .filter(fact -> !fact.done())
                .map(fact -> Owed.of(Objects.requireNonNull(living.get(fact.seasonId())), fact))
                .sorted(Comparator.comparing(Owed::dueOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Owed::code)
                        .thenComparing(Owed::unitId))
                .toList();
    }

    private static DueView view(DueQueries.Fact fact, Seasons.Ref season) {
        var dueOn = fact.dueOn(season);
        var rule = fact.rule();
        return new DueView(
                fact.code(),
                fact.id(),
                fact.title(),
                dueOn,
                fact.done() ? State.DONE : fact.late(dueOn) ? State.LATE : State.DUE,
                fact.doneOn(),
                rule != null && rule.verified(),
                rule == null ? null : rule.source());
    }
}
