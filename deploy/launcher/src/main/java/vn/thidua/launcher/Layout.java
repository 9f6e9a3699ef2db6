package vn.thidua.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import vn.thidua.launcher.screen.Refusal;

/**
 * Where things lie: what was built, in the checkout; what is kept, in the data folder. Of the data folder only the names
 * given here are ours.
 */
record Layout(Path home, Path data) {
    /** The services in the order in which they are listed to people. */
    static final List<String> SERVICES = List.of("cluster", "indicator", "award");

    Path run() {
        return data.resolve("run");
    }

    Path logs() {
        return data.resolve("logs");
    }

    /** What Java has learnt of Keycloak's classes; may be deleted at any time. */
    Path keycloakClasses() {
        return data.resolve("classes").resolve("keycloak.jsa");
    }

    Path secrets() {
        return data.resolve("secrets");
    }

    Path auditKeys() {
        return secrets().resolve("audit");
    }

    Path postgres() {
        return data.resolve("postgres");
    }

    /** Checkpoints of a service's audit trail; outside PostgreSQL, so that who rewrites the one cannot rewrite the other. */
    Path audit(String service) {
        return data.resolve("audit").resolve(service);
    }

    /** What is kept of the demo's beginning, beside the databases' own copies. */
    Path demo() {
        return data.resolve("demo");
    }

    /** Private keys of ballots that are not counted yet; outside PostgreSQL and never part of a backup. */
    Path ballotKeys() {
        return data.resolve("ballot-keys");
    }

    Path keycloak() {
        return home.resolve("deploy/identity/target/keycloak");
    }

    Path realm() {
        return home.resolve("deploy/identity/realm");
    }

    Path gatewayJar() {
        return jar("gateway", "gateway");
    }

    Path discoveryJar() {
        return jar("deploy/discovery", "discovery");
    }

    Path serviceJar(String service) {
        return jar(service + "-service", service + "-service");
    }

    /**
     * The jar to run: the unpacked form beside it, whose classes load in two thirds of the time, if that was made after the
     * jar. By the time of the last change of state: the jar's own time is fixed, so that builds can be compared.
     */
    static Path unpacked(Path jar) {
        Path mark = jar.resolveSibling("app").resolve(".unpacked");
        Path unpacked = jar.resolveSibling("app").resolve(jar.getFileName());
        try {
            return Files.exists(mark) && Files.exists(unpacked) && changed(mark).compareTo(changed(jar)) > 0
                    ? unpacked
                    : jar;
        } catch (IOException e) {
            return jar;
        }
    }

    /** What Java has learnt of the classes of one of our programs, beside its unpacked jar. */
    static Path classes(Path unpacked) {
        return unpacked.resolveSibling("classes.jsa");
    }

    private static FileTime changed(Path file) throws IOException {
        return (FileTime) Files.getAttribute(file, "unix:ctime");
    }

    private Path jar(String module, String artifact) {
        Path jar = home.resolve(module).resolve("target").resolve(artifact + ".jar");
        if (!Files.exists(jar)) {
            throw new Refusal("Chưa có " + jar + ": hãy chạy deploy/up", jar + " is not built: run deploy/up");
        }
        return jar;
    }
}
