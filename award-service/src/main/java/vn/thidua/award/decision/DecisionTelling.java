package vn.thidua.award.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Tells feed and audit of a changed decision. */
@Component
class DecisionTelling {
    /** A decision as the feed tells it: the office that signed, no person's name. */
    record Published(
            UUID authorityUnitId,
            String title,
            Decision.State state,
            @Nullable String signerOffice,
            @Nullable LocalDate decidedOn,
            @Nullable String number,
            @Nullable LocalDate issuedOn,
            List<UUID> nominationIds,
            List<UUID> documentIds) {}

    private final Outbox outbox;
    private final Audit audit;

    DecisionTelling(Outbox outbox, Audit audit) {
        this.outbox = outbox;
        this.audit = audit;
    }

    /** @param documentIds in the order of the nominations once issued, empty before */
    void tell(
            Caller caller,
            Basis basis,
            Decision decision,
            @Nullable Decision before,
            String action,
            List<UUID> documentIds) {
        var signature = decision.signature();
        var published = new Published(
                decision.authorityUnitId(),
                decision.title(),
                decision.state(),
                signature == null ? null : signature.office(),
                signature == null ? null : signature.on(),
                decision.number(),
                decision.issuedOn(),
                decision.nominationIds(),
                documentIds);
        outbox.publish(
                Decision.AGGREGATE,
                decision.id(),
                decision.version(),
                "vn.thidua." + action,
                decision.authorityUnitId(),
                published);
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                Decision.AGGREGATE,
                decision.id(),
                decision.authorityUnitId(),
                before,
                decision,
                null));
    }
}
