package vn.thidua.launcher;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import vn.thidua.launcher.process.Ledger;
import vn.thidua.launcher.process.ManagedProcess;
import vn.thidua.launcher.process.ProcessSpec;
import vn.thidua.launcher.screen.Refusal;
import vn.thidua.launcher.screen.Screen;

/** All processes of one installation, in the stages in which they start and, backwards, stop. */
final class Platform {
    private final Layout layout;
    private final Screen screen;
    private final Ledger ledger;
    private final List<List<ManagedProcess>> stages = new ArrayList<>();
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean stopping;
    private volatile boolean ready;

    /** What has to be done once a process is ready before it counts as ready. */
    @FunctionalInterface
    interface Finish {
        void run() throws Exception;
    }

    Platform(Layout layout, Screen screen, Ledger ledger) {
        this.layout = layout;
        this.screen = screen;
        this.ledger = ledger;
    }

    /** Starts the processes of a stage at once; returns without waiting for them. */
    List<ManagedProcess> launch(List<ProcessSpec> specs) throws IOException {
        List<ManagedProcess> stage = enrol(specs);
        for (ManagedProcess process : stage) {
            begin(process);
        }
        return stage;
    }

    /** The processes of a stage, not started yet: {@link #awaitAll} starts each in its turn. */
    List<ManagedProcess> enrol(List<ProcessSpec> specs) {
        List<ManagedProcess> stage = new ArrayList<>();
        for (ProcessSpec spec : specs) {
            stage.add(new ManagedProcess(spec, layout.logs(), ledger, screen));
        }
        synchronized (stages) {
            stages.add(stage);
        }
        return stage;
    }

    /** A stop that has begun must not be followed by a start. */
    private void begin(ManagedProcess process) throws IOException {
        synchronized (stages) {
            if (stopping) {
                throw new Stopped();
            }
            process.start();
        }
    }

    /** Waits for one process and does what finishes it; throws a {@link Refusal} with the end of its log when it fails. */
    void await(ManagedProcess process, Finish finish) throws Exception {
        if (!process.awaitReady()) {
            if (stopping) {
                throw new Stopped();
            }
            String tail = String.join("\n", process.log().tail(12));
            String where = process.log().path().toString();
            throw new Refusal(
                    process.spec().name() + " không khởi động được; xem " + where,
                    process.spec().name() + " does not start; see " + where + "\n" + tail);
        }
        finish.run();
        screen.event(process.spec().name(), "sẵn sàng · ready");
    }

    /**
     * Starts those that do not run, waits for all and does what finishes each. No more start at the same time than there are
     * processors: the longest (Keycloak's first start) then has one for itself, and everything is ready sooner.
     */
    void awaitAll(List<ManagedProcess> processes, Map<ManagedProcess, Finish> finishes) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ExecutorCompletionService<ManagedProcess> waits = new ExecutorCompletionService<>(threads);
            for (ManagedProcess process : processes) {
                waits.submit(() -> {
                    turns.acquire();
                    try {
                        if (!process.isWanted()) {
                            begin(process);
                        }
                        await(process, finishes.getOrDefault(process, () -> {}));
                    } finally {
                        turns.release();
                    }
                    return process;
                });
            }
            try {
                for (int i = 0; i < processes.size(); i++) {
                    waits.take().get();
                }
            } finally {
                // The first failure decides; nobody waits for the slowest to hear of it.
                threads.shutdownNow();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Stops everything, last stage first; the second caller waits for the first. */
    void down() throws InterruptedException {
        boolean first;
        List<List<ManagedProcess>> running;
        synchronized (stages) {
            first = !stopping;
            stopping = true;
            running = List.copyOf(stages);
        }
        if (first) {
            for (List<ManagedProcess> stage : running.reversed()) {
                stopAll(stage);
            }
            stopped.countDown();
        }
        stopped.await();
    }

    private void stopAll(List<ManagedProcess> stage) throws InterruptedException {
        List<Thread> stops = new ArrayList<>();
        for (ManagedProcess process : stage) {
            stops.add(Thread.ofVirtual().start(() -> {
                try {
                    process.stop();
                    screen.event(process.spec().name(), "đã dừng · stopped");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread stop : stops) {
            stop.join();
        }
    }

    /** Stops one process and starts it again; false when it is not ready in time. */
    boolean restart(String name) throws IOException, InterruptedException {
        ManagedProcess process = find(name);
        screen.event(name, "khởi động lại · restarting");
        process.stop();
        process.start();
        boolean back = process.awaitReady();
        screen.event(
                name,
                back
                        ? "sẵn sàng · ready"
                        : "không khởi động được · does not start: "
                                + process.log().path());
        return back;
    }

    /**
     * Stops the processes of these names, does the work, and starts them again. When the work fails they stay stopped: what they
     * work on may be half done.
     */
    void without(Predicate<String> names, Finish work) throws Exception {
        List<ManagedProcess> chosen = all().stream()
                .filter(process -> names.test(process.spec().name()))
                .toList();
        ready = false;
        stopAll(chosen);
        work.run();
        awaitAll(chosen, Map.of());
        ready = true;
    }

    /** One line per process: name, pid (0 when it is not running), port. */
    List<String> status() {
        List<String> lines = new ArrayList<>();
        for (ManagedProcess process : all()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-20s %8d %6d",
                    process.spec().name(),
                    process.pid().orElse(0L),
                    process.spec().port()));
        }
        return lines;
    }

    void rotateLogs() throws IOException {
        for (ManagedProcess process : all()) {
            process.rotateLog();
        }
    }

    boolean isReady() {
        return ready;
    }

    boolean isStopping() {
        return stopping;
    }

    void markReady() {
        ready = true;
    }

    private ManagedProcess find(String name) {
        return all().stream()
                .filter(process -> process.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    String names = String.join(
                            ", ",
                            all().stream().map(process -> process.spec().name()).toList());
                    return new Refusal(
                            "Không có tiến trình " + name + "; có: " + names, "No such process; there are: " + names);
                });
    }

    private List<ManagedProcess> all() {
        synchronized (stages) {
            return stages.stream().flatMap(List::stream).toList();
        }
    }

    /** The start was overtaken by a stop: nothing to report, nothing to go on with. */
    static final class Stopped extends RuntimeException {}
}
