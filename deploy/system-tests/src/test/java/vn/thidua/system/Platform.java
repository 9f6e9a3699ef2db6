package vn.thidua.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;

/**
 * The whole platform, started once for all system tests with the command people use, on a data folder and ports of its own, and
 * stopped when the tests end. Two instances of indicator-service; the mandates' silence and grace shortened so that they can be
 * lived through.
 */
final class Platform {
    static final Duration SILENCE = Duration.ofSeconds(15);
    static final Duration GRACE = Duration.ofSeconds(15);
    private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Platform RUNNING = start();

    private final Path data;
    private final int port;
    private final Process launcher;

    /** One process as {@code deploy/status} tells it; pid 0 when it is not running. */
    record Running(String name, long pid, int port) {}

    private Platform(Path data, int port, Process launcher) {
        this.data = data;
        this.port = port;
        this.launcher = launcher;
    }

    static Platform running() {
        return RUNNING;
    }

    private static Platform start() {
        try {
            var data = Files.createTempDirectory("thidua-system");
            var port = freePorts();
            var command = new ProcessBuilder(HOME.resolve("deploy/up").toString())
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("screen.txt").toFile());
            command.environment().put("THIDUA_DATA", data.toString());
            command.environment().put("THIDUA_PORT", Integer.toString(port));
            command.environment().put("THIDUA_BUILD", "never");
            command.environment().put("THIDUA_INDICATOR_INSTANCES", "2");
            command.environment().put("THIDUA_MANDATES_SILENCE", SILENCE.toString());
            command.environment().put("THIDUA_MANDATES_GRACE", GRACE.toString());
            // The tests are one caller doing what many do.
            command.environment().put("THIDUA_CLIENT_RATE", "2000");
            command.environment().put("THIDUA_CLIENT_BURST", "2000");
            command.environment().put("THIDUA_LOGIN_BURST", "2000");
            var platform = new Platform(data, port, command.start());
            Runtime.getRuntime().addShutdownHook(new Thread(platform::stop));
            Eventually.within(Duration.ofMinutes(4), "the platform announces itself", platform::isAnnounced);
            return platform;
        } catch (IOException failure) {
            throw new UncheckedIOException("the platform did not start", failure);
        }
    }

    private boolean isAnnounced() {
        try {
            var screen = Files.readString(data.resolve("screen.txt"));
            if (!launcher.isAlive()) {
                throw new AssertionError("deploy/up ended:\n" + screen);
            }
            return screen.contains("ready in");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void stop() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(60, TimeUnit.SECONDS)) {
                launcher.destroyForcibly();
            }
            // What was told is kept for whoever asks why a test failed; the rest is gone.
            FileSystemUtils.copyRecursively(data.resolve("logs"), Path.of("target", "platform-logs"));
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    Api api() {
        return new Api(address());
    }

    /** The platform's own demo agency, with these scopes. */
    Api agency(String... scopes) {
        return api().as(token("he-thong-so-tai-chinh", scopes));
    }

    /** The client that loaded the demo: an administrator of the whole province. */
    Api loader() {
        return api().as(token(
                "demo-loader",
                "units.read",
                "units.write",
                "people.read",
                "people.write",
                "mandates.read",
                "mandates.write"));
    }

    String tokenOfLoader(String... scopes) {
        return token("demo-loader", scopes);
    }

    private String token(String client, String... scopes) {
        var form = "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=%s"
                .formatted(
                        client,
                        URLEncoder.encode(secret("client." + client), StandardCharsets.UTF_8),
                        URLEncoder.encode(String.join(" ", scopes), StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + (port + 5) + "/realms/thidua/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        // Keycloak needs a moment to notice that its database was killed.
        var body = new String[1];
        Eventually.within(Duration.ofSeconds(30), "a token for " + client, () -> {
            var answer = send(request);
            body[0] = answer.body();
            return answer.statusCode() == 200;
        });
        return JsonMapper.shared().readTree(body[0]).path("access_token").asString();
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The owner's own connection to a service's database. */
    Connection database(String service) {
        try {
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port + 7, service),
                    service + "_owner",
                    secret("database." + service + ".owner"));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private String secret(String name) {
        var secrets = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("secrets").resolve("secrets.properties"))) {
            secrets.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return java.util.Objects.requireNonNull(secrets.getProperty(name), () -> "no secret " + name);
    }

    List<Running> processes() {
        return Arrays.stream(command("status").split("\n", -1))
                .map(line -> line.trim().split("\\s+", -1))
                .filter(words -> words.length >= 3 && words[1].matches("\\d+") && words[2].matches("\\d+"))
                .map(words -> new Running(words[0], Long.parseLong(words[1]), Integer.parseInt(words[2])))
                .toList();
    }

    Running process(String name) {
        return processes().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no process " + name + " among " + processes()));
    }

    /** Ends a process as a power cut would. */
    Running kill(String name) {
        var process = process(name);
        ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
        return process;
    }

    /** Waits until every service answers through the gateway, as it does a moment after it was killed. */
    void awaitEverybody() {
        Eventually.within(
                Duration.ofSeconds(60),
                "every service answers",
                () -> List.of("clusters", "indicators", "awards").stream().allMatch(this::answers));
    }

    private boolean answers(String noun) {
        try {
            return api().as(tokenOfLoader(noun + ".read"))
                            .get("/api/v1/" + noun + "?limit=1")
                            .status()
                    == 200;
        } catch (UncheckedIOException | AssertionError notYet) {
            return false;
        }
    }

    boolean isReady(Running process) {
        try {
            return new Api("http://127.0.0.1:" + process.port())
                            .get("/actuator/health/readiness")
                            .status()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /** Runs one of the commands in deploy/ and gives back what it printed. */
    String command(String name, String... arguments) {
        var words = new java.util.ArrayList<>(
                List.of(HOME.resolve("deploy").resolve(name).toString()));
        words.addAll(List.of(arguments));
        var command = new ProcessBuilder(words).redirectErrorStream(true);
        command.environment().put("THIDUA_DATA", data.toString());
        command.environment().put("THIDUA_PORT", Integer.toString(port));
        command.environment().put("THIDUA_BUILD", "never");
        try {
            var running = command.start();
            var output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            running.waitFor();
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A port with nineteen free ones after it. */
    private static int freePorts() {
        return IntStream.iterate(18080, from -> from < 60_000, from -> from + 20)
                .filter(from -> IntStream.range(from, from + 20).allMatch(Platform::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
