package vn.thidua.gateway.login;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.ClientAuthorizationRequiredException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;
import vn.thidua.gateway.problem.Problems;

/**
 * Ends our session when the identity service has ended its own: a 401 instead of a redirect no XHR can follow. A class
 * of its own because the order of a lambda filter is ignored, and later ones would see the error too late.
 */
@Component
final class DeadLogin implements GlobalFilter, Ordered {
    private final Problems problems;

    DeadLogin(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .onErrorResume(
                        ClientAuthorizationException.class,
                        refused -> isOver(refused)
                                ? exchange.getSession()
                                        .flatMap(WebSession::invalidate)
                                        .then(Mono.defer(() -> problems.answer(exchange, "unauthenticated")))
                                : Mono.error(refused));
    }

    /** Other refusals (a wrong secret, trouble on their side) say nothing about the person's log-in. */
    private static boolean isOver(ClientAuthorizationException refused) {
        return refused instanceof ClientAuthorizationRequiredException
                || "invalid_grant".equals(refused.getError().getErrorCode());
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
