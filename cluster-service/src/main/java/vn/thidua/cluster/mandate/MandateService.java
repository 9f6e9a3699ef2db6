package vn.thidua.cluster.mandate;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
import vn.thidua.kit.problem.ProblemException;
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

    private static final String OWN_MANDATE = "own-mandate";
    private static final String DUTIES_APART = "duties-apart";

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
        if (grant.personId() != null) {
            requireFit(caller, grant.personId(), grant);
        }
        return grant(caller, basis, grant);
    }

    private void requireFit(Caller caller, UUID personId, Grant grant) {
        if (!store.personExists(personId)) {
            throw Problem.invalid(FieldError.of("/personId", "not-found")).asException();
        }
        var unfit = unfit(caller, List.of(grant)).get(personId);
        if (OWN_MANDATE.equals(unfit)) {
            throw Problem.invalid(FieldError.of("/personId", OWN_MANDATE)).asException();
        }
        if (unfit != null) {
            throw dutiesApart();
        }
    }

    /** Who of these people may not be granted that: the code of the reason by person; whoever may is not in it. */
    public Map<UUID, String> unfit(Caller caller, List<Grant> grants) {
        var people = new HashSet<UUID>();
        for (var grant : grants) {
            if (grant.personId() != null) {
                people.add(grant.personId());
            }
        }
        var self = store.personOf(caller).orElse(null);
        var held = store.everHeldBy(people).stream()
                .collect(Collectors.groupingBy(mandate -> Objects.requireNonNull(mandate.personId())));
        var unfit = new HashMap<UUID, String>();
        for (var grant : grants) {
            var person = grant.personId();
            if (person != null && person.equals(self)) {
                unfit.put(person, OWN_MANDATE);
            } else if (person != null
                    && held.getOrDefault(person, List.of()).stream().anyMatch(one -> one.isApartFrom(grant))) {
                unfit.put(person, DUTIES_APART);
            }
        }
        return unfit;
    }

    private static ProblemException dutiesApart() {
        return Problem.invalid(FieldError.of("/role", DUTIES_APART)).asException();
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
            if (String.valueOf(violation.getMessage()).contains("duties that are kept apart")) {
                throw dutiesApart();
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
        store.update(List.of(after));
        tell(caller, List.of(new Told(basis, before, after, "mandate.withdrawn", reason)));
    }

    /**
     * Lets mandates that stand end, or go on.
     *
     * @param until first day on which they no longer hold, later than their first; null when they go on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Caller caller, Basis basis, Collection<UUID> ids, @Nullable LocalDate until) {
        change(caller, basis, ids, "mandate.ended", null, mandate -> mandate.ending(until));
    }

    /** Withdraws at once those mandates that were not withdrawn before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Caller caller, Basis basis, Collection<UUID> ids, String reason) {
        var now = store.now();
        change(caller, basis, ids, "mandate.withdrawn", reason, mandate -> mandate.withdrawn(now, reason));
    }

    private void change(
            Caller caller,
            Basis basis,
            Collection<UUID> ids,
            String action,
            @Nullable String reason,
            UnaryOperator<Mandate> change) {
        var told = store.lock(ids).stream()
                .filter(mandate -> mandate.withdrawnAt() == null)
                .map(before -> new Told(basis, before, change.apply(before), action, reason))
                .toList();
        store.update(told.stream().map(Told::mandate).toList());
        tell(caller, told);
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
