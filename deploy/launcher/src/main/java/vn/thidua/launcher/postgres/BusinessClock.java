package vn.thidua.launcher.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** The business clock in one service's database (kit.business_clock), moved by the role that owns it. */
public final class BusinessClock {
    private final Databases databases;
    private final String service;
    private final String ownerPassword;

    /** Takes the service whose database it is, and the password of its owner role. */
    public BusinessClock(Databases databases, String service, String ownerPassword) {
        this.databases = databases;
        this.service = service;
        this.ownerPassword = ownerPassword;
    }

    /** How far business time is ahead of real time. */
    public Duration shift() throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT extract(epoch FROM shift)::bigint FROM kit.business_clock");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return Duration.ofSeconds(row.getLong(1));
        }
    }

    /** Sets how far business time is ahead of real time; negative when it is behind. */
    public void shift(Duration shift) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement =
                        connection.prepareStatement("UPDATE kit.business_clock SET shift = make_interval(secs => ?)")) {
            statement.setDouble(1, (double) shift.toSeconds());
            statement.executeUpdate();
        }
    }

    private Connection connect() throws SQLException {
        return databases.connect(service, service + "_owner", ownerPassword);
    }
}
