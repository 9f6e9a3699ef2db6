package vn.thidua.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.launcher.identity.Keycloak;
import vn.thidua.launcher.process.Probe;
import vn.thidua.launcher.process.ProcessSpec;
import vn.thidua.launcher.secrets.AuditKey;
import vn.thidua.launcher.secrets.PrivateFiles;
import vn.thidua.launcher.secrets.Secrets;

/** What each process is told and how it is started: the contract between the launcher and everything it launches. */
final class Blueprint {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Settings settings;
    private final Layout layout;
    private final Secrets secrets;
    private final JavaCommand java;

    Blueprint(Settings settings, Layout layout, Secrets secrets) {
        this.settings = settings;
        this.layout = layout;
        this.secrets = secrets;
        this.java = new JavaCommand(settings.fullJit());
    }

    Keycloak keycloak() {
        return new Keycloak(
                layout.keycloak(), settings.ports().keycloak(), settings.ports().keycloakManagement());
    }

    ProcessSpec keycloakSpec() {
        List<String> command = java.detached(256);
        // Its classes are written down when it is stopped in order and read at its next start; made anew by Java itself
        // when the program has changed. Beside the data and not beside the program: two platforms may run one.
        command.add("-XX:+AutoCreateSharedArchive");
        command.add("-XX:SharedArchiveFile=" + layout.keycloakClasses());
        return keycloak()
                .spec(
                        command,
                        new Keycloak.Access(
                                databaseUrl("keycloak"),
                                secrets.get("database.keycloak"),
                                secrets.get("keycloak.launcher"),
                                secrets.get("keycloak.admin")));
    }

    ProcessSpec discovery() {
        int port = settings.ports().discovery();
        Map<String, String> environment = new LinkedHashMap<>(listening(port));
        environment.put("THIDUA_EUREKA_PASSWORD", secrets.get("eureka"));
        return boot("discovery", layout.discoveryJar(), 128, port, environment);
    }

    ProcessSpec gateway() {
        int port = settings.ports().gateway();
        return boot("gateway", layout.gatewayJar(), 224, port, gatewayEnvironment(port));
    }

    /** Each of our own programs once. */
    List<ProcessSpec> programs() throws IOException {
        List<ProcessSpec> all = new ArrayList<>();
        for (String service : Layout.SERVICES) {
            all.add(service(service, service + "-service", port(service)));
        }
        all.add(gateway());
        all.add(discovery());
        return all;
    }

    /** All instances of all services. */
    List<ProcessSpec> services() throws IOException {
        List<ProcessSpec> all = new ArrayList<>();
        for (String service : Layout.SERVICES) {
            all.add(service(service, service + "-service", port(service)));
        }
        for (int number = 2; number <= settings.indicatorInstances(); number++) {
            all.add(service(
                    "indicator", "indicator-service-" + number, settings.ports().extraIndicator(number)));
        }
        return all;
    }

    private ProcessSpec service(String service, String name, int port) throws IOException {
        return boot(name, layout.serviceJar(service), 224, port, serviceEnvironment(service, port));
    }

    /** The command that runs one of a service's own offline commands in this terminal. */
    List<String> offline(String service, String command) {
        List<String> line = new ArrayList<>(java.attached(224));
        line.addAll(List.of("-jar", Layout.unpacked(layout.serviceJar(service)).toString(), command));
        return line;
    }

    Map<String, String> gatewayEnvironment(int port) {
        Map<String, String> environment = client("gateway", port);
        environment.put("THIDUA_PUBLIC_URL", publicAddress());
        return environment;
    }

    Map<String, String> serviceEnvironment(String service, int port) throws IOException {
        Map<String, String> environment = client(service + "-service", port);
        environment.put("THIDUA_DB_URL", databaseUrl(service));
        environment.put("THIDUA_DB_OWNER", service + "_owner");
        environment.put("THIDUA_DB_OWNER_PASSWORD", secrets.get("database." + service + ".owner"));
        environment.put("THIDUA_DB_APP", service + "_app");
        environment.put("THIDUA_DB_APP_PASSWORD", secrets.get("database." + service + ".app"));
        environment.put("THIDUA_PUBLIC_URL", publicAddress());
        environment.put(
                "THIDUA_AUDIT_DIR",
                Files.createDirectories(layout.audit(service)).toString());
        environment.put(
                "THIDUA_AUDIT_KEY", AuditKey.ensure(layout.auditKeys(), service).toString());
        if (service.equals("cluster")) {
            environment.put("THIDUA_KEYS_DB_URL", databaseUrl("cluster_keys"));
            environment.put("THIDUA_KEYS_DB_USER", "cluster_keys");
            environment.put("THIDUA_KEYS_DB_PASSWORD", secrets.get("database.cluster_keys"));
            environment.put("THIDUA_SETUP_CODE", setupCode());
            environment.put("THIDUA_ACCOUNTS_SECRET", clientSecret("accounts"));
            PrivateFiles.folder(layout.ballotKeys());
            environment.put("THIDUA_BALLOT_KEYS_DIR", layout.ballotKeys().toString());
        }
        return environment;
    }

    int port(String service) {
        return switch (service) {
            case "cluster" -> settings.ports().cluster();
            case "indicator" -> settings.ports().indicator();
            case "award" -> settings.ports().award();
            default -> throw new IllegalArgumentException("no such service: " + service);
        };
    }

    String clientSecret(String clientId) {
        return secrets.get("client." + clientId);
    }

    /** What the first set-up of the installation must present, once. */
    String setupCode() {
        return secrets.get("setup-code");
    }

    String publicAddress() {
        return "http://127.0.0.1:" + settings.ports().gateway();
    }

    private Map<String, String> client(String clientId, int port) {
        Map<String, String> environment = new LinkedHashMap<>(listening(port));
        environment.put(
                "THIDUA_EUREKA_URL",
                "http://eureka:" + secrets.get("eureka") + "@127.0.0.1:"
                        + settings.ports().discovery() + "/eureka/");
        environment.put("THIDUA_ISSUER", keycloak().issuer());
        environment.put("THIDUA_CLIENT_SECRET", clientSecret(clientId));
        return environment;
    }

    private Map<String, String> listening(int port) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("SPRING_PROFILES_ACTIVE", settings.profile());
        return environment;
    }

    private String databaseUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + settings.ports().postgres() + "/" + database;
    }

    private ProcessSpec boot(String name, Path jar, int heap, int port, Map<String, String> environment) {
        String readiness = "http://127.0.0.1:" + port + "/actuator/health/readiness";
        return new ProcessSpec(
                name, () -> command(jar, heap), environment, port, Probe.http(readiness), "TERM", PATIENCE);
    }

    private List<String> command(Path jar, int heap) {
        List<String> command = java.detached(heap);
        Path unpacked = Layout.unpacked(jar);
        if (Files.exists(Layout.classes(unpacked))) {
            command.add("-XX:SharedArchiveFile=" + Layout.classes(unpacked));
        }
        // Room from the start: growing step by step costs a collection of everything at each step.
        command.add("-Xms64m");
        command.add("-XX:MetaspaceSize=96m");
        command.addAll(List.of("-jar", unpacked.toString()));
        return command;
    }
}
