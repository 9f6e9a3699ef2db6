package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.indicator.report.ReportFacts;
import vn.thidua.kit.test.Api;

/** Frozen targets change by amendment only: proposed by one, approved by another, and what was promised first stays to be seen. */
class AmendmentsIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final String sheet = "/api/v1/targets/" + season.id;
    private final String amendments = sheet + "/amendments";

    @Test
    void anApprovedAmendmentChangesTheTargetAndFreezesTheTextAnew() throws SQLException {
        season.promised();
        var first = season.standing().get(sheet).body();
        assertThat(first.path("edition").asInt()).isEqualTo(1);
        var proposed = propose(season.officer(season.head), season.first, 100, 80);
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        assertThat(row(season.first).path("registered").decimalValue())
                .as("nothing changes before the approval")
                .isEqualByComparingTo("120");

        var approved = season.standing().post(amendments + "/" + proposed.id() + "/approval", null);
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.body().path("status").asString()).isEqualTo("APPROVED");
        var row = row(season.first);
        assertThat(row.path("registered").decimalValue()).isEqualByComparingTo("80");
        assertThat(row.path("first").path("registered").decimalValue())
                .as("what was promised first stays beside it")
                .isEqualByComparingTo("120");
        assertThat(row(season.second).path("first").isNull()).isTrue();
        var second = season.standing().get(sheet).body();
        assertThat(second.path("edition").asInt()).isEqualTo(2);
        assertThat(second.path("text").asString()).contains(" | 100 | 80 | 90\n");
        assertThat(second.path("sha256").asString())
                .isNotEqualTo(first.path("sha256").asString());
        var editions = "1 %s,2 %s"
                .formatted(
                        first.path("sha256").asString(), second.path("sha256").asString());
        assertThat(text("""
                        select string_agg(edition || ' ' || sha256, ',' order by edition) from target_edition where season_id = ?
                        """)).isEqualTo(editions);
        assertThat(text("""
                        select string_agg(version || ' ' || sha256, ',' order by version)
                        from (select aggregate_version as version, data ->> 'sha256' as sha256, aggregate_id from kit.feed_event
                              union all select aggregate_version, data ->> 'sha256', aggregate_id from kit.outbox) told
                        where aggregate_id = ?
                        """)).as("others are told both").isEqualTo(editions);
    }

    @Test
    void nobodyApprovesWhatHeProposed() {
        season.promised();
        var officer = season.standing();
        var proposed = propose(officer, season.first, 90, 120);
        var refused = officer.post(amendments + "/" + proposed.id() + "/approval", null);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("detail").asString()).contains("không tự duyệt");
        assertThat(row(season.first).path("assigned").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    void aMemberProposesWhatItRegistersAndNotWhatWasAssigned() {
        season.promised();
        var officer = season.officer(season.first);
        assertThat(propose(officer, season.first, 90, 120).status()).isEqualTo(403);
        assertThat(propose(officer, season.second, 100, 80).status()).isEqualTo(403);
        assertThat(propose(officer, season.first, 100, 80).status()).isEqualTo(201);
    }

    @Test
    void aRefusedAmendmentSaysWhyAndChangesNothingAndAnotherCanFollow() {
        season.promised();
        var officer = season.officer(season.first);
        var proposed = propose(officer, season.first, 100, 80);
        assertThat(propose(officer, season.first, 100, 70).problem()).isEqualTo("amendment-status");
        var refused = season.standing()
                .post(amendments + "/" + proposed.id() + "/refusal", Map.of("reason", "chưa đủ căn cứ"));
        assertThat(refused.body().path("refusedBecause").asString()).isEqualTo("chưa đủ căn cứ");
        assertThat(row(season.first).path("registered").decimalValue()).isEqualByComparingTo("120");
        assertThat(season.standing()
                        .post(amendments + "/" + proposed.id() + "/approval", null)
                        .problem())
                .isEqualTo("amendment-status");
        var again = propose(officer, season.first, 100, 70);
        assertThat(again.status()).as(again.text()).isEqualTo(201);
        var takenBack = officer.post(amendments + "/" + again.id() + "/refusal", Map.of("reason", "rút lại"));
        assertThat(takenBack.status()).as(takenBack.text()).isEqualTo(200);
        assertThat(officer.get(amendments + "?unitId=" + season.first + "&limit=1")
                        .body()
                        .path("items")
                        .findValuesAsString("refusedBecause"))
                .as("newest first")
                .containsExactly("rút lại");
    }

    @Test
    void whatIsNotFrozenIsNotAmendedAndAnAmendmentChangesSomething() {
        season.standing().put(sheet + "/" + season.first + "/" + budget, 0, Map.of("assigned", 100));
        assertThat(propose(season.standing(), season.first, 90, null).problem()).isEqualTo("targets-not-frozen");
        var promised = new LivingSeason(catalogue);
        var jobs = promised.indicator("COUNT", "RAISE", 0, false);
        promised.promised();
        var same = body(promised.first, 100, 120);
        same.put("indicatorId", jobs);
        assertThat(promised.standing()
                        .post("/api/v1/targets/" + promised.id + "/amendments", same)
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anAmendedPortionRestatesThePeriodsPercentBesideTheFirstOneAndLeavesTheYearAlone() {
        var portions = List.of(Map.of("periodKind", "H1", "assigned", 50, "registered", 60));
        frozenWith(portions, List.of());
        var half = season.period("H1", 10);
        var year = season.period("YEAR", 10);
        var report = season.report(half, season.first);
        var officer = season.officer(season.first);
        LivingSeason.ok(officer.put(LivingSeason.cell(report, budget), 0, LivingSeason.value(30)));
        var body = body(season.first, 100, 120);
        body.put("portions", List.of(Map.of("periodKind", "H1", "assigned", 40, "registered", 60)));
        assertThat(officer.post(amendments, body).status())
                .as("what is assigned is not the member's to move, nor is a portion of it")
                .isEqualTo(403);
        body.put("portions", List.of(Map.of("periodKind", "H1", "assigned", 50, "registered", 40)));
        approved(officer.post(amendments, body));

        var row = cell(report);
        assertThat(row.path("registered").decimalValue()).isEqualByComparingTo("40");
        assertThat(row.path("percentOfPlan").path("percent").decimalValue()).isEqualByComparingTo("75");
        assertThat(row.path("first").path("registered").decimalValue()).isEqualByComparingTo("60");
        assertThat(row.path("first").path("percentOfPlan").path("percent").decimalValue())
                .isEqualByComparingTo("50");
        assertThat(cell(season.report(year, season.first)).path("first").isNull())
                .as("the year is held against what it was held against")
                .isTrue();
        var target = row(season.first);
        assertThat(target.path("portions").path(0).path("registered").decimalValue())
                .isEqualByComparingTo("40");
        assertThat(target.path("first")
                        .path("portions")
                        .path(0)
                        .path("registered")
                        .decimalValue())
                .isEqualByComparingTo("60");
        assertThat(season.standing().get(sheet).body().path("text").asString()).contains("H1: 50 / 40");
    }

    @Test
    void anAmendedListSaysHowManyAreOnItAndKeepsTheNamesThatWerePromisedFirst() {
        var jobs = listed("Cầu Đông", "Cầu Tây");
        var report = season.report(season.period("H1", 10), season.first);
        var officer = season.officer(season.first);
        LivingSeason.ok(officer.put(LivingSeason.cell(report, jobs), 0, reached("Cầu Đông")));
        var body = body(season.first, null, null);
        body.put("indicatorId", jobs);
        body.put("registered", 2);
        body.put("items", List.of("Cầu Đông"));
        assertThat(officer.post(amendments, body).status())
                .as("how many they are is what is registered")
                .isEqualTo(422);
        body.remove("registered");
        body.put("items", List.of("Cầu Đông", "cầu đông"));
        assertThat(officer.post(amendments, body).status()).as("the same twice").isEqualTo(422);
        body.put("items", List.of("Cầu Đông"));
        var proposed = officer.post(amendments, body);
        assertThat(proposed.body().path("itemsBefore")).hasSize(2);
        approved(proposed);

        var cell = season.standing()
                .get("/api/v1/reports/" + report)
                .body()
                .path("rows")
                .path(0);
        assertThat(cell.path("items")).hasSize(1);
        assertThat(cell.path("percentOfPlan").path("percent").decimalValue()).isEqualByComparingTo("100");
        assertThat(cell.path("first").path("items")).hasSize(2);
        assertThat(cell.path("first").path("percentOfPlan").path("percent").decimalValue())
                .isEqualByComparingTo("50");
    }

    @Test
    void aNameTakenOffAListStaysInTheReportAndCountsNoMoreUntilTheUnitSaysOtherwise() {
        var jobs = listed("Cầu Đông", "Cầu Tây", "Cầu Nam");
        var period = season.period("H1", 10);
        var report = season.report(period, season.first);
        var officer = season.officer(season.first);
        LivingSeason.ok(officer.put(LivingSeason.cell(report, jobs), 0, reached("Cầu Đông", "Cầu Tây", "Cầu Nam")));
        LivingSeason.ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        assertThat(consolidated(period)).isEqualByComparingTo("3");
        amended(jobs, "Cầu Đông", "Cầu Nam");

        var row = cell(report);
        assertThat(row.path("cell").path("value").decimalValue())
                .as("what was reported stays")
                .isEqualByComparingTo("3");
        assertThat(row.path("struck").path("names").valueStream().map(JsonNode::asString))
                .containsExactly("Cầu Tây");
        assertThat(row.path("struck").path("since").isNull()).isFalse();
        assertThat(row.path("percentOfPlan").path("actual").decimalValue()).isEqualByComparingTo("2");
        assertThat(row.path("percentOfPlan").path("percent").decimalValue()).isEqualByComparingTo("100");
        assertThat(row.path("first").path("percentOfPlan").path("actual").decimalValue())
                .as("beside it what it came to by the first list")
                .isEqualByComparingTo("3");
        var inTheCluster =
                season.standing().get("/api/v1/periods/" + period + "/grid").body().findParents("struck").stream()
                        .filter(one -> one.path("struck").asInt() > 0)
                        .toList();
        assertThat(inTheCluster).hasSize(1);
        assertThat(inTheCluster.getFirst().path("percent").decimalValue()).isEqualByComparingTo("100");
        var fact = catalogue.service.bean(ReportFacts.class).of(period, season.first).stream()
                .filter(one -> one.indicatorId().equals(jobs))
                .findFirst()
                .orElseThrow();
        assertThat(fact.reported()).isEqualByComparingTo("3");
        assertThat(fact.counted()).isEqualByComparingTo("2");
        assertThat(fact.struck()).containsExactly("Cầu Tây");
        assertThat(consolidated(period)).isEqualByComparingTo("2");
        var part = parts(period, jobs).path(0);
        assertThat(part.path("value").decimalValue()).isEqualByComparingTo("2");
        assertThat(part.path("reached")).hasSize(2);
        assertThat(part.path("struck").toString()).isEqualTo("[\"Cầu Tây\"]");
        var digest = season.standing().get("/api/v1/digests?seasonId=" + season.id + "&periodKind=H1");
        var values = digest.body().findParents("leaders").stream()
                .filter(one -> one.path("measure").asString().equals("VALUE"))
                .toList();
        assertThat(values.getFirst().path("leaders").path(0).path("value").decimalValue())
                .isEqualByComparingTo("2");

        LivingSeason.ok(
                season.standing().post("/api/v1/reports/" + report + "/return", Map.of("reason", "sửa danh sách")));
        assertThat(officer.put(LivingSeason.cell(report, jobs), 1, reached("Cầu Tây"))
                        .status())
                .as("it cannot be said anew")
                .isEqualTo(422);
        LivingSeason.ok(officer.put(LivingSeason.cell(report, jobs), 1, reached("Cầu Đông", "Cầu Nam")));
        assertThat(cell(report).path("struck").isNull()).isTrue();
    }

    @Test
    void aStruckNameEarnsNothingAndTheScoreShowsBothNumbersAndTheName() {
        var jobs = listed("Cầu Đông", "Cầu Tây", "Cầu Nam", "Cầu Bắc");
        var period = season.period("YEAR", 10);
        var report = season.report(period, season.first);
        LivingSeason.ok(season.officer(season.first)
                .put(LivingSeason.cell(report, jobs), 0, reached("Cầu Đông", "Cầu Tây", "Cầu Nam")));
        LivingSeason.ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        amended(jobs, "Cầu Đông", "Cầu Nam", "Cầu Bắc", "Cầu Mới");
        var id = ScoredSeason.proportional(season, period, jobs);
        var score = LivingSeason.ok(
                        season.standing().get("/api/v1/scores?scoresheetId=" + id + "&unitId=" + season.first))
                .body();
        assertThat(score.path("total").decimalValue()).as("2 of 4, of 40").isEqualByComparingTo("20");
        var criterion = score.path("criteria").path(0);
        assertThat(criterion.path("reported").decimalValue()).isEqualByComparingTo("3");
        assertThat(criterion.path("trace").path("inputs").toString())
                .contains("STRUCK")
                .contains("Cầu Tây");
    }

    @Test
    void aVerificationOlderThanTheListLetsNoMoreCountThanIsLeftAndALaterOneStands() {
        var jobs = listed("Cầu Đông", "Cầu Tây", "Cầu Nam");
        var period = season.period("H1", 10);
        var report = season.report(period, season.first);
        LivingSeason.ok(season.officer(season.first)
                .put(LivingSeason.cell(report, jobs), 0, reached("Cầu Đông", "Cầu Tây", "Cầu Nam")));
        LivingSeason.ok(season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null));
        verified(report, jobs, 3);
        amended(jobs, "Cầu Đông", "Cầu Nam");
        var row = cell(report);
        assertThat(row.path("verified").path("value").decimalValue()).isEqualByComparingTo("3");
        assertThat(row.path("verifiedPercentOfPlan").path("actual").decimalValue())
                .isEqualByComparingTo("2");
        assertThat(consolidated(period)).isEqualByComparingTo("2");
        verified(report, jobs, 1);
        aggregated(jobs, 1, "SUM");
        assertThat(consolidated(period)).isEqualByComparingTo("1");
        assertThat(cell(report).path("verifiedPercentOfPlan").path("percent").decimalValue())
                .isEqualByComparingTo("50");
    }

    /** A list for the first member, frozen; the others are to reach one. */
    private UUID listed(String... names) {
        var jobs = season.indicator("COUNT", "RAISE", 0, false);
        var row = LivingSeason.row(season.first, jobs, null, null, null);
        row.put("items", List.of(names));
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        rows.add(row);
        for (var unit : List.of(season.head, season.second)) {
            rows.add(LivingSeason.row(unit, jobs, 1, null, null));
        }
        LivingSeason.ok(season.standing().put(sheet, 0, Map.of("rows", rows)));
        LivingSeason.ok(season.standing().post(sheet + "/freeze", null));
        aggregated(jobs, 0, "UNION");
        return jobs;
    }

    private void amended(UUID indicator, String... names) {
        var body = body(season.first, null, null);
        body.put("indicatorId", indicator);
        body.put("items", List.of(names));
        approved(season.officer(season.first).post(amendments, body));
    }

    private void aggregated(UUID indicator, long version, String rule) {
        LivingSeason.ok(season.standing()
                .put("/api/v1/indicators/" + indicator + "/aggregation", version, Map.of("rule", rule)));
    }

    private void verified(UUID report, UUID indicator, int value) {
        LivingSeason.created(season.standing()
                .post(
                        "/api/v1/reports/" + report + "/verifications",
                        Map.of("indicatorId", indicator, "value", value, "reason", "theo hồ sơ nghiệm thu")));
    }

    private static Map<String, Object> reached(String... names) {
        return Map.of(
                "reached", List.of(names), "notApplicable", false, "actuality", "ACTUAL", "explanation", "đã thông xe");
    }

    /** The cluster's number of the one indicator. */
    private BigDecimal consolidated(UUID period) {
        return season.standing()
                .get("/api/v1/periods/" + period + "/consolidation")
                .body()
                .path("rows")
                .path(0)
                .path("value")
                .decimalValue();
    }

    private JsonNode parts(UUID period, UUID indicator) {
        var parts = season.standing()
                .get("/api/v1/periods/" + period + "/consolidation/" + indicator)
                .body();
        return JsonMapper.shared()
                .createArrayNode()
                .addAll(parts.valueStream()
                        .filter(one -> one.path("unitId").asString().equals(season.first.toString()))
                        .toList());
    }

    /** The same for every member; the first has these portions, or names. */
    private void frozenWith(List<?> portions, List<?> items) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var unit : List.of(season.head, season.first, season.second)) {
            rows.add(LivingSeason.row(unit, budget, 100, 120, 90));
        }
        rows.get(1).put("portions", portions);
        rows.get(1).put("items", items);
        LivingSeason.ok(season.standing().put(sheet, 0, Map.of("rows", rows)));
        LivingSeason.ok(season.standing().post(sheet + "/freeze", null));
    }

    private void approved(Api.Answer proposed) {
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        LivingSeason.ok(season.standing().post(amendments + "/" + proposed.id() + "/approval", null));
    }

    private JsonNode cell(UUID report) {
        return season.standing()
                .get("/api/v1/reports/" + report)
                .body()
                .path("rows")
                .path(0);
    }

    @Test
    void theDatabaseLetsAnApprovalTakeEffectOnceAndOnlyAsItSays() throws SQLException {
        season.promised();
        var proposed = propose(season.officer(season.head), season.first, 100, 80);
        season.standing().post(amendments + "/" + proposed.id() + "/approval", null);
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            var where = " where season_id = '%s' and unit_id = '%s'".formatted(season.id, season.first);
            assertThatThrownBy(() -> statement.executeUpdate("update target set registered = 120" + where))
                    .hasMessageContaining("frozen");
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update target_amendment set refused_because = 'x', status = 'REFUSED'" + where))
                    .hasMessageContaining("decided");
            assertThatThrownBy(() -> statement.executeUpdate("update target_edition set text = 'x'"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.executeUpdate("""
                            insert into target_amendment (season_id, unit_id, indicator_id, assigned, reason, proposed_by, status,
                                                          decided_by, decided_at)
                            values ('%s', '%s', '%s', 1, 'vì', 'ai đó', 'APPROVED', 'ai đó', now())
                            """.formatted(season.id, season.first, budget)))
                    .hasMessageContaining("target_amendment_by_another");
        }
    }

    private Api.Answer propose(Api by, UUID unit, @Nullable Integer assigned, @Nullable Integer registered) {
        return by.post(amendments, body(unit, assigned, registered));
    }

    private Map<String, Object> body(UUID unit, @Nullable Integer assigned, @Nullable Integer registered) {
        var body = new HashMap<String, Object>();
        body.put("unitId", unit);
        body.put("indicatorId", budget);
        body.put("assigned", assigned);
        body.put("registered", registered);
        body.put("reason", "bão lụt tháng Chín");
        return body;
    }

    private JsonNode row(UUID unit) {
        return season.standing()
                .get("/api/v1/targets?seasonId=" + season.id + "&unitId=" + unit)
                .body()
                .path("items")
                .path(0);
    }

    /** @param query about the season */
    private String text(String query) throws SQLException {
        try (var connection = catalogue.service.database().asSuperuser();
                var statement = connection.prepareStatement(query)) {
            statement.setObject(1, season.id);
            var rows = statement.executeQuery();
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
