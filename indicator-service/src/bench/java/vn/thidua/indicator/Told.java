package vn.thidua.indicator;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The statements a service carried out for one request, as it wrote them down itself, so that a reference runs the very same.
 *
 * @param sql with a question mark for every value
 */
record Told(String sql, List<Value> values) {
    /** @param type the Java class of the value */
    record Value(String text, String type) {}

    private static final String STATEMENT = "Executing prepared SQL statement [";
    private static final Pattern VALUE = Pattern.compile(
            "Setting SQL statement parameter value: column index \\d+, parameter value \\[(.*)], value class \\[(.*)], SQL type .*",
            Pattern.DOTALL);

    /** Something a service is asked for. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    /** What the thread that carried out a statement of that kind was told to do during the work, in its order. */
    static List<Told> during(Work work, Predicate<String> telling) throws IOException, InterruptedException {
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class.getPackageName());
        var before = log.getLevel();
        var said = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                // Otherwise it names the thread of whoever asks first.
                event.prepareForDeferredProcessing();
                super.append(event);
            }
        };
        said.start();
        log.addAppender(said);
        log.setAdditive(false);
        log.setLevel(Level.TRACE);
        try {
            work.run();
        } finally {
            log.setLevel(before);
            log.setAdditive(true);
            log.detachAppender(said);
        }
        var events = List.copyOf(said.list);
        var thread = events.stream()
                .filter(event -> telling.test(event.getFormattedMessage()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such statement was carried out"))
                .getThreadName();
        var told = new ArrayList<Told>();
        for (var event : events) {
            if (!event.getThreadName().equals(thread)) {
                continue;
            }
            var message = event.getFormattedMessage();
            if (message.startsWith(STATEMENT)) {
                told.add(new Told(message.substring(STATEMENT.length(), message.length() - 1), new ArrayList<>()));
                continue;
            }
            var value = VALUE.matcher(message);
            if (value.matches()) {
                told.getLast().values.add(new Value(value.group(1), value.group(2)));
            }
        }
        return told;
    }

    /** The statement with its values written out; a value that varies from request to request is replaced by what is given for it. */
    String written(Map<String, String> varying) {
        var text = new StringBuilder();
        var next = values.iterator();
        for (var part : (sql + " ").split("\\?", -1)) {
            text.append(part);
            if (next.hasNext()) {
                text.append(literal(next.next(), varying));
            }
        }
        if (next.hasNext()) {
            throw new IllegalStateException("more values than places in " + sql);
        }
        return text.toString().replace('\n', ' ').strip() + ";\n";
    }

    private static String literal(Value value, Map<String, String> varying) {
        var given = varying.get(value.text());
        if (given != null) {
            return given;
        }
        if (value.text().equals("null")) {
            return "null";
        }
        var type = value.type().substring(value.type().lastIndexOf('.') + 1);
        return switch (type) {
            case "Integer", "Long", "BigDecimal", "Boolean" -> value.text();
            case "UUID" -> "cast('" + value.text() + "' as uuid)";
            case "OffsetDateTime" -> "cast('" + value.text() + "' as timestamptz)";
            // Arrays are written down by their class only.
            case "UUID;" -> varying.getOrDefault(type, "cast('{}' as uuid[])");
            default -> quoted(value.text(), varying);
        };
    }

    /** Words, such as JSON, in which what varies may stand too. */
    private static String quoted(String words, Map<String, String> varying) {
        // A space after the colons of JSON: pgbench would take what follows one for a variable of its own.
        var text = "'" + words.replace("'", "''").replaceAll(":(?=[a-z])", ": ") + "'";
        for (var one : varying.entrySet()) {
            if (one.getKey().length() > 1 && words.contains(one.getKey())) {
                text = "replace(" + text + ", '" + one.getKey() + "', cast(" + one.getValue() + " as text))";
            }
        }
        return text;
    }
}
