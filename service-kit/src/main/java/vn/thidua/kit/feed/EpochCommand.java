package vn.thidua.kit.feed;

import java.io.PrintStream;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;

/**
 * {@code renew-epoch}: to be run after the database of a service was restored and before the service starts. Readers who had
 * read further than the restored data see the new epoch and start again from the snapshot.
 */
public final class EpochCommand {
    private EpochCommand() {}

    /** @return 0 when done, 2 when the database could not be reached */
    public static int renew(String service, Map<String, String> environment, PrintStream out) {
        try (var connection = DriverManager.getConnection(
                        setting(environment, "THIDUA_DB_URL"),
                        setting(environment, "THIDUA_DB_OWNER"),
                        setting(environment, "THIDUA_DB_OWNER_PASSWORD"));
                var statement = connection.createStatement();
                var row = statement.executeQuery("select kit.renew_epoch()")) {
            row.next();
            out.println(service + ": epoch " + row.getString(1));
            return 0;
        } catch (SQLException failure) {
            out.println("Could not renew the epoch of " + service + ": " + failure.getMessage());
            return 2;
        }
    }

    private static String setting(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name + " is not set");
    }
}
