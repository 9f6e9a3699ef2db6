package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.LivingSeason.created;
import static vn.thidua.indicator.LivingSeason.ok;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.valueimport.Taking;
import vn.thidua.kit.test.Api;

/** A name that an amendment takes off a list counts no more, in what is computed from the list and in what is taken out. */
class StruckNamesIT {
    private static final String TOLD = """
            select %s from (select aggregate_id, aggregate_version, data from kit.feed_event
                            union all select aggregate_id, aggregate_version, data from kit.outbox) told
            where aggregate_id = '%s'""";

    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final String targets = "/api/v1/targets/" + season.id;
    private final UUID bridges = season.indicator("COUNT", "RAISE", 0, false);
    private final UUID twice = season.twice(bridges);
    private final UUID period = promised();
    private final Api officer = season.officer(season.first);
    private final UUID report = season.report(period, season.first);

    @Test
    void whatIsComputedInAReportInWorkFollowsTheAmendment() {
        named();
        assertThat(number(twice, "cell", "value")).isEqualByComparingTo("6");
        amended("Cầu Đông", "Cầu Nam");
        assertThat(number(bridges, "cell", "value"))
                .as("what was reported stays")
                .isEqualByComparingTo("3");
        assertThat(number(twice, "cell", "value")).isEqualByComparingTo("4");
        amended("Cầu Đông", "Cầu Nam", "Cầu Tây");
        assertThat(number(twice, "cell", "value")).as("put on the list again").isEqualByComparingTo("6");
    }

    @Test
    void besideWhatWasHandedInTheComputedNumberStandsVerified() {
        named();
        ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        ok(season.standing().put("/api/v1/indicators/" + twice + "/aggregation", 0, Map.of("rule", "SUM")));
        amended("Cầu Đông", "Cầu Nam");
        assertThat(number(twice, "cell", "value")).isEqualByComparingTo("6");
        assertThat(number(twice, "verified", "value")).isEqualByComparingTo("4");
        assertThat(row(twice).path("verified").path("reason").asString()).contains("danh sách được điều chỉnh");
        var consolidated = season.standing()
                .get("/api/v1/periods/" + period + "/consolidation")
                .body()
                .path("rows");
        for (var row : consolidated) {
            if (row.path("indicatorId").asString().equals(twice.toString())) {
                assertThat(row.path("value").decimalValue()).isEqualByComparingTo("4");
            }
        }
    }

    @Test
    void theFeedTellsWhatCountsOfAListThatFeedsNothing() {
        var other = new LivingSeason(catalogue);
        var schools = other.indicator("COUNT", "RAISE", 0, false);
        var done = other.indicator("COUNT", "RAISE", 0, false);
        other.promisedByName(schools, other.twice(schools), done, List.of("Nà Hoa", "Bản Lầu", "Si Pa"));
        var theirs = other.report(other.period("H1", 10), other.first);
        ok(other.officer(other.first)
                .put(
                        LivingSeason.cell(theirs, done),
                        0,
                        Map.of("reached", List.of("Nà Hoa", "Si Pa"), "notApplicable", false, "actuality", "ACTUAL")));
        ok(other.officer(other.first).put(LivingSeason.cell(theirs, schools), 0, LivingSeason.value(4)));
        ok(other.leader(other.first).post("/api/v1/reports/" + theirs + "/submission", null));
        amended(other, done, "Nà Hoa", "Bản Lầu", "Bản Mới");
        var told = told(theirs, done);
        assertThat(told.path("value").decimalValue()).isEqualByComparingTo("2");
        assertThat(told.path("struck").values()).extracting(JsonNode::asString).containsExactly("Si Pa");
        assertThat(told.path("finalValue").decimalValue()).isEqualByComparingTo("1");
        amended(other, done, "Nà Hoa", "Bản Lầu", "Bản Khác");
        assertThat(events(theirs))
                .as("nothing that it names was moved by the second")
                .isEqualTo(3);
    }

