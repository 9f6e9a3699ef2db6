package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;
import vn.thidua.kit.test.AuthorisationTable.Row;
import vn.thidua.kit.test.TestIssuer;

/** Replays the authorisation table: every endpoint, every kind of caller. */
class AuthorisationIT {
    private static final String[] SCOPES = {
        "units.read",
        "units.write",
        "people.read",
        "people.write",
        "mandates.read",
        "mandates.write",
        "clusters.read",
        "clusters.write",
        "audit.read",
        "feed.read"
    };
    private static final Province PROVINCE = Province.instance();
    private static final UUID OWN = PROVINCE.unit("Khu vực của người gọi", PROVINCE.id);
    private static final UUID OTHER = PROVINCE.unit("Khu vực khác", PROVINCE.id);
    private static final Map<String, Supplier<Api>> CALLERS = callers();

    /** What a row is tried on: made anew for each caller, so that one caller's write is not another's. */
    record Target(UUID area, UUID id, UUID part, int version) {
        Target(UUID area, UUID id, int version) {
            this(area, id, id, version);
        }
    }

    private record Attempt(Target target, @Nullable Object body) {}

    /** Each call with a token of its own: the table takes longer than one is good for. */
    private static Map<String, Supplier<Api>> callers() {
        var callers = new LinkedHashMap<String, Supplier<Api>>();
        callers.put("anonymous", PROVINCE::anonymous);
        callers.put(
                "expired",
                () -> PROVINCE.anonymous()
                        .as(TestIssuer.instance()
                                .token(claims -> claims.subject(Province.ADMINISTRATOR)
                                        .expirationTime(Date.from(Instant.now().minusSeconds(120))))));
        callers.put("noMandate", () -> PROVINCE.person("somebody-without-a-mandate"));
        callers.put("unitOfficer", holder("UNIT_OFFICER", "UNIT"));
        callers.put("standingOfficer", holder("STANDING_OFFICER", "SUBTREE"));
        callers.put("administrator", holder("ADMINISTRATOR", "SUBTREE"));
        callers.put("auditor", holder("AUDITOR", "SUBTREE"));
        var agency = PROVINCE.agencyWithMandate(OWN);
        callers.put("agency", () -> PROVINCE.agency(agency, SCOPES));
        callers.put("agencyWithoutScope", () -> PROVINCE.agency(agency));
        callers.put(
                "service", () -> PROVINCE.anonymous().as(TestIssuer.instance().service("indicator-service")));
        return callers;
    }

    private static Supplier<Api> holder(String role, String scope) {
        var account = PROVINCE.holder(OWN, role, scope);
        return () -> PROVINCE.person(account);
    }

    static Iterable<Row> rows() {
        return AuthorisationTable.rows();
    }

