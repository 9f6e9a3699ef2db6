package vn.thidua.gateway.login;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.ReactiveOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import reactor.core.publisher.Mono;

/**
 * Lets the parallel calls of one page share one refresh. A refresh costs the identity service two signatures, and where
 * it gives each refresh token once only, the second call would end the log-in.
 */
final class OneRefresh implements ReactiveOAuth2AuthorizedClientManager {
    private final ReactiveOAuth2AuthorizedClientManager manager;
    private final ConcurrentMap<String, Mono<OAuth2AuthorizedClient>> running = new ConcurrentHashMap<>();

    OneRefresh(ReactiveOAuth2AuthorizedClientManager manager) {
        this.manager = manager;
    }

    @Override
    public Mono<OAuth2AuthorizedClient> authorize(OAuth2AuthorizeRequest request) {
        Authentication who = request.getPrincipal();
        if (!(who.getPrincipal() instanceof OidcUser user)) {
            return manager.authorize(request);
        }
        // The id token is the one thing that stays the same for a log-in and differs between two log-ins.
        String login = user.getIdToken().getTokenValue();
        return Mono.defer(() -> running.computeIfAbsent(
                login,
                key -> manager.authorize(request)
                        .doFinally(signal -> running.remove(key))
                        .cache()));
    }
}
