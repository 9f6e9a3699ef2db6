package vn.thidua.gateway.route;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.thidua.gateway.GatewaySettings;

/** Refuses large bodies: by their declared length, or by counting when there is none. They pass through, never held here. */
@Component
@Order(-150)
final class BodyLimit implements WebFilter {
    private final long usual;
    private final Map<String, DataSize> largePaths;

    BodyLimit(GatewaySettings settings) {
        this.usual = settings.bodyLimit().toBytes();
        this.largePaths = Map.copyOf(settings.largePaths());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        DataSize larger = largePaths.get(exchange.getRequest().getURI().getRawPath());
        long limit = larger == null ? usual : larger.toBytes();
        long declared = exchange.getRequest().getHeaders().getContentLength();
        if (declared > limit) {
            return Mono.error(new ContentTooLargeException(null));
        }
        // The server holds a sender to a declared length.
        return declared >= 0
                ? chain.filter(exchange)
                : chain.filter(exchange.mutate()
                        .request(counted(exchange.getRequest(), limit))
                        .build());
    }

    private ServerHttpRequest counted(ServerHttpRequest request, long limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong seen = new AtomicLong();
                return super.getBody().handle((buffer, sink) -> {
                    if (seen.addAndGet(buffer.readableByteCount()) > limit) {
                        DataBufferUtils.release(buffer);
                        sink.error(new ContentTooLargeException(null));
                    } else {
                        sink.next(buffer);
                    }
                });
            }
        };
    }
}