    @Test
    void whatIsTakenOutSaysWhatCountsAndIsTakenBackAsItIs() {
        named();
        amended("Cầu Đông", "Cầu Nam");
        var wide = officer.get("/api/v1/periods/" + period + "/grid/sheet?format=CSV")
                .text();
        assertThat(wide).contains("Cầu Đông; Cầu Nam").doesNotContain("Cầu Tây");
        var sheet = "/api/v1/reports/" + report + "/sheet";
        assertThat(officer.get(sheet + "?format=CSV").text())
                .contains(",2,,,đã thông xe")
                .doesNotContain(",3,,,đã thông xe");
        var taken = ok(officer.post(sheet + "?mode=PARTIAL", officer.get(sheet).bytes()))
                .body();
        assertThat(taken.path("unchanged").asInt()).isEqualTo(2);
        assertThat(taken.path("errors")).isEmpty();
    }

    @Test
    void theWideFormIsTakenBackAsItWentOutToo() {
        named();
        amended("Cầu Đông", "Cầu Nam");
        unchanged(form());
        assertThat(row(bridges).path("cell").path("version").asInt()).isEqualTo(1);
        assertThat(reached()).containsExactly("Cầu Đông", "Cầu Tây", "Cầu Nam");
    }

    @Test
    void aWideFormFromBeforeTheAmendmentOrFromBeforeAnotherWroteChangesNothingEither() {
        named();
        var before = form();
        amended("Cầu Đông", "Cầu Nam");
        unchanged(before);
        var after = form();
        ok(explained(List.of("Cầu Đông"), 1, "chỉ một cầu"));
        unchanged(before);
        unchanged(after);
        assertThat(reached()).containsExactly("Cầu Đông");
    }

    @Test
    void whatIsSaidBesideLeavesTheNamesAsTheyWereSaid() {
        named();
        amended("Cầu Đông", "Cầu Nam");
        ok(explained(List.of("Cầu Nam", "Cầu Đông", "Cầu Tây"), null, "theo biên bản nghiệm thu"));
        assertThat(reached()).containsExactly("Cầu Đông", "Cầu Tây", "Cầu Nam");
        ok(explained(null, 2, "chỉ số lượng"));
        assertThat(reached()).containsExactly("Cầu Đông", "Cầu Tây", "Cầu Nam");
        ok(explained(List.of("Cầu Đông", "Cầu Tây", "Cầu Nam"), 3, "tên và số lượng"));
        amended("Cầu Đông", "Cầu Nam", "Cầu Tây");
        assertThat(number(twice, "cell", "value")).as("put on the list again").isEqualByComparingTo("6");
    }

