package vn.thidua.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.thidua.launcher.screen.Refusal;

class PortsTest {
    @Test
    void every_port_follows_from_the_gateways() {
        Ports ports = new Ports(9000);

        assertThat(Stream.of(
                        ports.gateway(),
                        ports.cluster(),
                        ports.indicator(),
                        ports.award(),
                        ports.discovery(),
                        ports.keycloak(),
                        ports.keycloakManagement(),
                        ports.postgres(),
                        ports.extraIndicator(2),
                        ports.extraIndicator(3)))
                .containsExactly(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007, 9012, 9013);
    }

    @Test
    void a_port_that_leaves_no_room_for_the_others_is_refused() {
        assertThatThrownBy(() -> new Ports(65530)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Ports(80)).isInstanceOf(Refusal.class);
    }
}
