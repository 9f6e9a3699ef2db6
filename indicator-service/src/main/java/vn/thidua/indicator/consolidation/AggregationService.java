package vn.thidua.indicator.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.catalogue.CatalogueService;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Keeps the rules of aggregation. */
@Service
class AggregationService {
    private static final String AGGREGATE = "aggregation";

    /** An indicator's rule as the feed tells it. */
    record AggregationPublished(
            UUID indicatorId,
            Aggregation.Rule rule,
            @Nullable UUID weightId) {}

    private final AggregationStore store;
    private final Mandates mandates;
    private final Outbox outbox;
    private final Audit audit;

    AggregationService(AggregationStore store, Mandates mandates, Outbox outbox, Audit audit) {
        this.store = store;
        this.mandates = mandates;
        this.outbox = outbox;
        this.audit = audit;
    }

    AggregationStore.Ruled find(UUID indicatorId) {
        return store.find(indicatorId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
    }

    /**
     * A rule as somebody says it.
     *
     * @param expected the version of the one that he saw, 0 while nobody said one
     * @param at where errors of it point to
     */
    record Said(
            UUID indicatorId,
            Aggregation.Rule rule,
            @Nullable UUID weightId,
            long expected,
            String at) {}

    /**
     * Says all those rules, or none of them. One that is said already stays as it is, so that the same may be sent again.
     *
     * @return the rules by indicator
     * @throws vn.thidua.kit.problem.ProblemException 404 where an indicator is none; 422 where a rule does not suit its indicator's kind, a
     *     weight is none, or an indicator is named twice; 412 where somebody said another rule meanwhile
     */
    @Transactional
    Map<UUID, AggregationStore.Ruled> change(Caller caller, List<Said> all) {
        var ids = all.stream().map(Said::indicatorId).toList();
        var before = store.lock(ids);
        if (!before.keySet().containsAll(ids)) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        var bases = new HashMap<UUID, Basis>();
        for (var ruled : before.values()) {
            bases.computeIfAbsent(ruled.unitId(), unit -> mandates.require(caller, CatalogueService.WRITE, unit));
        }
        requireSuited(all, before);
        var after = new LinkedHashMap<UUID, AggregationStore.Ruled>(before);
        var changes = new ArrayList<Change>();
        for (var said : all) {
            var present = Objects.requireNonNull(before.get(said.indicatorId()));
            var version = present.aggregation().version();
            if (present.says(said.rule(), said.weightId())) {
                continue;
            }
            if (version != said.expected()) {
                throw Versions.mismatch(version)
                        .with("indicatorId", said.indicatorId())
                        .asException();
            }
            var ruled = present.with(new Aggregation(said.rule(), said.weightId(), version + 1));
            after.put(said.indicatorId(), ruled);
            changes.add(new Change(said, present, ruled, Objects.requireNonNull(bases.get(present.unitId()))));
        }
        store.put(changes.stream()
                .collect(Collectors.toMap(
                        change -> change.said().indicatorId(),
                        change -> change.after().aggregation())));
        tell(caller, changes);
        return after;
    }

    private record Change(Said said, AggregationStore.Ruled before, AggregationStore.Ruled after, Basis basis) {}

    private void requireSuited(List<Said> all, Map<UUID, AggregationStore.Ruled> present) {
        var weights = store.amounts(
                all.stream().map(Said::weightId).filter(Objects::nonNull).toList());
        var errors = new ArrayList<FieldError>();
        var seen = new HashSet<UUID>();
        for (var said : all) {
            var indicator = Objects.requireNonNull(present.get(said.indicatorId()));
            if (!seen.add(said.indicatorId())) {
                errors.add(FieldError.of(said.at() + "/indicatorId", "taken"));
            }
            if (!said.rule().suits(indicator.kind())) {
                errors.add(FieldError.of(said.at() + "/rule", "rule-unsuited"));
            }
            var weight = said.weightId();
            var weighted = said.rule() == Aggregation.Rule.WEIGHTED_AVERAGE;
            if (weighted != (weight != null)
                    || (weight != null
                            && (weight.equals(said.indicatorId())
                                    || !indicator.unitId().equals(weights.get(weight))))) {
                errors.add(FieldError.of(said.at() + "/weightId", "weight-unsuited"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).asException();
        }
    }

    private void tell(Caller caller, List<Change> changes) {
        var publications = new ArrayList<Outbox.Publication>();
        var entries = new ArrayList<AuditEntry>();
        for (var change : changes) {
            var said = change.said();
            var unitId = change.before().unitId();
            var after = change.after().aggregation();
            publications.add(new Outbox.Publication(
                    AGGREGATE,
                    said.indicatorId(),
                    after.version(),
                    "vn.thidua.aggregation.changed",
                    unitId,
                    new AggregationPublished(said.indicatorId(), said.rule(), said.weightId())));
            entries.add(new AuditEntry(
                    caller,
                    change.basis(),
                    "indicator.aggregated",
                    "indicator",
                    said.indicatorId(),
                    unitId,
                    change.before().aggregation(),
                    after,
                    null));
        }
        outbox.publish(publications);
        audit.record(entries);
    }
}
