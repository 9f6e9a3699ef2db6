package vn.thidua.launcher;

import java.nio.file.Files;
import java.nio.file.Path;
import vn.thidua.launcher.demo.DemoLoader;
import vn.thidua.launcher.postgres.Databases;
import vn.thidua.launcher.screen.Screen;
import vn.thidua.launcher.secrets.PrivateFiles;
import vn.thidua.launcher.secrets.Secrets;

/**
 * The demo's data: loaded once per database, kept as it is then for {@code deploy/reset}; what people change afterwards stays
 * until they ask for that.
 */
final class Demo {
    private final Screen screen;
    private final Databases databases;
    private final Blueprint blueprint;
    private final DemoLoader loader;
    private final Reset reset;
    private final Path mark;

    Demo(Settings settings, Layout layout, Screen screen, Blueprint blueprint, Databases databases, Secrets secrets) {
        this.screen = screen;
        this.databases = databases;
        this.blueprint = blueprint;
        this.loader = loader(settings, blueprint);
        this.reset = new Reset(settings, layout, databases, secrets);
        this.mark = layout.run().resolve("demo-loaded");
    }

    /** Loads unless the mark names this very database; one that was cut short is completed. */
    void loadOnce() throws Exception {
        String database = databases.identity();
        if (Files.exists(mark) && Files.readString(mark).strip().equals(database)) {
            return;
        }
        loader.loadProvince(blueprint.setupCode());
        screen.event("demo", "tỉnh An Bình (minh hoạ) · the invented province");
        loader.loadClusters(what -> screen.event("demo", what));
        reset.keep();
        PrivateFiles.write(mark, database + "\n");
        screen.event("demo", "đã nạp dữ liệu minh hoạ · demo data loaded");
    }

    /** What loads, by the public API. */
    static DemoLoader loader(Settings settings, Blueprint blueprint) {
        return new DemoLoader(
                blueprint.publicAddress(),
                "http://127.0.0.1:" + settings.ports().cluster(),
                blueprint.keycloak().issuer(),
                blueprint.clientSecret(DemoLoader.CLIENT));
    }
}
