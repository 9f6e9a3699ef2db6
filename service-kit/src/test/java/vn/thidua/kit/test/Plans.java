package vn.thidua.kit.test;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The plans by which the statements of a running service are carried out, as PostgreSQL itself tells them. */
public final class Plans implements AutoCloseable {
    private static final Map<String, String> TELLING = Map.of(
            "session_preload_libraries", "'auto_explain'",
            "auto_explain.log_min_duration", "0",
            "auto_explain.log_level", "'notice'");
    private static final Map<String, String> COUNTING =
            Map.of("auto_explain.log_analyze", "on", "auto_explain.log_timing", "off");
    /** A node that reads a table, and how many rows it hands on in each of its loops. */
    private static final Pattern READING =
            Pattern.compile("(?:Seq|Index|Index Only|Bitmap Heap) Scan [^\\n]*\\(actual rows=([\\d.]+) loops=(\\d+)\\)"
                    + "((?:\\n(?!\\s*->)[^\\n]*)*)");

    private static final Pattern REMOVED = Pattern.compile("Rows Removed by [^:]+: (\\d+)");

    private final TestPostgres.Database database;

    private Plans(TestPostgres.Database database) {
        this.database = database;
    }

    /** Until this is closed, every new connection of a service to the database tells its plans; one that is there already keeps silent. */
    public static Plans of(TestPostgres.Database database) throws SQLException {
        alter(database, TELLING, "set %s = %s");
        return new Plans(database);
    }

    /** As {@link #of}, with how many rows each node has handed on. */
    public static Plans counting(TestPostgres.Database database) throws SQLException {
        alter(database, COUNTING, "set %s = %s");
        return of(database);
    }

    /** How many rows of tables were read by that plan, those included that were looked at and left. */
    public static long rowsRead(String plan) {
        return READING.matcher(plan)
                .results()
                .mapToLong(node -> {
                    var each = Double.parseDouble(node.group(1));
                    var removed = REMOVED.matcher(node.group(3));
                    while (removed.find()) {
                        each += Double.parseDouble(removed.group(1));
                    }
                    return Math.round(each * Long.parseLong(node.group(2)));
                })
                .sum();
    }

    /** What happens during this work, in whichever thread; each with the statement it belongs to. */
    public List<String> during(Runnable work) {
        // PostgreSQL's notices reach the template as warnings of the statement, which it writes down at this level.
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = log.getLevel();
        var told = new ListAppender<ILoggingEvent>();
        told.start();
        log.addAppender(told);
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        try {
            work.run();
        } finally {
            log.setLevel(before);
            log.setAdditive(true);
            log.detachAppender(told);
        }
        return List.copyOf(told.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("plan:"))
                .toList();
    }

    @Override
    public void close() throws SQLException {
        alter(database, TELLING, "reset %s");
        alter(database, COUNTING, "reset %s");
    }

    private static void alter(TestPostgres.Database database, Map<String, String> settings, String change)
            throws SQLException {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement()) {
            for (var setting : settings.entrySet()) {
                statement.execute("alter role %s ".formatted(database.app())
                        + change.formatted(setting.getKey(), setting.getValue()));
            }
        }
    }
}
