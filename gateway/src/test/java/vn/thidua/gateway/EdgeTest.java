package vn.thidua.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway on a real port before an identity service and services under the test's control. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "eureka.client.enabled=false",
            "logging.structured.format.console=",
            "thidua.gateway.public-url=" + EdgeTest.PUBLIC,
            "thidua.gateway.client-secret=secret",
            "thidua.gateway.body-limit=64KB",
            "thidua.gateway.login-rate.burst=10000",
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=3s",
            "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=1s",
        })
abstract class EdgeTest {
    static final String PUBLIC = "http://thidua.test";
    static final Issuer ISSUER = new Issuer();
    static final Backend CLUSTER = new Backend();
    static final Backend INDICATOR_1 = new Backend();
    static final Backend INDICATOR_2 = new Backend();
    static final Backend AWARD = new Backend();
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private CircuitBreakerRegistry breakers;

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        String instances = "spring.cloud.discovery.client.simple.instances.";
        registry.add("thidua.gateway.issuer", ISSUER::url);
        registry.add(instances + "cluster-service[0].uri", CLUSTER::url);
        registry.add(instances + "indicator-service[0].uri", INDICATOR_1::url);
        registry.add(instances + "indicator-service[1].uri", INDICATOR_2::url);
        registry.add(instances + "award-service[0].uri", AWARD::url);
    }

    @BeforeEach
    void calm() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        ISSUER.reset();
        CLUSTER.reset();
        INDICATOR_1.reset();
        INDICATOR_2.reset();
        AWARD.reset();
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    Browser browser() {
        return new Browser(origin(), ISSUER);
    }

    Browser loggedIn() {
        Browser browser = browser();
        browser.logIn("");
        return browser;
    }

    /** The header of an agency that nobody has seen before, so that no test eats another's allowance. */
    static String[] bearer() {
        return new String[] {"Authorization", "Bearer " + ISSUER.agencyToken("so-tai-chinh-" + System.nanoTime())};
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static <T> List<T> parallel(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> running =
                    Stream.generate(() -> threads.submit(call)).limit(times).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
