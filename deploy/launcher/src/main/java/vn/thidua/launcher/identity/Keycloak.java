package vn.thidua.launcher.identity;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.launcher.process.Probe;
import vn.thidua.launcher.process.ProcessSpec;
import vn.thidua.launcher.screen.Refusal;

/**
 * How Keycloak is started: as a plain Java process, without its shell script, so that its pid is ours.
 *
 * @param home the prepared distribution, an absolute path (its class loader fails on a relative one)
 * @param port where people log in
 * @param managementPort where its health is asked
 */
public record Keycloak(Path home, int port, int managementPort) {
    public static final String NAME = "keycloak";

    /** The database, the client and the account that exist for administration only. */
    public record Access(String databaseUrl, String databasePassword, String clientSecret, String adminPassword) {}

    public Keycloak {
        if (!Files.exists(home.resolve(".prepared"))) {
            throw new Refusal(
                    "Keycloak chưa được chuẩn bị trong " + home + ": hãy chạy deploy/up",
                    "Keycloak is not prepared in " + home + ": run deploy/up");
        }
    }

    /** The address people and services know it by; tokens carry it as their issuer. */
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    /** The issuer of the platform's realm. */
    public String issuer() {
        return address() + "/realms/thidua";
    }

    /** Takes what comes before the arguments (the Java command with its options) and how it gets at its data. */
    public ProcessSpec spec(List<String> java, Access access) {
        List<String> command = new ArrayList<>(java);
        command.add("-Dkc.home.dir=" + home + "/");
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.add("-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory");
        command.add("-Dpicocli.disable.closures=true");
        // Its own messages are for operators and depend on the machine's language otherwise.
        command.add("-Duser.language=en");
        command.add("-Duser.country=US");
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-cp");
        command.add(home.resolve("lib/quarkus-run.jar").toString());
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(List.of("start", "--optimized"));
        String health = "http://127.0.0.1:" + managementPort + "/health/ready";
        return new ProcessSpec(
                NAME, () -> command, environment(access), port, Probe.http(health), "TERM", Duration.ofMinutes(3));
    }

    /** By environment and not by arguments: those can be read by every user of the machine. */
    private Map<String, String> environment(Access access) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("KC_HTTP_ENABLED", "true");
        environment.put("KC_HTTP_HOST", "127.0.0.1");
        environment.put("KC_HTTP_PORT", String.valueOf(port));
        environment.put("KC_HTTP_MANAGEMENT_HOST", "127.0.0.1");
        environment.put("KC_HTTP_MANAGEMENT_PORT", String.valueOf(managementPort));
        // One Keycloak: without this it opens cluster ports on all network interfaces, whatever its build was told.
        environment.put("KC_CACHE", "local");
        environment.put("KC_LOG_LEVEL", "info,io.smallrye.health:warn");
        environment.put("KC_HOSTNAME", address());
        environment.put("KC_DB_URL", access.databaseUrl());
        environment.put("KC_DB_USERNAME", NAME);
        environment.put("KC_DB_PASSWORD", access.databasePassword());
        environment.put("KC_DB_POOL_INITIAL_SIZE", "1");
        environment.put("KC_DB_POOL_MIN_SIZE", "1");
        environment.put("KC_DB_POOL_MAX_SIZE", "10");
        environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", AdminApi.CLIENT);
        environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", access.clientSecret());
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", access.adminPassword());
        return environment;
    }
}
