package vn.thidua.cluster.person;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.thidua.cluster.access.Ability;
import vn.thidua.cluster.message.Invitations;
import vn.thidua.kit.mandate.Mandates;
import vn.thidua.kit.problem.Problem;
import vn.thidua.kit.problem.ProblemType;
import vn.thidua.kit.security.Caller;

/** The log-in of a person, for those who administer or audit the person's unit. */
@RestController
@RequestMapping("/api/v1/people/{id}/account")
@Tag(name = "People")
final class AccountController {
    static final String USERNAME = "[a-z0-9][a-z0-9._@-]{2,99}";

    /**
     * @param managed whether accounts are made here; if not, they are linked by their subject only
     * @param sendsLinks whether there is a mail server by which the identity provider sends links to set a password
     * @param subject of the account the person logs in with, or null
     * @param request what was asked for last, or null
     * @param invitation the last one, or null
     * @param mail what the identity provider was to hear of the address and to send there, or null
     */
    record AccountView(
            boolean managed,
            boolean sendsLinks,
            @Nullable String subject,
            @Nullable RequestView request,
            @Nullable InvitationView invitation,
            @Nullable AccountMailView mail) {}

    /**
     * @param error why it was refused ({@code address-refused}, {@code account-elsewhere}, {@code no-address}, {@code
     *     no-mail-server}, {@code link-refused}), or what kept the last try from an answer
     * @param linkAskedAt when a link was asked for last, or null where only the address is told
     */
    record AccountMailView(
            @NotNull AccountRequest.State state,
            @Nullable String error,
            @NotNull Instant nextTryAt,
            @Nullable Instant linkAskedAt,
            @Nullable Instant linkSentAt) {
        static AccountMailView of(AccountMail mail) {
            return new AccountMailView(
                    mail.state(), mail.error(), mail.nextTryAt(), mail.linkAskedAt(), mail.linkSentAt());
        }
    }

    /**
     * @param state {@code NO_ADDRESS} for somebody who cannot be reached, {@code NO_CHANNEL} where no way out is configured
     * @param invitedAt by the business clock
     * @param error kind of the last failure while it waits, or null
     */
    record InvitationView(
            @NotNull Invitations.State state,
            @NotNull Instant invitedAt,
            @Nullable Instant sentAt,
            @Nullable String error) {
        static InvitationView of(Invitations.Invitation invitation) {
            return new InvitationView(
                    invitation.state(), invitation.invitedAt(), invitation.sentAt(), invitation.error());
        }
    }

    /**
     * @param error why it was refused ({@code username-exists}, {@code username-unknown}, {@code account-of-another}), or what
     *     kept the last try from an answer
     */
    record RequestView(
            @NotNull AccountRequest.Kind kind,
            @Nullable String username,
            @NotNull AccountRequest.State state,
            @Nullable String error,
            @NotNull Instant nextTryAt) {
        static RequestView of(AccountRequest request) {
            return new RequestView(
                    request.kind(), request.username(), request.state(), request.error(), request.nextTryAt());
        }
    }

    /** @param existing true for an account that is there already, as of somebody who came by single sign-on */
    record NewAccount(
            @NotNull @Pattern(regexp = USERNAME) String username,

            @NotNull Boolean existing) {}

    /** @param password has to be changed at the next log-in; the realm may ask for more than eight characters */
    record NewPassword(
            @NotNull @Pattern(regexp = "[!-~]{8,128}") String password) {}

    private final PersonStore people;
    private final AccountStore store;
    private final AccountMailStore mails;
    private final AccountService service;
    private final AccountSettings settings;
    private final Invitations invitations;
    private final Mandates mandates;

    AccountController(
            PersonStore people,
            AccountStore store,
            AccountMailStore mails,
            AccountService service,
            AccountSettings settings,
            Invitations invitations,
            Mandates mandates) {
        this.people = people;
        this.store = store;
        this.mails = mails;
        this.service = service;
        this.settings = settings;
        this.invitations = invitations;
        this.mandates = mandates;
    }

    @GetMapping
    @Operation(summary = "With what a person logs in, and what was asked of the identity provider")
    AccountView find(Caller caller, @PathVariable UUID id) {
        var person = people.find(id)
                .map(PersonStore.Listed::person)
                .filter(found -> mandates.may(caller, Ability.PEOPLE_READ.permission(), found.unitId()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND).asException());
        var request = person.erased() ? Optional.<AccountRequest>empty() : store.find(id);
        return new AccountView(
                settings.managed(),
                settings.sendsLinks(),
                person.account(),
                request.map(RequestView::of).orElse(null),
                invitations.last(id).map(InvitationView::of).orElse(null),
                mails.find(id).map(AccountMailView::of).orElse(null));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Asks for an account; it is made as soon as the identity provider answers")
    AccountView ask(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewAccount request) {
        service.ask(caller, id, request.username(), request.existing());
        return find(caller, id);
    }

    @PostMapping("/invitation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Invites a person with an account to log in once more; the letter goes out as reminders do")
    AccountView invite(Caller caller, @PathVariable UUID id) {
        service.invite(caller, id);
        return find(caller, id);
    }

    @PostMapping("/password-link")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary =
                    "Has a link to set a password sent to the person; it goes out as soon as the identity provider answers")
    AccountView link(Caller caller, @PathVariable UUID id) {
        service.link(caller, id);
        return find(caller, id);
    }

    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Sets a password for the next log-in and ends the sessions of the account")
    void password(Caller caller, @PathVariable UUID id, @Valid @RequestBody NewPassword request) {
        service.password(caller, id, request.password());
    }
}
