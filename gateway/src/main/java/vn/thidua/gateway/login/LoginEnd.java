package vn.thidua.gateway.login;

import java.net.URI;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.authentication.ServerAuthenticationFailureHandler;
import org.springframework.security.web.server.authentication.ServerAuthenticationSuccessHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Ends a log-in: back to the place the person came from, or to the console with the reason. */
final class LoginEnd implements ServerAuthenticationSuccessHandler, ServerAuthenticationFailureHandler {
    private static final Logger log = LoggerFactory.getLogger(LoginEnd.class);

    private final String publicUrl;
    private final Duration sessionTimeout;

    LoginEnd(String publicUrl, Duration sessionTimeout) {
        this.publicUrl = publicUrl;
        this.sessionTimeout = sessionTimeout;
    }

    @Override
    public Mono<Void> onAuthenticationSuccess(WebFilterExchange filter, Authentication authentication) {
        ServerWebExchange exchange = filter.getExchange();
        return exchange.getSession().flatMap(session -> {
            session.setMaxIdleTime(sessionTimeout);
            Object path = session.getAttributes().remove(LoginStart.RETURN);
            return redirect(exchange, path instanceof String place ? place : ReturnPath.HOME);
        });
    }

    /**
     * A forgotten log-in (this process was restarted meanwhile, or a second tab was quicker) is begun anew by the
     * console without a question, since the identity service still knows the person. Anything else is shown.
     */
    @Override
    public Mono<Void> onAuthenticationFailure(WebFilterExchange filter, AuthenticationException failure) {
        String code = failure instanceof OAuth2AuthenticationException oauth
                ? oauth.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        boolean forgotten = code.equals("authorization_request_not_found");
        if (!forgotten) {
            log.warn("Log-in failed: {}", code);
        }
        return redirect(filter.getExchange(), forgotten ? "/?login=again" : "/?login=failed");
    }

    private Mono<Void> redirect(ServerWebExchange exchange, String path) {
        exchange.getResponse().setStatusCode(HttpStatus.FOUND);
        exchange.getResponse().getHeaders().setLocation(URI.create(publicUrl + path));
        return exchange.getResponse().setComplete();
    }
}
