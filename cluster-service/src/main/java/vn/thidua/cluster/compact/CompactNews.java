package vn.thidua.cluster.compact;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** Tells feed and audit what became of a compact, and callers why nothing did. */
@Component
class CompactNews {
    static final String AGGREGATE = "compact";

    /** The compact is signed or withdrawn. */
    private static final ProblemType SETTLED = new ProblemType("compact-settled", HttpStatus.CONFLICT);

    /** A compact as the feed tells it. */
    record CompactPublished(
            UUID seasonId,
            Compact.Status status,
            @Nullable String textSha256,
            @Nullable LocalDate signedOn) {}

    private final Outbox outbox;
    private final Audit audit;

    CompactNews(Outbox outbox, Audit audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    static Problem settled(Compact compact) {
        return Problem.of(SETTLED).with("compactStatus", compact.status().name());
    }

    void tell(
            Caller caller,
            Basis basis,
            Compact compact,
            @Nullable Compact before,
            String action,
            @Nullable String reason) {
        var event =
                new CompactPublished(compact.seasonId(), compact.status(), compact.textSha256(), compact.signedOn());
        outbox.publish(AGGREGATE, compact.id(), compact.version(), "vn.thidua." + action, compact.organiserId(), event);
        audit.record(new AuditEntry(
                caller, basis, action, AGGREGATE, compact.id(), compact.organiserId(), before, compact, reason));
    }
}
