package vn.thidua.gateway.route;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.util.retry.Retry;

/**
 * Repeats what is safe to repeat, on another instance: a read whose answer had not begun, and a write for which no
 * connection came about, so that nobody can have executed it. Our own instead of two of the framework's filters: those
 * share one counter, so each attempt counted twice, and they hold every body in memory.
 */
final class Repeat implements GatewayFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        boolean read = HttpMethod.GET.equals(exchange.getRequest().getMethod())
                || HttpMethod.HEAD.equals(exchange.getRequest().getMethod());
        return Mono.defer(() -> chain.filter(exchange))
                .then(Mono.defer(() -> read && saysBadGateway(exchange) ? Mono.error(new BadGateway()) : Mono.empty()))
                .retryWhen(Retry.backoff(2, Duration.ofMillis(20))
                        .maxBackoff(Duration.ofMillis(200))
                        .filter(error -> !exchange.getResponse().isCommitted() && isSafe(read, error))
                        .doBeforeRetry(attempt -> ServerWebExchangeUtils.reset(exchange))
                        .onRetryExhaustedThrow((spec, last) -> last.failure()))
                .then();
    }

    /** 503 is left alone: a service that sheds load must not get the same load three times. */
    private static boolean saysBadGateway(ServerWebExchange exchange) {
        return HttpStatus.BAD_GATEWAY.equals(exchange.getResponse().getStatusCode());
    }

    private static boolean isSafe(boolean read, Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || (read && (cause instanceof IOException || cause instanceof AbortedException))) {
                return true;
            }
        }
        return false;
    }

    /** An instance, or something before it, answered 502. */
    private static final class BadGateway extends IOException {}
}
