package vn.thidua.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.thidua.launcher.screen.Screen;

class ManagedProcessTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Screen screen = new Screen(new PrintStream(shown, true, StandardCharsets.UTF_8));
    private @Nullable ManagedProcess running;

    @AfterEach
    void stop() throws Exception {
        if (running != null) {
            running.stop();
        }
    }

    @Test
    void a_process_that_is_killed_comes_back_and_that_is_said() throws Exception {
        ManagedProcess process = managed("sleep 60");
        process.start();
        long first = process.pid().orElseThrow();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await(() -> process.pid().filter(pid -> pid != first).isPresent());
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("died (exit 137)");
        assertThat(process.deaths()).isEqualTo(1);
    }

    @Test
    void one_that_is_stopped_stays_away_and_one_that_is_restarted_runs_once() throws Exception {
        ManagedProcess process = managed("sleep 60");
        process.start();
        process.stop();
        assertThat(process.pid()).isEmpty();

        process.start();
        assertThat(process.awaitReady()).isTrue();
        assertThat(new Ledger(folder.resolve("processes")).leftBehind())
                .extracting(Ledger.Entry::pid)
                .containsExactly(process.pid().orElseThrow());
    }

    @Test
    void one_that_cannot_live_is_not_waited_for_to_the_end() throws Exception {
        ManagedProcess process = managed("echo broken; exit 3", () -> false);
        process.start();
        long begin = System.nanoTime();

        assertThat(process.awaitReady()).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        assertThat(process.log().tail(1)).containsExactly("broken");
    }

    @Test
    void the_pause_grows_and_has_an_end() {
        assertThat(List.of(ManagedProcess.pause(1), ManagedProcess.pause(2), ManagedProcess.pause(99)))
                .containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(10));
    }

    @Test
    void settings_of_ours_and_of_strangers_do_not_reach_it() {
        assertThat(List.of("THIDUA_PORT", "KC_DB", "SPRING_PROFILES_ACTIVE", "PGPORT", "JAVA_TOOL_OPTIONS"))
                .allMatch(ManagedProcess::foreign);
        assertThat(List.of("PATH", "HOME", "LANG")).noneMatch(ManagedProcess::foreign);
        assertThat(List.of("THIDUA_SMTP_HOST", "THIDUA_FILE_S3_BUCKET", "THIDUA_SIGNATURE_TRUST", "THIDUA_WEBHOOK_URL"))
                .as("what an operator sets for the services")
                .noneMatch(ManagedProcess::foreign);
    }

    @Test
    void a_full_log_is_kept_once_and_begun_anew() throws Exception {
        LogFile log = new LogFile(folder, "loud");
        Files.write(log.path(), new byte[10_000_001]);

        log.rotateWhenFull();

        assertThat(Files.size(log.path())).isZero();
        assertThat(Files.size(folder.resolve("loud.log.1"))).isEqualTo(10_000_001);
    }

    @Test
    void a_pid_that_went_to_another_process_is_not_ours() throws Exception {
        Ledger ledger = new Ledger(folder.resolve("processes"));
        long self = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("processes"), "postgres " + self + " 12345 INT\n");

        assertThat(ledger.leftBehind()).isEmpty();
    }

    private ManagedProcess managed(String script) {
        return managed(script, () -> true);
    }

    private ManagedProcess managed(String script, Probe probe) {
        ProcessSpec spec = new ProcessSpec(
                "sample", () -> List.of("sh", "-c", script), Map.of(), 1, probe, "TERM", Duration.ofSeconds(60));
        ManagedProcess process = new ManagedProcess(spec, folder, new Ledger(folder.resolve("processes")), screen);
        running = process;
        return process;
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
