package vn.thidua.award.nomination;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Tells feed and audit of a changed nomination, with all that belongs to it. */
@Component
class Telling {
    /** A nomination as the feed tells it. The achievements stay here, and names of persons with them. */
    record Published(
            UUID awardId,
            UUID seasonId,
            UUID unitId,
            UUID organiserId,
            Nomination.State state,
            @Nullable String candidate,
            @Nullable UUID electionId,
            @Nullable UUID rankingId,
            Opinion.@Nullable Conclusion conclusion,
            @Nullable Boolean departsFromCandidates,
            @Nullable String departureReason) {}

    /** What the audit keeps of it. */
    record Audited(
            Nomination nomination,
            @Nullable Submission submission,
            @Nullable Opinion opinion) {}

    private final NominationQueries queries;
    private final Outbox outbox;
    private final Audit audit;

    Telling(NominationQueries queries, Outbox outbox, Audit audit) {
        this.queries = queries;
        this.outbox = outbox;
        this.audit = audit;
    }

    void tell(
            Caller caller,
            Basis basis,
            Nomination nomination,
            @Nullable Nomination before,
            String action,
            @Nullable String reason) {
        var submission = queries.submission(nomination.id()).orElse(null);
        var opinion = queries.opinion(nomination.id()).orElse(null);
        var published = new Published(
                nomination.awardId(),
                nomination.seasonId(),
                nomination.unitId(),
                nomination.organiserId(),
                nomination.state(),
                submission == null ? null : submission.candidate().name(),
                submission == null ? null : submission.electionId(),
                submission == null ? null : submission.rankingId(),
                opinion == null ? null : opinion.conclusion(),
                opinion == null ? null : opinion.departs(),
                opinion == null ? null : opinion.reason());
        outbox.publish(
                Nomination.AGGREGATE,
                nomination.id(),
                nomination.version(),
                "vn.thidua." + action,
                nomination.unitId(),
                published);
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                Nomination.AGGREGATE,
                nomination.id(),
                nomination.unitId(),
                before,
                new Audited(nomination, submission, opinion),
                reason));
    }
}
