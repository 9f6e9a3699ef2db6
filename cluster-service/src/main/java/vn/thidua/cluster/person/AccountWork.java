package vn.thidua.cluster.person;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;

/** Has the identity provider do what was asked for, and tries again as long as it does not answer. */
@Configuration(proxyBeanMethods = false)
class AccountWork {
    private static final Logger log = LoggerFactory.getLogger(AccountWork.class);
    private static final int AT_ONCE = 20;

    /** Two clocks, ours and the provider's, are never quite the same. */
    private static final Duration SKEW = Duration.ofSeconds(5);

    @Bean
    RecurringTask<Void> accounts(
            AccountStore store, IdentityProvider provider, PersonService people, AccountSettings settings) {
        return Tasks.recurring("accounts", FixedDelay.of(settings.every())).execute((_, _) -> {
            if (settings.managed()) {
                store.take(AT_ONCE).forEach(request -> work(request, store, provider, people));
            }
        });
    }

    private static void work(
            AccountRequest request, AccountStore store, IdentityProvider provider, PersonService people) {
        try {
            if (request.kind() == AccountRequest.Kind.REMOVE) {
                remove(request, provider);
                store.removed(request);
            } else {
                link(request, store, provider, people);
            }
        } catch (RestClientException | OAuth2AuthorizationException failure) {
            // Only its kind: its text may quote what the provider knows of a person.
            var kind = failure.getClass().getSimpleName();
            log.warn("Account of person {} is tried again later: {}", request.personId(), kind);
            store.failed(request, kind);
        }
    }

    private static void link(
            AccountRequest request, AccountStore store, IdentityProvider provider, PersonService people) {
        var username = Objects.requireNonNull(request.username());
        var found = provider.find(username);
        if (found.isEmpty() && request.kind() == AccountRequest.Kind.LINK) {
            store.refused(request, "username-unknown");
            return;
        }
        if (found.isPresent() && request.kind() == AccountRequest.Kind.MAKE && !isOfEarlierTry(request, found.get())) {
            store.refused(request, "username-exists");
            return;
        }
        var person = people.nameOf(request.personId());
        if (person.isEmpty()) {
            // Erased in this moment; the removal that was asked for then finds what is there.
            return;
        }
        var subject =
                found.map(IdentityProvider.Account::subject).orElseGet(() -> provider.make(username, person.get()));
        try {
            people.link(request, subject);
        } catch (DuplicateKeyException taken) {
            store.refused(request, "account-of-another");
        }
    }

    /** We died between making an account and noting its subject: what was made since we were asked is ours. */
    private static boolean isOfEarlierTry(AccountRequest request, IdentityProvider.Account account) {
        return request.attempts() > 1
                && account.createdAt().isAfter(request.requestedAt().minus(SKEW));
    }

    private static void remove(AccountRequest request, IdentityProvider provider) {
        if (request.subject() != null) {
            provider.remove(request.subject());
            return;
        }
        provider.find(Objects.requireNonNull(request.username()))
                .filter(account ->
                        account.createdAt().isAfter(request.requestedAt().minus(SKEW)))
                .ifPresent(account -> provider.remove(account.subject()));
    }
}
