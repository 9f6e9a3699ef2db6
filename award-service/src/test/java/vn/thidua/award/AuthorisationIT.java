package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;
import vn.thidua.kit.test.AuthorisationTable.Row;
import vn.thidua.kit.test.TestIssuer;

/** Replays the authorisation table: every endpoint, every kind of caller. */
class AuthorisationIT {
    private static final House HOUSE = House.instance();
    private static final Map<String, Api> CALLERS = callers();

    /**
     * What a row is tried on.
     *
     * @param id what stands in its path: an id or a code
     */
    private record Target(String id, House.Side side) {}

    private static Map<String, Api> callers() {
        var issuer = TestIssuer.instance();
        var callers = new LinkedHashMap<String, Api>();
        callers.put("anonymous", HOUSE.service.api());
        callers.put(
                "expired",
                HOUSE.service
                        .api()
                        .as(issuer.token(claims -> claims.subject("administrator")
                                .expirationTime(Date.from(Instant.now().minusSeconds(120))))));
        callers.put("noMandate", HOUSE.service.api().as(issuer.person("nobody")));
        callers.put("unitOfficer", HOUSE.holder(HOUSE.own.first(), "UNIT_OFFICER", "UNIT"));
        callers.put("unitLeader", HOUSE.holder(HOUSE.own.first(), "UNIT_LEADER", "UNIT"));
        callers.put("standingOfficer", HOUSE.standingOfficer());
        callers.put("authority", HOUSE.authority());
        callers.put("clerk", HOUSE.clerk());
        callers.put("administrator", HOUSE.holder(HOUSE.province, "ADMINISTRATOR", "SUBTREE"));
        callers.put("auditor", HOUSE.holder(HOUSE.province, "AUDITOR", "SUBTREE"));
        HOUSE.known.agency("an-agency", HOUSE.province);
        callers.put(
                "agency",
                HOUSE.service
                        .api()
                        .as(issuer.agency("an-agency", "awards.read", "awards.write", "audit.read", "feed.read")));
        callers.put("agencyWithoutScope", HOUSE.service.api().as(issuer.agency("an-agency")));
        callers.put("service", HOUSE.service.api().as(issuer.service("indicator-service")));
        return callers;
    }

    static Iterable<Row> rows() {
        return AuthorisationTable.rows();
    }

