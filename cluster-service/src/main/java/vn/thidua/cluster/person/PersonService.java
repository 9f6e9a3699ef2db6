package vn.thidua.cluster.person;

import java.util.List;
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
import vn.thidua.cluster.message.Invitations;
import vn.thidua.kit.audit.ActorNames;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;
import vn.thidua.kit.web.Versions;

/** Registers people, changes and erases them. */
@Service
public class PersonService implements ActorNames {
    /** What a caller says of a person. */
    record Content(
            @Nullable String code,
            String name,
            @Nullable String email,
            @Nullable String phone,
            UUID unitId,
            @Nullable String account) {}

    private final PersonStore store;
    private final AccountStore accounts;
    private final AccountMailStore mails;
    private final AccountSettings settings;
    private final Mandates mandates;
    private final PersonTelling telling;
    private final Invitations invitations;
    private final ApplicationEventPublisher events;

    PersonService(
            PersonStore store,
            AccountStore accounts,
            AccountMailStore mails,
            AccountSettings settings,
            Mandates mandates,
            PersonTelling telling,
            Invitations invitations,
            ApplicationEventPublisher events) {
        this.store = store;
        this.accounts = accounts;
        this.mails = mails;
        this.settings = settings;
        this.mandates = mandates;
        this.telling = telling;
        this.invitations = invitations;
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
        return create(null, null, new Content(null, name, null, null, unitId, account))
                .id();
    }

    private Person create(@Nullable Caller caller, @Nullable Basis basis, Content content) {
        var person = new Person(
                store.nextIds(1).getFirst(),
                content.code(),
                content.name(),
                content.email(),
                content.phone(),
                content.unitId(),
                content.account(),
                false,
                1);
        try {
            store.insert(List.of(person));
        } catch (DuplicateKeyException taken) {
            throw taken(taken).asException();
        }
        telling.tell(caller, new PersonTelling.Told(basis, null, person, "person.created", null));
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
        // Whoever reads the letters sent to the address sets the password.
        if (!Objects.equals(before.account(), content.account()) || !Objects.equals(before.email(), content.email())) {
            requireOverAllMandates(caller, id);
        }
        var after = before.changed(
                content.code(), content.name(), content.email(), content.phone(), content.unitId(), content.account());
        try {
            store.update(List.of(after));
        } catch (DuplicateKeyException taken) {
            throw taken(taken).asException();
        }
        telling.tell(caller, new PersonTelling.Told(basis, before, after, "person.changed", null));
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
        store.update(List.of(after));
        store.requestKeyDeletion(id);
        accounts.askRemoval(id, before.account());
        telling.tell(caller, new PersonTelling.Told(basis, before, after, "person.erased", reason));
        events.publishEvent(new PersonErased(id, caller, basis, reason));
    }

    /**
     * The person, kept from changing until the transaction ends, and the mandate by which the caller decides who logs in as
     * that person. Who does so has all the person's mandates in his hands, so the caller has to stand above each of them.
     */
    Basis requireOverAccount(Caller caller, Person person) {
        var basis = requireOver(caller, person);
        requireOverAllMandates(caller, person.id());
        return basis;
    }

    Basis requireOver(Caller caller, Person person) {
        return mandates.require(caller, Ability.PEOPLE_WRITE.permission(), person.unitId());
    }

    private void requireOverAllMandates(Caller caller, UUID id) {
        for (var unit : store.unitsOfMandates(List.of(id)).getOrDefault(id, Set.of())) {
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
     * The account that was asked for is there: the person logs in with it from now on, is invited to, and sent the link to set the
     * password of a new one. Throws {@link DuplicateKeyException} when another person does.
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
            store.update(List.of(after));
            telling.tell(null, new PersonTelling.Told(null, before, after, "person.changed", null));
            if (request.kind() == AccountRequest.Kind.MAKE && settings.sendsLinks() && after.email() != null) {
                mails.askLink(after.id(), settings.linkGap());
            }
            invitations.invite(after.id());
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

    private static Problem taken(DuplicateKeyException taken) {
        var code = String.valueOf(taken.getMessage()).contains("person_code");
        return Problem.invalid(FieldError.of(code ? "/code" : "/account/subject", "taken"));
    }
}
