package vn.thidua.cluster.season;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The checklist of a live season: what is due by when, what is done, what is late. */
@Component
class DueList {
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
        var facts = new ArrayList<>(queries.dueFacts(season.id()));
        sources.forEach(source -> facts.addAll(source.of(season, today)));
        var rules = queries.dueRules();
        return facts.stream()
                .map(fact -> view(fact, rules.get(fact.code()), season, today))
                .sorted(Comparator.comparing(DueView::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(DueView::code))
                .toList();
    }

    private static DueView view(DueFacts.Fact fact, @Nullable DueRule rule, Seasons.Ref season, LocalDate today) {
        var dueOn = fact.dueOn() != null || rule == null ? fact.dueOn() : rule.dueOn(season.from(), season.until());
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
