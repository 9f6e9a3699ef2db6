package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;
import vn.thidua.kit.test.AuthorisationTable.Row;
import vn.thidua.kit.test.Contract;
import vn.thidua.kit.test.KnownMandates;
import vn.thidua.kit.test.ServiceUnderTest;
import vn.thidua.kit.test.TestIssuer;

/** Replays the authorisation table, and holds the running API against the contract. */
class AuthorisationIT {
    private static final ServiceUnderTest SERVICE =
            ServiceUnderTest.start(AwardService.class, Map.of("thidua.feed.sources", ""));
    private static final KnownMandates KNOWN = new KnownMandates(SERVICE);
    private static final UUID OWN = KNOWN.unit("H01", null);
    private static final Map<String, Api> CALLERS = callers();

    private static Map<String, Api> callers() {
        KNOWN.confirmed(0);
        var issuer = TestIssuer.instance();
        var callers = new LinkedHashMap<String, Api>();
        callers.put("anonymous", SERVICE.api());
        callers.put(
                "expired",
                SERVICE.api()
                        .as(issuer.token(claims -> claims.subject("administrator")
                                .expirationTime(Date.from(Instant.now().minusSeconds(120))))));
        callers.put("noMandate", SERVICE.api().as(issuer.person("nobody")));
        Map.of(
                        "unitOfficer", "UNIT_OFFICER",
                        "standingOfficer", "STANDING_OFFICER",
                        "administrator", "ADMINISTRATOR",
                        "auditor", "AUDITOR")
                .forEach((name, role) -> {
                    KNOWN.person(name, OWN, role, "SUBTREE");
                    callers.put(name, SERVICE.api().as(issuer.person(name)));
                });
        KNOWN.agency("an-agency", OWN);
        callers.put("agency", SERVICE.api().as(issuer.agency("an-agency", "audit.read", "feed.read")));
        callers.put("agencyWithoutScope", SERVICE.api().as(issuer.agency("an-agency")));
        callers.put("service", SERVICE.api().as(issuer.service("indicator-service")));
        return callers;
    }

    static Iterable<Row> rows() {
        return AuthorisationTable.rows();
    }

    @Test
    void everyEndpointHasARow() {
        AuthorisationTable.assertComplete(SERVICE, AuthorisationTable.rows());
    }

    @Test
    void theRunningApiIsTheOneInTheContract() {
        Contract.assertOpenApi(SERVICE.api(), "award");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyCallerGetsWhatTheTableSays(Row row) {
        var got = new LinkedHashMap<String, Integer>();
        row.expected().keySet().forEach(caller -> {
            var api = Objects.requireNonNull(CALLERS.get(caller), () -> "no caller " + caller);
            var path = row.path().replace("{id}", OWN.toString());
            var answer = row.method().equals("GET") ? api.get(path) : api.post(path, null);
            got.put(caller, answer.status());
        });
        assertThat(got).isEqualTo(row.expected());
    }
}
