package vn.thidua.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;

/** A hundred schools hand their reports in at the last moment, and while instances die. Whoever hands in keeps a ledger of what was said. */
class JDeadlineNightIT {
    private static final Platform PLATFORM = Platform.running();
    private static final int SCHOOLS = 100;
    /** The same in every run, so that a failure can be looked at again. */
    private static final Random DRAWN = new Random(20261231);

    private static final Api AGENCY = PLATFORM.api()
            .as(PLATFORM.tokenOfLoader(
                    "units.read",
                    "units.write",
                    "clusters.read",
                    "clusters.write",
                    "indicators.read",
                    "indicators.write",
                    "reports.read",
                    "reports.write"));

    private static @Nullable Schools schools;

    /**
     * One answer to a school that hands in.
     *
     * @param asked when the request left
     * @param answered when the answer had come
     */
    private record Line(String report, Instant asked, Instant answered, int status, String problem) {}

    @BeforeAll
    static void aHundredSchoolsHavePromised() {
        schools = Schools.promising(AGENCY, "HC", "Trường Hạn chót", SCHOOLS, 5);
    }

    @AfterAll
    static void everybodyIsBack() {
        PLATFORM.awaitEverybody();
    }

    @Test
    void nothingHandedInIsLostOrDoubledWhileInstancesDie() throws SQLException {
        var reports = Stream.of("H1", "M9")
                .map(kind -> period(kind, Instant.now().plus(1, ChronoUnit.DAYS)))
                .flatMap(period -> filled(period).stream())
                .toList();
        assertThat(reports).hasSize(2 * SCHOOLS);
        List<String> accepted;
        var unclear = new ConcurrentLinkedQueue<String>();
        var kills = new ArrayList<String>();
        var going = new AtomicBoolean(true);
        try (var killer = Executors.newSingleThreadExecutor()) {
            killer.execute(() -> {
                while (going.get()) {
                    pause(1_500 + DRAWN.nextInt(3_000));
                    var victim = DRAWN.nextBoolean() ? "indicator-service" : "indicator-service-2";
                    ProcessHandle.of(PLATFORM.process(victim).pid()).ifPresent(process -> {
                        process.destroyForcibly();
                        kills.add(victim);
                    });
                }
            });
            try {
                accepted = Together.each(reports, 8, report -> {
                    pause(600);
                    unclear.addAll(handIn(report));
                    return report;
                });
            } finally {
                going.set(false);
            }
        }
        PLATFORM.awaitEverybody();
        System.out.printf(
                "%d reports handed in while instances died %d times; %d attempts without a clear answer%n",
                accepted.size(), kills.size(), unclear.size());
        assertThat(kills).hasSizeGreaterThan(3);
        assertThat(accepted).containsExactlyInAnyOrderElementsOf(reports);
        assertThat(submissions(reports))
                .as("each was handed in once, with all its cells")
                .allSatisfy((_, submission) -> {
                    assertThat(submission.times()).isEqualTo(1);
                    assertThat(submission.cells()).isEqualTo(5);
                })
                .hasSize(reports.size());
    }

