package vn.thidua.kit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Whether the database answers, asked on a connection of its own: with one from the pool, a service that is merely busy would
 * report itself as down, lose its place in the registry and push its load onto the others.
 */
final class DatabaseHealth implements HealthIndicator, AutoCloseable {
    private final String url;
    private final Properties properties = new Properties();
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Connection connection;

    DatabaseHealth(String url, String user, String password) {
        this.url = url;
        properties.put("user", user);
        properties.put("password", password);
        properties.put("connectTimeout", "1");
        properties.put("loginTimeout", "1");
        properties.put("socketTimeout", "2");
        properties.put("ApplicationName", "health");
    }

    @Override
    public Health health() {
        try {
            if (!lock.tryLock(2, TimeUnit.SECONDS)) {
                return Health.down().build();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Health.down().build();
        }
        try {
            return isAnswering() ? Health.up().build() : Health.down().build();
        } finally {
            lock.unlock();
        }
    }

    private boolean isAnswering() {
        try {
            var known = connection;
            if (known != null && known.isValid(1)) {
                return true;
            }
            close(known);
            connection = null;
            var fresh = DriverManager.getConnection(url, properties);
            connection = fresh;
            return fresh.isValid(1);
        } catch (SQLException away) {
            return false;
        }
    }

    @Override
    public void close() throws SQLException {
        close(connection);
    }

    private static void close(@Nullable Connection connection) throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
