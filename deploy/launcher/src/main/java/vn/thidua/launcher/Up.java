package vn.thidua.launcher;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thidua.launcher.identity.Keycloak;
import vn.thidua.launcher.identity.Realm;
import vn.thidua.launcher.postgres.Databases;
import vn.thidua.launcher.postgres.PostgresServer;
import vn.thidua.launcher.process.Ledger;
import vn.thidua.launcher.process.ManagedProcess;
import vn.thidua.launcher.process.ProcessSpec;
import vn.thidua.launcher.screen.Screen;
import vn.thidua.launcher.secrets.Secrets;

/** The way from nothing running to everything ready. */
final class Up {
    private final Settings settings;
    private final Layout layout;
    private final Screen screen;
    private final Ledger ledger;
    private final Platform platform;

    Up(Settings settings, Layout layout, Screen screen, Ledger ledger, Platform platform) {
        this.settings = settings;
        this.layout = layout;
        this.screen = screen;
        this.ledger = ledger;
        this.platform = platform;
    }

    /** Starts the infrastructure, and the services with the gateway unless only the former is wanted. */
    void run(boolean infrastructureOnly) throws Exception {
        Preflight.program("setsid", "util-linux", System.getenv().getOrDefault("PATH", ""));
        Preflight.secretsBesideData(
                Secrets.existIn(layout.secrets()), layout.postgres().resolve("data"), layout.secrets());
        Secrets secrets = Secrets.in(layout.secrets());
        Blueprint blueprint = new Blueprint(settings, layout, secrets);
        List<ProcessSpec> services = infrastructureOnly ? List.of() : blueprint.services();
        List<ProcessSpec> gateway = infrastructureOnly ? List.of() : List.of(blueprint.gateway());
        Keycloak keycloak = blueprint.keycloak();
        new Orphans(layout, ledger, screen).stopAll();
        Preflight.portsFree(ports(services, gateway));
        Files.createDirectories(layout.logs());
        Files.createDirectories(layout.keycloakClasses().getParent());

        // Discovery keeps nothing, so it may start beside PostgreSQL.
        ManagedProcess discovery =
                platform.launch(List.of(blueprint.discovery())).getFirst();
        Databases databases = startPostgres(secrets);
        // Keycloak needs the longest and nobody needs it while starting: it goes first, the others do not wait for it.
        ManagedProcess identity =
                platform.launch(List.of(blueprint.keycloakSpec())).getFirst();
        // Discovery before its clients: they register at their first try, and everything is ready no later for it.
        platform.await(discovery, () -> {});
        List<ManagedProcess> all = new ArrayList<>();
        all.add(identity);
        all.addAll(platform.enrol(services));
        all.addAll(platform.enrol(gateway));
        Platform.Finish realm = () -> Realm.apply(
                keycloak,
                secrets.get("keycloak.launcher"),
                layout.realm(),
                settings.demo(),
                blueprint.publicAddress(),
                settings.mail(),
                blueprint::clientSecret);
        platform.awaitAll(all, Map.of(identity, realm));
        if (infrastructureOnly) {
            new Announcement(settings, layout, screen).infrastructure(blueprint);
        } else {
            finish(blueprint, databases, secrets);
        }
        platform.markReady();
    }

    private void finish(Blueprint blueprint, Databases databases, Secrets secrets) throws Exception {
        Routes.await(blueprint.publicAddress(), platform);
        if (settings.demo()) {
            new Demo(settings, layout, screen, blueprint, databases, secrets).loadOnce();
        }
        new Announcement(settings, layout, screen).everything(blueprint);
    }

    private Databases startPostgres(Secrets secrets) throws Exception {
        PostgresServer server = PostgresServer.prepare(
                layout.postgres(),
                PostgresServer.enclosedVersion(),
                settings.ports().postgres(),
                secrets.get("database.superuser"));
        ManagedProcess process =
                platform.launch(List.of(server.spec(JavaCommand.OWN_SESSION))).getFirst();
        Databases databases = server.databases();
        Reset reset = new Reset(settings, layout, databases, secrets);
        platform.await(process, () -> {
            if (reset.isUnfinished()) {
                screen.event("demo", "hoàn tất lần đặt lại dở dang · completing an interrupted reset");
                reset.run();
            }
            Reset.ensure(databases, secrets);
        });
        return databases;
    }

    private Map<Integer, String> ports(List<ProcessSpec> services, List<ProcessSpec> gateway) {
        Map<Integer, String> ports = new LinkedHashMap<>();
        Ports all = settings.ports();
        gateway.forEach(spec -> ports.put(spec.port(), spec.name()));
        services.forEach(spec -> ports.put(spec.port(), spec.name()));
        ports.put(all.discovery(), "discovery");
        ports.put(all.keycloak(), Keycloak.NAME);
        ports.put(all.keycloakManagement(), Keycloak.NAME);
        ports.put(all.postgres(), PostgresServer.NAME);
        return ports;
    }
}
