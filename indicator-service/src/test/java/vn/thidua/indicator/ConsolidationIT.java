package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.PaperReading;

/** A cluster's own report is made of its members', said by people, handed in by one and adopted by another. */
class ConsolidationIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final Api standing = season.standing();

    @Test
    void eachNumberIsMadeByItsIndicatorsRuleOfWhatWasHandedIn() {
        var revenue = indicator("QUANTITY", "RAISE", 2);
        var growth = indicator("PERCENT", "RAISE", 2);
        var weighted = indicator("PERCENT", "RAISE", 2);
        var best = indicator("QUANTITY", "RAISE", 2);
        var least = indicator("QUANTITY", "REDUCE", 2);
        var latest = indicator("QUANTITY", "RAISE", 2);
        var done = indicator("YES_NO", "RAISE", 0);
        var own = indicator("QUANTITY", "RAISE", 2);
        rule(weighted, "WEIGHTED_AVERAGE", revenue);
        rule(best, "MAX", null);
        rule(least, "MIN", null);
        rule(latest, "LAST", null);
        rule(own, "NONE", null);
        var period = season.promised().period("H1", 10);
        handIn(
                period,
                season.first,
                Map.of(revenue, 100, growth, 8, weighted, 10, best, 5, least, 5, latest, 7, done, 1, own, 1));
        handIn(
                period,
                season.second,
                Map.of(revenue, 300, growth, 11, weighted, 6, best, 9, least, 9, latest, 8, done, 0, own, 1));

        var rows = consolidation(standing, period).path("rows");
        assertThat(value(rows, revenue)).isEqualTo("400");
        assertThat(value(rows, growth)).isEqualTo("9.5");
        assertThat(value(rows, weighted)).as("(10 × 100 + 6 × 300) ÷ 400").isEqualTo("7");
        assertThat(value(rows, best)).isEqualTo("9");
        assertThat(value(rows, least)).isEqualTo("5");
        assertThat(value(rows, latest)).isEqualTo("8");
        assertThat(value(rows, done)).as("one of two said yes").isEqualTo("1");
        assertThat(row(rows, own).path("value").isNull()).isTrue();
        var coverage = row(rows, revenue);
        assertThat(coverage.path("expected").asInt()).isEqualTo(3);
        assertThat(coverage.path("known").asInt()).isEqualTo(2);
        assertThat(coverage.path("missing").asInt())
                .as("the head has not handed in")
                .isEqualTo(1);
        var members = consolidation(standing, period).path("members");
        assertThat(members).hasSize(3);
        for (var member : members) {
            assertThat(member.path("handedIn").asBoolean())
                    .isEqualTo(!member.path("unitId").asString().equals(season.head.toString()));
        }
    }

    @Test
    void aZeroCountsAndWhatDoesNotApplyDoesNot() {
        var rate = indicator("PERCENT", "RAISE", 2);
        var nobody = indicator("PERCENT", "RAISE", 2);
        var period = season.promised().period("H1", 10);
        handIn(period, season.head, Map.of(rate, 0));
        handIn(period, season.first, Map.of(rate, 10));
        handIn(period, season.second, Map.of());
        var rows = consolidation(standing, period).path("rows");
        assertThat(value(rows, rate)).as("of the two it concerns").isEqualTo("5");
        assertThat(row(rows, rate).path("known").asInt()).isEqualTo(2);
        assertThat(row(rows, rate).path("notApplicableMembers").asInt()).isEqualTo(1);
        assertThat(row(rows, rate).path("missing").asInt()).isZero();
        assertThat(row(rows, rate).path("notApplicable").asBoolean()).isFalse();
        assertThat(row(rows, nobody).path("value").isNull()).isTrue();
        assertThat(row(rows, nobody).path("notApplicable").asBoolean())
                .as("it concerns nobody, which is not zero")
                .isTrue();
    }

    @Test
    void listsAreUnitedByTheNamesThatWereReachedAndVerifiedNumbersGoBeforeReportedOnes() {
        var bridges = indicator("COUNT", "RAISE", 0);
        rule(bridges, "UNION", null);
        var revenue = indicator("QUANTITY", "RAISE", 2);
        var rows = List.of(
                list(season.first, bridges, "Cầu Đông", "Cầu Tây"),
                list(season.second, bridges, "cầu đông", "Cầu Nam"),
                LivingSeason.row(season.first, revenue, 100, null, null),
                LivingSeason.row(season.head, revenue, 100, null, null));
        LivingSeason.ok(standing.put("/api/v1/targets/" + season.id, 0, Map.of("rows", rows)));
        LivingSeason.ok(standing.post("/api/v1/targets/" + season.id + "/freeze", null));
        var period = season.period("H1", 10);
        var first = season.report(period, season.first);
        LivingSeason.ok(
                season.officer(season.first).put(LivingSeason.cell(first, bridges), 0, reached("Cầu Đông", "Cầu Tây")));
        LivingSeason.ok(
                season.officer(season.first).put(LivingSeason.cell(first, revenue), 0, LivingSeason.value(100)));
        LivingSeason.ok(season.leader(season.first).post("/api/v1/reports/" + first + "/submission", null));
        LivingSeason.created(standing.post(
                "/api/v1/reports/" + first + "/verifications",
                Map.of("indicatorId", revenue, "value", 90, "reason", "theo thuế")));
        var second = season.report(period, season.second);
        LivingSeason.ok(season.officer(season.second).put(LivingSeason.cell(second, bridges), 0, reached("cầu đông")));
        LivingSeason.ok(season.leader(season.second).post("/api/v1/reports/" + second + "/submission", null));
        var found = consolidation(standing, period).path("rows");
        assertThat(row(found, bridges).path("rule").asString()).isEqualTo("UNION");
        assertThat(value(found, bridges)).as("one bridge has two ends").isEqualTo("2");
        assertThat(value(found, revenue)).isEqualTo("90");
        assertThat(row(found, bridges).path("expected").asInt())
                .as("the head has no such target")
                .isEqualTo(2);
        var parts = standing.get(own(period) + "/" + bridges).body();
        assertThat(parts).hasSize(2);
        assertThat(parts.toString()).contains("Cầu Tây");

        verified(first, bridges, 1);
        assertThat(value(consolidation(standing, period).path("rows"), bridges))
                .as("one of the two does not count, nobody says which")
                .isEqualTo("2");
        verified(first, bridges, 0);
        assertThat(value(consolidation(standing, period).path("rows"), bridges))
                .as("what the other names is left")
                .isEqualTo("1");
        verified(first, bridges, 4);
        assertThat(value(consolidation(standing, period).path("rows"), bridges))
                .as("two that are named and two that nobody names")
                .isEqualTo("4");
    }

    @Test
    void aNumberIsOpenedDownToTheCellsOfThoseMembersWhoseFiguresOneSees() {
        var revenue = indicator("QUANTITY", "RAISE", 2);
        var period = season.promised().period("H1", 10);
        handIn(period, season.first, Map.of(revenue, 100));
        handIn(period, season.second, Map.of());
        var parts = standing.get(own(period) + "/" + revenue).body();
        assertThat(part(parts, season.first).path("part").asString()).isEqualTo("VALUE");
        assertThat(part(parts, season.first).path("value").decimalValue()).isEqualByComparingTo("100");
        assertThat(part(parts, season.first).path("reportId").isNull()).isFalse();
        assertThat(part(parts, season.second).path("part").asString()).isEqualTo("NOT_APPLICABLE");
        assertThat(part(parts, season.head).path("part").asString()).isEqualTo("NOT_HANDED_IN");
        var ofAnother =
                season.officer(season.second).get(own(period) + "/" + revenue).body();
        assertThat(part(ofAnother, season.first).path("shown").asBoolean()).isFalse();
        assertThat(part(ofAnother, season.first).path("value").isNull())
                .as("the sum is everybody's, the parts are not")
                .isTrue();
        assertThat(part(ofAnother, season.first).path("reportId").isNull()).isTrue();
    }

    @Test
    void anAdjustedNumberStandsWithItsReasonBesideTheComputedOneAndSaysWhenThatMovedOn() {
        var revenue = indicator("QUANTITY", "RAISE", 2);
        var period = season.promised().period("H1", 10);
        handIn(period, season.first, Map.of(revenue, 100));
        var number = own(period) + "/" + revenue;
        var head = season.officer(season.head);
        assertThat(head.put(number, 0, said(90, null, null)).status())
                .as("a reason is due")
                .isEqualTo(422);
        assertThat(head.put(number, 0, said(null, "vì", null)).status()).isEqualTo(422);
        assertThat(head.put(number, 0, said("0.1234567", "vì", null)).status()).isEqualTo(422);
        LivingSeason.ok(head.put(number, 0, said(90, "trừ phần tính trùng", "tính cả vốn chuyển nguồn")));
        assertThat(head.put(number, 0, said(80, "vì", null)).status())
                .as("another was faster")
                .isEqualTo(412);
        var row = row(consolidation(standing, period).path("rows"), revenue);
        assertThat(row.path("computed").decimalValue()).isEqualByComparingTo("100");
        assertThat(row.path("value").decimalValue()).isEqualByComparingTo("90");
        assertThat(row.path("reason").asString()).isEqualTo("trừ phần tính trùng");
        assertThat(row.path("overtaken").asBoolean()).isFalse();
        handIn(period, season.second, Map.of(revenue, 50));
        row = row(consolidation(standing, period).path("rows"), revenue);
        assertThat(row.path("computed").decimalValue()).isEqualByComparingTo("150");
        assertThat(row.path("overtaken").asBoolean()).isTrue();
        LivingSeason.ok(head.put(number, 1, said(null, null, null)));
        assertThat(value(consolidation(standing, period).path("rows"), revenue)).isEqualTo("150");
        assertThat(head.put(own(period) + "/" + UUID.randomUUID(), 0, said(1, "vì", null))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatIsHandedInStandsStillAndIsAdoptedByAnotherAndQuotedInTheDraftOfTheConferenceReport() {
        var revenue = indicator("QUANTITY", "RAISE", 2);
        var period = season.promised().period("H1", 10);
        var secretary = season.at(season.organiser, "CLUSTER_SECRETARY");
        assertThat(secretary.post(own(period) + "/submission", null).status())
                .as("nobody has handed in")
                .isEqualTo(409);
        handIn(period, season.first, Map.of(revenue, 400));
        LivingSeason.ok(
                secretary.put(own(period) + "/" + revenue, 0, said(390, "trừ phần tính trùng", "Vượt tiến độ.")));
        assertThat(standing.post(own(period) + "/adoption", null).problem()).isEqualTo("consolidation-status");
        LivingSeason.ok(secretary.post(own(period) + "/submission", null));
        assertThat(secretary
                        .put(own(period) + "/" + revenue, 1, said(null, null, null))
                        .problem())
                .isEqualTo("consolidation-status");
        handIn(period, season.second, Map.of(revenue, 50));
        var row = row(consolidation(standing, period).path("rows"), revenue);
        assertThat(row.path("computed").decimalValue())
                .as("as it was handed in")
                .isEqualByComparingTo("400");
        assertThat(row.path("now").path("computed").decimalValue()).isEqualByComparingTo("450");
        assertThat(row.path("missing").asInt()).isEqualTo(2);
        assertThat(secretary.post(own(period) + "/adoption", null).status()).isEqualTo(403);
        assertThat(digest(period).path("adopted").isNull()).isTrue();
        var adopted = LivingSeason.ok(season.leader(season.head).post(own(period) + "/adoption", null));
        assertThat(adopted.body().path("status").asString()).isEqualTo("ADOPTED");
        assertThat(digest(period).path("adopted").path("value").decimalValue()).isEqualByComparingTo("390");
        var draft = standing.get("/api/v1/digests/report?seasonId=" + season.id + "&periodKind=H1&format=DOCX");
        assertThat(PaperReading.word(draft.bytes()).replaceAll("\\s+", " "))
                .contains("Kết quả chung đã thông qua: 390 tỷ đồng, tổng của 1/3 đơn vị (2 đơn vị chưa gửi báo cáo);"
                        + " điều chỉnh từ 400 tỷ đồng vì: trừ phần tính trùng. Vượt tiến độ.");
        LivingSeason.ok(standing.post(own(period) + "/return", Map.of("reason", "thêm đơn vị")));
        assertThat(digest(period).path("adopted").isNull()).isTrue();
        var again = consolidation(standing, period);
        assertThat(again.path("status").asString()).isEqualTo("DRAFT");
        assertThat(again.path("returnedBecause").asString()).isEqualTo("thêm đơn vị");
        assertThat(row(again.path("rows"), revenue).path("computed").decimalValue())
                .as("a draft follows the members again")
                .isEqualByComparingTo("450");
    }

    @Test
    void othersAreToldTheNumbersAsTheyWereHandedInAndThatTheyWereAdopted() throws SQLException {
        var revenue = indicator("QUANTITY", "RAISE", 2);
        var period = season.promised().period("H1", 10);
        handIn(period, season.first, Map.of(revenue, 400));
        LivingSeason.ok(standing.put(own(period) + "/" + revenue, 0, said(390, "trừ phần tính trùng", null)));
        LivingSeason.ok(standing.post(own(period) + "/submission", null));
        LivingSeason.ok(season.leader(season.head).post(own(period) + "/adoption", null));
        try (var connection = catalogue.service.database().asSuperuser();
                var statement = connection.prepareStatement("""
                        select string_agg(event_type || ' ' || (data ->> 'status') || ' ' || coalesce(data #>> '{numbers,0,computed}', '-')
                                          || ' ' || (data #>> '{beside,0,adjusted}'), ',' order by aggregate_version)
                        from (select aggregate_id, aggregate_version, event_type, data, unit_id from kit.feed_event
                              union all select aggregate_id, aggregate_version, event_type, data, unit_id from kit.outbox) told
                        where aggregate_id = ? and unit_id = ? and event_type like '%consolidation%'
                        """)) {
            statement.setObject(1, period);
            statement.setObject(2, season.organiser);
            var row = statement.executeQuery();
            row.next();
            assertThat(row.getString(1))
                    .isEqualTo("vn.thidua.consolidation.adjusted DRAFT - 390,"
                            + "vn.thidua.consolidation.submitted SUBMITTED 400 390,"
                            + "vn.thidua.consolidation.adopted ADOPTED 400 390");
        }
    }

    @Test
    void whereNobodySaidHowNumbersArePutTogetherNothingIsAndHandingInAsks() {
        var revenue = season.indicator("QUANTITY", "RAISE", 2, false);
        var untold = season.indicator("QUANTITY", "RAISE", 2, false);
        var period = season.promised().period("H1", 10);
        handIn(period, season.first, Map.of(revenue, 100));
        handIn(period, season.second, Map.of(revenue, 300));
        var row = row(consolidation(standing, period).path("rows"), revenue);
        assertThat(row.path("rule").isNull()).isTrue();
        assertThat(row.path("suggested").asString()).isEqualTo("SUM");
        assertThat(row.path("computed").isNull())
                .as("it is not summed by itself")
                .isTrue();
        assertThat(row.path("known").asInt()).isEqualTo(2);
        var refused = standing.post(own(period) + "/submission", null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString())
                .contains("1 chỉ tiêu")
                .contains(row.path("code").asString());
        assertThat(row(consolidation(standing, period).path("rows"), untold)
                        .path("known")
                        .asInt())
                .as("of what nobody reported nothing is asked")
                .isZero();
        LivingSeason.ok(standing.put(own(period) + "/" + revenue, 0, said(390, "số của sở", null)));
        LivingSeason.ok(standing.post(own(period) + "/submission", null));
        assertThat(value(consolidation(standing, period).path("rows"), revenue)).isEqualTo("390");
        LivingSeason.ok(standing.post(own(period) + "/return", Map.of("reason", "tính lại")));
        LivingSeason.ok(standing.put(own(period) + "/" + revenue, 1, said(null, null, null)));
        rule(revenue, "SUM", null);
        assertThat(value(consolidation(standing, period).path("rows"), revenue)).isEqualTo("400");
        LivingSeason.ok(standing.post(own(period) + "/submission", null));
    }

    @Test
    void manyRulesAreSaidAtOnceAllOrNoneAndTheSameAgainChangesNothing() {
        var revenue = created("QUANTITY");
        var growth = created("PERCENT");
        var done = created("YES_NO");
        var all = "/api/v1/indicators/aggregations";
        var wrong = standing.put(
                all,
                0,
                Map.of(
                        "rules",
                        List.of(
                                ruled(revenue, "SUM", null, 0),
                                ruled(growth, "WEIGHTED_AVERAGE", done, 0),
                                ruled(done, "SUM", null, 0),
                                ruled(revenue, "MAX", null, 0))));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body().path("errors").findValuesAsString("pointer"))
                .containsExactly("/rules/1/weightId", "/rules/2/rule", "/rules/3/indicatorId");
        var right = Map.of(
                "rules",
                List.of(
                        ruled(revenue, "SUM", null, 0),
                        ruled(growth, "WEIGHTED_AVERAGE", revenue, 0),
                        ruled(done, "COUNT_YES", null, 0)));
        for (int time = 1; time <= 2; time++) {
            var said = LivingSeason.ok(standing.put(all, 0, right)).body().path("rules");
            assertThat(said.findValuesAsString("rule")).containsExactly("SUM", "WEIGHTED_AVERAGE", "COUNT_YES");
            assertThat(said).allMatch(one -> one.path("version").asInt() == 1);
        }
        var overtaken = standing.put(
                all, 0, Map.of("rules", List.of(ruled(done, "MAX", null, 1), ruled(revenue, "MAX", null, 0))));
        assertThat(overtaken.status()).isEqualTo(412);
        assertThat(overtaken.body().path("indicatorId").asString()).isEqualTo(revenue.toString());
        assertThat(standing.get("/api/v1/indicators/" + done + "/aggregation")
                        .body()
                        .path("rule")
                        .asString())
                .as("none of them")
                .isEqualTo("COUNT_YES");
    }

    private UUID created(String kind) {
        return season.indicator(kind, "RAISE", kind.equals("YES_NO") ? 0 : 2, false);
    }

    private static Map<String, Object> ruled(UUID indicator, String rule, @Nullable UUID weight, int version) {
        var ruled = new HashMap<String, Object>(Map.of("indicatorId", indicator, "rule", rule, "version", version));
        if (weight != null) {
            ruled.put("weightId", weight);
        }
        return ruled;
    }

    @Test
    void theClustersTargetIsSplitOverPeriodsAsItsMembersAre() {
        var revenue = indicator("QUANTITY", "RAISE", 2);
        var half = season.promised().period("H1", 10);
        var nine = season.period("M9", 10);
        handIn(half, season.first, Map.of(revenue, 100));
        handIn(nine, season.first, Map.of(revenue, 100));
        var portion = Map.of("periodKind", "H1", "assigned", 150, "registered", 200);
        var registered = LivingSeason.ok(standing.put(
                promise(revenue), 0, Map.of("assigned", 450, "registered", 500, "portions", List.of(portion))));
        assertThat(registered.body().path("portions").path(0).path("registered").asInt())
                .isEqualTo(200);
        var rows = consolidation(standing, half).path("rows");
        assertThat(percent(rows, revenue)).as("100 of the half year's 200").isEqualTo("50");
        var plan = row(rows, revenue).path("plan");
        assertThat(plan.path("registered").asInt()).isEqualTo(200);
        assertThat(plan.path("inPart").asBoolean()).isTrue();
        assertThat(plan.path("yearRegistered").asInt()).isEqualTo(500);
        assertThat(plan.path("portions").path(0).path("assigned").asInt()).isEqualTo(150);
        var other = consolidation(standing, nine).path("rows");
        assertThat(percent(other, revenue))
                .as("no portion of nine months: 100 of the year's 500")
                .isEqualTo("20");
        assertThat(row(other, revenue).path("plan").path("inPart").asBoolean()).isFalse();

        LivingSeason.ok(standing.put(promise(revenue), 1, Map.of("registered", 400, "reason", "giao lại")));
        assertThat(percent(consolidation(standing, half).path("rows"), revenue))
                .as("portions that are left out stay")
                .isEqualTo("50");
        var twice = standing.put(
                promise(revenue), 2, Map.of("registered", 400, "portions", List.of(portion, portion), "reason", "vì"));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/portions/1/periodKind");
        LivingSeason.ok(standing.put(
                promise(revenue), 2, Map.of("registered", 400, "portions", List.of(), "reason", "bỏ phân kỳ")));
        assertThat(percent(consolidation(standing, half).path("rows"), revenue))
                .as("100 of the year's 400")
                .isEqualTo("25");
    }

    @Test
    void theClustersNumberIsHeldAgainstWhatTheClusterAsAWholeRegistered() throws SQLException {
        var revenue = indicator("QUANTITY", "RAISE", 2);
        var poor = indicator("QUANTITY", "REDUCE", 2);
        var period = season.promised().period("H1", 10);
        handIn(period, season.first, Map.of(revenue, 100, poor, 20));
        handIn(period, season.second, Map.of(revenue, 300, poor, 30));
        var rows = consolidation(standing, period).path("rows");
        assertThat(row(rows, revenue).path("plan").path("percent").isNull()).isTrue();
        assertThat(row(rows, revenue).path("plan").path("none").asString())
                .as("what members registered is not the cluster's promise")
                .isEqualTo("NO_TARGET");
        var head = season.officer(season.head);
        LivingSeason.ok(head.put(promise(revenue), 0, Map.of("assigned", 450, "registered", 500)));
        LivingSeason.ok(standing.put(promise(poor), 0, Map.of("registered", 60, "lastYear", 100)));
        assertThat(season.officer(season.first)
                        .put(promise(revenue), 1, Map.of("registered", 1, "reason", "vì"))
                        .status())
                .as("not a member's to say")
                .isEqualTo(403);
        rows = consolidation(standing, period).path("rows");
        assertThat(percent(rows, revenue)).as("400 of 500").isEqualTo("80");
        assertThat(percent(rows, poor)).as("reduced by 50 of 40").isEqualTo("125");

        assertThat(standing.put(promise(revenue), 1, Map.of("registered", 800)).status())
                .as("a change says why")
                .isEqualTo(422);
        assertThat(standing.put(promise(revenue), 0, Map.of("registered", 800, "reason", "vì"))
                        .status())
                .isEqualTo(412);
        assertThat(standing.put(promise(UUID.randomUUID()), 0, Map.of("registered", 1))
                        .status())
                .isEqualTo(404);
        LivingSeason.ok(standing.put(own(period) + "/" + revenue, 0, said(450, "cộng phần của sở", null)));
        LivingSeason.ok(standing.post(own(period) + "/submission", null));
        LivingSeason.ok(standing.put(promise(revenue), 1, Map.of("registered", 900, "reason", "giao bổ sung")));
        rows = consolidation(standing, period).path("rows");
        assertThat(percent(rows, revenue))
                .as("what was handed in was held against the plan of that day: 450 of 500")
                .isEqualTo("90");
        LivingSeason.ok(season.leader(season.head).post(own(period) + "/adoption", null));
        var draft = standing.get("/api/v1/digests/report?seasonId=" + season.id + "&periodKind=H1&format=DOCX");
        assertThat(PaperReading.word(draft.bytes()).replaceAll("\\s+", " "))
                .contains("Kết quả chung đã thông qua: 450 tỷ đồng (90% kế hoạch của cụm, khối), tổng của 2/3 đơn vị");
        LivingSeason.ok(standing.post(own(period) + "/return", Map.of("reason", "theo kế hoạch mới")));
        assertThat(percent(consolidation(standing, period).path("rows"), revenue))
                .as("450 of 900")
                .isEqualTo("50");
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update cluster_target set registered = 1"))
                    .hasMessageContaining("permission denied");
        }
    }

    private void verified(UUID report, UUID indicator, int value) {
        LivingSeason.created(standing.post(
                "/api/v1/reports/" + report + "/verifications",
                Map.of("indicatorId", indicator, "value", value, "reason", "theo biên bản")));
    }

    private String promise(UUID indicator) {
        return "/api/v1/targets/" + season.id + "/cluster/" + indicator;
    }

    private static String percent(JsonNode rows, UUID indicator) {
        return row(rows, indicator)
                .path("plan")
                .path("percent")
                .decimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void nobodyAdoptsWhatHeHandedIn() {
        var revenue = indicator("QUANTITY", "RAISE", 2);
        var period = season.promised().period("H1", 10);
        handIn(period, season.first, Map.of(revenue, 1));
        LivingSeason.ok(standing.post(own(period) + "/submission", null));
        var refused = standing.post(own(period) + "/adoption", null);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("detail").asString()).contains("không tự thông qua");
    }

    @Test
    void whatIsMeasuredPerHeadIsUsuallyAveragedAndNotAddedUp() {
        for (var name : List.of("Thu nhập bình quân đầu người", "Mật độ dân số", "TỶ LỆ hộ có nước sạch")) {
            var body = new HashMap<>(Catalogue.newIndicator(season.organiser));
            body.put("name", name);
            var perHead = LivingSeason.created(standing.post("/api/v1/indicators", body))
                    .id();
            var rule = standing.get("/api/v1/indicators/" + perHead + "/aggregation")
                    .body();
            assertThat(rule.path("suggested").asString()).as(name).isEqualTo("AVERAGE");
        }
        var revenue = season.indicator("QUANTITY", "RAISE", 2, false);
        assertThat(standing.get("/api/v1/indicators/" + revenue + "/aggregation")
                        .body()
                        .path("suggested")
                        .asString())
                .isEqualTo("SUM");
    }

    @Test
    void aRuleSuitsItsIndicatorAndIsChangedOverTheVersionThatWasSeen() {
        var growth = season.indicator("PERCENT", "RAISE", 2, false);
        var yes = season.indicator("YES_NO", "RAISE", 0, false);
        var rule = "/api/v1/indicators/" + growth + "/aggregation";
        assertThat(standing.get(rule).body().path("rule").isNull())
                .as("nobody said")
                .isTrue();
        assertThat(standing.get(rule).body().path("suggested").asString()).isEqualTo("AVERAGE");
        assertThat(standing.put(rule, 0, Map.of("rule", "SUM")).status()).isEqualTo(422);
        assertThat(standing.put(rule, 0, Map.of("rule", "WEIGHTED_AVERAGE")).status())
                .isEqualTo(422);
        assertThat(standing.put(rule, 0, Map.of("rule", "WEIGHTED_AVERAGE", "weightId", growth))
                        .status())
                .isEqualTo(422);
        assertThat(standing.put(rule, 0, Map.of("rule", "WEIGHTED_AVERAGE", "weightId", yes))
                        .status())
                .isEqualTo(422);
        LivingSeason.ok(standing.put(rule, 0, Map.of("rule", "MAX")));
        assertThat(standing.put(rule, 0, Map.of("rule", "MIN")).status()).isEqualTo(412);
        LivingSeason.ok(standing.put(rule, 1, Map.of("rule", "MIN")));
    }

    @Test
    void theDatabaseKeepsWhatWasSaidAndHandedIn() throws SQLException {
        var revenue = indicator("QUANTITY", "RAISE", 2);
        var period = season.promised().period("H1", 10);
        handIn(period, season.first, Map.of(revenue, 1));
        LivingSeason.ok(standing.post(own(period) + "/submission", null));
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update consolidated_number set computed = 2"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.executeUpdate("""
                            insert into consolidated_cell (period_id, indicator_id, version, explanation, actor_kind, actor, mandate_id)
                            values ('%s', '%s', 1, 'vì', 'PERSON', 'ai đó', uuidv7())
                            """.formatted(period, revenue)))
                    .hasMessageContaining("handed in");
            assertThatThrownBy(() -> statement.executeUpdate("""
                            update consolidation set status = 'ADOPTED', adopted_at = now(), adopted_by = submitted_by
                            where period_id = '%s'
                            """.formatted(period)))
                    .hasMessageContaining("consolidation_by_another");
        }
    }

    /** An indicator of which it is said how its numbers are put together. */
    private UUID indicator(String kind, String direction, int decimals) {
        var id = season.indicator(kind, direction, decimals, false);
        rule(
                id,
                switch (kind) {
                    case "QUANTITY", "COUNT" -> "SUM";
                    case "YES_NO" -> "COUNT_YES";
                    default -> "AVERAGE";
                },
                null);
        return id;
    }

    private void rule(UUID indicator, String rule, @Nullable UUID weight) {
        var body = new HashMap<String, Object>(Map.of("rule", rule));
        if (weight != null) {
            body.put("weightId", weight);
        }
        var aggregation = "/api/v1/indicators/" + indicator + "/aggregation";
        var version = standing.get(aggregation).body().path("version").asLong();
        LivingSeason.ok(standing.put(aggregation, version, body));
    }

    /** Hands in those values; what is not among them does not apply. */
    private void handIn(UUID period, UUID unit, Map<UUID, Object> values) {
        var report = season.report(period, unit);
        var officer = season.officer(unit);
        for (var indicator : season.indicators) {
            var value = values.get(indicator);
            LivingSeason.ok(officer.put(
                    LivingSeason.cell(report, indicator),
                    0,
                    value == null
                            ? Map.of("notApplicable", true, "actuality", "ACTUAL", "explanation", "không phát sinh")
                            : LivingSeason.value(value)));
        }
        LivingSeason.ok(season.leader(unit).post("/api/v1/reports/" + report + "/submission", null));
    }

    private static Map<String, @Nullable Object> list(UUID unit, UUID indicator, String... names) {
        var row = LivingSeason.row(unit, indicator, null, null, null);
        row.put("items", List.of(names));
        return row;
    }

    private static Map<String, Object> reached(String... names) {
        return Map.of(
                "reached",
                List.of(names),
                "notApplicable",
                false,
                "actuality",
                "ACTUAL",
                "explanation",
                "đã nghiệm thu");
    }

    private static Map<String, @Nullable Object> said(
            @Nullable Object adjusted, @Nullable String reason, @Nullable String explanation) {
        var said = new HashMap<String, @Nullable Object>();
        said.put("adjusted", adjusted instanceof String text ? new java.math.BigDecimal(text) : adjusted);
        said.put("reason", reason);
        said.put("explanation", explanation);
        return said;
    }

    private static String own(UUID period) {
        return "/api/v1/periods/" + period + "/consolidation";
    }

    private static JsonNode consolidation(Api by, UUID period) {
        return LivingSeason.ok(by.get(own(period))).body();
    }

    /** The first indicator of the digest. */
    private JsonNode digest(UUID period) {
        assertThat(period).isNotNull();
        return LivingSeason.ok(standing.get("/api/v1/digests?seasonId=" + season.id + "&periodKind=H1"))
                .body()
                .path("indicators")
                .path(0);
    }

    private static JsonNode row(JsonNode rows, UUID indicator) {
        return found(rows, "indicatorId", indicator);
    }

    private static JsonNode part(JsonNode parts, UUID unit) {
        return found(parts, "unitId", unit);
    }

    private static JsonNode found(JsonNode all, String field, UUID id) {
        for (var one : all) {
            if (one.path(field).asString().equals(id.toString())) {
                return one;
            }
        }
        throw new AssertionError(id + " is not among " + all);
    }

    private static String value(JsonNode rows, UUID indicator) {
        return row(rows, indicator)
                .path("value")
                .decimalValue()
                .stripTrailingZeros()
                .toPlainString();
    }
}
