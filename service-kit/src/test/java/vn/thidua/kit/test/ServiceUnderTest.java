package vn.thidua.kit.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import vn.thidua.kit.test.description.Description;

/** A whole service on a free port, with a database of its own; the same beans, settings and filters as in production. */
public final class ServiceUnderTest implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final TestPostgres.Database database;
    private final Path folder;

    private ServiceUnderTest(ConfigurableApplicationContext context, TestPostgres.Database database, Path folder) {
        this.context = context;
        this.database = database;
        this.folder = folder;
    }

    /** Starts the application on a fresh database. */
    public static ServiceUnderTest start(Class<?> application, Map<String, Object> settings) {
        return start(application, TestPostgres.create("t"), settings);
    }

    /** Starts the application on that database, migrating it if need be. */
    public static ServiceUnderTest start(
            Class<?> application, TestPostgres.Database database, Map<String, Object> settings) {
        var folder = createFolder();
        var keys = TestPostgres.create("keys");
        var all = new HashMap<String, Object>();
        all.put("server.port", 0);
        all.put("eureka.client.enabled", false);
        all.put("logging.structured.format.console", "");
        all.put("logging.level.root", "warn");
        all.put("THIDUA_DB_URL", database.url());
        all.put("THIDUA_DB_OWNER", database.owner());
        all.put("THIDUA_DB_OWNER_PASSWORD", database.password());
        all.put("THIDUA_DB_APP", database.app());
        all.put("THIDUA_DB_APP_PASSWORD", database.password());
        all.put("THIDUA_KEYS_DB_URL", keys.url());
        all.put("THIDUA_KEYS_DB_USER", keys.owner());
        all.put("THIDUA_KEYS_DB_PASSWORD", keys.password());
        all.put("THIDUA_ISSUER", TestIssuer.instance().uri());
        all.put("THIDUA_CLIENT_SECRET", "test");
        all.put("THIDUA_AUDIT_DIR", folder.toString());
        all.put("THIDUA_AUDIT_KEY", folder.resolve("audit.pem").toString());
        all.put("THIDUA_SETUP_CODE", "set-me-up");
        all.putAll(Description.SETTINGS);
        all.putAll(settings);
        SpringApplication built = new SpringApplicationBuilder(application, Description.class)
                .properties(Map.of())
                .build();
        // Command line arguments beat every other source, the shell's environment included.
        var arguments = all.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new ServiceUnderTest(built.run(arguments), database, folder);
    }

    public Api api() {
        return new Api("http://127.0.0.1:" + port());
    }

    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public TestPostgres.Database database() {
        return database;
    }

    /** Where checkpoints and their key ({@code audit.pem}) lie. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        context.close();
    }

    private static Path createFolder() {
        try {
            var folder = Scratch.folder("service");
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            pem(folder.resolve("audit.pem"), "PRIVATE KEY", pair.getPrivate().getEncoded());
            pem(folder.resolve("audit.pem.pub"), "PUBLIC KEY", pair.getPublic().getEncoded());
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void pem(Path file, String kind, byte[] key) throws IOException {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, body, kind));
    }
}
