package vn.thidua.cluster.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thidua.cluster.access.Ability;
import vn.thidua.kit.audit.ActorNames;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.feed.Outbox;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.personal.PersonalValues;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.replica.AccountEvent;
import vn.thidua.kit.replica.MandateCopy;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Registers people, changes and erases them. Names leave this service neither by the feed nor readable in the audit. */
@Service
public class PersonService implements ActorNames {
    /** What a caller says of a person. */
    record Content(
            String name,
            @Nullable String email,
            @Nullable String phone,
            UUID unitId,
            @Nullable String account) {}

    private final PersonStore store;
    private final AccountStore accounts;
    private final Mandates mandates;
    private final MandateCopy copy;
    private final Outbox outbox;
    private final Audit audit;
    private final PersonalValues values;
    private final ApplicationEventPublisher events;

    PersonService(
            PersonStore store,
            AccountStore accounts,
            Mandates mandates,
            MandateCopy copy,
            Outbox outbox,
            Audit audit,
            PersonalValues values,
            ApplicationEventPublisher events) {
        this.store = store;
        this.accounts = accounts;
        this.mandates = mandates;
        this.copy = copy;
        this.outbox = outbox;
        this.audit = audit;
        this.values = values;
        this.events = events;
    }

    @Transactional
    UUID create(Caller caller, Content content) {
        var basis = mandates.require(caller, Ability.PEOPLE_WRITE.permission(), content.unitId());
        return create(caller, basis, content).id();
    }

    /** The first administrators; only the set-up creates people without a mandate of its own. */
    @Transactional
    public UUID createByInstallation(String name, UUID unitId, String account) {
        return create(null, null, new Content(name, null, null, unitId, account))
                .id();
    }

    private Person create(@Nullable Caller caller, @Nullable Basis basis, Content content) {
        var person = new Person(
                store.nextId(),
                content.name(),
                content.email(),
                content.phone(),
                content.unitId(),
                content.account(),
                false,
                1);
        try {
            store.insert(person);
        } catch (DuplicateKeyException taken) {
            throw accountTaken().asException();
        }
        tell(caller, basis, person, null, "person.created", null);
        return person;
    }

    @Transactional
    void change(Caller caller, UUID id, long expected, Content content) {
        var before = lock(caller, id);
        if (before.erased()) {
            throw Problem.because(ProblemType.CONFLICT, "person-erased").asException();
        }
        if (before.version() != expected) {
            throw Versions.mismatch(before.version()).asException();
        }
        var basis = mandates.require(caller, Ability.PEOPLE_WRITE.permission(), before.unitId());
        mandates.require(caller, Ability.PEOPLE_WRITE.permission(), content.unitId());
        if (!Objects.equals(before.account(), content.account())) {
            requireOverAllMandates(caller, id);
        }
        var after =
                before.changed(content.name(), content.email(), content.phone(), content.unitId(), content.account());
        try {
            store.update(after);
        } catch (DuplicateKeyException taken) {
            throw accountTaken().asException();
        }
        tell(caller, basis, after, before, "person.changed", null);
    }

    /** Erases a person's data: here at once, in the audit by deleting the key, which is retried until it is done. */
    @Transactional
    void erase(Caller caller, UUID id, String reason) {
        var before = lock(caller, id);
        var basis = mandates.require(caller, Ability.PEOPLE_WRITE.permission(), before.unitId());
        if (before.erased()) {
            return;
        }
        var after = before.erase();
        store.update(after);
        store.requestKeyDeletion(id);
        accounts.askRemoval(id, before.account());
        tell(caller, basis, after, before, "person.erased", reason);
        events.publishEvent(new PersonErased(id, caller, basis, reason));
    }

    /**
     * The person, kept from changing until the transaction ends, and the mandate by which the caller decides who logs in as
     * that person. Who does so has all the person's mandates in his hands, so the caller has to stand above each of them.
     */
    Basis requireOverAccount(Caller caller, Person person) {
        var basis = mandates.require(caller, Ability.PEOPLE_WRITE.permission(), person.unitId());
        requireOverAllMandates(caller, person.id());
        return basis;
    }

    private void requireOverAllMandates(Caller caller, UUID id) {
        for (var unit : store.unitsOfMandates(id)) {
            if (!mandates.may(caller, Ability.PEOPLE_WRITE.permission(), unit)) {
                throw Problem.because(ProblemType.FORBIDDEN, "mandates-elsewhere")
                        .asException();
            }
        }
    }

    /** The name of somebody whose data is there; empty after erasure. */
    Optional<String> nameOf(UUID id) {
        return store.find(id).map(listed -> listed.person().name());
    }

    /**
     * The account that was asked for is there: the person logs in with it from now on. Throws
     * {@link DuplicateKeyException} when another person does.
     */
    @Transactional
    void link(AccountRequest request, String subject) {
        var before = store.lock(request.personId()).orElseThrow();
        if (before.erased()) {
            accounts.askRemoval(before.id(), subject);
            return;
        }
        if (before.account() == null) {
            var after = before.linked(subject);
            store.update(after);
            tell(null, null, after, before, "person.changed", null);
        }
        accounts.done(request);
    }

    @Override
    public Map<String, String> of(Set<String> accounts) {
        return store.names(accounts);
    }

    /** The person, unchangeable by others until the transaction ends; not found for who may not see it. */
    Person lock(Caller caller, UUID id) {
        var person = store.lock(id)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        if (!mandates.may(caller, Ability.PEOPLE_READ.permission(), person.unitId())) {
            throw Problem.of(ProblemType.NOT_FOUND).asException();
        }
        return person;
    }

    private void tell(
            @Nullable Caller caller,
            @Nullable Basis basis,
            Person person,
            @Nullable Person before,
            String action,
            @Nullable String reason) {
        var event = new AccountEvent(person.account());
        copy.put(person.id(), event);
        outbox.publish(AccountEvent.AGGREGATE, person.id(), person.version(), "vn.thidua." + action, null, event);
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                AccountEvent.AGGREGATE,
                person.id(),
                person.unitId(),
                before == null ? null : sealed(before),
                sealed(person),
                reason));
    }

    private Map<String, @Nullable Object> sealed(Person person) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("name", values.seal(person.id(), person.name()));
        fields.put("email", values.seal(person.id(), person.email()));
        fields.put("phone", values.seal(person.id(), person.phone()));
        fields.put("unitId", person.unitId());
        fields.put("account", person.account());
        fields.put("erased", person.erased());
        return fields;
    }

    private static Problem accountTaken() {
        return Problem.invalid(FieldError.of("/account/subject", "taken"));
    }
}
