package vn.thidua.cluster.mandate;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.access.Role;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.replica.MandateCopy;
import vn.thidua.kit.replica.MandateEvent;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Grants mandates and withdraws them. */
@Service
public class MandateService {
    /** What is to be granted. */
    record Grant(
            @Nullable UUID personId,
            @Nullable String clientId,
            UUID unitId,
            Role role,
            Mandate.Scope scope,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    private final MandateStore store;
    private final Mandates mandates;
    private final MandateCopy copy;
    private final Outbox outbox;
    private final Audit audit;

    MandateService(MandateStore store, Mandates mandates, MandateCopy copy, Outbox outbox, Audit audit) {
        this.store = store;
        this.mandates = mandates;
        this.copy = copy;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    UUID grant(Caller caller, Grant grant) {
        if ((grant.personId() == null) == (grant.clientId() == null)) {
            throw Problem.invalid(FieldError.of("/personId", "one-holder")).asException();
        }
        if (grant.validUntil() != null && !grant.validUntil().isAfter(grant.validFrom())) {
            throw Problem.invalid(FieldError.of("/validTo", "before-start")).asException();
        }
        if (!store.unitExists(grant.unitId())) {
            throw Problem.invalid(FieldError.of("/unitId", "not-found")).asException();
        }
        var basis = mandates.require(caller, Ability.MANDATES_WRITE.permission(), grant.unitId());
        if (grant.personId() != null && !store.personExists(grant.personId())) {
            throw Problem.invalid(FieldError.of("/personId", "not-found")).asException();
        }
        return grant(caller, basis, grant);
    }

    /** The first administrators' mandates over everything. */
    @Transactional
    public void grantByInstallation(@Nullable UUID personId, @Nullable String clientId, UUID unitId, LocalDate from) {
        var grant = new Grant(personId, clientId, unitId, Role.ADMINISTRATOR, Mandate.Scope.SUBTREE, from, null);
        grant(null, null, grant);
    }

    private UUID grant(@Nullable Caller caller, @Nullable Basis basis, Grant grant) {
        var mandate = new Mandate(
                store.nextId(),
                grant.personId(),
                grant.clientId(),
                grant.unitId(),
                grant.role(),
                grant.scope(),
                grant.validFrom(),
                grant.validUntil(),
                null,
                null,
                1);
        try {
            store.insert(mandate);
        } catch (DataIntegrityViolationException violation) {
            if (String.valueOf(violation.getMessage()).contains("mandate_once")) {
                throw Problem.because(ProblemType.CONFLICT, "mandate-twice").asException();
            }
            throw violation;
        }
        tell(caller, basis, mandate, null, "mandate.granted", null);
        return mandate.id();
    }

    /** Withdraws a mandate at once; it stops being usable in every service as soon as the feed has brought it there. */
    @Transactional
    void withdraw(Caller caller, UUID id, long expected, String reason) {
        var before = store.lock(id)
                .filter(mandate -> mandates.may(caller, Ability.MANDATES_READ.permission(), mandate.unitId()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var basis = mandates.require(caller, Ability.MANDATES_WRITE.permission(), before.unitId());
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        if (before.withdrawnAt() != null) {
            throw Problem.because(ProblemType.CONFLICT, "mandate-withdrawn").asException();
        }
        var after = before.withdrawn(store.now(), reason);
        store.withdraw(after);
        tell(caller, basis, after, before, "mandate.withdrawn", reason);
    }

    private void tell(
            @Nullable Caller caller,
            @Nullable Basis basis,
            Mandate mandate,
            @Nullable Mandate before,
            String action,
            @Nullable String reason) {
        var event = mandate.event();
        copy.put(mandate.id(), mandate.version(), event);
        outbox.publish(MandateEvent.AGGREGATE, mandate.id(), mandate.version(), "vn.thidua." + action, null, event);
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                MandateEvent.AGGREGATE,
                mandate.id(),
                mandate.unitId(),
                before,
                mandate,
                reason));
    }
}
