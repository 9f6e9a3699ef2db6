package vn.thidua.launcher;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.thidua.launcher.postgres.Databases;
import vn.thidua.launcher.postgres.Templates;
import vn.thidua.launcher.screen.Refusal;
import vn.thidua.launcher.secrets.PrivateFiles;
import vn.thidua.launcher.secrets.Secrets;

/**
 * The demo as it was when its data had just been loaded: kept then, brought back by {@code deploy/reset}. People's accounts
 * and log-ins are not part of it. A reset that was cut short is completed by the next start, before the services run.
 */
final class Reset {
    private static final String KEYS = "cluster_keys";

    private final Settings settings;
    private final Layout layout;
    private final Databases databases;
    private final Secrets secrets;
    private final Templates templates;
    private final Path begun;

    Reset(Settings settings, Layout layout, Databases databases, Secrets secrets) {
        this.settings = settings;
        this.layout = layout;
        this.databases = databases;
        this.secrets = secrets;
        this.templates = new Templates(databases);
        this.begun = layout.run().resolve("resetting");
    }

    /** Keeps the databases and the checkpoints of their audit trails as they are now. */
    void keep() throws Exception {
        Files.createDirectories(layout.demo());
        for (String service : Layout.SERVICES) {
            // Before the database: a checkpoint may say less than the trail holds, never more.
            copy(checkpoints(service), kept(service));
        }
        templates.take(names());
    }

    /** Refuses what must not be reset: anything but a demo whose beginning was kept. */
    void requirePossible() throws Exception {
        refuseOutsideDemo(settings, "deploy/reset");
        if (!templates.present(names())) {
            throw new Refusal(
                    "Chưa có bản gốc để quay về: dữ liệu minh hoạ ở " + layout.data()
                            + " chưa nạp xong, hoặc do bản cũ nạp; hãy dùng một THIDUA_DATA mới",
                    "There is no state to go back to: the demo data in " + layout.data()
                            + " was not loaded to its end, or by an earlier version; use a new THIDUA_DATA");
        }
    }

    /** Refuses outside the demo profile; takes the command that was asked for. */
    static void refuseOutsideDemo(Settings settings, String command) {
        if (!settings.demo()) {
            throw new Refusal(
                    command + " chỉ dùng được với dữ liệu minh hoạ (THIDUA_PROFILE=demo), không dùng cho dữ liệu thật",
                    command + " works on the demo only (THIDUA_PROFILE=demo), never on real data");
        }
    }

    /** True when an earlier reset was cut short: the databases may be half old, half new. */
    boolean isUnfinished() {
        return Files.exists(begun);
    }

    /** Makes everything anew; PostgreSQL runs, the services do not. */
    void run() throws Exception {
        PrivateFiles.write(begun, Instant.now() + "\n");
        templates.restore(names());
        ensure(databases, secrets);
        for (String service : Layout.SERVICES) {
            setAside(checkpoints(service));
            copy(kept(service), checkpoints(service));
        }
        empty(layout.ballotKeys());
        for (String service : Layout.SERVICES) {
            // Followers may have read further than the feed now goes.
            databases.renewEpoch(service, secrets.get("database." + service + ".owner"));
        }
        Files.delete(begun);
    }

    /** Databases and roles of everything that needs one, Keycloak's included. */
    static void ensure(Databases databases, Secrets secrets) throws Exception {
        databases.owned("keycloak", secrets.get("database.keycloak"));
        databases.owned(KEYS, secrets.get("database." + KEYS));
        for (String service : Layout.SERVICES) {
            databases.service(
                    service,
                    secrets.get("database." + service + ".owner"),
                    secrets.get("database." + service + ".app"));
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(Layout.SERVICES);
        names.add(KEYS);
        return names;
    }

    private Path checkpoints(String service) {
        return layout.audit(service).resolve(service + "-audit-checkpoints.log");
    }

    private Path kept(String service) {
        return layout.demo().resolve(service + "-audit-checkpoints.log");
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.deleteIfExists(to);
        }
    }

    /** What was signed stays readable: it is part of no trail any more, but nobody can say that it never was. */
    private static void setAside(Path file) throws IOException {
        if (Files.exists(file)) {
            String time = Instant.now().toString().replace(':', '-');
            Files.move(file, file.resolveSibling(file.getFileName() + ".before-reset-" + time));
        }
    }

    private static void empty(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }
}
