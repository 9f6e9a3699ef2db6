package vn.thidua.cluster.person;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;

/**
 * Tells the identity provider people's addresses and has it send the links that were asked for, and tries again as long as it does
 * not answer. Whoever dies between sending and noting it sends a second link, which is as good.
 */
@Configuration(proxyBeanMethods = false)
class AccountMailWork {
    private static final Logger log = LoggerFactory.getLogger(AccountMailWork.class);
    private static final int AT_ONCE = 20;

    @Bean
    RecurringTask<Void> accountMails(AccountMailStore store, IdentityProvider provider, AccountSettings settings) {
        return Tasks.recurring("account-mails", FixedDelay.of(settings.every())).execute((_, _) -> {
            if (settings.managed()) {
                store.take(AT_ONCE).forEach(due -> work(due, store, provider, settings));
            }
        });
    }

    private static void work(
            AccountMail.Due due, AccountMailStore store, IdentityProvider provider, AccountSettings settings) {
        try {
            switch (provider.address(due.subject(), due.email())) {
                case KNOWN -> link(due, store, provider, settings);
                case REFUSED -> store.refused(due.mail(), "address-refused");
                case UNKNOWN_ACCOUNT -> store.refused(due.mail(), "account-elsewhere");
            }
        } catch (RestClientException | OAuth2AuthorizationException failure) {
            // Only its kind: its text may quote what the provider knows of a person.
            var kind = failure.getClass().getSimpleName();
            log.warn("Address of person {} is told again later: {}", due.mail().personId(), kind);
            store.failed(due.mail(), kind);
        }
    }

    private static void link(
            AccountMail.Due due, AccountMailStore store, IdentityProvider provider, AccountSettings settings) {
        if (!due.mail().linkIsOwed()) {
            store.done(due.mail());
        } else if (due.email() == null) {
            store.refused(due.mail(), "no-address");
        } else if (!settings.sendsLinks()) {
            store.refused(due.mail(), "no-mail-server");
        } else if (provider.sendLink(due.subject())) {
            store.done(due.mail());
        } else {
            store.refused(due.mail(), "link-refused");
        }
    }
}
