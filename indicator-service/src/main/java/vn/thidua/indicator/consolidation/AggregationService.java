package vn.thidua.indicator.consolidation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.indicator.catalogue.CatalogueService;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
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
     * @param expected the rule's version, 0 while nobody said one
     * @throws vn.thidua.kit.problem.ProblemException 422 where the rule does not suit the indicator's kind, or the weight is none
     */
    @Transactional
    AggregationStore.Ruled change(
            Caller caller, UUID indicatorId, Aggregation.Rule rule, @Nullable UUID weightId, long expected) {
        var before = store.lock(indicatorId)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = mandates.require(caller, CatalogueService.WRITE, before.unitId());
        if (before.aggregation().version() != expected) {
            throw Versions.mismatch(before.aggregation().version()).asException();
        }
        if (!rule.suits(before.kind())) {
            throw Problem.invalid(FieldError.of("/rule", "rule-unsuited")).asException();
        }
        var weighted = rule == Aggregation.Rule.WEIGHTED_AVERAGE;
        if (weighted != (weightId != null)
                || (weightId != null && !store.weighs(indicatorId, before.unitId(), weightId))) {
            throw Problem.invalid(FieldError.of("/weightId", "weight-unsuited")).asException();
        }
        var after = new Aggregation(rule, weightId, expected + 1);
        store.put(indicatorId, after);
        outbox.publish(
                AGGREGATE,
                indicatorId,
                after.version(),
                "vn.thidua.aggregation.changed",
                before.unitId(),
                new AggregationPublished(indicatorId, rule, weightId));
        audit.record(new AuditEntry(
                caller,
                basis,
                "indicator.aggregated",
                "indicator",
                indicatorId,
                before.unitId(),
                before.aggregation(),
                after,
                null));
        return new AggregationStore.Ruled(before.unitId(), before.kind(), after, before.suggested());
    }
}
