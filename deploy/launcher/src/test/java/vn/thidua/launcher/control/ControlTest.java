package vn.thidua.launcher.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    @TempDir
    Path run;

    @Test
    void a_lock_file_left_by_a_dead_launcher_holds_nobody_up_and_a_held_one_does() throws Exception {
        Files.writeString(run.resolve("launcher.lock"), "from an earlier day");
        DataLock lock = DataLock.take(run).orElseThrow();

        boolean second = lock.whileHeld(() -> DataLock.take(run).isPresent());

        assertThat(second).isFalse();
        assertThat(DataLock.take(run)).isPresent();
    }

    @Test
    void a_note_left_by_a_dead_launcher_is_not_a_launcher() throws Exception {
        Files.writeString(
                run.resolve("control"), "1 token " + ProcessHandle.current().pid());

        assertThat(ControlClient.of(run)).isEmpty();
    }

    @Test
    void a_request_gets_its_lines_and_its_exit_code() throws Exception {
        try (ControlServer server = ControlServer.open(run, (words, out) -> {
            out.accept("heard " + words);
            return 7;
        })) {
            server.start();
            List<String> lines = new ArrayList<>();

            int exit = ControlClient.of(run).orElseThrow().ask(List.of("restart", "gateway"), lines::add);

            assertThat(exit).isEqualTo(7);
            assertThat(lines).containsExactly("heard [restart, gateway]");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run.resolve("control"))))
                    .isEqualTo("rw-------");
        }
        assertThat(run.resolve("control")).doesNotExist();
    }

    @Test
    void without_the_token_nothing_is_done() throws Exception {
        List<String> done = new ArrayList<>();
        try (ControlServer server = ControlServer.open(run, (words, out) -> {
            done.addAll(words);
            return 0;
        })) {
            server.start();
            ControlClient real = ControlClient.of(run).orElseThrow();

            new ControlClient(real.port(), "guess", real.pid()).ask(List.of("down"), line -> {});

            assertThat(done).isEmpty();
        }
    }
}
