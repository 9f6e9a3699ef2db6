package vn.thidua.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import vn.thidua.gateway.GatewaySettings;
import vn.thidua.gateway.GatewaySettings.Rate;
import vn.thidua.gateway.problem.Problems;

/** How fast one caller may ask. Buckets live in this process: two gateways allow twice as much. */
@Configuration(proxyBeanMethods = false)
class RateLimits {
    /** Before authentication: checking junk tokens and opening log-in sessions costs, too. */
    @Bean
    @Order(-140)
    WebFilter addressLimit(GatewaySettings settings, ClientAddress address, Problems problems) {
        Buckets logins = new Buckets(settings.loginRate(), problems);
        Buckets all = new Buckets(settings.addressRate(), problems);
        return (exchange, chain) -> {
            String path = exchange.getRequest().getPath().value();
            Buckets buckets = path.startsWith("/oauth2/") || path.startsWith("/login/") ? logins : all;
            return buckets.pass(address.of(exchange.getRequest()), exchange, chain);
        };
    }

    /** After authentication: an agency, a person, or an address that asks without a name. */
    @Bean
    @Order(0)
    WebFilter clientLimit(GatewaySettings settings, ClientAddress address, Problems problems) {
        Buckets clients = new Buckets(settings.clientRate(), problems);
        return (exchange, chain) -> {
            if (!exchange.getRequest().getPath().value().startsWith("/api/")) {
                return chain.filter(exchange);
            }
            return exchange.getPrincipal()
                    .map(RateLimits::caller)
                    .defaultIfEmpty("address " + address.of(exchange.getRequest()))
                    .flatMap(caller -> clients.pass(caller, exchange, chain));
        };
    }

    /** An agency has one allowance however many tokens it fetches; a person has one in all browsers together. */
    private static String caller(Principal principal) {
        return switch (principal) {
            case JwtAuthenticationToken jwt -> caller(jwt.getToken());
            case OAuth2AuthenticationToken session ->
                "person " + session.getPrincipal().getAttribute("sub");
            default -> "person " + principal.getName();
        };
    }

    private static String caller(Jwt token) {
        String client = token.getClaimAsString("client_id");
        return client == null ? "person " + token.getSubject() : "client " + client;
    }

    private static final class Buckets {
        private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
        private final Rate rate;
        private final Problems problems;

        Buckets(Rate rate, Problems problems) {
            this.rate = rate;
            this.problems = problems;
        }

        Mono<Void> pass(String key, ServerWebExchange exchange, WebFilterChain chain) {
            ConsumptionProbe probe = buckets.get(key, ignored -> bucket()).tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                return chain.filter(exchange);
            }
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            return problems.answer(exchange, "too-many-requests");
        }

        private Bucket bucket() {
            return Bucket.builder()
                    .addLimit(
                            limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                    .build();
        }
    }
}
