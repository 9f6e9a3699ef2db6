package vn.thidua.gateway.route;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Request;
import org.springframework.cloud.client.loadbalancer.RequestData;
import org.springframework.cloud.client.loadbalancer.RequestDataContext;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.loadbalancer.core.DelegatingServiceInstanceListSupplier;
import org.springframework.cloud.loadbalancer.core.ServiceInstanceListSupplier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Flux;

/**
 * Load balancing that never offers a repeated request the instance it just failed on. Round robin alone does not
 * promise that: its counter is shared, so parallel requests can meet the same dead instance on every attempt. When the
 * registry knows no instance any more, the last known ones are still tried: heartbeats that came late on a busy machine
 * are likelier than the death of all, and if they are dead indeed, the refused connection says so as fast.
 */
class OtherInstanceFirst {
    private static final String TRIED = OtherInstanceFirst.class.getName() + ".tried";

    @Bean
    ServiceInstanceListSupplier instances(ConfigurableApplicationContext context) {
        return ServiceInstanceListSupplier.builder()
                .withDiscoveryClient()
                .withCaching()
                .with((ignored, delegate) -> new Untried(delegate))
                .build(context);
    }

    private static final class Untried extends DelegatingServiceInstanceListSupplier {
        private volatile List<ServiceInstance> lastKnown = List.of();

        Untried(ServiceInstanceListSupplier delegate) {
            super(delegate);
        }

        @Override
        public Flux<List<ServiceInstance>> get() {
            return delegate.get().map(this::orLastKnown);
        }

        @Override
        @SuppressWarnings("rawtypes")
        public Flux<List<ServiceInstance>> get(Request request) {
            Set<String> tried = tried(request);
            Flux<List<ServiceInstance>> all = delegate.get(request).map(this::orLastKnown);
            return tried.isEmpty() ? all : all.map(instances -> untried(instances, tried));
        }

        private List<ServiceInstance> orLastKnown(List<ServiceInstance> instances) {
            if (instances.isEmpty()) {
                return lastKnown;
            }
            lastKnown = instances;
            return instances;
        }

        private static List<ServiceInstance> untried(List<ServiceInstance> instances, Set<String> tried) {
            List<ServiceInstance> left = instances.stream()
                    .filter(instance -> !tried.contains(address(instance)))
                    .toList();
            return left.isEmpty() ? instances : left;
        }

        @SuppressWarnings({"rawtypes", "unchecked"})
        private static Set<String> tried(Request request) {
            RequestData data =
                    request.getContext() instanceof RequestDataContext context ? context.getClientRequest() : null;
            if (data == null) {
                return Set.of();
            }
            Map<String, Object> attributes = data.getAttributes();
            Object last = attributes.get(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR);
            if (!(last instanceof Response<?> response)
                    || !(response.getServer() instanceof ServiceInstance instance)) {
                return Set.of();
            }
            Set<String> tried = (Set<String>) attributes.computeIfAbsent(TRIED, ignored -> new HashSet<String>());
            tried.add(address(instance));
            return tried;
        }

        private static String address(ServiceInstance instance) {
            return instance.getHost() + ":" + instance.getPort();
        }
    }
}
