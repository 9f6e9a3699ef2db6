package vn.thidua.cluster.person;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.client.RestClientException;
import vn.thidua.kit.audit.Audit;
import vn.thidua.kit.audit.AuditEntry;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.personal.PersonalValues;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.replica.AccountEvent;
import vn.thidua.kit.security.Caller;

/** How people get their log-in: asked for here, made by {@link AccountWork}. */
@Service
class AccountService {
    private final PersonService people;
    private final AccountStore store;
    private final IdentityProvider provider;
    private final AccountSettings settings;
    private final Audit audit;
    private final PersonalValues values;

    AccountService(
            PersonService people,
            AccountStore store,
            IdentityProvider provider,
            AccountSettings settings,
            Audit audit,
            PersonalValues values) {
        this.people = people;
        this.store = store;
        this.provider = provider;
        this.settings = settings;
        this.audit = audit;
        this.values = values;
    }

    /** Asks for an account under that name; {@code existing} for one that is there already. */
    @Transactional
    void ask(Caller caller, UUID personId, String username, boolean existing) {
        var person = administered(caller, personId);
        var basis = people.requireOverAccount(caller, person);
        if (person.account() != null) {
            throw Problem.because(ProblemType.CONFLICT, "account-there").asException();
        }
        try {
            store.ask(personId, existing ? AccountRequest.Kind.LINK : AccountRequest.Kind.MAKE, username);
        } catch (DuplicateKeyException taken) {
            throw Problem.invalid(FieldError.of("/username", "taken")).asException();
        }
        record(caller, basis, person, "account.requested", username);
    }

    /** A password for the next log-in only. It is neither kept nor audited, only that there is a new one. */
    @Transactional
    void password(Caller caller, UUID personId, String password) {
        var person = administered(caller, personId);
        var basis = people.requireOverAccount(caller, person);
        if (person.account() == null) {
            throw Problem.because(ProblemType.CONFLICT, "no-account").asException();
        }
        record(caller, basis, person, "account.password-set", null);
        try {
            switch (provider.password(person.account(), password)) {
                case SET -> {}
                case TOO_WEAK ->
                    throw Problem.invalid(FieldError.of("/password", "too-weak"))
                            .asException();
                case UNKNOWN_ACCOUNT ->
                    throw Problem.because(ProblemType.CONFLICT, "account-elsewhere")
                            .asException();
            }
        } catch (RestClientException | OAuth2AuthorizationException away) {
            throw Problem.because(ProblemType.UNAVAILABLE, "identity-away").asException();
        }
    }

    private Person administered(Caller caller, UUID personId) {
        var person = people.lock(caller, personId);
        if (person.erased()) {
            throw Problem.because(ProblemType.CONFLICT, "person-erased").asException();
        }
        if (!settings.managed()) {
            throw Problem.because(ProblemType.CONFLICT, "accounts-elsewhere").asException();
        }
        return person;
    }

    private void record(Caller caller, Basis basis, Person person, String action, @Nullable String username) {
        Map<String, @Nullable Object> after = new LinkedHashMap<>();
        after.put("username", values.seal(person.id(), username));
        audit.record(new AuditEntry(
                caller,
                basis,
                action,
                AccountEvent.AGGREGATE,
                person.id(),
                person.unitId(),
                null,
                username == null ? null : after,
                null));
    }
}
