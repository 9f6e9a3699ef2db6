package vn.thidua.award.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Tells feed and audit of a document. Its code is for who holds the paper and does not travel. */
@Component
class DocumentTelling {
    static final String AGGREGATE = "award-document";

    /** A document as the feed tells it and the audit keeps it. */
    record Published(
            UUID decisionId,
            UUID nominationId,
            UUID recipientUnitId,
            String recipient,
            String awardName,
            String decisionNumber,
            LocalDate decidedOn,
            LocalDate issuedOn,
            String sha256,
            boolean revoked) {
        static Published of(AwardDocument document, boolean revoked) {
            return new Published(
                    document.decisionId(),
                    document.nominationId(),
                    document.recipientUnitId(),
                    document.recipient(),
                    document.awardName(),
                    document.decisionNumber(),
                    document.decidedOn(),
                    document.issuedOn(),
                    document.sha256(),
                    revoked);
        }
    }

    private final Outbox outbox;
    private final Audit audit;

    DocumentTelling(Outbox outbox, Audit audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    void issued(Caller caller, Basis basis, AwardDocument document) {
        tell(caller, basis, document, 1, "award-document.issued", null);
    }

    void revoked(Caller caller, Basis basis, AwardDocument document, String reason) {
        tell(caller, basis, document, 2, "award-document.revoked", reason);
    }

    private void tell(
            Caller caller, Basis basis, AwardDocument document, long version, String action, @Nullable String reason) {
        var revoked = version > 1;
        var published = Published.of(document, revoked);
        var unit = document.recipientUnitId();
        outbox.publish(AGGREGATE, document.id(), version, "vn.thidua." + action, unit, published);
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                AGGREGATE,
                document.id(),
                unit,
                revoked ? Published.of(document, false) : null,
                published,
                reason));
    }
}
