package vn.thidua.indicator.consolidation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.indicator.season.Season;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Says what happened to a cluster's own report, to the audit and to the feed. */
@Component
class ConsolidationTelling {
    /**
     * A cluster's own report as the feed tells it.
     *
     * @param numbers as they were handed in; none in a draft, which follows the members' numbers
     * @param beside what is said beside them
     */
    record ConsolidationPublished(
            UUID periodId,
            UUID seasonId,
            Consolidation.Status status,
            int edition,
            @Nullable Instant submittedAt,
            @Nullable Instant adoptedAt,
            @Nullable String returnedBecause,
            Collection<Consolidation.Computed> numbers,
            List<BesidePublished> beside) {}

    record BesidePublished(
            UUID indicatorId,
            @Nullable BigDecimal adjusted,
            @Nullable String reason,
            @Nullable String explanation) {}

    private record Adjusted(UUID indicatorId, Consolidation.Beside before, Consolidation.Beside after) {}

    private final ConsolidationStore store;
    private final ConsolidationQueries queries;
    private final Outbox outbox;
    private final Audit audit;

    ConsolidationTelling(ConsolidationStore store, ConsolidationQueries queries, Outbox outbox, Audit audit) {
        this.store = store;
        this.queries = queries;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Of one number; call after the change, in its transaction. */
    void adjusted(
            Caller caller,
            Basis basis,
            Season season,
            UUID periodId,
            Consolidation.Beside before,
            Consolidation.Beside after) {
        var action = "consolidation.adjusted";
        publish(season, periodId, action);
        record(
                caller,
                basis,
                season,
                periodId,
                action,
                null,
                new Adjusted(after.indicatorId(), before, after),
                after.reason());
    }

    /** Of the whole of it; call after the change, in its transaction. */
    void tell(Caller caller, Basis basis, Season season, String action, Consolidation before, @Nullable String reason) {
        var after = publish(season, before.periodId(), action);
        record(caller, basis, season, before.periodId(), action, before, after, reason);
    }

    private ConsolidationPublished publish(Season season, UUID periodId, String action) {
        var present = store.find(periodId);
        var published = new ConsolidationPublished(
                periodId,
                season.id(),
                present.status(),
                present.edition(),
                present.submittedAt(),
                present.adoptedAt(),
                present.returnedBecause(),
                present.status() == Consolidation.Status.DRAFT
                        ? List.of()
                        : queries.frozen(periodId, present.edition()).values(),
                store.beside(periodId).values().stream()
                        .sorted(Comparator.comparing(Consolidation.Beside::indicatorId))
                        .map(said -> new BesidePublished(
                                said.indicatorId(), said.adjusted(), said.reason(), said.explanation()))
                        .toList());
        outbox.publish(
                Consolidation.AGGREGATE,
                periodId,
                present.version(),
                "vn.thidua." + action,
                season.organiserId(),
                published);
        return published;
    }

    private void record(
            Caller caller,
            Basis basis,
            Season season,
            UUID periodId,
            String action,
            @Nullable Object before,
            Object after,
            @Nullable String reason) {
        audit.record(new AuditEntry(
                caller, basis, action, Consolidation.AGGREGATE, periodId, season.organiserId(), before, after, reason));
    }
}
