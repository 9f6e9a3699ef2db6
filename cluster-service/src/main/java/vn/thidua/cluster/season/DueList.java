package vn.thidua.cluster.season;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
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

    private final SeasonStore store;
    private final SeasonQueries queries;
    private final List<DueFacts> sources;

    DueList(SeasonStore store, SeasonQueries queries, List<DueFacts> sources) {
        this.store = store;
        this.queries = queries;
        this.sources = List.copyOf(sources);
    }

    /** The list in the order of days; empty for a season recorded after the fact, of which nothing is due. */
    List<DueView> of(Seasons.Ref season) {
        if (!season.live()) {
            return List.of();
        }
        var today = store.today();
        var rules = queries.dueRules();
        return facts(new UUID[] {season.id()}, today).stream()
                .map(fact -> view(fact, rules.get(fact.code()), season, today))
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
        var ids = living.keySet().toArray(UUID[]::new);
        var today = store.today();
        var rules = queries.dueRules();
        var facts = facts(ids, today);
        sources.forEach(source -> facts.addAll(source.owedByMembers(ids)));
        return facts.stream()
                .filter(fact -> !fact.done())
                .map(fact -> {
                    var season = Objects.requireNonNull(living.get(fact.seasonId()));
                    var dueOn = dueOn(fact, rules.get(fact.code()), season);
                    return Owed.of(season, fact, dueOn, dueOn != null && today.isAfter(dueOn));
                })
                .sorted(Comparator.comparing(Owed::dueOn, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Owed::code)
                        .thenComparing(Owed::unitId))
                .toList();
    }

    private List<DueFacts.Fact> facts(UUID[] seasons, LocalDate today) {
        var facts = new ArrayList<>(queries.dueFacts(seasons));
        sources.forEach(source -> facts.addAll(source.of(seasons, today)));
        return facts;
    }

    private static @Nullable LocalDate dueOn(DueFacts.Fact fact, @Nullable DueRule rule, Seasons.Ref season) {
        return fact.dueOn() != null || rule == null ? fact.dueOn() : rule.dueOn(season.from(), season.until());
    }

    private static DueView view(DueFacts.Fact fact, @Nullable DueRule rule, Seasons.Ref season, LocalDate today) {
        var dueOn = dueOn(fact, rule, season);
        var late = !fact.done() && dueOn != null && today.isAfter(dueOn);
        return new DueView(
                fact.code(),
                fact.id(),
                fact.title(),
                dueOn,
                fact.done() ? State.DONE : late ? State.LATE : State.DUE,
                fact.doneOn(),
                rule != null && rule.verified(),
                rule == null ? null : rule.source());
    }
}
