package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;
import vn.thidua.kit.test.BadInput;

/** Bad input to the endpoints of a season gets a 4xx problem, never a 5xx, never a partial write. */
class BadInputIT {
    private static final Catalogue CATALOGUE = Catalogue.instance();
    private static final LivingSeason SEASON = new LivingSeason(CATALOGUE);
    private static final UUID INDICATOR = SEASON.indicator("QUANTITY", "RAISE", 2, false);
    private static final UUID PERIOD = SEASON.promised().period("H1", 10);
    private static final UUID REPORT = SEASON.report(PERIOD, SEASON.first);
    private static final LivingSeason OPEN = new LivingSeason(CATALOGUE);
    private static final Api STANDING = SEASON.standing();
    private static final Api OFFICER = SEASON.officer(SEASON.first);
    private static final Api PLANNING = OPEN.standing();
    private static final UUID IMPORT = OFFICER.post(
                    "/api/v1/value-imports",
                    Map.of(
                            "periodId",
                            PERIOD,
                            "rows",
                            List.of(Map.of("unitCode", "K", "indicatorCode", "CT", "value", 1))))
            .id();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/indicators",
                "PUT /api/v1/indicators/{indicator}",
                "PUT /api/v1/indicators/{indicator}/checks",
                "PUT /api/v1/indicators/{indicator}/aggregation",
                "PUT /api/v1/indicators/aggregations",
                "PUT /api/v1/periods/{period}/consolidation/{indicator}",
                "POST /api/v1/periods/{period}/consolidation/return",
                "POST /api/v1/reports/{report}/comments",
                "PUT /api/v1/targets/{open}",
                "PUT /api/v1/targets/{open}/{unit}/{indicator}",
                "PUT /api/v1/targets/{open}/cluster/{indicator}",
                "POST /api/v1/targets/{open}/amendments",
                "POST /api/v1/targets/{open}/amendments/{unit}/refusal",
                "POST /api/v1/targets/{open}/agreements/{unit}/proposal",
                "POST /api/v1/targets/{open}/agreements/{unit}/return",
                "POST /api/v1/targets/{open}/agreements/approvals",
                "POST /api/v1/periods",
                "PUT /api/v1/periods/{period}",
                "POST /api/v1/reports",
                "PUT /api/v1/reports/{report}/cells/{indicator}",
                "POST /api/v1/reports/{report}/cells",
                "POST /api/v1/value-imports",
                "POST /api/v1/periods/{period}/openings",
                "POST /api/v1/reports/{report}/verifications",
                "POST /api/v1/reports/{report}/return"
            })
    void aWriteWithABadBodyIsRefusedAndChangesNothing(String endpoint) {
        // Nothing here may succeed: changes rely on a version that is not there, the report is not handed in.
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        var path = path(endpoint.substring(endpoint.indexOf(' ') + 1));
        var api = caller(path).with("If-Match", "\"99\"");
        var before = AuthorisationTable.checksum(CATALOGUE.service.database());
        var failures = new ArrayList<String>();
        BadInput.rawBodies().forEach(body -> judge(failures, body, send(api, method, path, body)));
        BadInput.bodies(valid(endpoint)).forEach((what, body) -> judge(failures, what, send(api, method, path, body)));
        assertThat(failures).isEmpty();
        assertThat(AuthorisationTable.checksum(CATALOGUE.service.database()))
                .as("nothing was written")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/indicators?q=",
                "/api/v1/indicators?after=",
                "/api/v1/indicators?limit=",
                "/api/v1/indicators/",
                "/api/v1/targets?seasonId=",
                "/api/v1/targets?seasonId={open}&unitId=",
                "/api/v1/targets?seasonId={open}&after=",
                "/api/v1/targets?seasonId={open}&limit=",
                "/api/v1/targets/",
                "/api/v1/targets/{open}/amendments?unitId=",
                "/api/v1/targets/{open}/amendments?after=",
                "/api/v1/targets/{open}/amendments?limit=",
                "/api/v1/targets/{open}/agreements?after=",
                "/api/v1/targets/{open}/agreements?limit=",
                "/api/v1/targets/{open}/agreements/{unit}/steps?after=",
                "/api/v1/targets/{open}/agreements/{unit}/steps?limit=",
                "/api/v1/periods?seasonId=",
                "/api/v1/periods/",
                "/api/v1/periods/{period}/openings?x=",
                "/api/v1/periods/{period}/board?x=",
                "/api/v1/periods/{period}/comments?x=",
                "/api/v1/periods/{period}/consolidation?x=",
                "/api/v1/periods/{period}/consolidation/",
                "/api/v1/indicators/{indicator}/aggregation?x=",
                "/api/v1/reports/{report}/comments?indicatorId=",
                "/api/v1/reports/{report}/comments?after=",
                "/api/v1/reports/{report}/comments?limit=",
                "/api/v1/periods/{period}/grid?x=",
                "/api/v1/reports?periodId=",
                "/api/v1/reports?unitId=",
                "/api/v1/reports?after=",
                "/api/v1/reports?limit=",
                "/api/v1/reports/",
                "/api/v1/reports/{report}/cells/{indicator}/history?x=",
                "/api/v1/reports/{report}/checks?x=",
                "/api/v1/reports/{report}/changes?x=",
                "/api/v1/indicators/{indicator}/checks?x=",
                "/api/v1/reports/{report}/sheet?format=",
                "/api/v1/periods/{period}/sheet?format=",
                "/api/v1/value-imports?after=",
                "/api/v1/value-imports?limit=",
                "/api/v1/value-imports/",
                "/api/v1/value-imports/{import}/rows?outcome=",
                "/api/v1/value-imports/{import}/rows?after=",
                "/api/v1/value-imports/{import}/rows?limit=",
                "/api/v1/value-imports/{import}/lines?refused=",
                "/api/v1/value-imports/{import}/lines?after=",
                "/api/v1/value-imports/{import}/lines?limit=",
                "/api/v1/periods/{period}/grid/sheet?format=",
                "/api/v1/periods/{period}/grid/sheet?scope=",
                "/api/v1/files/indicator/"
            })
    void aReadWithABadParameterIsRefusedOrFindsNothing(String prefix) {
        var failures = new ArrayList<String>();
        for (var value : BadInput.queryValues()) {
            var answer = caller(path(prefix)).get(path(prefix) + value);
            if (answer.status() >= 500) {
                failures.add(value + " -> " + answer.status() + " " + answer.text());
            }
        }
        assertThat(failures).isEmpty();
    }

    private static Api caller(String path) {
        if (path.startsWith("/api/v1/targets")) {
            return PLANNING;
        }
        return path.contains("/cells") || path.equals("/api/v1/reports") || path.contains("/value-imports")
                ? OFFICER
                : STANDING;
    }

    private static void judge(List<String> failures, String what, Api.Answer answer) {
        var isProblem = answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json");
        if (answer.status() < 400 || answer.status() >= 500 || !isProblem) {
            var label = what.length() > 60 ? what.substring(0, 60) + "..." : what;
            failures.add(label + " -> " + answer.status() + " " + answer.text());
        }
    }

    private static Api.Answer send(Api api, String method, String path, String body) {
        return "POST".equals(method) ? api.post(path, body) : api.send(method, path, body);
    }

    private static Map<String, Object> valid(String endpoint) {
        var days = Map.of(
                "name", "Báo cáo",
                "opensAt", "2026-06-01T00:00:00Z",
                "dueAt", "2026-06-20T00:00:00Z",
                "closesAt", "2026-06-25T00:00:00Z");
        return new HashMap<>(
                switch (endpoint) {
                    case "POST /api/v1/indicators" ->
                        TriedOn.with(
                                Catalogue.newIndicator(UUID.randomUUID()),
                                "valueKind",
                                "COUNT",
                                "direction",
                                "KEEP",
                                "decimals",
                                0,
                                "evidenceRequired",
                                true,
                                "units",
                                List.of(Map.of("name", "nghìn", "numerator", 1000, "denominator", 1)));
                    case "PUT /api/v1/indicators/{indicator}" ->
                        Map.of(
                                "name",
                                "Tên",
                                "unitOfMeasure",
                                "%",
                                "valueKind",
                                "PERCENT",
                                "decimals",
                                1,
                                "formula",
                                "[A]");
                    case "PUT /api/v1/indicators/aggregations" ->
                        Map.of(
                                "rules",
                                List.of(Map.of(
                                        "indicatorId",
                                        INDICATOR,
                                        "rule",
                                        "WEIGHTED_AVERAGE",
                                        "weightId",
                                        INDICATOR,
                                        "version",
                                        0)));
                    case "PUT /api/v1/indicators/{indicator}/aggregation" ->
                        Map.of("rule", "WEIGHTED_AVERAGE", "weightId", INDICATOR);
                    case "PUT /api/v1/targets/{open}/cluster/{indicator}" ->
                        Map.of(
                                "assigned",
                                1,
                                "registered",
                                1,
                                "lastYear",
                                1,
                                "portions",
                                List.of(Map.of("periodKind", "H1", "assigned", 1, "registered", 1)),
                                "reason",
                                "vì");
                    case "PUT /api/v1/periods/{period}/consolidation/{indicator}" ->
                        Map.of("adjusted", 1, "reason", "vì", "explanation", "vì");
                    case "POST /api/v1/reports/{report}/comments" ->
                        Map.of("indicatorId", UUID.randomUUID(), "threadId", UUID.randomUUID(), "text", "lời");
                    case "PUT /api/v1/indicators/{indicator}/checks" ->
                        Map.of("bounds", List.of(Map.of("kind", "LIMITS", "lower", 0, "severity", "ERROR")));
                    case "PUT /api/v1/targets/{open}" ->
                        Map.of(
                                "rows",
                                List.of(Map.of(
                                        "unitId",
                                        OPEN.first,
                                        "indicatorId",
                                        INDICATOR,
                                        "assigned",
                                        1,
                                        "portions",
                                        List.of(Map.of("periodKind", "H1", "assigned", 1)),
                                        "items",
                                        List.of())),
                                "replace",
                                true);
                    case "PUT /api/v1/targets/{open}/{unit}/{indicator}" ->
                        Map.of(
                                "assigned",
                                1,
                                "registered",
                                2,
                                "lastYear",
                                3,
                                "unitOfMeasure",
                                "tỷ đồng",
                                "portions",
                                List.of(Map.of("periodKind", "M9", "registered", 1)),
                                "items",
                                List.of());
                    case "POST /api/v1/targets/{open}/amendments" ->
                        Map.of(
                                "unitId",
                                OPEN.first,
                                "indicatorId",
                                INDICATOR,
                                "assigned",
                                1,
                                "registered",
                                2,
                                "reason",
                                "vì",
                                "portions",
                                List.of(Map.of("periodKind", "H1", "registered", 1)),
                                "items",
                                List.of("Cầu"));
                    case "POST /api/v1/targets/{open}/agreements/{unit}/proposal" ->
                        Map.of("targetsSha256", "0".repeat(64), "note", "vì");
                    case "POST /api/v1/targets/{open}/agreements/approvals" ->
                        Map.of("units", List.of(Map.of("unitId", OPEN.first, "version", 1)));
                    // The season has its period of that kind.
                    case "POST /api/v1/periods" -> TriedOn.with(days, "seasonId", UUID.randomUUID(), "kind", "H1");
                    case "PUT /api/v1/periods/{period}" -> TriedOn.with(days, "reason", "vì");
                    case "POST /api/v1/reports" -> Map.of("periodId", UUID.randomUUID(), "unitId", UUID.randomUUID());
                    case "PUT /api/v1/reports/{report}/cells/{indicator}" ->
                        Map.of(
                                "value",
                                1,
                                "notApplicable",
                                false,
                                "actuality",
                                "ACTUAL",
                                "explanation",
                                "vì",
                                "unitOfMeasure",
                                "tỷ đồng",
                                "qualifier",
                                "ABOUT",
                                "reached",
                                List.of(),
                                "evidence",
                                List.of());
                    case "POST /api/v1/reports/{report}/cells" ->
                        Map.of("cells", List.of(LivingSeason.pasted(INDICATOR, 0, 1)));
                    case "POST /api/v1/value-imports" ->
                        // No such period: an import is taken as it is, whatever becomes of its rows.
                        Map.of(
                                "periodId",
                                UUID.randomUUID(),
                                "rows",
                                List.of(TriedOn.with(
                                        Map.of("unitCode", "K", "indicatorCode", "CT", "value", 1),
                                        "unitOfMeasure",
                                        "đồng",
                                        "version",
                                        0,
                                        "explanation",
                                        "vì")));
                    case "POST /api/v1/periods/{period}/openings" ->
                        Map.of("unitId", SEASON.first, "until", "2100-01-01T00:00:00Z", "reason", "vì");
                    case "POST /api/v1/reports/{report}/verifications" ->
                        Map.of("indicatorId", INDICATOR, "value", 1, "reason", "vì");
                    default -> Map.of("reason", "vì", "openUntil", "2030-01-01T00:00:00Z");
                });
    }

    private static String path(String template) {
        return template.replace("{open}", OPEN.id.toString())
                .replace("{unit}", OPEN.first.toString())
                .replace("{indicator}", INDICATOR.toString())
                .replace("{period}", PERIOD.toString())
                .replace("{import}", IMPORT.toString())
                .replace("{report}", REPORT.toString());
    }
}
