package vn.thidua.gateway.login;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/**
 * Starts a log-in at {@code /oauth2/authorization/keycloak?return=<path>&lang=<vi|en>}: remembers the way back, and
 * asks for the log-in page in the language of the console.
 */
final class LoginStart implements ServerOAuth2AuthorizationRequestResolver {
    static final String RETURN = LoginStart.class.getName() + ".return";

    private final ServerOAuth2AuthorizationRequestResolver plain;
    private final Duration idle;

    LoginStart(ReactiveClientRegistrationRepository registrations, Duration idle) {
        this.plain = new DefaultServerOAuth2AuthorizationRequestResolver(registrations);
        this.idle = idle;
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange) {
        return plain.resolve(exchange).flatMap(request -> prepare(exchange, request));
    }

    @Override
    public Mono<OAuth2AuthorizationRequest> resolve(ServerWebExchange exchange, String clientRegistrationId) {
        return plain.resolve(exchange, clientRegistrationId).flatMap(request -> prepare(exchange, request));
    }

    private Mono<OAuth2AuthorizationRequest> prepare(ServerWebExchange exchange, OAuth2AuthorizationRequest request) {
        String wanted = exchange.getRequest().getQueryParams().getFirst("return");
        String lang = exchange.getRequest().getQueryParams().getFirst("lang");
        return exchange.getSession()
                .doOnNext(session -> remember(session, wanted))
                .thenReturn(inLanguage(request, lang));
    }

    private void remember(WebSession session, @Nullable String wanted) {
        session.getAttributes().put(RETURN, ReturnPath.of(wanted));
        if (!session.isStarted()) {
            // Nobody has logged in yet: anyone can open such sessions, so they must not live long.
            session.setMaxIdleTime(idle);
        }
    }

    private static OAuth2AuthorizationRequest inLanguage(OAuth2AuthorizationRequest request, @Nullable String lang) {
        if (lang == null || !List.of("vi", "en").contains(lang)) {
            return request;
        }
        return OAuth2AuthorizationRequest.from(request)
                .additionalParameters(parameters -> parameters.put("ui_locales", lang))
                .build();
    }
}
