package vn.thidua.kit.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One real PostgreSQL for the test run of a module, with the settings that matter as in production. Each caller gets a database of its
 * own, with the two roles of a service. If it cannot start, the tests fail.
 */
public final class TestPostgres {
    private static final String PASSWORD = "test";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static @Nullable EmbeddedPostgres server;

    /** A database with its owner role and its application role. */
    public record Database(String name, int port, String owner, String app) {
        public String url() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
        }

        public String password() {
            return PASSWORD;
        }

        public Connection asOwner() {
            return connect(url(), owner);
        }

        public Connection asApp() {
            return connect(url(), app);
        }

        public Connection asSuperuser() {
            return connect(url(), "postgres");
        }
    }

    private TestPostgres() {}

    /** A fresh empty database. */
    public static Database create(String prefix) {
        return create(prefix, "template1");
    }

    /** A database that begins as a copy of another, to which nobody may be connected. */
    public static Database copyOf(Database template) {
        var copy = new Database(
                template.name() + "_" + NUMBER.incrementAndGet(), template.port(), template.owner(), template.app());
        superuser("create database %s template %s owner %s".formatted(copy.name(), template.name(), copy.owner()));
        return copy;
    }

    private static Database create(String prefix, String template) {
        var name = prefix + "_" + NUMBER.incrementAndGet();
        var database = new Database(name, server().getPort(), name + "_owner", name + "_app");
        superuser("create role %s login password '%s'".formatted(database.owner(), PASSWORD));
        superuser("create role %s login password '%s'".formatted(database.app(), PASSWORD));
        superuser("create database %s template %s owner %s".formatted(name, template, database.owner()));
        return database;
    }

    private static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("random_page_cost", "1.1")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException("PostgreSQL for tests did not start", failure);
            }
        }
        return server;
    }

    private static void superuser(String sql) {
        try (var connection = connect("jdbc:postgresql://127.0.0.1:" + server().getPort() + "/postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static Connection connect(String url, String user) {
        try {
            return DriverManager.getConnection(url, user, PASSWORD);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot connect to " + url + " as " + user, failure);
        }
    }
}
