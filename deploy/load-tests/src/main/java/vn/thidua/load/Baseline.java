package vn.thidua.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures pairs in turn, A B A B, on the running platform and prints each pair's rates and the ratio of their medians. Ratios can
 * be compared between machines; the rates cannot.
 */
public final class Baseline {
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(4);

    private Baseline() {}

    /** @param args the platform's data folder and its first port */
    public static void main(String[] args) throws Exception {
        var port = Integer.parseInt(args[1]);
        var gateway = "http://127.0.0.1:" + port;
        var cluster = "http://127.0.0.1:" + (port + 1);
        var indicator = "http://127.0.0.1:" + (port + 2);
        var identity = "http://127.0.0.1:" + (port + 5) + "/realms/thidua";
        var data = Path.of(args[0]);
        var caller =
                Caller.client("he-thong-so-tai-chinh", data, identity, "units.read indicators.read indicators.write");
        var cells = Cells.writable(
                Caller.client("demo-loader", data, identity, "reports.read reports.write"), indicator, CLIENTS);
        var unit = caller.firstId(cluster + "/api/v1/units?limit=1");
        var health = "/actuator/health/liveness";
        System.out.printf("%d clients, %d rounds of %d s each%n", CLIENTS, ROUNDS, ROUND.toSeconds());
        pair(
                "read through the gateway / direct",
                () -> caller.read(gateway + "/api/v1/units/" + unit, true),
                () -> caller.read(cluster + "/api/v1/units/" + unit, true));
        pair(
                "write through the gateway / direct",
                () -> caller.write(gateway + "/api/v1/indicators", unit),
                () -> caller.write(indicator + "/api/v1/indicators", unit));
        pair("cell saved through the gateway / direct", () -> cells.save(gateway), () -> cells.save(indicator));
        pair(
                "trivial read with token / without",
                () -> caller.read(cluster + health, true),
                () -> caller.read(cluster + health, false));
    }

    @FunctionalInterface
    private interface Request {
        void send() throws IOException, InterruptedException;
    }

    private static void pair(String name, Request a, Request b) throws InterruptedException, ExecutionException {
        rate(a, WARM_UP);
        rate(b, WARM_UP);
        var ratesA = new ArrayList<Long>();
        var ratesB = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            ratesA.add(rate(a, ROUND));
            ratesB.add(rate(b, ROUND));
        }
        var medianA = median(ratesA);
        var medianB = median(ratesB);
        System.out.printf("%-40s %6d/s %6d/s   ratio %d %%%n", name, medianA, medianB, 100 * medianA / medianB);
    }

    /** Requests a second by all clients together. */
    private static long rate(Request request, Duration time) throws InterruptedException, ExecutionException {
        var done = new AtomicLong();
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clients = new ArrayList<Future<?>>();
            for (int client = 0; client < CLIENTS; client++) {
                Callable<Boolean> loop = () -> {
                    while (System.nanoTime() < end) {
                        request.send();
                        done.incrementAndGet();
                    }
                    return true;
                };
                clients.add(threads.submit(loop));
            }
            for (var client : clients) {
                client.get();
            }
        }
        return done.get() * 1000 / time.toMillis();
    }

    private static long median(List<Long> rates) {
        return rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
    }
}
