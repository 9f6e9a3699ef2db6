package vn.thidua.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.core.userdetails.UserDetailsService;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"SERVER_PORT=0", "THIDUA_EUREKA_PASSWORD=right"})
class DiscoveryIT {
    private static final String INSTANCE = """
            {"instance":{"instanceId":"a:1","app":"A-SERVICE","hostName":"127.0.0.1","ipAddr":"127.0.0.1","status":"UP",
            "vipAddress":"a-service","port":{"$":1,"@enabled":"true"},
            "dataCenterInfo":{"@class":"com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo","name":"MyOwn"}}}
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    int port;

    @Autowired
    UserDetailsService users;

    @Test
    void readiness_is_open() throws Exception {
        assertThat(send(request("/actuator/health/readiness")).statusCode()).isEqualTo(200);
    }

    @Test
    void the_register_is_closed_without_the_password() throws Exception {
        assertThat(send(request("/eureka/apps")).statusCode()).isEqualTo(401);
        assertThat(send(as("wrong", request("/eureka/apps"))).statusCode()).isEqualTo(401);
        assertThat(send(request("/actuator/env")).statusCode()).isEqualTo(401);
        assertThat(send(request("/eureka/apps/A-SERVICE")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(INSTANCE)))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_instance_that_registers_is_listed_at_once() throws Exception {
        HttpRequest.Builder register = as("right", request("/eureka/apps/A-SERVICE"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(INSTANCE));

        assertThat(send(register).statusCode()).isEqualTo(204);

        assertThat(send(as("right", request("/eureka/apps")).header("Accept", "application/json"))
                        .body())
                .contains("A-SERVICE");
    }

    @Test
    void a_log_in_does_not_turn_the_password_into_a_slow_hash() throws Exception {
        assertThat(send(as("right", request("/eureka/apps"))).statusCode()).isEqualTo(200);

        assertThat(users.loadUserByUsername("eureka").getPassword()).isEqualTo("right");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static HttpRequest.Builder as(String password, HttpRequest.Builder request) {
        byte[] pair = ("eureka:" + password).getBytes(StandardCharsets.UTF_8);
        return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
