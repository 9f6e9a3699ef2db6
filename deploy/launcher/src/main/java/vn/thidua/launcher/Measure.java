package vn.thidua.launcher;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.thidua.launcher.control.ControlClient;
import vn.thidua.launcher.screen.Screen;

/**
 * {@code deploy/measure}: how long the platform takes to be ready and how much memory it holds, on a data folder and ports
 * of its own, the first time and on the data of the first time. Leaves nothing behind.
 */
final class Measure {
    /** What the platform promises on two cores. */
    private static final double FIRST_SECONDS = 75;

    private static final double AGAIN_SECONDS = 45;
    private static final double PSS_GIB = 2.5;

    private final Settings settings;
    private final Screen screen;

    Measure(Settings settings, Screen screen) {
        this.settings = settings;
        this.screen = screen;
    }

    private record Result(String name, double seconds, double limit, Map<String, Long> pss) {
        double gibibytes() {
            return pss.values().stream().mapToLong(Long::longValue).sum() / 1024.0 / 1024.0;
        }

        boolean kept() {
            return seconds <= limit && gibibytes() <= PSS_GIB;
        }
    }

    /** Gives 0 when both starts kept the promises. */
    int run() throws Exception {
        try (Scratch scratch = Scratch.named("thidua-measure-")) {
            Path data = scratch.folder();
            int port = freeRange();
            Result first = start("lần đầu · first time", FIRST_SECONDS, data, port);
            Result again = start("dữ liệu có sẵn · existing data", AGAIN_SECONDS, data, port);
            print(List.of(first, again));
            return first.kept() && again.kept() ? 0 : 1;
        }
    }

    private Result start(String name, double limit, Path data, int port) throws Exception {
        screen.event("measure", name);
        Layout layout = new Layout(settings.home(), data);
        ProcessBuilder builder = new ProcessBuilder(
                        settings.home().resolve("deploy/up").toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("screen.log").toFile());
        builder.environment().put("THIDUA_DATA", data.toString());
        builder.environment().put("THIDUA_PORT", String.valueOf(port));
        long begin = System.nanoTime();
        Process up = builder.start();
        Thread stopper = new Thread(up::destroy);
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            while (!ready(layout)) {
                if (!up.isAlive()) {
                    throw new IOException(
                            "the platform did not start:\n" + Files.readString(data.resolve("screen.log")));
                }
                Thread.sleep(100);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            // What starting left to be collected and compiled is over after a few seconds of rest.
            Thread.sleep(5_000);
            return new Result(name, seconds, limit, memory(up.toHandle(), layout));
        } finally {
            stop(up);
            Runtime.getRuntime().removeShutdownHook(stopper);
        }
    }

    private static void stop(Process up) throws IOException, InterruptedException {
        up.destroy();
        if (!up.waitFor(60, TimeUnit.SECONDS)) {
            throw new IOException("the platform does not stop");
        }
    }

    private static boolean ready(Layout layout) {
        try {
            Optional<ControlClient> launcher = ControlClient.of(layout.run());
            return launcher.isPresent() && launcher.get().ask(List.of("status"), line -> {}) == 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** The proportional share of memory in KiB, by process; PostgreSQL's many count as one. */
    private static Map<String, Long> memory(ProcessHandle launcher, Layout layout) throws IOException {
        Map<Long, String> names = new HashMap<>();
        for (String line : Files.readAllLines(layout.run().resolve("processes"))) {
            String[] part = line.split(" ", -1);
            names.put(Long.parseLong(part[1]), part[0]);
        }
        Map<String, Long> pss = new HashMap<>();
        List<ProcessHandle> all = new ArrayList<>(launcher.descendants().toList());
        all.add(launcher);
        for (ProcessHandle process : all) {
            long parent = process.parent().map(ProcessHandle::pid).orElse(0L);
            String name = names.getOrDefault(process.pid(), names.getOrDefault(parent, "launcher"));
            pss.merge(name, pss(process.pid()), Long::sum);
        }
        return pss;
    }

    private static long pss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException gone) {
            // A database connection that ended between the listing and this look.
            return 0;
        }
    }

    private void print(List<Result> results) {
        screen.line("");
        for (Result result : results) {
            screen.line(String.format(
                    Locale.ROOT,
                    "%-32s %6.1f s (≤ %.0f)   PSS %.2f GiB (≤ %.1f)   %s",
                    result.name(),
                    result.seconds(),
                    result.limit(),
                    result.gibibytes(),
                    PSS_GIB,
                    result.kept() ? "✓" : "✗"));
        }
        screen.line("");
        results.getLast().pss().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> screen.line(
                        String.format(Locale.ROOT, "  %-24s %6d MiB", entry.getKey(), entry.getValue() / 1024)));
    }

    /** A base port above which all twenty are free at this moment. */
    private static int freeRange() {
        for (int base = 20_000; base < 32_000; base += 100) {
            if (free(base)) {
                return base;
            }
        }
        throw new IllegalStateException("no free range of ports");
    }

    private static boolean free(int base) {
        for (int port = base; port < base + 20; port++) {
            try (ServerSocket socket = new ServerSocket(port)) {
                socket.setReuseAddress(true);
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