    @Test
    void whoNamesOthersNamesWhatIsOnTheListNow() {
        named();
        amended("Cầu Đông", "Cầu Nam", "Cầu Mới");
        var refused = explained(List.of("Cầu Đông", "Cầu Tây", "Cầu Mới"), null, "đổi");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("errors").findValuesAsString("code")).containsExactly("item-unknown");
        ok(explained(List.of("Cầu Đông", "Cầu Mới"), 2, "đổi"));
        assertThat(reached()).containsExactly("Cầu Đông", "Cầu Mới");
        assertThat(number(bridges, "cell", "value")).isEqualByComparingTo("2");
    }

    @Test
    void whatIsCheckedBeforeHandingInIsWhatCounts() {
        named();
        assertThat(findingsOf(bridges)).isEmpty();
        amended("Cầu Bắc", "Cầu Mới", "Cầu Cạn");
        assertThat(findingsOf(bridges)).singleElement().satisfies(finding -> {
            assertThat(finding.path("kind").asString()).isEqualTo("AGAINST_PLAN");
            assertThat(finding.path("observed").decimalValue()).isEqualByComparingTo("0");
        });
    }

    private void named() {
        ok(officer.put(
                LivingSeason.cell(report, bridges),
                0,
                Map.of(
                        "reached",
                        List.of("Cầu Đông", "Cầu Tây", "Cầu Nam"),
                        "notApplicable",
                        false,
                        "actuality",
                        "ACTUAL",
                        "explanation",
                        "đã thông xe")));
    }

    private byte[] form() {
        return officer.get("/api/v1/periods/" + period + "/grid/sheet").bytes();
    }

    private void unchanged(byte[] form) {
        var posted = officer.post("/api/v1/value-imports/sheet?mode=PARTIAL&periodId=" + period, form);
        assertThat(posted.status()).as(posted.text()).isEqualTo(202);
        Taking.all(catalogue.service);
        var taken = officer.get("/api/v1/value-imports/" + posted.id()).body();
        assertThat(taken.path("unchanged").asInt()).as(taken.toString()).isEqualTo(2);
    }

    private Api.Answer explained(@Nullable List<String> names, @Nullable Integer value, String explanation) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("reached", names);
        body.put("value", value);
        body.put("notApplicable", false);
        body.put("actuality", "ACTUAL");
        body.put("explanation", explanation);
        var version = row(bridges).path("cell").path("version").asInt();
        return officer.put(LivingSeason.cell(report, bridges), version, body);
    }

    private List<String> reached() {
        return row(bridges)
                .path("cell")
                .path("reached")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private void amended(String... names) {
        amended(season, bridges, names);
    }

    private static void amended(LivingSeason season, UUID list, String... names) {
        var amendments = "/api/v1/targets/" + season.id + "/amendments";
        var proposed = created(season.officer(season.first)
                .post(
                        amendments,
                        Map.of(
                                "unitId",
                                season.first,
                                "indicatorId",
                                list,
                                "items",
                                List.of(names),
                                "reason",
                                "đổi danh sách")));
        ok(season.standing().post(amendments + "/" + proposed.id() + "/approval", null));
    }

    private List<JsonNode> findingsOf(UUID indicator) {
        return ok(officer.get("/api/v1/reports/" + report + "/checks"))
                .body()
                .path("findings")
                .valueStream()
                .filter(finding -> finding.path("indicatorId").asString().equals(indicator.toString()))
                .toList();
    }

    /** The report's last event, of that indicator. */
    private JsonNode told(UUID report, UUID indicator) {
        var cells = new JsonMapper()
                .readTree(WideWorkbook.text(
                        catalogue,
                        TOLD.formatted("data -> 'cells'", report) + " order by aggregate_version desc limit 1"));
        return cells.valueStream()
                .filter(cell -> cell.path("indicatorId").asString().equals(indicator.toString()))
                .findFirst()
                .orElseThrow();
    }

    private int events(UUID report) {
        return Integer.parseInt(WideWorkbook.text(catalogue, TOLD.formatted("count(*)", report)));
    }

    private BigDecimal number(UUID indicator, String part, String field) {
        return row(indicator).path(part).path(field).decimalValue();
    }

    private JsonNode row(UUID indicator) {
        for (var row : season.standing().get("/api/v1/reports/" + report).body().path("rows")) {
            if (row.path("indicatorId").asString().equals(indicator.toString())) {
                return row;
            }
        }
        throw new AssertionError("no row for " + indicator);
    }

    private UUID promised() {
        var list = LivingSeason.row(season.first, bridges, null, null, null);
        list.put("items", List.of("Cầu Đông", "Cầu Tây", "Cầu Nam"));
        var rows = List.of(
                list,
                LivingSeason.row(season.first, twice, 6, null, null),
                LivingSeason.row(season.head, bridges, 3, null, null),
                LivingSeason.row(season.second, bridges, 3, null, null));
        ok(season.standing().put(targets, 0, Map.of("rows", rows)));
        ok(season.standing().post(targets + "/freeze", null));
        return season.period("H1", 10);
    }
}
