package vn.thidua.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import vn.thidua.launcher.control.DataLock;
import vn.thidua.launcher.postgres.Databases;
import vn.thidua.launcher.postgres.PostgresServer;
import vn.thidua.launcher.process.Ledger;
import vn.thidua.launcher.process.ManagedProcess;
import vn.thidua.launcher.screen.Refusal;
import vn.thidua.launcher.screen.Screen;
import vn.thidua.launcher.secrets.PrivateFiles;
import vn.thidua.launcher.secrets.Secrets;

/** The services' own commands, run on their databases; PostgreSQL is started for them when nothing runs. */
final class Offline {
    private final Settings settings;
    private final Layout layout;
    private final Screen screen;

    Offline(Settings settings, Layout layout, Screen screen) {
        this.settings = settings;
        this.layout = layout;
        this.screen = screen;
    }

    /** Checks the audit trail of one service or of all; 0 when nothing was tampered with. */
    int verifyAudit(List<String> args) throws Exception {
        List<String> services = args.isEmpty() ? Layout.SERVICES : List.of(service(args.getFirst()));
        requireData();
        PrivateFiles.folder(layout.run());
        Optional<DataLock> lock = DataLock.take(layout.run());
        if (lock.isEmpty()) {
            return commands().run(services, "verify-audit");
        }
        return lock.get().whileHeld(() -> withPostgres(_ -> commands().run(services, "verify-audit")));
    }

    /** After a restore: gives each service's feed a new epoch, so that followers start anew. Refuses while services run. */
    int renewEpochs() throws Exception {
        requireData();
        PrivateFiles.folder(layout.run());
        DataLock lock = DataLock.take(layout.run())
                .orElseThrow(() -> new Refusal(
                        "Nền tảng đang chạy: hãy dừng bằng deploy/down trước",
                        "The platform runs: stop it with deploy/down first"));
        return lock.whileHeld(() -> withPostgres(_ -> commands().run(Layout.SERVICES, "renew-epoch")));
    }

    /** Brings the demo back to its beginning: by the running launcher, or here when none runs. */
    int reset() throws Exception {
        requireData();
        PrivateFiles.folder(layout.run());
        Optional<DataLock> lock = DataLock.take(layout.run());
        if (lock.isEmpty()) {
            return Foreground.running(layout).ask(List.of("reset"), screen::line);
        }
        return lock.get()
                .whileHeld(() -> withPostgres(databases -> {
                    Reset reset = new Reset(settings, layout, databases, Secrets.in(layout.secrets()));
                    reset.requirePossible();
                    reset.run();
                    screen.line(Operations.done(screen.seconds()));
                    return 0;
                }));
    }

    private void requireData() {
        if (!Files.isDirectory(layout.postgres().resolve("data"))) {
            throw new Refusal("Chưa có dữ liệu ở " + layout.data(), "There is no data in " + layout.data());
        }
    }

    @FunctionalInterface
    private interface Work {
        int with(Databases databases) throws Exception;
    }

    private int withPostgres(Work work) throws Exception {
        Ledger ledger = new Ledger(layout.run().resolve("processes"));
        new Orphans(layout, ledger, screen).stopAll();
        Files.createDirectories(layout.logs());
        PostgresServer server = PostgresServer.prepare(
                layout.postgres(),
                PostgresServer.enclosedVersion(),
                settings.ports().postgres(),
                Secrets.in(layout.secrets()).get("database.superuser"));
        ManagedProcess postgres =
                new ManagedProcess(server.spec(JavaCommand.OWN_SESSION), layout.logs(), ledger, screen);
        postgres.start();
        try {
            if (!postgres.awaitReady()) {
                throw new IOException(
                        "PostgreSQL does not start; see " + postgres.log().path());
            }
            return work.with(server.databases());
        } finally {
            postgres.stop();
        }
    }

    private ServiceCommands commands() throws IOException {
        return new ServiceCommands(new Blueprint(settings, layout, Secrets.in(layout.secrets())), screen);
    }

    private static String service(String name) {
        String service = name.endsWith("-service") ? name.substring(0, name.length() - "-service".length()) : name;
        if (!Layout.SERVICES.contains(service)) {
            throw new Refusal(
                    "Không có dịch vụ " + name + "; có: " + Layout.SERVICES,
                    "No such service; there are: " + Layout.SERVICES);
        }
        return service;
    }
}
