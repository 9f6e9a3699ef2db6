package vn.thidua.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutTest {
    @TempDir
    Path target;

    @Test
    void the_unpacked_form_is_run_until_the_jar_is_built_anew() throws Exception {
        Path jar = Files.writeString(target.resolve("gateway.jar"), "first");
        assertThat(Layout.unpacked(jar)).isEqualTo(jar);

        Thread.sleep(20);
        Path app = Files.createDirectory(target.resolve("app"));
        Path unpacked = Files.createFile(app.resolve("gateway.jar"));
        Files.createFile(app.resolve(".unpacked"));
        assertThat(Layout.unpacked(jar)).isEqualTo(unpacked);

        Thread.sleep(20);
        Files.writeString(jar, "second");
        assertThat(Layout.unpacked(jar)).isEqualTo(jar);
    }
}
