package vn.thidua.launcher.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Databases as they were once, kept beside them, and the way back. A copy is a database that nobody may connect to. */
public final class Templates {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Databases databases;

    /** Takes the server's databases. */
    public Templates(Databases databases) {
        this.databases = databases;
    }

    /** True when there is a copy of each. */
    public boolean present(List<String> names) throws SQLException {
        try (Connection connection = databases.connect("postgres")) {
            for (String name : names) {
                if (!Databases.hasDatabase(connection, copy(name))) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Keeps these databases as they are now, in place of what was kept before. PostgreSQL copies a database that nobody uses:
     * its users lose their connections and get new ones when the copy is made, well within the time for which they wait.
     */
    public void take(List<String> names) throws SQLException, InterruptedException {
        try (Connection connection = databases.connect("postgres")) {
            for (String name : names) {
                Databases.execute(connection, "DROP DATABASE IF EXISTS " + copy(name));
                try {
                    close(connection, name);
                    Databases.execute(connection, "CREATE DATABASE " + copy(name) + " TEMPLATE " + name);
                    Databases.execute(connection, "ALTER DATABASE " + copy(name) + " ALLOW_CONNECTIONS false");
                } finally {
                    Databases.execute(connection, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
                }
            }
        }
    }

    /**
     * Makes the databases anew from their copies; whoever uses them loses them. What the roles may do on the database itself is
     * not copied: {@link Databases#service} and {@link Databases#owned} have to follow.
     */
    public void restore(List<String> names) throws SQLException {
        try (Connection connection = databases.connect("postgres")) {
            for (String name : names) {
                Databases.execute(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
                Databases.execute(connection, "CREATE DATABASE " + name + " TEMPLATE " + copy(name));
            }
        }
    }

    private static String copy(String name) {
        return name + "_template";
    }

    private static void close(Connection connection, String name) throws SQLException, InterruptedException {
        Databases.execute(connection, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        long end = System.nanoTime() + PATIENCE.toNanos();
        String users = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ?";
        while (Databases.exists(connection, users, name)) {
            if (System.nanoTime() > end) {
                throw new SQLException("database " + name + " is still in use");
            }
            Thread.sleep(20);
        }
    }
}