    @Test
    void inTheLastMinuteNobodyIsRefusedWronglyAndNobodyIsAcceptedLate() throws SQLException {
        var closes = Instant.now().plus(75, ChronoUnit.SECONDS).truncatedTo(ChronoUnit.SECONDS);
        var reports = filled(period("YEAR", closes));
        var ledger = new ConcurrentLinkedQueue<Line>();
        var begins = closes.minusSeconds(
                Math.clamp(Duration.between(Instant.now(), closes).toSeconds() - 1, 5, 60));
        try (var leaders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var report : reports) {
                // One in ten comes too late by some seconds.
                var late = DRAWN.nextInt(10) == 0;
                var window = (int) Duration.between(begins, closes).toMillis();
                var at = late
                        ? closes.plusMillis(50 + DRAWN.nextInt(3_000))
                        : closes.minusMillis(DRAWN.nextInt(window) + 1L);
                leaders.execute(() -> {
                    pause(Math.max(0, Duration.between(Instant.now(), at).toMillis()));
                    ledger.add(oneTry(report));
                });
            }
        }
        var stored = submissions(reports);
        System.out.printf(
                "deadline night: %d accepted, %d refused; slowest answer %d ms%n",
                stored.size(),
                ledger.size() - stored.size(),
                ledger.stream()
                        .mapToLong(line ->
                                Duration.between(line.asked(), line.answered()).toMillis())
                        .max()
                        .orElseThrow());
        assertThat(ledger).hasSize(SCHOOLS).allSatisfy(line -> {
            if (line.answered().isBefore(closes)) {
                assertThat(line.status()).as("in time: %s", line).isEqualTo(200);
            } else if (!line.asked().isBefore(closes)) {
                assertThat(line.problem()).as("too late: %s", line).isEqualTo("period-closed");
            }
        });
        assertThat(stored.keySet())
                .containsExactlyInAnyOrderElementsOf(ledger.stream()
                        .filter(line -> line.status() == 200)
                        .map(Line::report)
                        .toList());
        assertThat(stored.values()).isNotEmpty().allSatisfy(submission -> {
            assertThat(submission.last()).isBeforeOrEqualTo(closes);
            assertThat(submission.times()).isEqualTo(1);
        });
    }

    /**
     * Presses until there is a clear answer, with the key of its one intention; gives back what was unclear: a line cut,
     * a gateway without an instance, or that an earlier press is still being carried out.
     */
    private static List<String> handIn(String report) {
        var caller = AGENCY.with("Idempotency-Key", UUID.randomUUID().toString());
        var unclear = new ArrayList<String>();
        Eventually.within(Duration.ofMinutes(2), "a clear answer for " + report, () -> {
            try {
                var answer = caller.post("/api/v1/reports/" + report + "/submission", null);
                if (answer.status() == 200) {
                    return true;
                }
                if (!"idempotency-in-flight".equals(answer.problem())) {
                    assertThat(answer.status()).as(answer.text()).isGreaterThanOrEqualTo(500);
                }
                unclear.add(answer.text());
            } catch (UncheckedIOException cut) {
                unclear.add(String.valueOf(cut.getMessage()));
            }
            pause(200);
            return false;
        });
        return unclear;
    }

    private static Line oneTry(String report) {
        var asked = Instant.now();
        var answer = AGENCY.post("/api/v1/reports/" + report + "/submission", null);
        return new Line(report, asked, Instant.now(), answer.status(), answer.problem());
    }

    private static String period(String kind, Instant closes) {
        var answer = AGENCY.post(
                "/api/v1/periods",
                Map.of(
                        "seasonId",
                        known().season(),
                        "kind",
                        kind,
                        "name",
                        "Báo cáo " + kind,
                        "opensAt",
                        Instant.now().minus(1, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS),
                        "dueAt",
                        closes,
                        "closesAt",
                        closes));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id().toString();
    }

    /** The reports of all schools in that period, ready to be handed in. */
    private static List<String> filled(String period) {
        return Together.each(known().units(), 4, unit -> filled(period, unit));
    }

    private static String filled(String period, String unit) {
        var begun = AGENCY.post("/api/v1/reports", Map.of("periodId", period, "unitId", unit));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        var report = begun.body().path("report").path("id").asString();
        for (var indicator : known().indicators()) {
            var saved = AGENCY.put(
                    "/api/v1/reports/" + report + "/cells/" + indicator,
                    0,
                    Map.of(
                            "value",
                            12,
                            "notApplicable",
                            false,
                            "actuality",
                            "ACTUAL",
                            "explanation",
                            "theo sổ theo dõi"));
            assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        }
        return report;
    }

    private static Schools known() {
        return java.util.Objects.requireNonNull(schools);
    }

    private record Stored(int times, int cells, Instant last) {}

    /** What the database holds of those reports that were handed in. */
    private static Map<String, Stored> submissions(List<String> reports) throws SQLException {
        try (var connection = PLATFORM.database("indicator");
                var statement = connection.prepareStatement("""
                        select r.id::text, count(*), max(cardinality(s.revisions)), max(s.at)
                        from report r join report_submission s on s.report_id = r.id
                        where r.id::text = any(?) and r.status = 'SUBMITTED' group by r.id
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", reports.toArray()));
            var found = new HashMap<String, Stored>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            rows.getString(1),
                            new Stored(
                                    rows.getInt(2),
                                    rows.getInt(3),
                                    rows.getTimestamp(4).toInstant()));
                }
            }
            return found;
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
}
