package vn.thidua.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;
import vn.thidua.kit.test.BadInput;

/** Bad input to every endpoint gets a 4xx problem, never a 5xx, never a partial write. */
class BadInputIT {
    private static final House HOUSE = House.instance();
    private static final Map<String, Object> IDS = Map.of(
            "{award}", HOUSE.flag(),
            "{draft}", HOUSE.nominated(HOUSE.own),
            "{submitted}", HOUSE.submitted(HOUSE.own),
            "{decision}", HOUSE.drafted(HOUSE.own),
            "{signed}", HOUSE.signed(HOUSE.own),
            "{document}", HOUSE.document(HOUSE.own).path("id").asString());

    /** Nothing here may succeed even when a field is as good as the one it stands for: each body has one fault of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/awards",
                "PUT /api/v1/awards/{award}",
                "POST /api/v1/honours",
                "POST /api/v1/nominations",
                "PUT /api/v1/nominations/{draft}",
                "POST /api/v1/nominations/{draft}/submission",
                "POST /api/v1/nominations/{submitted}/opinions",
                "POST /api/v1/nominations/00000000-0000-4000-8000-000000000000/refusal",
                "POST /api/v1/decisions",
                "PUT /api/v1/decisions/{decision}",
                "POST /api/v1/decisions/{decision}/signature",
                "POST /api/v1/decisions/00000000-0000-4000-8000-000000000000/number",
                "POST /api/v1/award-documents/00000000-0000-4000-8000-000000000000/revocation"
            })
    void aWriteWithABadBodyIsRefusedAndChangesNothing(String endpoint) {
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        var path = path(endpoint.substring(endpoint.indexOf(' ') + 1));
        var api = caller(endpoint).with("If-Match", "\"99\"");
        var valid = body(endpoint);
        var before = AuthorisationTable.checksum(HOUSE.service.database());
        var failures = new ArrayList<String>();
        BadInput.rawBodies().forEach(body -> judge(failures, shortened(body), send(api, method, path, body)));
        BadInput.bodies(valid).forEach((what, body) -> judge(failures, what, send(api, method, path, body)));
        assertThat(failures).isEmpty();
        assertThat(AuthorisationTable.checksum(HOUSE.service.database()))
                .as("nothing was written")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/awards?asOf=",
                "/api/v1/awards?unitId=",
                "/api/v1/awards?code=",
                "/api/v1/awards?after=",
                "/api/v1/awards?limit=",
                "/api/v1/awards/",
                "/api/v1/awards/{award}?version=",
                "/api/v1/honours?unitId=",
                "/api/v1/honours?seasonId=",
                "/api/v1/honours?q=",
                "/api/v1/honours?after=",
                "/api/v1/honours?limit=",
                "/api/v1/honours/",
                "/api/v1/honours/predecessors?unitId=",
                "/api/v1/honours/predecessors?unitId=00000000-0000-4000-8000-000000000000&after=",
                "/api/v1/honours/predecessors?unitId=00000000-0000-4000-8000-000000000000&limit=",
                "/api/v1/candidates?seasonId=",
                "/api/v1/nominations?seasonId=",
                "/api/v1/nominations?unitId=",
                "/api/v1/nominations?awardId=",
                "/api/v1/nominations?state=",
                "/api/v1/nominations?after=",
                "/api/v1/nominations?limit=",
                "/api/v1/nominations/",
                "/api/v1/decisions?authorityUnitId=",
                "/api/v1/decisions?state=",
                "/api/v1/decisions?after=",
                "/api/v1/decisions?limit=",
                "/api/v1/decisions/",
                "/api/v1/award-documents?decisionId=",
                "/api/v1/award-documents?unitId=",
                "/api/v1/award-documents?after=",
                "/api/v1/award-documents?limit=",
                "/api/v1/award-documents/",
                "/api/v1/public/award-documents/",
                "/api/v1/audit/award?aggregateId="
            })
    void aReadWithABadParameterIsRefusedOrFindsNothing(String prefix) {
        var failures = new ArrayList<String>();
        for (var value : BadInput.queryValues()) {
            var answer = HOUSE.standingOfficer().get(path(prefix) + value);
            if (answer.status() >= 500) {
                failures.add(shortened(value) + " -> " + answer.status() + " " + answer.text());
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aChangeWithoutItsVersionIsRefused() {
        var officer = HOUSE.standingOfficer();
        for (var endpoint :
                List.of("/api/v1/awards/{award}", "/api/v1/nominations/{draft}", "/api/v1/decisions/{decision}")) {
            var answer = officer.send("PUT", path(endpoint), body("PUT " + endpoint));
            assertThat(answer.status()).as(endpoint + answer.text()).isEqualTo(428);
        }
    }

    @Test
    void otherMethodsAreTold() {
        assertThat(HOUSE.standingOfficer()
                        .send("DELETE", path("/api/v1/decisions/{decision}"), null)
                        .problem())
                .isEqualTo("method-not-allowed");
        assertThat(HOUSE.service
                        .api()
                        .post("/api/v1/public/award-documents/7K3QZ9-M2XT4V-B8R1NC", Map.of())
                        .status())
                .isEqualTo(405);
    }

    private static Api caller(String endpoint) {
        return endpoint.endsWith("/signature") ? HOUSE.authority() : HOUSE.standingOfficer();
    }

    /** Complete, and wrong in one thing that no single changed field mends: a unit, a version or a day that is not. */
    private static Map<String, Object> body(String endpoint) {
        var nowhere = UUID.randomUUID();
        return switch (endpoint) {
            case "POST /api/v1/awards" -> HOUSE.flagRule(nowhere);
            case "PUT /api/v1/awards/{award}" -> HOUSE.flagRule(HOUSE.province);
            case "POST /api/v1/honours" -> House.honour(nowhere);
            case "POST /api/v1/nominations" -> House.nomination(nowhere, UUID.randomUUID(), HOUSE.own.first());
            case "PUT /api/v1/nominations/{draft}" -> new HashMap<>(Map.of("achievements", "a", "citation", "b"));
            case "POST /api/v1/nominations/{draft}/submission" -> {
                var submission = House.submission("không có gì để xét khác");
                submission.put("declarations", List.of(House.declaration(2, "chỉ một")));
                yield submission;
            }
            case "POST /api/v1/nominations/{submitted}/opinions" -> {
                var opinion = House.opinion(nowhere, true, true, "vì");
                opinion.put("present", 10);
                yield opinion;
            }
            case "POST /api/v1/decisions" -> House.decision(nowhere, List.of(UUID.randomUUID()));
            case "PUT /api/v1/decisions/{decision}" -> {
                var decision = House.decision(nowhere, List.of(UUID.randomUUID()));
                decision.remove("authorityUnitId");
                yield decision;
            }
            case "POST /api/v1/decisions/{decision}/signature" -> new HashMap<>(House.signature());
            case "POST /api/v1/decisions/00000000-0000-4000-8000-000000000000/number" -> new HashMap<>(House.number());
            case "POST /api/v1/award-documents/00000000-0000-4000-8000-000000000000/revocation" ->
                new HashMap<>(House.revocation());
            default -> new HashMap<>(Map.of("reason", "vì"));
        };
    }

    private static void judge(List<String> failures, String what, Api.Answer answer) {
        var isProblem = answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json");
        if (answer.status() < 400 || answer.status() >= 500 || !isProblem) {
            failures.add(what + " -> " + answer.status() + " " + answer.text());
        }
    }

    private static Api.Answer send(Api api, String method, String path, String body) {
        return "POST".equals(method) ? api.post(path, body) : api.send(method, path, body);
    }

    private static String path(String template) {
        var path = template;
        for (var id : IDS.entrySet()) {
            path = path.replace(id.getKey(), id.getValue().toString());
        }
        return path;
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
