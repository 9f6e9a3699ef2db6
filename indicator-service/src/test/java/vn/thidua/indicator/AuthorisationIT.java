package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
        row.expected().forEach((caller, expected) -> {
            var api = Objects.requireNonNull(CATALOGUE.callers.get(caller));
            var unit = row.relation().equals("own") ? CATALOGUE.own : CATALOGUE.other;
            var scored = Callers.path(row, unit);
            var path = scored == null ? row.path().replace("{id}", id(row, unit).toString()) : scored;
            var ofScores = Callers.body(row, unit);
            var body = ofScores == null ? body(row, unit) : ofScores;
            var before = expected < 400 ? "" : AuthorisationTable.checksum(CATALOGUE.service.database());
            var answer = switch (row.method()) {
                case "GET" -> api.get(path);
                case "POST" -> api.post(path, body);
                default -> api.put(path, 1, Objects.requireNonNull(body));
            };
            if (answer.status() != expected) {
                wrong.put(caller, expected + " expected, got " + answer.status() + " " + answer.text());
            } else if (expected >= 400) {
                assertThat(AuthorisationTable.checksum(CATALOGUE.service.database()))
                        .as("a refused %s by %s changes nothing", row.endpoint(), caller)
                        .isEqualTo(before);
            }
        });
        assertThat(wrong).as(row.endpoint() + " " + row.relation()).isEmpty();
    }

    private static UUID id(Row row, UUID unit) {
        if (row.path().contains("/replicas/")) {
            return unit;
        }
        return row.path().startsWith("/api/v1/indicators/{id}")
                ? CATALOGUE
                        .administratorOf(unit)
                        .post("/api/v1/indicators", Catalogue.newIndicator(unit))
                        .id()
                : UUID.randomUUID();
    }

    private static @Nullable Object body(Row row, UUID unit) {
        return switch (row.endpoint()) {
            case "POST /api/v1/indicators" -> Catalogue.newIndicator(unit);
            case "PUT /api/v1/indicators/{id}" -> Map.of("name", "Tên khác", "unitOfMeasure", "người");
            default -> null;
        };
    }
}
