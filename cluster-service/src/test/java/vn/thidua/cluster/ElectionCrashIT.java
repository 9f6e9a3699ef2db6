package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.Scratch;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;
import vn.thidua.kit.test.TestPostgres;

/** Dying at every point of a session, and going on. */
class ElectionCrashIT {
    private static final Province PROVINCE = Province.instance();

    @Test
    void anOpeningThatNeverCommittedLeavesAKeyThatIsTakenAwayAndTheSessionOpensAnew() throws Exception {
        var assembly = Assembly.of(3);
        var election = assembly.drawn(1);
        try (var connection = PROVINCE.service.database().asSuperuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // The key is written, then the event of the opening waits in vain: the opening dies before its commit.
            statement.execute("lock table kit.outbox in access exclusive mode");
            var died = assembly.officer().post(Assembly.path(election) + "/opening", null);
            assertThat(died.status()).as(died.text()).isEqualTo(503);
            connection.rollback();
        }
        assertThat(assembly.read(election).body().path("status").asString()).isEqualTo("DRAFT");
        var orphan = keysOf(election);
        assertThat(orphan).hasSize(1);

        assertThat(assembly.officer()
                        .post(Assembly.path(election) + "/opening", null)
                        .status())
                .isEqualTo(200);
        try (var other = instance(Map.of("thidua.ballot.orphan-age", "100ms"))) {
            Eventually.within(
                    Duration.ofSeconds(20),
                    "only the session's key is left",
                    () -> keysOf(election).size() == 1);
            assertThat(keysOf(election)).doesNotContainAnyElementsOf(orphan);
            assertThat(other.api().get("/api/v1/elections").status()).isEqualTo(401);
        }
        for (int member = 0; member < 3; member++) {
            assembly.cast(election, member, assembly.unit(0));
        }
        assertThat(assembly.close(election).body().path("cast").asInt()).isEqualTo(3);
    }

    @Test
    void aKeyThatOutlivedTheStoredCountIsDestroyedByTheNextStart() throws Exception {
        var assembly = Assembly.of(3);
        var election = assembly.opened(1);
        for (int member = 0; member < 3; member++) {
            assembly.cast(election, member, assembly.unit(0));
        }
        var file = keysOf(election).getFirst();
        var key = Files.readAllBytes(file);
        assembly.close(election);
        Eventually.within(Duration.ofSeconds(10), "destroyed", () -> !Files.exists(file));
        Eventually.within(
                Duration.ofSeconds(10),
                "noted",
                () -> !assembly.read(election).body().path("keyDestroyedAt").isNull());
        // As it was at the moment between: the count is stored, the key is still there and nobody has noted anything.
        Files.write(file, key);
        withoutTriggers("update election set key_destroyed_at = null where id = '%s'".formatted(election));
        try (var next = instance(Map.of())) {
            Eventually.within(Duration.ofSeconds(20), "destroyed again", () -> !Files.exists(file));
            Eventually.within(
                    Duration.ofSeconds(10),
                    "noted again",
                    () -> !assembly.read(election).body().path("keyDestroyedAt").isNull());
            assertThat(next.api().get("/api/v1/elections").status()).isEqualTo(401);
        }
        assertThat(assembly.read(election).body().path("cast").asInt()).isEqualTo(3);
    }

    @Test
    void aProcessKilledInMidSessionLosesNoBallotItHadTaken() throws Exception {
        var assembly = Assembly.of(16);
        var election = assembly.opened(2);
        var port = freePort();
        var process = process(port);
        try {
            var api = new Api("http://127.0.0.1:" + port);
            Eventually.within(Duration.ofSeconds(90), "the process answers", () -> isUp(api));
            for (int member = 0; member < 4; member++) {
                assertThat(cast(assembly, api, election, member)).isEqualTo(201);
            }
            var taken = new ArrayList<Integer>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var casts = new ArrayList<Callable<Integer>>();
                for (int i = 4; i < 16; i++) {
                    var member = i;
                    casts.add(() -> cast(assembly, api, election, member));
                }
                casts.add(5, () -> {
                    Thread.sleep(15);
                    process.destroyForcibly();
                    return 0;
                });
                for (var cast : threads.invokeAll(casts)) {
                    taken.add(cast.get());
                }
            }
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            var answered = 4 + taken.stream().filter(status -> status == 201).count();
            // The rest vote through the instance that lives; whoever had no answer asks again.
            for (int member = 0; member < 16; member++) {
                assertThat(assembly.cast(election, member, assembly.unit(member % 2))
                                .status())
                        .isIn(200, 201);
            }
            var counted = assembly.close(election).body();
            assertThat(counted.path("cast").asInt())
                    .as("%d were answered before the end", answered)
                    .isEqualTo(16);
            assertThat(counted.path("candidates").findValuesAsString("votes")).containsExactlyInAnyOrder("8", "8");
        } finally {
            process.destroyForcibly();
        }
    }

    private static int cast(Assembly assembly, Api api, UUID election, int member) {
        var caller =
                api.as(TestIssuer.instance().person(assembly.members.get(member).leader()));
        try {
            return assembly.cast(caller, election, member, assembly.unit(member % 2))
                    .status();
        } catch (java.io.UncheckedIOException died) {
            return 0;
        }
    }

    private static boolean isUp(Api api) {
        try {
            return api.get("/api/v1/me").status() == 401;
        } catch (java.io.UncheckedIOException notYet) {
            return false;
        }
    }

    /** The service as a process of its own, on the same database and key folder. */
    private static Process process(int port) throws IOException {
        var database = PROVINCE.service.database();
        var keys = TestPostgres.create("keys");
        var settings = new HashMap<String, String>();
        settings.put("server.port", Integer.toString(port));
        settings.put("eureka.client.enabled", "false");
        settings.put("THIDUA_DB_URL", database.url());
        settings.put("THIDUA_DB_OWNER", database.owner());
        settings.put("THIDUA_DB_OWNER_PASSWORD", database.password());
        settings.put("THIDUA_DB_APP", database.app());
        settings.put("THIDUA_DB_APP_PASSWORD", database.password());
        settings.put("THIDUA_KEYS_DB_URL", keys.url());
        settings.put("THIDUA_KEYS_DB_USER", keys.owner());
        settings.put("THIDUA_KEYS_DB_PASSWORD", keys.password());
        settings.put("THIDUA_ISSUER", TestIssuer.instance().uri());
        settings.put("THIDUA_CLIENT_SECRET", "test");
        settings.put("THIDUA_AUDIT_DIR", PROVINCE.service.folder().toString());
        settings.put(
                "THIDUA_AUDIT_KEY",
                PROVINCE.service.folder().resolve("audit.pem").toString());
        settings.put("THIDUA_BALLOT_KEYS_DIR", PROVINCE.ballotKeys.toString());
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ClusterService.class.getName()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        var log = Scratch.folder("killed-service").resolve("service.log");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static ServiceUnderTest instance(Map<String, Object> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put("THIDUA_BALLOT_KEYS_DIR", PROVINCE.ballotKeys.toString());
        return ServiceUnderTest.start(ClusterService.class, PROVINCE.service.database(), settings);
    }

    private static void withoutTriggers(String statement) throws SQLException {
        try (var connection = PROVINCE.service.database().asSuperuser();
                var run = connection.createStatement()) {
            run.execute("set session_replication_role = replica");
            run.execute(statement);
        }
    }

    private static List<Path> keysOf(UUID election) {
        try (var files = Files.list(PROVINCE.ballotKeys)) {
            return files.filter(file -> file.getFileName().toString().startsWith(election.toString()))
                    .toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