    @Test
    void everyEndpointHasARow() {
        AuthorisationTable.assertComplete(PROVINCE.service, AuthorisationTable.rows());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyCallerGetsWhatTheTableSays(Row row) {
        // Whoever is refused, or only reads, is tried on the same thing; whoever writes, on one of its own.
        var shared = attempt(row);
        var attempts = new LinkedHashMap<String, Attempt>();
        row.expected()
                .forEach((caller, expected) ->
                        attempts.put(caller, expected >= 400 || row.method().equals("GET") ? shared : attempt(row)));
        var wrong = new LinkedHashMap<String, String>();
        var before = AuthorisationTable.checksum(PROVINCE.service.database());
        attempts.forEach((caller, attempt) -> tryOut(row, caller, attempt, true, wrong));
        assertThat(AuthorisationTable.checksum(PROVINCE.service.database()))
                .as("a refused %s changes nothing, whoever sends it", row.endpoint())
                .isEqualTo(before);
        attempts.forEach((caller, attempt) -> tryOut(row, caller, attempt, false, wrong));
        assertThat(wrong)
                .as(row.endpoint() + " " + row.relation() + " " + row.state())
                .isEmpty();
    }

    private static Attempt attempt(Row row) {
        var target = target(row);
        return new Attempt(target, body(row.endpoint(), target));
    }

    private static void tryOut(Row row, String caller, Attempt attempt, boolean refused, Map<String, String> wrong) {
        int expected = Objects.requireNonNull(row.expected().get(caller));
        if (refused != expected >= 400) {
            return;
        }
        var api = Objects.requireNonNull(CALLERS.get(caller), () -> "no caller " + caller)
                .get();
        var answer = send(api, row, attempt.target(), attempt.body());
        if (answer.status() != expected) {
            wrong.put(caller, expected + " expected, got " + answer.status() + " " + answer.text());
        } else if (refused) {
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    private static Target target(Row row) {
        var area = row.relation().equals("own") ? OWN : OTHER;
        var administrator = PROVINCE.administrator();
        if (ClusterTargets.concerns(row.path())) {
            return ClusterTargets.target(row, area, row.relation().equals("head") ? OWN : null);
        }
        if (VoteTargets.concerns(row.path())) {
            return VoteTargets.target(row, area, row.relation().equals("head") ? OWN : null);
        }
        if (PaperTargets.concerns(row.path())) {
            return PaperTargets.target(row, area, row.relation().equals("head") ? OWN : null);
        }
        if (DraftTargets.concerns(row.path())) {
            return DraftTargets.target(row, area, row.relation().equals("head") ? OWN : null);
        }
        if (ConferenceDraftTargets.concerns(row.path())) {
            return ConferenceDraftTargets.target(row, area, row.relation().equals("head") ? OWN : null);
        }
        if (ExemplarTargets.concerns(row.path())) {
            return ExemplarTargets.target(row, area);
        }
        if (CouncilTargets.concerns(row.path())) {
            return CouncilTargets.target(row, area);
        }
        if (CongressTargets.concerns(row.path())) {
            return CongressTargets.target(row, area);
        }
        if (MovementTargets.concerns(row.path())) {
            return MovementTargets.target(row, area);
        }
        if (row.path().startsWith("/api/v1/people/{id}")) {
            if (row.path().endsWith("/password-link") && !row.state().equals("erased")) {
                return new Target(area, PROVINCE.reachable("Người Thử", area), 1);
            }
            var id = row.endpoint().equals("POST /api/v1/people/{id}/account")
                    ? PROVINCE.person("Người Thử", area)
                    : PROVINCE.person("Người Thử", area, "account-" + UUID.randomUUID());
            if (!row.state().equals("erased")) {
                return new Target(area, id, 1);
            }
            administrator.post("/api/v1/people/" + id + "/erasure", Map.of("reason", "yêu cầu"));
            return new Target(area, id, 2);
        }
        if (row.path().startsWith("/api/v1/mandates/{id}")) {
            var person = PROVINCE.person("Người Thử", area, "account-" + UUID.randomUUID());
            var id = PROVINCE.mandate(person, area, "VERIFIER", "UNIT");
            if (!row.state().equals("withdrawn")) {
                return new Target(area, id, 1);
            }
            administrator
                    .with("If-Match", "\"1\"")
                    .post("/api/v1/mandates/" + id + "/withdrawal", Map.of("reason", "thôi việc"));
            return new Target(area, id, 2);
        }
        if (row.path().startsWith("/api/v1/units/{id}") || row.path().endsWith("/units/{id}")) {
            return new Target(area, PROVINCE.unit("Đơn vị thử", area), 1);
        }
        if (row.path().startsWith("/api/v1/foreign-codes/{id}")) {
            var id = administrator
                    .post("/api/v1/foreign-codes", UnitWork.foreignCode(area))
                    .id();
            return new Target(area, id, 1);
        }
        return new Target(area, UUID.randomUUID(), 1);
    }

    private static Api.Answer send(Api api, Row row, Target target, @Nullable Object body) {
        var path = row.path()
                .replace("{id}", target.id().toString())
                .replace("{memberId}", target.part().toString())
                .replace("{commentId}", target.part().toString())
                .replace("{unitId}", target.part().toString())
                .replace("{findingId}", target.part().toString())
                .replace("{invitationId}", target.part().toString())
                .replace("{replicationId}", target.part().toString())
                .replace("{delegateId}", target.part().toString())
                .replace("{resolutionId}", target.part().toString())
                .replace("{reviewId}", target.part().toString())
                .replace("{reportId}", target.part().toString())
                // Of a report the area is who took part.
                .replace(
                        "{participationId}",
                        (row.path().contains("{reportId}") ? target.area() : target.part()).toString())
                .replace("{headshipId}", target.part().toString());
        if (body instanceof byte[]) {
            path += "?name=a.pdf";
        }
        if (path.endsWith("/exemplars/people")) {
            path += "?unitId=" + target.area();
        }
        if (path.endsWith("/movements/statistics")) {
            path += "?year=2026";
        }
        return switch (row.method()) {
            case "GET" -> api.get(path);
            case "POST" -> api.with("If-Match", "\"" + target.version() + "\"").post(path, body);
            case "PUT" -> api.put(path, target.version(), Objects.requireNonNull(body));
            default -> throw new IllegalArgumentException(row.method());
        };
    }

    private static @Nullable Object body(String endpoint, Target target) {
        if (ClusterTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return ClusterTargets.body(endpoint, target);
        }
        if (VoteTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return VoteTargets.body(endpoint, target);
        }
        if (PaperTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return PaperTargets.body(endpoint, target);
        }
        if (DraftTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return DraftTargets.body(endpoint, target);
        }
        if (ConferenceDraftTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return ConferenceDraftTargets.body(endpoint, target);
        }
        if (ExemplarTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return ExemplarTargets.body(endpoint, target);
        }
        if (CouncilTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return CouncilTargets.body(endpoint, target);
        }
        if (CongressTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return CongressTargets.body(endpoint, target);
        }
        if (MovementTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return MovementTargets.body(endpoint, target);
        }
        return switch (endpoint) {
            case "POST /api/v1/units" -> PROVINCE.newUnit("Đơn vị mới", target.area());
            case "PUT /api/v1/units/{id}" ->
                Map.of(
                        "name", "Tên khác",
                        "parentId", target.area(),
                        "effectiveFrom", "2026-01-01",
                        "reason", "đổi tên");
            case "POST /api/v1/unit-tables", "POST /api/v1/unit-tables/failures" ->
                UnitWork.workbook(java.util.List.of(UnitWork.row("Xã trong tệp", target.area())));
            case "POST /api/v1/unit-tables/rows" ->
                Map.of("rows", java.util.List.of(UnitWork.row("Xã trong danh sách", target.area())));
            case "POST /api/v1/foreign-code-tables", "POST /api/v1/foreign-code-tables/failures" ->
                UnitWork.workbook(UnitWork.CODE_COLUMNS, java.util.List.of(UnitWork.codeRow(target.area())));
            case "POST /api/v1/foreign-code-tables/rows" ->
                Map.of("rows", java.util.List.of(UnitWork.codeRow(target.area())));
            case "POST /api/v1/person-tables", "POST /api/v1/person-tables/failures" ->
                UnitWork.workbook(
                        PersonWork.COLUMNS, java.util.List.of(PersonWork.row("Người trong tệp", target.area())));
            case "POST /api/v1/person-tables/rows" ->
                Map.of("rows", java.util.List.of(PersonWork.row("Người trong danh sách", target.area())));
            case "POST /api/v1/foreign-codes" -> UnitWork.foreignCode(target.area());
            case "PUT /api/v1/foreign-codes/{id}" -> {
                var corrected = UnitWork.foreignCode(target.area());
                corrected.put("reason", "ghi nhầm");
                yield corrected;
            }
            case "POST /api/v1/foreign-codes/{id}/withdrawal" -> Map.of("reason", "ghi nhầm");
            case "POST /api/v1/people", "PUT /api/v1/people/{id}" ->
                Map.of("name", "Trần Văn Mới", "unitId", target.area());
            case "POST /api/v1/mandates" ->
                Map.of(
                        "personId",
                        PROVINCE.person("Người Nhận", target.area(), "account-" + UUID.randomUUID()),
                        "unitId",
                        target.area(),
                        "role",
                        "VERIFIER",
                        "scope",
                        "UNIT",
                        "validFrom",
                        "2026-01-01");
            case "POST /api/v1/people/{id}/account" -> Map.of("username", "u" + UUID.randomUUID(), "existing", false);
            case "PUT /api/v1/people/{id}/account/password" -> Map.of("password", "mot-lan-thoi-9");
            case "POST /api/v1/people/{id}/erasure", "POST /api/v1/mandates/{id}/withdrawal" -> Map.of("reason", "thử");
            case "POST /api/v1/setup" ->
                Map.of(
                        "code", "set-me-up",
                        "unit",
                                Map.of(
                                        "code", "X",
                                        "name", "X",
                                        "kind", "ADMINISTRATION",
                                        "level", "PROVINCE",
                                        "validFrom", "2026-01-01"),
                        "administrators",
                                java.util.List.of(
                                        Map.of("name", "X", "account", Map.of("kind", "PERSON", "subject", "x"))));
            default -> null;
        };
    }

    @BeforeEach
    void theCallersAreTheTablesColumns() {
        assertThat(AuthorisationTable.rows().getFirst().expected().keySet()).isEqualTo(CALLERS.keySet());
    }
}
