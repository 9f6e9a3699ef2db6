package vn.thidua.launcher.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import vn.thidua.launcher.process.ProcessSpec;
import vn.thidua.launcher.process.Signals;
import vn.thidua.launcher.screen.Refusal;
import vn.thidua.launcher.secrets.PrivateFiles;

/**
 * The embedded PostgreSQL of one data folder: made once, then started with settings under which a commit that was
 * acknowledged survives any crash.
 */
public final class PostgresServer {
    public static final String NAME = "postgres";
    static final String SUPERUSER = "postgres";
    private static final String MAJOR = "18";

    private final Path folder;
    private final Path data;
    private final Path binaries;
    private final RunAs runAs;
    private final int port;
    private final String password;

    private PostgresServer(Path folder, Path binaries, RunAs runAs, int port, String password) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.binaries = binaries;
        this.runAs = runAs;
        this.port = port;
        this.password = password;
    }

    /** Makes the programs and the data ready in the folder, as far as they are not; takes the superuser's password. */
    public static PostgresServer prepare(Path folder, String version, int port, String password)
            throws IOException, InterruptedException {
        RunAs runAs = RunAs.detect();
        Files.createDirectories(folder);
        Path binaries = Binaries.unpack(folder, version);
        PostgresServer server = new PostgresServer(folder, binaries, runAs, port, password);
        if (!Files.isDirectory(server.data)) {
            server.create();
        }
        server.checkVersion();
        runAs.own(server.data);
        server.writeAccessRules();
        server.removeStalePidFile();
        return server;
    }

    /** The version that comes with the launcher. */
    public static String enclosedVersion() throws IOException {
        try (InputStream in = PostgresServer.class.getResourceAsStream("/vn/thidua/launcher/launcher.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, "launcher.properties is not in the jar"));
            return properties.getProperty("postgres.version", "").strip();
        }
    }

    /** How the server is run; {@code launchPrefix} comes before the command. */
    public ProcessSpec spec(List<String> launchPrefix) {
        List<String> command = new ArrayList<>(launchPrefix);
        command.addAll(runAs.command(List.of(binaries.resolve("bin/postgres").toString(), "-D", data.toString())));
        settings().forEach((name, value) -> {
            command.add("-c");
            command.add(name + "=" + value);
        });
        Databases probe = databases();
        return new ProcessSpec(
                NAME, () -> command, Map.of("LC_ALL", "C.UTF-8"), port, probe::answer, "INT", Duration.ofSeconds(60));
    }

    /** The server's databases and roles. */
    public Databases databases() {
        return new Databases(port, password);
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("port", String.valueOf(port)),
                Map.entry("listen_addresses", "127.0.0.1"),
                // No socket file: it would need a short path and permissions of its own.
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                // The data lies on a disk without a moving head, and mostly in memory: an index costs little more than
                // going on reading.
                Map.entry("random_page_cost", "1.1"),
                Map.entry("password_encryption", "scram-sha-256"),
                // Three services, some with a second instance, about a dozen connections each; Keycloak ten.
                Map.entry("max_connections", "120"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("log_line_prefix", "%m [%p] %q%u@%d "),
                Map.entry("log_checkpoints", "off"));
    }

    private void create() throws IOException, InterruptedException {
        Path unfinished = folder.resolve("data.unfinished");
        Binaries.delete(unfinished);
        Files.createDirectories(unfinished);
        Path passwordFile = folder.resolve("password.once");
        PrivateFiles.write(passwordFile, password + "\n");
        try {
            runAs.own(unfinished);
            runAs.own(passwordFile);
            runAs.checkReach(unfinished);
            run(List.of(
                    binaries.resolve("bin/initdb").toString(),
                    "-D",
                    unfinished.toString(),
                    "-U",
                    SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // Sorting and case by rules built into PostgreSQL, the same on every machine; character classes,
                    // which
                    // trigram search asks for, from the C library.
                    "--locale=C.UTF-8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("initdb.log");
        ProcessBuilder builder = new ProcessBuilder(runAs.command(command))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        int exit = builder.start().waitFor();
        if (exit != 0) {
            throw new IOException("initdb ended with " + exit + ":\n" + Files.readString(log));
        }
        Files.delete(log);
    }

    private void checkVersion() throws IOException {
        Path file = data.resolve("PG_VERSION");
        String found = Files.exists(file) ? Files.readString(file).strip() : "?";
        if (!found.equals(MAJOR)) {
            throw new Refusal(
                    data + " không phải dữ liệu của PostgreSQL " + MAJOR + " (mà là " + found + ")",
                    data + " does not hold data of PostgreSQL " + MAJOR + " (but of " + found + ")");
        }
    }

    /** Nobody gets in without a password, and nobody from another machine. Written at every start: it is a setting. */
    private void writeAccessRules() throws IOException {
        Path rules = data.resolve("pg_hba.conf");
        Files.writeString(rules, "host all all 127.0.0.1/32 scram-sha-256\n");
    }

    /** The postmaster that still runs on this data though no launcher owns it, found by its own pid file. */
    public static Optional<ProcessHandle> orphan(Path folder) throws IOException {
        Path data = folder.resolve("data");
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).filter(handle -> worksIn(handle, data));
    }

    /** Stops it in order. */
    public static void stop(ProcessHandle orphan) throws InterruptedException {
        Signals.stop(orphan, "INT", Duration.ofSeconds(30));
    }

    /** A pid file whose number went to a stranger after a crash would keep PostgreSQL from starting. */
    private void removeStalePidFile() throws IOException {
        if (orphan(folder).isEmpty()) {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        }
    }

    private static boolean worksIn(ProcessHandle handle, Path data) {
        try {
            return Files.readSymbolicLink(Path.of("/proc/" + handle.pid() + "/cwd"))
                    .equals(data.toRealPath());
        } catch (IOException gone) {
            return false;
        }
    }
}
