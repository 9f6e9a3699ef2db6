package vn.thidua.gateway.platform;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.List;
import org.springframework.cloud.client.discovery.ReactiveDiscoveryClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.thidua.gateway.route.RouteTable;

/** Tells the console which services are there, and every client where the API is described. */
@RestController
final class PlatformController {
    private final ReactiveDiscoveryClient discovery;
    private final CircuitBreakerRegistry breakers;

    PlatformController(ReactiveDiscoveryClient discovery, CircuitBreakerRegistry breakers) {
        this.discovery = discovery;
        this.breakers = breakers;
    }

    /** Which services are there. */
    record Platform(List<Service> services) {}

    /** A service is up when an instance is registered and calls to it do not keep failing. */
    record Service(String name, long instances, boolean up) {}

    /** Where the API is described. */
    record OpenApiIndex(List<Document> documents) {}

    /** One service's OpenAPI document. */
    record Document(String service, String url) {}

    @GetMapping("/api/v1/platform")
    Mono<Platform> platform() {
        return Flux.fromIterable(RouteTable.OWNERS)
                .concatMap(owner -> discovery
                        .getInstances(owner.service())
                        .count()
                        .map(count -> new Service(owner.service(), count, count > 0 && !isOpen(owner.service()))))
                .collectList()
                .map(Platform::new);
    }

    @GetMapping("/api/v1/openapi")
    OpenApiIndex openapi() {
        return new OpenApiIndex(RouteTable.OWNERS.stream()
                .map(owner -> new Document(owner.shortName(), "/api/v1/openapi/" + owner.shortName()))
                .toList());
    }

    private boolean isOpen(String service) {
        return breakers.find(service)
                .map(breaker -> breaker.getState() == CircuitBreaker.State.OPEN)
                .orElse(false);
    }
}
