package vn.thidua.gateway.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Turns every error nobody answered into a problem; runs just before the framework's own error page. */
@Component
@Order(-2)
final class ProblemErrors implements WebExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(ProblemErrors.class);

    private final Problems problems;

    ProblemErrors(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(error);
        }
        Fault fault = Fault.of(error);
        Map<String, Object> members = new LinkedHashMap<>();
        // A service may have put headers of an answer that then broke off: its length and tag are not ours.
        exchange.getResponse().getHeaders().clear();
        String service = service(exchange, error);
        if (fault.status() > 500 && service != null) {
            members.put("service", service);
        }
        if (fault.status() == 503) {
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, "2");
        }
        if (fault.slug().equals("unexpected")) {
            String errorId = UUID.randomUUID().toString();
            members.put("errorId", errorId);
            log.error(
                    "Unexpected error {} at {}", errorId, exchange.getRequest().getPath(), error);
        } else if (fault.status() > 500) {
            // The exception's text may quote the query, which may hold names: the log gets its kind only.
            log.warn(
                    "{} {} from {}: {} ({})",
                    fault.status(),
                    exchange.getRequest().getPath(),
                    service,
                    error.getClass().getSimpleName(),
                    root(error).getClass().getSimpleName());
        }
        return problems.answer(exchange, fault.slug(), fault.status(), members);
    }

    /** The service that failed: the one routed to, or the identity service when it was asked on the way. */
    private static @Nullable String service(ServerWebExchange exchange, Throwable error) {
        if (error instanceof WebClientException || error instanceof AuthenticationServiceException) {
            return "identity";
        }
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        return route == null ? null : route.getUri().getHost();
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
