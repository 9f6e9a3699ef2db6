package vn.thidua.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The authorisation table of a service: {@code contract/authorisation.csv}, one row for each endpoint, relation and state, one
 * column for each kind of caller, in each cell the status that caller gets.
 */
public final class AuthorisationTable {
    /** @param expected status by kind of caller */
    public record Row(String method, String path, String relation, String state, Map<String, Integer> expected) {
        public String endpoint() {
            return method + " " + path;
        }
    }

    private AuthorisationTable() {}

    public static List<Row> rows() {
        try {
            var lines = Files.readAllLines(Path.of("contract", "authorisation.csv")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(",", -1))
                    .toList();
            var head = lines.getFirst();
            var rows = new ArrayList<Row>();
            for (var cells : lines.subList(1, lines.size())) {
                var expected = new LinkedHashMap<String, Integer>();
                for (int i = 4; i < cells.length; i++) {
                    expected.put(head[i].trim(), Integer.parseInt(cells[i].trim()));
                }
                rows.add(new Row(cells[0].trim(), cells[1].trim(), cells[2].trim(), cells[3].trim(), expected));
            }
            return rows;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Fails when the running service has an endpoint without a row, or the table a row without an endpoint. */
    public static void assertComplete(ServiceUnderTest service, List<Row> rows) {
        var mapped = new TreeSet<String>();
        service.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> {
                                    if (path.startsWith("/api/")) {
                                        mapped.add(method + " " + path);
                                    }
                                })));
        var listed = new TreeSet<String>();
        rows.forEach(row -> listed.add(row.endpoint()));
        assertThat(listed)
                .as("endpoints with a row in contract/authorisation.csv")
                .isEqualTo(mapped);
    }

    /** A checksum over everything the service keeps, but for what moves by itself. */
    public static String checksum(TestPostgres.Database database) {
        try (var connection = database.asSuperuser();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            var names = statement.executeQuery("""
                    select table_schema || '.' || table_name from information_schema.tables
                    where table_schema in ('public', 'kit') and table_type = 'BASE TABLE'
                      and table_name not in ('feed_head', 'feed_event', 'outbox', 'audit_seal', 'audit_unsealed', 'audit_head',
                                             'feed_cursor', 'person_erasure', 'scheduled_tasks', 'reminder', 'message', 'delivery')
                    order by 1
                    """);
            while (names.next()) {
                tables.add(names.getString(1));
            }
            var sums = new StringBuilder();
            for (var table : tables) {
                var sum = statement.executeQuery(
                        "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from "
                                + table + " t");
                sum.next();
                sums.append(table).append(' ').append(sum.getString(1)).append('\n');
            }
            return sums.toString();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
