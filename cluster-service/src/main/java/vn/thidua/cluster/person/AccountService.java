package vn.thidua.cluster.person;

import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.client.RestClientException;
import vn.thidua.cluster.message.Invitations;
import vn.thidua.kit.problem.FieldError;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** How people get their log-in: asked for here, made by {@link AccountWork}. */
@Service
class AccountService {
    private final PersonService people;
    private final AccountStore store;
    private final AccountMailStore mails;
    private final IdentityProvider provider;
    private final AccountSettings settings;
    private final Invitations invitations;
    private final PersonTelling telling;

    AccountService(
            PersonService people,
            AccountStore store,
            AccountMailStore mails,
            IdentityProvider provider,
            AccountSettings settings,
            Invitations invitations,
            PersonTelling telling) {
        this.people = people;
        this.store = store;
        this.mails = mails;
        this.provider = provider;
        this.settings = settings;
        this.invitations = invitations;
        this.telling = telling;
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
            var kind = existing ? AccountRequest.Kind.LINK : AccountRequest.Kind.MAKE;
            store.ask(List.of(new AccountStore.Wanted(personId, kind, username)));
        } catch (DuplicateKeyException taken) {
            throw Problem.invalid(FieldError.of("/username", "taken")).asException();
        }
        telling.asked(caller, List.of(new PersonTelling.Asked(basis, person, username)));
    }

    /** A password for the next log-in only. It is neither kept nor audited, only that there is a new one. */
    @Transactional
    void password(Caller caller, UUID personId, String password) {
        var person = administered(caller, personId);
        var basis = people.requireOverAccount(caller, person);
        if (person.account() == null) {
            throw Problem.because(ProblemType.CONFLICT, "no-account").asException();
        }
        telling.accountDone(caller, basis, person, "account.password-set");
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

    /** Has the identity provider send the person a link by which the person sets a password; nobody else ever knows it. */
    @Transactional
    void link(Caller caller, UUID personId) {
        var person = administered(caller, personId);
        var basis = people.requireOverAccount(caller, person);
        if (person.account() == null) {
            throw Problem.because(ProblemType.CONFLICT, "no-account").asException();
        }
        if (!settings.sendsLinks()) {
            throw Problem.because(ProblemType.CONFLICT, "no-mail-server").asException();
        }
        if (person.email() == null) {
            throw Problem.because(ProblemType.CONFLICT, "no-address").asException();
        }
        if (!mails.askLink(personId, settings.linkGap())) {
            throw Problem.because(ProblemType.CONFLICT, "link-lately").asException();
        }
        telling.accountDone(caller, basis, person, "account.link-requested");
    }

    /** Invites the person to log in once more; the first time goes by itself. */
    @Transactional
    void invite(Caller caller, UUID personId) {
        var person = present(caller, personId);
        var basis = people.requireOver(caller, person);
        if (person.account() == null) {
            throw Problem.because(ProblemType.CONFLICT, "no-account").asException();
        }
        invitations.inviteAgain(personId);
        telling.accountDone(caller, basis, person, "account.invited");
    }

    private Person administered(Caller caller, UUID personId) {
        var person = present(caller, personId);
        if (!settings.managed()) {
            throw Problem.because(ProblemType.CONFLICT, "accounts-elsewhere").asException();
        }
        return person;
    }

    private Person present(Caller caller, UUID personId) {
        var person = people.lock(caller, personId);
        if (person.erased()) {
            throw Problem.because(ProblemType.CONFLICT, "person-erased").asException();
        }
        return person;
    }
}
