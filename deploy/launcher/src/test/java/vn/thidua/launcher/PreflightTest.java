package vn.thidua.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.launcher.screen.Refusal;

class PreflightTest {
    @TempDir
    Path folder;

    @Test
    void a_port_in_use_is_named_with_its_process() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Preflight.portsFree(Map.of(port, "keycloak")))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(String.valueOf(port))
                    .hasMessageContaining("keycloak");
        }
    }

    @Test
    void a_missing_program_is_named_with_its_package() throws Exception {
        assertThatThrownBy(() -> Preflight.program("setsid", "util-linux", folder.toString()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("util-linux");

        Path program = Files.createFile(folder.resolve("setsid"));
        program.toFile().setExecutable(true);
        assertThatCode(() -> Preflight.program("setsid", "util-linux", folder.toString()))
                .doesNotThrowAnyException();
    }

    @Test
    void data_without_its_secrets_is_not_touched() {
        assertThatThrownBy(() -> Preflight.secretsBesideData(false, folder, folder.resolve("secrets")))
                .isInstanceOf(Refusal.class);
        assertThatCode(() -> Preflight.secretsBesideData(false, folder.resolve("none"), folder))
                .doesNotThrowAnyException();
    }
}
