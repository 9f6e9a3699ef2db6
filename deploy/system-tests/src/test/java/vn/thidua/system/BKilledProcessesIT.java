package vn.thidua.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.kit.test.Eventually;

/** What happens to people's work when a process dies. */
class BKilledProcessesIT {
    private static final Platform PLATFORM = Platform.running();

    @AfterAll
    static void everybodyIsBack() {
        PLATFORM.awaitEverybody();
    }

    @Test
    void noReadFailsWhenOneOfTwoInstancesIsKilled() {
        var reader = PLATFORM.agency("indicators.read");
        var failures = new ConcurrentLinkedQueue<String>();
        var reads = new AtomicInteger();
        var go = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 5)
                    .forEach(_ -> threads.execute(() -> {
                        while (go.get()) {
                            var answer = reader.get("/api/v1/indicators?limit=5");
                            reads.incrementAndGet();
                            if (answer.status() != 200) {
                                failures.add(answer.status() + " " + answer.text());
                            }
                            pause(20);
                        }
                    }));
            try {
                pause(3_000);
                var killed = PLATFORM.kill("indicator-service-2");
                pause(10_000);
                Eventually.within(Duration.ofSeconds(60), "the instance is back", () -> PLATFORM.isReady(killed));
                pause(2_000);
            } finally {
                go.set(false);
            }
        }
        assertThat(reads.get()).isGreaterThan(100);
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"award-service", "cluster-service"})
    void theConsoleSaysWhatIsMissingAndTheServiceIsInUseSoonAfterItsReturn(String name) {
        try (var browser = new Browser()) {
            var page = browser.logIn("quantri");
            page.navigate(PLATFORM.address() + "/");
            page.getByTestId("platform-panel").waitFor();
            var killed = PLATFORM.kill(name);
            // It is back within seconds; one that dies again and again is away long enough for people to see it.
            Eventually.within(Duration.ofSeconds(60), "the console says that " + name + " is missing", () -> {
                ProcessHandle.of(PLATFORM.process(name).pid()).ifPresent(ProcessHandle::destroyForcibly);
                return page.getByTestId("platform-banner").isVisible();
            });
            Browser.picture(page, "missing-" + name);
            Eventually.within(Duration.ofSeconds(90), name + " is back", () -> PLATFORM.isReady(killed));
            var back = Instant.now();
            var path = name.equals("award-service") ? "/api/v1/replicas/award" : "/api/v1/units";
            Eventually.within(
                    Duration.ofSeconds(15),
                    name + " is in use again",
                    () -> PLATFORM.loader().get(path).status() == 200);
            assertThat(Duration.between(back, Instant.now())).isLessThan(Duration.ofSeconds(15));
            assertThat(page.getByTestId("platform-banner"))
                    .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(30_000));
        }
    }

    @Test
    void nothingAcceptedIsLostWhenPostgresIsKilledMidWrite() throws SQLException {
        var writer = PLATFORM.loader();
        var root = writer.get("/api/v1/units?q=AB-SXD")
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        var started = startOfPostgres();
        var accepted = new ConcurrentLinkedQueue<String>();
        var unknown = new ConcurrentLinkedQueue<Map<String, String>>();
        var number = new AtomicInteger();
        var go = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 4)
                    .forEach(_ -> threads.execute(() -> {
                        while (go.get()) {
                            var code = "AB-K%05d".formatted(number.incrementAndGet());
                            var key = UUID.randomUUID().toString();
                            try {
                                var answer =
                                        writer.with("Idempotency-Key", key).post("/api/v1/units", unit(code, root));
                                if (answer.status() == 201) {
                                    accepted.add(code);
                                } else {
                                    unknown.add(Map.of("code", code, "key", key));
                                    pause(500);
                                }
                            } catch (UncheckedIOException cut) {
                                unknown.add(Map.of("code", code, "key", key));
                            }
                            pause(100);
                        }
                    }));
            try {
                pause(3_000);
                PLATFORM.kill("postgres");
                pause(5_000);
                Eventually.within(
                        Duration.ofSeconds(60),
                        "reads are answered again",
                        () -> writer.get("/api/v1/units?limit=1").status() == 200);
                pause(2_000);
            } finally {
                go.set(false);
            }
        }
        assertThat(accepted).hasSizeGreaterThan(20);
        // The writers may all have waited it out, so that it is not asked of them whether there was a kill.
        assertThat(startOfPostgres()).as("PostgreSQL is another one").isNotEqualTo(started);
        // What came back unclear is repeated with its own key, and then is there once.
        for (var repeat : unknown) {
            var code = java.util.Objects.requireNonNull(repeat.get("code"));
            Eventually.within(
                    Duration.ofSeconds(20),
                    code + " converges",
                    () -> writer.with("Idempotency-Key", java.util.Objects.requireNonNull(repeat.get("key")))
                                    .post("/api/v1/units", unit(code, root))
                                    .status()
                            == 201);
            accepted.add(code);
        }
        try (var connection = PLATFORM.database("cluster");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select code from unit where code like 'AB-K%'")) {
            var stored = new java.util.ArrayList<String>();
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
            assertThat(stored).containsExactlyInAnyOrderElementsOf(List.copyOf(accepted));
        }
    }

    @Test
    void theAuditIsWholeAfterAllThat() {
        assertThat(PLATFORM.command("verify-audit")).contains("whole").doesNotContain("NOT WHOLE");
    }

    private static String startOfPostgres() throws SQLException {
        try (var connection = PLATFORM.database("cluster");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_postmaster_start_time()")) {
            row.next();
            return row.getString(1);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Map<String, Object> unit(String code, String parent) {
        var unit = new HashMap<String, Object>();
        unit.put("code", code);
        unit.put("name", "Đơn vị " + code);
        unit.put("kind", "ORGANISATION");
        unit.put("level", "NONE");
        unit.put("parentId", parent);
        unit.put("validFrom", "2025-07-01");
        return unit;
    }
}
