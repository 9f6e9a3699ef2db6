package vn.thidua.launcher.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/** Databases and roles, brought to what they must be at every start; nothing is dropped here. */
public final class Databases {
    private static final List<String> EXTENSIONS = List.of("unaccent", "pg_trgm", "btree_gist");

    private final int port;
    private final String password;

    /** Takes the server's port and its superuser's password. */
    public Databases(int port, String password) {
        this.port = port;
        this.password = password;
    }

    boolean answer() throws SQLException {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        }
    }

    /** A database for one service: its owner migrates, its application role may do what the migrations grant. */
    public void service(String name, String ownerPassword, String appPassword) throws SQLException {
        String owner = name + "_owner";
        String app = name + "_app";
        try (Connection connection = connect("postgres")) {
            role(connection, owner, ownerPassword);
            role(connection, app, appPassword);
            database(connection, name, owner);
            execute(connection, "GRANT CONNECT ON DATABASE " + name + " TO " + app);
        }
        try (Connection connection = connect(name)) {
            for (String extension : EXTENSIONS) {
                execute(connection, "CREATE EXTENSION IF NOT EXISTS " + extension);
            }
        }
    }

    /** A database with one role that owns it, for a program that looks after its own tables. */
    public void owned(String name, String password) throws SQLException {
        try (Connection connection = connect("postgres")) {
            role(connection, name, password);
            database(connection, name, name);
        }
    }

    /** The number PostgreSQL gave this very data when it was made: it tells restored or renewed data from known data. */
    public String identity() throws SQLException {
        return single("SELECT system_identifier::text FROM pg_control_system()");
    }

    /** Gives a service's feed a new epoch: its followers start anew from the snapshot. Takes the owner role's password. */
    public void renewEpoch(String service, String ownerPassword) throws SQLException {
        try (Connection connection = connect(service, service + "_owner", ownerPassword)) {
            execute(connection, "SELECT kit.renew_epoch()");
        }
    }

    /** The value a setting has in the running server. */
    public String setting(String name) throws SQLException {
        return single("SELECT current_setting('" + name.replace("'", "''") + "')");
    }

    private String single(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void role(Connection connection, String name, String password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
            execute(connection, "CREATE ROLE " + name + " LOGIN");
        }
        // The file of secrets is the truth; a restored database may know other passwords.
        execute(connection, "ALTER ROLE " + name + " PASSWORD '" + password.replace("'", "''") + "'");
    }

    private static void database(Connection connection, String name, String owner) throws SQLException {
        if (!hasDatabase(connection, name)) {
            execute(connection, "CREATE DATABASE " + name + " OWNER " + owner);
        }
        // One made from a copy belongs to who made it; one whose copying was cut short lets nobody in.
        execute(connection, "ALTER DATABASE " + name + " OWNER TO " + owner);
        execute(connection, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
        execute(connection, "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }

    static boolean hasDatabase(Connection connection, String name) throws SQLException {
        return exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name);
    }

    static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect(String database) throws SQLException {
        return connect(database, PostgresServer.SUPERUSER, password);
    }

    Connection connect(String database, String user, String withPassword) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", withPassword);
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("ApplicationName", "launcher");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }
}
