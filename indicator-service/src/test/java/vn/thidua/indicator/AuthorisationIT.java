package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;
import vn.thidua.kit.test.AuthorisationTable.Row;
import vn.thidua.kit.test.Contract;

/** Replays the authorisation table, and holds the running API against the contract. */
class AuthorisationIT {
    private static final Catalogue CATALOGUE = Catalogue.instance();

    static Iterable<Row> rows() {
        return AuthorisationTable.rows();
    }

    @Test
    void everyEndpointHasARow() {
        AuthorisationTable.assertComplete(CATALOGUE.service, AuthorisationTable.rows());
    }

    @Test
    void theRunningApiIsTheOneInTheContract() {
        Contract.assertOpenApi(CATALOGUE.service.api(), "indicator");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyCallerGetsWhatTheTableSays(Row row) {
        var wrong = new LinkedHashMap<String, String>();
        assertThat(row.expected().keySet()).isEqualTo(CATALOGUE.callers.keySet());
        // Whoever is refused, or only reads, is tried on the same thing; whoever writes, on one of its own.
        var shared = TriedOn.of(CATALOGUE, row);
        var tried = new LinkedHashMap<String, TriedOn>();
        row.expected()
                .forEach((caller, expected) -> tried.put(
                        caller, expected >= 400 || row.method().equals("GET") ? shared : TriedOn.of(CATALOGUE, row)));
        var before = AuthorisationTable.checksum(CATALOGUE.service.database());
        row.expected().forEach((caller, expected) -> {
            if (expected >= 400) {
                judge(wrong, caller, expected, send(row, caller, tried));
            }
        });
        assertThat(AuthorisationTable.checksum(CATALOGUE.service.database()))
                .as("who is refused %s changes nothing", row.endpoint())
                .isEqualTo(before);
        row.expected().forEach((caller, expected) -> {
            if (expected < 400) {
                judge(wrong, caller, expected, send(row, caller, tried));
            }
        });
        assertThat(wrong).as(row.endpoint() + " " + row.relation()).isEmpty();
    }

    private static Api.Answer send(Row row, String caller, Map<String, TriedOn> tried) {
        var api = Objects.requireNonNull(CATALOGUE.callers.get(caller));
        var on = Objects.requireNonNull(tried.get(caller));
        return switch (row.method()) {
            case "GET" -> api.get(on.path());
            case "POST" -> {
                var posting = api.with("If-Match", version(row));
                yield row.path().startsWith("/api/v1/files/")
                        ? posting.with("Content-Type", "application/octet-stream")
                                .post(on.path(), on.body())
                        : posting.post(on.path(), on.body());
            }
            default -> api.put(on.path(), 1, Objects.requireNonNull(on.body()));
        };
    }

    /** What stands before the step: nothing, what was handed in, or what was decided on it. */
    private static String version(Row row) {
        return row.endpoint().endsWith("/reopening")
                ? "\"2\""
                : row.endpoint().endsWith("/proposal") ? "\"0\"" : "\"1\"";
    }

    private static void judge(Map<String, String> wrong, String caller, int expected, Api.Answer answer) {
        if (answer.status() != expected) {
            wrong.put(caller, expected + " expected, got " + answer.status() + " " + answer.text());
        }
    }
}
