package vn.thidua.cluster;

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
    private static final Province PROVINCE = Province.instance();
    private static final UUID UNIT = PROVINCE.unit("Đơn vị chịu thử", PROVINCE.id);
    private static final UUID PERSON = PROVINCE.person("Người Chịu Thử", UNIT, "account-of-the-tried");
    private static final Api READER = PROVINCE.person(PROVINCE.holder(UNIT, "AUDITOR", "UNIT"));
    private static final UUID CLUSTER = Competition.cluster(UNIT);
    private static final UUID SEASON = Competition.season(CLUSTER);
    private static final UUID TASK = Competition.keyTask(SEASON, null);
    private static final UUID CONFERENCE = Competition.conference(CLUSTER, "2026-07-01", Map.of("MID_YEAR", SEASON));
    private static final UUID MEMBER =
            Competition.member(CLUSTER, PROVINCE.unit("Xã chịu thử", PROVINCE.id), "2026-01-01", null);
    private static final UUID INSPECTION = Competition.inspection(SEASON, Competition.memberOf(CLUSTER));
    private static final UUID HEADSHIP = Competition.headship(SEASON, Competition.memberOf(CLUSTER), "DEPUTY");
    private static final UUID MOVEMENT = Competition.movement(UNIT);
    private static final UUID LINEAGE = Competition.recorded(Competition.dissolution(UNIT));
    private static final UUID FOREIGN_CODE = PROVINCE.administrator()
            .post("/api/v1/foreign-codes", UnitWork.foreignCode(UNIT))
            .id();
    private static final UUID MANDATE = PROVINCE.mandate(PERSON, UNIT, "VERIFIER", "UNIT");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/units",
                "PUT /api/v1/units/{unit}",
                "POST /api/v1/unit-tables",
                "POST /api/v1/unit-tables/failures",
                "POST /api/v1/unit-tables/rows",
                "POST /api/v1/foreign-code-tables",
                "POST /api/v1/foreign-code-tables/failures",
                "POST /api/v1/foreign-code-tables/rows",
                "POST /api/v1/person-tables",
                "POST /api/v1/person-tables/failures",
                "POST /api/v1/person-tables/rows",
                "POST /api/v1/foreign-codes",
                "PUT /api/v1/foreign-codes/{foreignCode}",
                "POST /api/v1/foreign-codes/{foreignCode}/withdrawal",
                "POST /api/v1/people",
                "PUT /api/v1/people/{person}",
                "POST /api/v1/people/00000000-0000-4000-8000-000000000000/erasure",
                "POST /api/v1/people/{person}/account",
                "PUT /api/v1/people/{person}/account/password",
                "POST /api/v1/mandates",
                "POST /api/v1/mandates/{mandate}/withdrawal",
                "POST /api/v1/clusters",
                "PUT /api/v1/clusters/{cluster}",
                "PUT /api/v1/clusters/{cluster}/founding-decision",
                "POST /api/v1/clusters/{cluster}/founding-decision/withdrawal",
                "POST /api/v1/clusters/grouping-proposals",
                "POST /api/v1/clusters/grouping-proposals/acceptance",
                "POST /api/v1/clusters/{cluster}/members",
                "POST /api/v1/clusters/{cluster}/members/00000000-0000-4000-8000-000000000000/leaving",
                "PUT /api/v1/clusters/{cluster}/members/{member}",
                "POST /api/v1/clusters/{cluster}/members/{member}/withdrawal",
                "PUT /api/v1/seasons/{season}/headships/{headship}",
                "POST /api/v1/seasons/{season}/headships/{headship}/withdrawal",
                "PUT /api/v1/key-tasks/{task}",
                "POST /api/v1/key-tasks/{task}/withdrawal",
                "PUT /api/v1/movements/{movement}",
                "POST /api/v1/movements/{movement}/withdrawal",
                "POST /api/v1/movements/{movement}/participations",
                "POST /api/v1/movements/{movement}/participations/00000000-0000-4000-8000-000000000000/withdrawal",
                "POST /api/v1/movements/{movement}/participations/00000000-0000-4000-8000-000000000000/reports",
                "PUT /api/v1/movements/{movement}/participations/00000000-0000-4000-8000-000000000000/reports/00000000-0000-4000-8000-000000000000",
                "POST /api/v1/movements/{closedMovement}/reviews",
                "POST /api/v1/movements/{movement}/reviews/00000000-0000-4000-8000-000000000000/withdrawal",
                "POST /api/v1/movements/{movement}/closing",
                "POST /api/v1/movements/{closedMovement}/reopening",
                "PUT /api/v1/lineages/{lineage}",
                "POST /api/v1/lineages/{lineage}/withdrawal",
                "POST /api/v1/seasons",
                "PUT /api/v1/seasons/{season}",
                "POST /api/v1/seasons/{season}/headships",
                "PUT /api/v1/seasons/{season}/regulation",
                "POST /api/v1/seasons/{season}/opening",
                "POST /api/v1/seasons/{season}/closing",
                "POST /api/v1/seasons/{season}/reopening",
                "POST /api/v1/seasons/{season}/copies",
                "POST /api/v1/seasons/{season}/handover",
                "PUT /api/v1/clusters/{cluster}/rotation",
                "POST /api/v1/key-tasks",
                "POST /api/v1/inspections",
                "POST /api/v1/inspections/{inspection}/findings/00000000-0000-4000-8000-000000000000/remedy",
                "POST /api/v1/inspections/{inspection}/withdrawal",
                "POST /api/v1/key-tasks/{task}/reviews",
                "POST /api/v1/movements",
                "POST /api/v1/lineages",
                "POST /api/v1/conferences",
                "PUT /api/v1/conferences/{conference}",
                "PUT /api/v1/conferences/{conference}/agenda",
                "PUT /api/v1/conferences/{conference}/agenda/under-way",
                "POST /api/v1/conferences/{conference}/invitations",
                "PUT /api/v1/conferences/{conference}/invitations/00000000-0000-4000-8000-000000000000/answer",
                "POST /api/v1/conferences/{conference}/invitations/00000000-0000-4000-8000-000000000000/withdrawal",
                "POST /api/v1/conferences/{conference}/attendances",
                "POST /api/v1/conferences/{conference}/papers",
                "POST /api/v1/conferences/{conference}/resolutions",
                "POST /api/v1/elections",
                "POST /api/v1/elections/{election}/voiding",
                "POST /api/v1/elections/{election}/ballots",
                "POST /api/v1/compacts",
                "POST /api/v1/compacts/{compact}/signatures",
                "PUT /api/v1/compacts/{compact}/signatories/{unit}",
                "POST /api/v1/compacts/{compact}/signed-files",
                "POST /api/v1/compacts/{compact}/withdrawal",
                "POST /api/v1/compacts/{compact}/amendment",
                "POST /api/v1/deliberations",
                "POST /api/v1/deliberations/{deliberation}/comments",
                "POST /api/v1/deliberations/{deliberation}/comments/{comment}/answer",
                "POST /api/v1/deliberations/{deliberation}/voting",
                "POST /api/v1/deliberations/{deliberation}/votes",
                "POST /api/v1/deliberations/{deliberation}/withdrawal",
                "POST /api/v1/drafts",
                "POST /api/v1/drafts/{draft}/versions",
                "POST /api/v1/drafts/{draft}/comments",
                "POST /api/v1/drafts/{draft}/comments/{draftComment}/answer",
                "POST /api/v1/drafts/{draft}/withdrawal",
                "POST /api/v1/paper-counts",
                "POST /api/v1/paper-counts/{papercount}/rejection",
                "POST /api/v1/exemplars",
                "PUT /api/v1/exemplars/{exemplar}",
                "POST /api/v1/exemplars/{exemplar}/refusal",
                "PUT /api/v1/exemplars/{exemplar}/consent",
                "POST /api/v1/exemplars/{exemplar}/withdrawal",
                "POST /api/v1/exemplars/{exemplar}/replications",
                "POST /api/v1/exemplars/{exemplar}/replications/00000000-0000-4000-8000-000000000000/follow-ups",
                "POST /api/v1/councils",
                "POST /api/v1/councils/{council}/withdrawal",
                "POST /api/v1/congresses",
                "PUT /api/v1/congresses/{congress}",
                "PUT /api/v1/congresses/{congress}/allotments",
                "POST /api/v1/congresses/{congress}/delegates",
                "POST /api/v1/congresses/{congress}/delegates/00000000-0000-4000-8000-000000000000/withdrawal",
                "POST /api/v1/congresses/{congress}/resolutions",
                "POST /api/v1/congresses/{congress}/resolutions/00000000-0000-4000-8000-000000000000/completion",
                "POST /api/v1/setup"
            })
    void aWriteWithABadBodyIsRefusedAndChangesNothing(String endpoint) {
        // Nothing here may succeed: changes rely on a version that is not there, new things belong to a unit that is
        // not.
        // Where everything may be left out, by somebody who may read only.
        var caller = endpoint.contains("/conferences/{conference}/")
                        || endpoint.contains("-tables")
                        || endpoint.endsWith("/password")
                        || endpoint.endsWith("ing")
                        || endpoint.endsWith("/copies")
                ? READER
                : PROVINCE.administrator();
        var api = caller.with("If-Match", "\"99\"");
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        var path = path(endpoint.substring(endpoint.indexOf(' ') + 1));
        var before = AuthorisationTable.checksum(PROVINCE.service.database());
        var failures = new ArrayList<String>();
        BadInput.rawBodies().forEach(body -> judge(failures, shortened(body), send(api, method, path, body)));
        BadInput.bodies(valid(endpoint)).forEach((what, body) -> judge(failures, what, send(api, method, path, body)));
        assertThat(failures).isEmpty();
        assertThat(AuthorisationTable.checksum(PROVINCE.service.database()))
                .as("nothing was written")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/units?q=",
                "/api/v1/units?parentId=",
                "/api/v1/units?kind=",
                "/api/v1/units?level=",
                "/api/v1/units?asOf=",
                "/api/v1/units?after=",
                "/api/v1/units?limit=",
                "/api/v1/units/",
                "/api/v1/units/{unit}?asOf=",
                "/api/v1/unit-tables?under=",
                "/api/v1/foreign-code-tables?under=",
                "/api/v1/person-tables?under=",
                "/api/v1/foreign-codes?list=",
                "/api/v1/foreign-codes?code=",
                "/api/v1/foreign-codes?unitId=",
                "/api/v1/foreign-codes?asOf=",
                "/api/v1/foreign-codes?after=",
                "/api/v1/foreign-codes?limit=",
                "/api/v1/foreign-codes/",
                "/api/v1/lineages/now?unitId=",
                "/api/v1/lineages/now?unitId={unit}&asOf=",
                "/api/v1/people?q=",
                "/api/v1/people?code=",
                "/api/v1/people?unitId=",
                "/api/v1/people?after=",
                "/api/v1/people?limit=",
                "/api/v1/people/",
                "/api/v1/mandates?unitId=",
                "/api/v1/mandates?personId=",
                "/api/v1/mandates?activeOn=",
                "/api/v1/mandates?after=",
                "/api/v1/mandates?limit=",
                "/api/v1/mandates/",
                "/api/v1/clusters?q=",
                "/api/v1/clusters?code=",
                "/api/v1/clusters?organiserId=",
                "/api/v1/clusters?memberId=",
                "/api/v1/clusters?asOf=",
                "/api/v1/clusters?after=",
                "/api/v1/clusters?limit=",
                "/api/v1/clusters/",
                "/api/v1/clusters/{cluster}?asOf=",
                "/api/v1/clusters/{cluster}/members?asOf=",
                "/api/v1/clusters/{cluster}/members?unitId=",
                "/api/v1/clusters/{cluster}/members?after=",
                "/api/v1/clusters/{cluster}/headships?asOf=",
                "/api/v1/clusters/{cluster}/rotation?terms=",
                "/api/v1/seasons?clusterId=",
                "/api/v1/seasons?name=",
                "/api/v1/seasons?asOf=",
                "/api/v1/seasons?after=",
                "/api/v1/seasons/",
                "/api/v1/conferences?clusterId=",
                "/api/v1/conferences?seasonId=",
                "/api/v1/conferences?after=",
                "/api/v1/conferences/",
                "/api/v1/conferences/{conference}/minutes?format=",
                "/api/v1/conferences/{conference}/invitation-letters?format=",
                "/api/v1/conferences/{conference}/invitations/00000000-0000-4000-8000-000000000000/letter?format=",
                "/api/v1/conferences/{conference}/invitations?after=",
                "/api/v1/conferences/{conference}/invitations?limit=",
                "/api/v1/inspections?seasonId=",
                "/api/v1/inspections?after=",
                "/api/v1/inspections/",
                "/api/v1/key-tasks?seasonId=",
                "/api/v1/key-tasks?kind=",
                "/api/v1/key-tasks?after=",
                "/api/v1/key-tasks/",
                "/api/v1/movements?seasonId=",
                "/api/v1/movements?clusterId=",
                "/api/v1/movements?unitId=",
                "/api/v1/movements?kind=",
                "/api/v1/movements?level=",
                "/api/v1/movements?state=",
                "/api/v1/movements?q=",
                "/api/v1/movements?after=",
                "/api/v1/movements/statistics?year=",
                "/api/v1/movements/statistics?year=2026&unitId=",
                "/api/v1/movements/{movement}/participations?after=",
                "/api/v1/movements/{movement}/participations?limit=",
                "/api/v1/movements/{movement}/tree?x=",
                "/api/v1/lineages?unitId=",
                "/api/v1/lineages?after=",
                "/api/v1/movements/",
                "/api/v1/lineages/",
                "/api/v1/corrections?recordId=",
                "/api/v1/corrections?after=",
                "/api/v1/units?code=",
                "/api/v1/elections?seasonId=",
                "/api/v1/elections?conferenceId=",
                "/api/v1/elections?after=",
                "/api/v1/elections?limit=",
                "/api/v1/elections/",
                "/api/v1/elections/{election}/ballots?x=",
                "/api/v1/elections/{election}/ballot-papers?format=",
                "/api/v1/elections/{election}/counting-minutes?format=",
                "/api/v1/deliberations?seasonId=",
                "/api/v1/deliberations?after=",
                "/api/v1/deliberations?limit=",
                "/api/v1/deliberations/",
                "/api/v1/drafts?conferenceId=",
                "/api/v1/drafts?after=",
                "/api/v1/drafts?limit=",
                "/api/v1/drafts/",
                "/api/v1/drafts/{draft}/comments?after=",
                "/api/v1/drafts/{draft}/comments?limit=",
                "/api/v1/deliberations/{deliberation}/comments?after=",
                "/api/v1/deliberations/{deliberation}/comments?limit=",
                "/api/v1/paper-counts?pollId=",
                "/api/v1/paper-counts?after=",
                "/api/v1/paper-counts?limit=",
                "/api/v1/files/cluster/",
                "/api/v1/councils?unitId=",
                "/api/v1/councils?on=",
                "/api/v1/councils?after=",
                "/api/v1/councils?limit=",
                "/api/v1/congresses?unitId=",
                "/api/v1/congresses?after=",
                "/api/v1/congresses?limit=",
                "/api/v1/congresses/",
                "/api/v1/congresses/{congress}/delegates?after=",
                "/api/v1/congresses/{congress}/delegates?limit=",
                "/api/v1/exemplars?state=",
                "/api/v1/exemplars?subject=",
                "/api/v1/exemplars?unitId=",
                "/api/v1/exemplars?movementId=",
                "/api/v1/exemplars?year=",
                "/api/v1/exemplars?q=",
                "/api/v1/exemplars?after=",
                "/api/v1/exemplars?limit=",
                "/api/v1/exemplars/",
                "/api/v1/exemplars/people?unitId=",
                "/api/v1/exemplars/people?unitId={unit}&q=",
                "/api/v1/exemplars/{exemplar}/replications?after=",
                "/api/v1/exemplars/{exemplar}/replications?limit=",
                "/api/v1/compacts?seasonId=",
                "/api/v1/compacts?after=",
                "/api/v1/compacts?limit=",
                "/api/v1/compacts/",
                "/api/v1/compacts/{compact}/paper?format=",
                "/api/v1/compacts/{compact}/text?x=",
                "/api/v1/compacts/{compact}/signed-files?after=",
                "/api/v1/compacts/{compact}/signed-files?limit=",
                "/api/v1/audit/cluster?aggregateId=",
                "/api/v1/audit/cluster?after=",
                "/api/v1/audit/cluster?limit=",
                "/api/v1/audit/cluster/reviews?after=",
                "/api/v1/replicas/cluster/units/",
                "/api/v1/me?x="
            })
    void aReadWithABadParameterIsRefusedOrFindsNothing(String prefix) {
        var failures = new ArrayList<String>();
        for (var value : BadInput.queryValues()) {
            var answer = PROVINCE.administrator().get(path(prefix) + value);
            if (answer.status() >= 500) {
                failures.add(shortened(value) + " -> " + answer.status() + " " + answer.text());
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void feedParametersAreCheckedToo() {
        var agency = PROVINCE.agency(PROVINCE.agencyWithMandate(UNIT), "feed.read");
        for (var prefix : List.of(
                "/api/v1/feeds/cluster?lastEventId=",
                "/api/v1/feeds/cluster?timeout=",
                "/api/v1/feeds/cluster?limit=",
                "/api/v1/feeds/cluster/snapshot?after=",
                "/api/v1/feeds/cluster/snapshot?until=")) {
            for (var value : BadInput.queryValues()) {
                assertThat(agency.get(prefix + value).status())
                        .as(prefix + value)
                        .isLessThan(500);
            }
        }
    }

    @Test
    void otherMethodsTypesAndPathsAreTold() {
        var api = PROVINCE.administrator();
        assertThat(api.send("DELETE", "/api/v1/units/" + UNIT, null).problem()).isEqualTo("method-not-allowed");
        assertThat(api.send("PATCH", "/api/v1/units/" + UNIT, "{}").problem()).isEqualTo("method-not-allowed");
        assertThat(api.with("Content-Type", "text/plain")
                        .post("/api/v1/units", "x")
                        .problem())
                .isEqualTo("unsupported-media-type");
        assertThat(api.with("Accept", "application/xml").get("/api/v1/units").status())
                .isEqualTo(406);
        assertThat(api.get("/api/v1/nothing").problem()).isEqualTo("not-found");
        assertThat(api.get("/api/v1//units").status()).isBetween(400, 404);
        assertThat(api.get("/api/v1/units;a=b").status()).isBetween(400, 404);
        assertThat(api.get("/api/v1/%2e%2e/units").status()).isBetween(400, 404);
        assertThat(api.with("If-Match", "*")
                        .send("PUT", "/api/v1/units/" + UNIT, valid("PUT /api/v1/units/{unit}"))
                        .status())
                .isEqualTo(400);
        assertThat(api.with("Acting-As", "nobody").get("/api/v1/units").status())
                .isEqualTo(400);
        assertThat(api.with("Acting-As", UUID.randomUUID().toString())
                        .get("/api/v1/units")
                        .status())
                .isEqualTo(403);
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

    private static Map<String, Object> valid(String endpoint) {
        if (ClusterTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return ClusterTargets.refused(endpoint);
        }
        if (VoteTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return VoteTargets.refused(endpoint);
        }
        if (PaperTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return PaperTargets.refused(endpoint);
        }
        if (DraftTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return DraftTargets.refused(endpoint);
        }
        if (ConferenceDraftTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return ConferenceDraftTargets.refused(endpoint);
        }
        if (ExemplarTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return ExemplarTargets.refused(endpoint);
        }
        if (CouncilTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return CouncilTargets.refused(endpoint);
        }
        if (CongressTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return CongressTargets.refused(endpoint);
        }
        if (MovementTargets.concerns(endpoint.substring(endpoint.indexOf(' ') + 1))) {
            return MovementTargets.refused(endpoint);
        }
        var body = new HashMap<String, Object>();
        switch (endpoint) {
            case "POST /api/v1/units" -> {
                body.putAll(PROVINCE.newUnit("Đơn vị", UUID.randomUUID()));
                body.putAll(UnitWork.OFFICE);
            }
            case "PUT /api/v1/units/{unit}" ->
                body.putAll(Map.of(
                        "name", "Tên", "parentId", UUID.randomUUID(), "effectiveFrom", "2026-01-01", "reason", "vì"));
            case "POST /api/v1/unit-tables/rows" -> body.put("rows", List.of(UnitWork.row("Xã", UNIT)));
            case "POST /api/v1/foreign-code-tables/rows" -> body.put("rows", List.of(UnitWork.codeRow(UNIT)));
            case "POST /api/v1/person-tables/rows" -> body.put("rows", List.of(PersonWork.row("Người", UNIT)));
            case "POST /api/v1/foreign-codes" -> body.putAll(UnitWork.foreignCode(UUID.randomUUID()));
            case "PUT /api/v1/foreign-codes/{foreignCode}" -> {
                body.putAll(UnitWork.foreignCode(UUID.randomUUID()));
                body.put("reason", "vì");
            }
            case "POST /api/v1/people", "PUT /api/v1/people/{person}" ->
                body.putAll(Map.of(
                        "code", "CB.1",
                        "name", "Tên",
                        "email", "a@b.vn",
                        "phone", "0912345678",
                        "unitId", UUID.randomUUID(),
                        "account", Map.of("subject", Province.ADMINISTRATOR)));
            case "POST /api/v1/people/{person}/account" -> body.putAll(Map.of("username", "ten", "existing", true));
            case "PUT /api/v1/people/{person}/account/password" -> body.put("password", "Yếu");
            case "POST /api/v1/mandates" ->
                body.putAll(Map.of(
                        "personId", PERSON,
                        "unitId", UUID.randomUUID(),
                        "role", "VERIFIER",
                        "scope", "UNIT",
                        "validFrom", "2026-01-01",
                        "validTo", "2199-01-01"));
            case "POST /api/v1/setup" -> body.putAll(Map.of("code", "set-me-up"));
            default -> body.put("reason", "vì");
        }
        return body;
    }

    private static String path(String template) {
        return template.replace("{cluster}", CLUSTER.toString())
                .replace("{task}", TASK.toString())
                .replace("{inspection}", INSPECTION.toString())
                .replace("{member}", MEMBER.toString())
                .replace("{headship}", HEADSHIP.toString())
                .replace("{movement}", MOVEMENT.toString())
                .replace("{closedMovement}", MovementTargets.SETTLED.toString())
                .replace("{lineage}", LINEAGE.toString())
                .replace("{election}", VoteTargets.SETTLED_ELECTION.toString())
                .replace("{compact}", VoteTargets.SETTLED_COMPACT.toString())
                .replace("{deliberation}", DraftTargets.SETTLED.toString())
                .replace("{comment}", DraftTargets.SETTLED_COMMENT.toString())
                .replace("{draft}", ConferenceDraftTargets.SETTLED.toString())
                .replace("{draftComment}", ConferenceDraftTargets.SETTLED_COMMENT.toString())
                .replace("{exemplar}", ExemplarTargets.SETTLED.toString())
                .replace("{council}", CouncilTargets.FOLLOWED.toString())
                .replace("{congress}", CongressTargets.SETTLED.toString())
                .replace("{papercount}", PaperTargets.SETTLED.toString())
                .replace("{foreignCode}", FOREIGN_CODE.toString())
                .replace("{season}", SEASON.toString())
                .replace("{conference}", CONFERENCE.toString())
                .replace("{unit}", UNIT.toString())
                .replace("{person}", PERSON.toString())
                .replace("{mandate}", MANDATE.toString());
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
