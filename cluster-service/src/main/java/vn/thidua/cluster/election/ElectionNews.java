package vn.thidua.cluster.election;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Tells the feed and the audit what became of an election. */
@Component
class ElectionNews {
    static final String AGGREGATE = "election";

    /**
     * An election as the feed tells it.
     *
     * @param votes of every candidate; empty unless counted
     * @param cast null unless counted, and blank likewise
     * @param onPaper whether it was held on paper and its tellers recorded the count
     * @param invalid of a count on paper; null otherwise
     * @param eligible null before the opening
     */
    record ElectionPublished(
            UUID seasonId,
            UUID clusterId,
            Election.Status status,
            @Nullable UUID electedUnitId,
            Map<UUID, Integer> votes,
            @Nullable Integer cast,
            @Nullable Integer blank,
            boolean onPaper,
            @Nullable Integer invalid,
            @Nullable Integer eligible,
            @Nullable Instant closedAt) {}

    private final ElectionQueries queries;
    private final Outbox outbox;
    private final Audit audit;

    ElectionNews(ElectionQueries queries, Outbox outbox, Audit audit) {
        this.queries = queries;
        this.outbox = outbox;
        this.audit = audit;
    }

    void tell(
            Caller caller,
            Basis basis,
            Election election,
            @Nullable Election before,
            String action,
            @Nullable String reason) {
        var event = queries.published(election.id());
        outbox.publish(
                AGGREGATE, election.id(), election.version(), "vn.thidua." + action, election.organiserId(), event);
        audit.record(new AuditEntry(
                caller, basis, action, AGGREGATE, election.id(), election.organiserId(), before, election, reason));
    }
}
