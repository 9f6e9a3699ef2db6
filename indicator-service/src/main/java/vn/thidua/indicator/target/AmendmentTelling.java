package vn.thidua.indicator.target;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Says what became of an amendment, to the audit, to the feed and to what follows from it. */
@Component
class AmendmentTelling {
    private static final String AGGREGATE = "target-amendment";

    /**
     * An amendment as the feed tells it.
     *
     * @param before what the target says when it is proposed, {@code after} what it shall say
     */
    record AmendmentPublished(
            UUID id,
            UUID seasonId,
            UUID unitId,
            UUID indicatorId,
            Amendment.Terms before,
            Amendment.Terms after,
            String reason,
            Amendment.Status status,
            Instant proposedAt,
            @Nullable Instant decidedAt,
            @Nullable String refusedBecause) {
        static AmendmentPublished of(Amendment amendment) {
            return new AmendmentPublished(
                    amendment.id(),
                    amendment.seasonId(),
                    amendment.unitId(),
                    amendment.indicatorId(),
                    amendment.before(),
                    amendment.after(),
                    amendment.reason(),
                    amendment.status(),
                    amendment.proposedAt(),
                    amendment.decidedAt(),
                    amendment.refusedBecause());
        }
    }

    private final Outbox outbox;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    AmendmentTelling(Outbox outbox, Audit audit, ApplicationEventPublisher events) {
        this.outbox = outbox;
        this.audit = audit;
        this.events = events;
    }

    /** Call after the change, in its transaction. */
    void proposed(Caller caller, Basis basis, Amendment proposed) {
        tell(caller, basis, "target.amendment-proposed", null, proposed, proposed.reason());
    }

    /** Call once the target says it, in that transaction. */
    void approved(Caller caller, Basis basis, Amendment proposed, Amendment approved) {
        tell(caller, basis, "target.amended", proposed, approved, proposed.reason());
        var changed = new HashSet<>(approved.before().items());
        changed.addAll(approved.after().items());
        changed.removeIf(name -> approved.before().items().contains(name)
                && approved.after().items().contains(name));
        if (!changed.isEmpty()) {
            events.publishEvent(new TargetAmended(
                    approved.seasonId(), approved.unitId(), approved.indicatorId(), changed, caller, basis));
        }
    }

    /** Call after the change, in its transaction. */
    void refused(Caller caller, Basis basis, Amendment proposed, Amendment refused) {
        tell(caller, basis, "target.amendment-refused", proposed, refused, refused.refusedBecause());
    }

    private void tell(
            Caller caller,
            Basis basis,
            String action,
            @Nullable Amendment before,
            Amendment after,
            @Nullable String reason) {
        // Proposed once, and decided once.
        var version = after.status() == Amendment.Status.PROPOSED ? 1 : 2;
        outbox.publish(
                AGGREGATE,
                after.id(),
                version,
                "vn.thidua.target-amendment." + after.status().name().toLowerCase(Locale.ROOT),
                after.unitId(),
                AmendmentPublished.of(after));
        audit.record(new AuditEntry(
                caller, basis, action, TargetSheet.AGGREGATE, after.seasonId(), after.unitId(), before, after, reason));
    }
}
