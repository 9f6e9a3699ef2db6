package vn.thidua.gateway.route;

import java.util.stream.Stream;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.route.builder.UriSpec;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.cloud.loadbalancer.annotation.LoadBalancerClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/** Builds the routes of the {@link RouteTable}, all with the same protections. */
@Configuration(proxyBeanMethods = false)
@LoadBalancerClients(defaultConfiguration = OtherInstanceFirst.class)
class Routes {
    private static final String API = "/api/v1/";
    /** A long poll waits up to 25 s by contract. */
    private static final long FEED_TIMEOUT_MS = 35_000;
    /** A workbook of a whole province is read, or laid out, before the answer begins. */
    private static final long SHEET_TIMEOUT_MS = 60_000;

    @Bean
    RouteLocator table(RouteLocatorBuilder builder) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        // Before the routes of whole services: the first that suits is taken.
        RouteTable.SHEETS.forEach((service, below) -> {
            String sheets = service + "-sheets";
            String[] paths = below.stream().map(path -> API + path).toArray(String[]::new);
            routes.route(
                    sheets,
                    route -> route.path(paths)
                            .filters(filters -> protect(filters, sheets))
                            .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, SHEET_TIMEOUT_MS)
                            .uri("lb://" + service));
        });
        for (RouteTable.Owner owner : RouteTable.OWNERS) {
            String target = "lb://" + owner.service();
            routes.route(
                    owner.service(),
                    route -> route.path(paths(owner))
                            .filters(filters -> protect(filters, owner.service()))
                            .uri(target));
            String feed = owner.service() + "-" + RouteTable.FEEDS;
            routes.route(
                    feed,
                    route -> route.path(below(RouteTable.FEEDS + "/" + owner.shortName()))
                            // A breaker of its own: waiting polls would use up the trial calls of the half-open one.
                            .filters(filters -> protect(filters, feed))
                            .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, FEED_TIMEOUT_MS)
                            .uri(target));
            if (!owner.openNouns().isEmpty()) {
                openRoute(routes, owner, target);
            }
        }
        return routes.build();
    }

    /** For everybody, to read: no token goes along, whoever asks, so that the answer is the same for all. */
    private static void openRoute(RouteLocatorBuilder.Builder routes, RouteTable.Owner owner, String target) {
        String open = owner.service() + "-" + RouteTable.PUBLIC;
        String[] paths = owner.openNouns().stream()
                .flatMap(noun -> Stream.of(below(RouteTable.PUBLIC + "/" + noun)))
                .toArray(String[]::new);
        routes.route(
                open,
                route -> route.path(paths)
                        .and()
                        .method(HttpMethod.GET, HttpMethod.HEAD)
                        .filters(filters -> filters.removeRequestHeader(HttpHeaders.AUTHORIZATION)
                                .circuitBreaker(config -> config.setName(open))
                                .filter(new Repeat()))
                        .uri(target));
    }

    private static String[] paths(RouteTable.Owner owner) {
        Stream<String> shared = RouteTable.SHARED.stream().map(noun -> noun + "/" + owner.shortName());
        return Stream.concat(owner.nouns().stream(), shared)
                .flatMap(noun -> Stream.of(below(noun)))
                .toArray(String[]::new);
    }

    private static String[] below(String noun) {
        return new String[] {API + noun, API + noun + "/**"};
    }

    /**
     * The token comes before the breaker, or a refused refresh would count as a failure of the service. Repeats stand
     * inside the breaker: it judges the service, not one dead instance of it.
     */
    private static UriSpec protect(GatewayFilterSpec filters, String breaker) {
        return filters.tokenRelay()
                .circuitBreaker(config -> config.setName(breaker))
                .filter(new Repeat());
    }
}