    @Test
    void everyEndpointHasARow() {
        AuthorisationTable.assertComplete(HOUSE.service, AuthorisationTable.rows());
        assertThat(AuthorisationTable.rows().getFirst().expected().keySet()).isEqualTo(CALLERS.keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyCallerGetsWhatTheTableSays(Row row) {
        var wrong = new LinkedHashMap<String, String>();
        var target = target(row);
        // The refused ones first and on one target, as they change nothing; then each of the others on its own.
        var body = body(row.endpoint(), target);
        var before = AuthorisationTable.checksum(HOUSE.service.database());
        for (var cell : row.expected().entrySet()) {
            if (cell.getValue() >= 400) {
                var answer = send(api(cell.getKey()), row, target, body);
                note(wrong, cell, answer);
                assertThat(answer.header("Content-Type")).as(cell.getKey()).startsWith("application/problem+json");
            }
        }
        assertThat(AuthorisationTable.checksum(HOUSE.service.database()))
                .as("a refused %s changes nothing", row.endpoint())
                .isEqualTo(before);
        for (var cell : row.expected().entrySet()) {
            if (cell.getValue() < 400) {
                note(wrong, cell, send(api(cell.getKey()), row, target, body));
                if (!row.method().equals("GET")) {
                    target = target(row);
                    body = body(row.endpoint(), target);
                }
            }
        }
        assertThat(wrong)
                .as(row.endpoint() + " " + row.relation() + " " + row.state())
                .isEmpty();
    }

    private static Api api(String caller) {
        return Objects.requireNonNull(CALLERS.get(caller), () -> "no caller " + caller);
    }

    private static void note(Map<String, String> wrong, Map.Entry<String, Integer> cell, Api.Answer answer) {
        if (answer.status() != cell.getValue()) {
            wrong.put(cell.getKey(), cell.getValue() + " expected, got " + answer.status() + " " + answer.text());
        }
    }

    private static Target target(Row row) {
        var side = row.relation().equals("own") ? HOUSE.own : HOUSE.other;
        return new Target(id(row, side), side);
    }

    private static String id(Row row, House.Side side) {
        if (row.path().contains("/replicas/")) {
            return side.province().toString();
        }
        if (row.path().contains("{code}")) {
            return HOUSE.document(side).path("code").asString();
        }
        if (row.path().endsWith("/candidates")) {
            return HOUSE.seasonWithElected(side).toString();
        }
        if (!row.path().contains("{id}")) {
            return "";
        }
        return switch (row.path().split("/", -1)[3]) {
            case "awards" -> HOUSE.flag(side).toString();
            case "honours" ->
                House.created(HOUSE.standingOfficer(side).post("/api/v1/honours", House.honour(side.province())))
                        .toString();
            case "nominations" ->
                (row.state().equals("submitted") ? HOUSE.submitted(side) : HOUSE.nominated(side)).toString();
            case "decisions" ->
                (switch (row.state()) {
                            case "issued" -> HOUSE.issued(side);
                            case "signed" -> HOUSE.signed(side);
                            default -> HOUSE.drafted(side);
                        })
                        .toString();
            case "award-documents" -> {
                var id = HOUSE.document(side).path("id").asString();
                if (row.state().equals("revoked")) {
                    HOUSE.authority(side).post("/api/v1/award-documents/" + id + "/revocation", House.revocation());
                }
                yield id;
            }
            default -> UUID.randomUUID().toString();
        };
    }

    private static Api.Answer send(Api api, Row row, Target target, @Nullable Object body) {
        var path = row.path().replace("{id}", target.id()).replace("{code}", target.id());
        if (path.endsWith("/candidates")) {
            path += "?seasonId=" + target.id();
        }
        if (path.endsWith("/predecessors")) {
            path += "?unitId=" + target.side().first();
        }
        return switch (row.method()) {
            case "GET" -> api.get(path);
            case "POST" -> api.post(path, body);
            case "PUT" ->
                api.put(
                        path,
                        row.state().equals("-") || row.state().equals("draft") ? 1 : 2,
                        Objects.requireNonNull(body));
            default -> throw new IllegalArgumentException(row.method());
        };
    }

    private static @Nullable Object body(String endpoint, Target target) {
        var side = target.side();
        return switch (endpoint.replaceFirst("/\\{id}", "")) {
            case "POST /api/v1/awards", "PUT /api/v1/awards" -> HOUSE.flagRule(side.province());
            case "POST /api/v1/honours" -> House.honour(side.province());
            case "POST /api/v1/nominations" ->
                House.nomination(HOUSE.flag(side), HOUSE.seasonWithElected(side), side.first());
            case "PUT /api/v1/nominations" -> Map.of("achievements", "Viết lại");
            case "POST /api/v1/nominations/submission" -> House.submission(null);
            case "POST /api/v1/nominations/opinions" -> House.opinion(side.province(), true, false, null);
            case "POST /api/v1/nominations/refusal" -> Map.of("reason", "Chưa đủ điều kiện");
            case "POST /api/v1/decisions" -> House.decision(side.province(), List.of(HOUSE.advised(side)));
            case "PUT /api/v1/decisions" ->
                Map.of("title", "Viết lại", "grounds", "Căn cứ", "nominationIds", List.of(HOUSE.advised(side)));
            case "POST /api/v1/decisions/signature" -> House.signature();
            case "POST /api/v1/decisions/number" -> House.number();
            case "POST /api/v1/award-documents/revocation" -> House.revocation();
            default -> null;
        };
    }
}
