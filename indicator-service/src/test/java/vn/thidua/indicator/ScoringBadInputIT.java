package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.AuthorisationTable;
import vn.thidua.kit.test.BadInput;

/** Bad input about figures, sheets, scores and rankings gets a 4xx problem, never a 5xx, never a partial write. */
class ScoringBadInputIT {
    private static final LivingSeason SEASON = new LivingSeason(Catalogue.instance());
    private static final ScoredSeason SCORED = new ScoredSeason(SEASON).frozen();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/v1/figures",
                "PUT /api/v1/figures/{unknown}",
                "POST /api/v1/scoresheets",
                "PUT /api/v1/scoresheets/{sheet}",
                "POST /api/v1/scoresheets/examples/kien-giang",
                "POST /api/v1/scoresheets/sheet?seasonId={season}&mode=DRAFT",
                "POST /api/v1/scoresheets/{sheet}/sheet?mode=DRAFT",
                "POST /api/v1/scoresheets/{unknown}/trials",
                "PUT /api/v1/scores/{sheet}/{unit}/I.1/self",
                "PUT /api/v1/scores/{sheet}/{unit}/I.1/assessment",
                "POST /api/v1/rankings",
                "POST /api/v1/rankings/{unknown}/publication",
                "POST /api/v1/rankings/{unknown}/reopening"
            })
    void aWriteWithABadBodyIsRefusedAndChangesNothing(String endpoint) {
        // Nothing here may succeed: changes rely on a version that is not there, new things belong to a season that is
        // not.
        var method = endpoint.substring(0, endpoint.indexOf(' '));
        var path = path(endpoint.substring(endpoint.indexOf(' ') + 1));
        var api = (endpoint.endsWith("/self") ? SEASON.officer(SEASON.first) : SEASON.standing())
                .with("If-Match", "\"99\"");
        var before = AuthorisationTable.checksum(SEASON.catalogue.service.database());
        var failures = new ArrayList<String>();
        BadInput.rawBodies().forEach(body -> judge(failures, body, send(api, method, path, body)));
        BadInput.bodies(valid(endpoint)).forEach((what, body) -> judge(failures, what, send(api, method, path, body)));
        assertThat(failures).isEmpty();
        assertThat(AuthorisationTable.checksum(SEASON.catalogue.service.database()))
                .as("nothing was written")
                .isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/figures?seasonId=",
                "/api/v1/figures?seasonId={season}&periodKind=",
                "/api/v1/figures?seasonId={season}&indicatorId=",
                "/api/v1/figures?seasonId={season}&after=",
                "/api/v1/figures?seasonId={season}&limit=",
                "/api/v1/figures/",
                "/api/v1/digests?periodKind=H1&seasonId=",
                "/api/v1/digests?seasonId={season}&periodKind=",
                "/api/v1/digests?seasonId={season}&periodKind=H1&threshold=",
                "/api/v1/digests/report?periodKind=H1&seasonId=",
                "/api/v1/digests/report?seasonId={season}&periodKind=H1&format=",
                "/api/v1/series?unitId=",
                "/api/v1/series?unitId={unit}&periodKind=",
                "/api/v1/series?unitId={unit}&after=",
                "/api/v1/series?unitId={unit}&limit=",
                "/api/v1/scoresheets?seasonId=",
                "/api/v1/scoresheets?seasonId={season}&after=",
                "/api/v1/scoresheets/",
                "/api/v1/scoresheets/{sheet}/sheet?x=",
                "/api/v1/scoresheets/examples?x=",
                "/api/v1/scores/{sheet}/assessments?x=",
                "/api/v1/scoresheets/{sheet}/checks?version=",
                "/api/v1/scoresheets/{sheet}/replay?onto=",
                "/api/v1/scoresheets/{sheet}/replay?onto={sheet}&top=",
                "/api/v1/scores?unitId={unit}&scoresheetId=",
                "/api/v1/scores?scoresheetId={sheet}&unitId=",
                "/api/v1/rankings?seasonId=",
                "/api/v1/rankings?seasonId={season}&limit=",
                "/api/v1/rankings/",
                "/api/v1/rankings/{unknown}/sensitivity?x=",
                "/api/v1/rankings/{unknown}/changes?x=",
                "/api/v1/public/datasets?after=",
                "/api/v1/public/datasets?limit=",
                "/api/v1/public/datasets/",
                "/api/v1/public/datasets/{season}/figures?after=",
                "/api/v1/public/datasets/{season}/figures?limit=",
                "/api/v1/radar?seasonId=",
                "/api/v1/radar?seasonId={season}&selfAbove=",
                "/api/v1/radar?seasonId={season}&corrected=",
                "/api/v1/radar?seasonId={season}&fullMarks=",
                "/api/v1/radar?seasonId={season}&sameUnits=",
                "/api/v1/radar?seasonId={season}&copies="
            })
    void aReadWithABadParameterIsRefusedOrFindsNothing(String prefix) {
        var failures = new ArrayList<String>();
        for (var value : BadInput.queryValues()) {
            var answer = SEASON.standing().get(path(prefix) + value);
            if (answer.status() >= 500) {
                failures.add(value + " -> " + answer.status() + " " + answer.text());
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void aRuleOfTenThousandRowsIsRefused() {
        var sheet = ScoredSeason.sheetOfTwelve(SEASON);
        var cases = ((ObjectNode) sheet.at("/groups/0/criteria/0"))
                .putObject("rule")
                .put("type", "CONDITIONS")
                .putArray("cases");
        for (int i = 0; i < 10_000; i++) {
            var row = cases.addObject().put("name", "dòng").put("points", 1);
            row.putArray("when")
                    .addObject()
                    .put("input", "value")
                    .putObject("range")
                    .put("from", i);
        }
        var refused = SEASON.standing().post("/api/v1/scoresheets", sheet);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/groups/0/criteria/0/rule/cases");
    }

    @Test
    void tenThousandPartsAreRefused() {
        var sheet = ScoredSeason.sheetOfTwelve(SEASON);
        for (int i = 0; i < 10_000; i++) {
            ScoredSeason.part(sheet, "P" + i, 1, "P" + (i + 1));
        }
        var refused = SEASON.standing().post("/api/v1/scoresheets", sheet);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/parts");
    }

    @Test
    void partsInACircleAndPartsThatAreNotThereAreToldAndNotFrozen() {
        var sheet = ScoredSeason.sheetOfTwelve(SEASON);
        ScoredSeason.part(sheet, "A", 65, "B");
        ScoredSeason.part(sheet, "B", 65, "A");
        ScoredSeason.part(sheet, "C", 35, "D");
        ((ObjectNode) sheet.at("/groups/0")).put("in", "A");
        ((ObjectNode) sheet.at("/groups/1")).put("in", "E");
        var path = "/api/v1/scoresheets/"
                + LivingSeason.created(SEASON.standing().post("/api/v1/scoresheets", sheet))
                        .id();
        var told = LivingSeason.ok(SEASON.standing().get(path + "/checks")).body();
        var refused = SEASON.standing().with("If-Match", "\"1\"").post(path + "/freeze", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsString("pointer"))
                .isEqualTo(told.path("findings").findValuesAsString("pointer"))
                .containsExactly("/parts/0/in", "/parts/1/in", "/parts/2/in", "/parts/2", "/groups/1/in");
        assertThat(told.path("findings").findValuesAsString("detail")).doesNotContain("");
        assertThat(SEASON.standing()
                        .post(path + "/trials", ScoredSeason.trial())
                        .status())
                .isEqualTo(200);
        assertThat(SEASON.standing().get(path + "/sheet").status()).isEqualTo(200);
    }

    @Test
    void aTableOfMoreCombinationsThanCanBeLookedThroughIsRefusedAtOnce() {
        var scored = new ScoredSeason(SEASON);
        var sheet = ScoredSeason.sheetOfTwelve(SEASON);
        var criterion = (ObjectNode) sheet.at("/groups/0/criteria/0");
        var cases = criterion.putObject("rule").put("type", "CONDITIONS").putArray("cases");
        var inputs = criterion.putArray("inputs");
        for (int i = 0; i < 20; i++) {
            inputs.addObject().put("code", "i" + i).put("name", "số " + i);
        }
        for (int i = 0; i < 50; i++) {
            var row = cases.addObject().put("name", "dòng " + i).put("points", 1);
            var when = row.putArray("when");
            for (int input = 0; input < 20; input++) {
                when.addObject().put("input", "i" + input).putObject("range").put("from", 7 * i + input);
            }
        }
        LivingSeason.ok(SEASON.standing().put("/api/v1/scoresheets/" + scored.sheet, 1, sheet));
        var refused = SEASON.standing()
                .with("If-Match", "\"2\"")
                .post("/api/v1/scoresheets/" + scored.sheet + "/freeze", null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsString("code")).containsExactly("too-many-cases");
    }

    @Test
    void aNumberWithAnAbsurdExponentIsRefusedBeforeItIsSpeltOut() {
        var sheet =
                ScoredSeason.sheetOfTwelve(SEASON).toString().replace("\"maximum\":100,", "\"maximum\":1e999999999,");
        assertThat(SEASON.standing().post("/api/v1/scoresheets", sheet).status())
                .isBetween(400, 422);
        var points = SEASON.officer(SEASON.first)
                .with("If-Match", "\"0\"")
                .send("PUT", SCORED.about(SEASON.first, "I.1", "self"), "{\"points\":1e-999999999}");
        assertThat(points.status()).isBetween(400, 422);
    }

    private static void judge(List<String> failures, String what, Api.Answer answer) {
        var isProblem = answer.headers().getOrDefault("content-type", "").startsWith("application/problem+json");
        if (answer.status() < 400 || answer.status() >= 500 || !isProblem) {
            failures.add(
                    what.substring(0, Math.min(60, what.length())) + " -> " + answer.status() + " " + answer.text());
        }
    }

    private static Api.Answer send(Api api, String method, String path, String body) {
        return "POST".equals(method) ? api.post(path, body) : api.send(method, path, body);
    }

    private static Map<String, Object> valid(String endpoint) {
        var body = new LinkedHashMap<String, Object>();
        if (endpoint.contains("/figures")) {
            body.putAll(Map.of(
                    "seasonId", UUID.randomUUID(),
                    "periodKind", "H1",
                    "indicatorId", UUID.randomUUID(),
                    "subject", "CLUSTER",
                    "measure", "VALUE",
                    "value", 1,
                    "unitOfMeasure", "%",
                    "qualifier", "EXACT",
                    "actuality", "ACTUAL",
                    "basis", "STATED"));
            body.putAll(Map.of("quote", "như in", "provenance", "INVENTED"));
        } else if (endpoint.contains("/examples/")) {
            body.put("seasonId", UUID.randomUUID());
        } else if (endpoint.endsWith("/trials")) {
            body.putAll(ScoredSeason.trial());
        } else if (endpoint.contains("/scoresheets")) {
            var sheet = ScoredSeason.sheetWithTerms(SEASON)
                    .put("seasonId", UUID.randomUUID().toString())
                    .put("unmatched", "RULING");
            var criterion = (ObjectNode) sheet.at("/groups/0/criteria/0");
            criterion
                    .withArray("/inputs")
                    .addObject()
                    .put("code", "base")
                    .put("name", "mẫu số")
                    .put("whole", false);
            var when = criterion.withArray("/knockOuts").addObject().put("input", "base");
            when.putObject("range").put("from", 1).put("to", 2).put("fromInclusive", true);
            body.putAll(JsonMapper.shared().convertValue(sheet, new TypeReference<Map<String, Object>>() {}));
        } else if (endpoint.endsWith("/self")) {
            body.put("points", 1);
            body.put("note", "ghi chú");
        } else if (endpoint.endsWith("/assessment")) {
            body.putAll(ScoredSeason.assessment(1));
        } else if (endpoint.endsWith("/reopening")) {
            body.put("confirm", "2026");
            body.put("reason", "Sai số liệu");
        } else {
            body.put(
                    endpoint.endsWith("publication") ? "confirm" : "scoresheetId",
                    UUID.randomUUID().toString());
        }
        return body;
    }

    private static String path(String template) {
        return template.replace("{season}", SEASON.id.toString())
                .replace("{sheet}", SCORED.sheet.toString())
                .replace("{unit}", SEASON.first.toString())
                .replace("{unknown}", UUID.randomUUID().toString());
    }
}
