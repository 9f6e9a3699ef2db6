package vn.thidua.cluster.mandate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
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
    public record Grant(
            @Nullable UUID personId,
            @Nullable String clientId,
            UUID unitId,
            Role role,
            Mandate.Scope scope,
            LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /** @param basis by which the caller may grant it, null for the set-up */
    public record Granted(@Nullable Basis basis, Grant grant) {
        private Told told(UUID id) {
            var mandate = new Mandate(
                    id,
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
            return new Told(basis, null, mandate, "mandate.granted", null);
        }
    }

    /** @param before null when it was granted */
    private record Told(
            @Nullable Basis basis,
            @Nullable Mandate before,
            Mandate mandate,
            String action,
            @Nullable String reason) {}

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
        return grant(caller, List.of(new Granted(basis, grant))).getFirst();
    }

    /** All mandates that these people hold, will hold or ever held, withdrawn ones too. */
    public List<Mandate> everHeldBy(Collection<UUID> people) {
        return store.everHeldBy(people);
    }

    /**
     * Grants what was judged before, in a few statements.
     *
     * @return their ids
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> grant(@Nullable Caller caller, List<Granted> granted) {
        if (granted.isEmpty()) {
            return List.of();
        }
        var ids = store.nextIds(granted.size()).iterator();
        var told = granted.stream().map(one -> one.told(ids.next())).toList();
        try {
            store.insert(told.stream().map(Told::mandate).toList());
        } catch (DataIntegrityViolationException violation) {
            if (String.valueOf(violation.getMessage()).contains("mandate_once")) {
                throw Problem.because(ProblemType.CONFLICT, "mandate-twice").asException();
            }
            throw violation;
        }
        tell(caller, told);
        return told.stream().map(one -> one.mandate().id()).toList();
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
        tell(caller, List.of(new Told(basis, before, after, "mandate.withdrawn", reason)));
    }

    private void tell(@Nullable Caller caller, List<Told> told) {
        copy.putMandates(told.stream()
                .map(Told::mandate)
                .map(mandate -> new MandateCopy.CopiedMandate(mandate.id(), mandate.version(), mandate.event()))
                .toList());
        outbox.publish(told.stream()
                .map(one -> new Outbox.Publication(
                        MandateEvent.AGGREGATE,
                        one.mandate().id(),
                        one.mandate().version(),
                        "vn.thidua." + one.action(),
                        null,
                        one.mandate().event()))
                .toList());
        audit.record(told.stream()
                .map(one -> new AuditEntry(
                        caller,
                        one.basis(),
                        one.action(),
                        MandateEvent.AGGREGATE,
                        one.mandate().id(),
                        one.mandate().unitId(),
                        one.before(),
                        one.mandate(),
                        one.reason()))
                .toList());
    }
}
