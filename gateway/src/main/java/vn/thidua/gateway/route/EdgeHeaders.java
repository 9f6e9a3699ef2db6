package vn.thidua.gateway.route;

import java.util.Locale;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/** What crosses the edge besides the request itself. */
@Configuration(proxyBeanMethods = false)
class EdgeHeaders {
    static final String CLIENT_ADDRESS = "X-Client-Address";

    /** Inwards: no cookie, no CSRF token, no foreign credentials; the caller's address is the edge's own word. */
    @Bean
    HttpHeadersFilter inwards(ClientAddress address) {
        return new Inwards(address);
    }

    /** Outwards: cookies are the edge's alone. */
    @Bean
    HttpHeadersFilter outwards() {
        return new Outwards();
    }

    private record Inwards(ClientAddress address) implements HttpHeadersFilter, Ordered {
        @Override
        public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
            HttpHeaders headers = copy(input);
            headers.remove(HttpHeaders.COOKIE);
            headers.remove("X-XSRF-TOKEN");
            headers.remove("X-Real-IP");
            String authorization = headers.getFirst(HttpHeaders.AUTHORIZATION);
            if (authorization != null && !authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
                headers.remove(HttpHeaders.AUTHORIZATION);
            }
            headers.set(CLIENT_ADDRESS, address.of(exchange.getRequest()));
            return headers;
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }
    }

    private record Outwards() implements HttpHeadersFilter {
        @Override
        public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
            HttpHeaders headers = copy(input);
            headers.remove(HttpHeaders.SET_COOKIE);
            return headers;
        }

        @Override
        public boolean supports(Type type) {
            return type == Type.RESPONSE;
        }
    }

    private static HttpHeaders copy(HttpHeaders input) {
        HttpHeaders headers = new HttpHeaders();
        headers.addAll(input);
        return headers;
    }
}
