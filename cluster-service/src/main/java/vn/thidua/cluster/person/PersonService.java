package vn.thidua.cluster.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
    private final Mandates mandates;
    private final MandateCopy copy;
    private final Outbox outbox;
    private final Audit audit;
    private final PersonalValues values;

    PersonService(
            PersonStore store, Mandates mandates, MandateCopy copy, Outbox outbox, Audit audit, PersonalValues values) {
        this.store = store;
        this.mandates = mandates;
        this.copy = copy;
        this.outbox = outbox;
        this.audit = audit;
        this.values = values;
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
        tell(caller, basis, after, before, "person.erased", reason);
    }

    @Override
    public Map<String, String> of(Set<String> accounts) {
        return store.names(accounts);
    }

    private Person lock(Caller caller, UUID id) {
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
