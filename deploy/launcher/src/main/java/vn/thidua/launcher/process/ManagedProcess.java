package vn.thidua.launcher.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thidua.launcher.screen.Screen;

/** One process that is kept running until it is told to stop: when it dies by itself it is started again, ever slower. */
public final class ManagedProcess {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final ProcessSpec spec;
    private final LogFile log;
    private final Ledger ledger;
    private final Screen screen;

    private @Nullable Process process;
    private boolean wanted;
    private int deaths;
    private long startedAt;

    /** Takes what to run, where it logs, where its pid is noted, and where to tell people. */
    public ManagedProcess(ProcessSpec spec, Path logs, Ledger ledger, Screen screen) {
        this.spec = spec;
        this.log = new LogFile(logs, spec.name());
        this.ledger = ledger;
        this.screen = screen;
    }

    /** What this process is. */
    public ProcessSpec spec() {
        return spec;
    }

    /** Its log. */
    public LogFile log() {
        return log;
    }

    /** Its pid while it runs. */
    public synchronized Optional<Long> pid() {
        Process current = process;
        return current != null && current.isAlive() ? Optional.of(current.pid()) : Optional.empty();
    }

    /** How often in a row it died shortly after it began. */
    public synchronized int deaths() {
        return deaths;
    }

    /** Starts it; returns at once. */
    public synchronized void start() throws IOException {
        wanted = true;
        deaths = 0;
        spawn();
    }

    /** Waits until it does its work; false when its patience is over, it keeps dying or it was stopped. */
    public boolean awaitReady() throws InterruptedException {
        return spec.probe().await(spec.patience(), () -> isWanted() && deaths() < 3);
    }

    /** Stops it in order; returns when it is gone. */
    public void stop() throws InterruptedException {
        Process current;
        synchronized (this) {
            wanted = false;
            current = process;
            notifyAll();
        }
        if (current != null && current.isAlive()) {
            Signals.stop(current.toHandle(), spec.stopSignal(), STOP_PATIENCE);
        }
        ledger.stopped(spec.name());
    }

    /** Copies and empties the log when it has grown too large. */
    public void rotateLog() throws IOException {
        log.rotateWhenFull();
    }

    /** True from its start until it is stopped on purpose, also while it is dead and about to be started again. */
    public synchronized boolean isWanted() {
        return wanted;
    }

    private synchronized void spawn() throws IOException {
        log.rotateWhenFull();
        ProcessBuilder builder = new ProcessBuilder(spec.command().get())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        Map<String, String> environment = builder.environment();
        // Settings meant for us, or for some other Keycloak or Spring program of this person, are not for our
        // processes.
        environment.keySet().removeIf(ManagedProcess::foreign);
        environment.putAll(spec.environment());
        Process fresh = builder.start();
        process = fresh;
        startedAt = System.nanoTime();
        ledger.started(spec.name(), fresh.toHandle(), spec.stopSignal());
        Thread.ofVirtual().name("watch-" + spec.name()).start(() -> watch(fresh));
    }

    static boolean foreign(String variable) {
        return (variable.startsWith("THIDUA_") && !isForOurProcesses(variable))
                || variable.startsWith("KC_")
                || variable.startsWith("SPRING_")
                || variable.startsWith("SERVER_")
                || variable.startsWith("PG")
                || variable.equals("JAVA_TOOL_OPTIONS")
                || variable.equals("JDK_JAVA_OPTIONS");
    }

    /** What an operator may set for the services and the gateway by setting it for the launcher. */
    private static final List<String> HANDED_ON = List.of(
            "THIDUA_MANDATES_",
            "THIDUA_WEB_",
            "THIDUA_CLIENT_",
            "THIDUA_ADDRESS_",
            "THIDUA_LOGIN_",
            "THIDUA_SMTP_",
            "THIDUA_WEBHOOK_",
            "THIDUA_SIGNATURE_",
            "THIDUA_FILE_");

    private static boolean isForOurProcesses(String variable) {
        return HANDED_ON.stream().anyMatch(variable::startsWith);
    }

    private void watch(Process watched) {
        try {
            int exit = watched.waitFor();
            if (!returned(watched, exit)) {
                return;
            }
            if (spec.probe().await(spec.patience(), this::isAlive)) {
                screen.event(spec.name(), "đã chạy lại · back");
            }
        } catch (IOException e) {
            screen.event(spec.name(), "không chạy lại được · cannot be started again: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts it again after the pause its deaths ask for; false when it was stopped or restarted on purpose meanwhile. */
    private synchronized boolean returned(Process dead, int exit) throws IOException, InterruptedException {
        if (!wanted || process != dead) {
            return false;
        }
        deaths = System.nanoTime() - startedAt > STEADY.toNanos() ? 1 : deaths + 1;
        long pause = pause(deaths).toMillis();
        screen.event(
                spec.name(),
                "dừng ngoài ý muốn (mã " + exit + "), chạy lại sau " + pause + " ms · died (exit " + exit
                        + "), starting again");
        long end = System.nanoTime() + pause * 1_000_000;
        while (wanted && process == dead && System.nanoTime() < end) {
            wait(Math.max(1, (end - System.nanoTime()) / 1_000_000));
        }
        if (!wanted || process != dead) {
            return false;
        }
        spawn();
        return true;
    }

    private boolean isAlive() {
        return pid().isPresent();
    }

    static Duration pause(int deaths) {
        return Duration.ofMillis(Math.min(10_000, 250L << Math.min(deaths - 1, 10)));
    }
}
