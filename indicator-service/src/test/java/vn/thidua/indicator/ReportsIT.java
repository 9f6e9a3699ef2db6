package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.value;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.indicator.report.ReportFacts;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.TestIssuer;

class ReportsIT {
    private static final Map<String, Object> NOT_APPLICABLE = Map.of("notApplicable", true, "actuality", "ACTUAL");
    private static final Map<String, Object> EMPTY = Map.of("notApplicable", false, "actuality", "ACTUAL");

    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID poor = season.indicator("COUNT", "REDUCE", 0, false);
    private final UUID period = season.promised().period("H1", 10);

    @AfterEach
    void theClockIsRightAgain() {
        season.clock("0");
    }

    @Test
    void aReportIsBegunOnceAndShowsEveryPromisedIndicator() {
        var officer = season.officer(season.first);
        var body = Map.of("periodId", period, "unitId", season.first);
        var begun = officer.post("/api/v1/reports", body);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        var again = season.leader(season.first).post("/api/v1/reports", body);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("report").path("id"))
                .isEqualTo(begun.body().path("report").path("id"));
        assertThat(begun.body().path("report").path("state").asString()).isEqualTo("NOT_STARTED");
        assertThat(begun.body().path("rows").findValuesAsString("indicatorId"))
                .containsExactlyInAnyOrder(budget.toString(), poor.toString());
        assertThat(begun.body().path("rows").path(0).path("registered").asInt()).isEqualTo(120);
    }

    @Test
    void zeroIsAValueNotApplicableIsNoZeroAndEmptyIsNeither() {
        var report = season.report(period, season.first);
        var officer = season.officer(season.first);
        officer.put(cell(report, budget), 0, value(0));
        officer.put(cell(report, poor), 0, NOT_APPLICABLE);
        assertThat(filled(report)).isEqualTo(2);
        assertThat(row(report, budget).path("cell").path("value").decimalValue())
                .isEqualByComparingTo("0");
        assertThat(row(report, budget).path("percentOfPlan").path("percent").decimalValue())
                .isEqualByComparingTo("0");
        assertThat(row(report, poor).path("cell").path("value").isNull()).isTrue();
        assertThat(row(report, poor).path("percentOfPlan").isNull()).isTrue();
        officer.put(cell(report, budget), 1, EMPTY);
        assertThat(filled(report)).isEqualTo(1);
        assertThat(officer.put(
                                cell(report, budget),
                                2,
                                Map.of("value", 0, "notApplicable", true, "actuality", "ACTUAL"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aPercentOfPlanIsShownWithItsInputsAndMoreReducedThanPlannedIsAboveAHundred() {
        var report = season.report(period, season.first);
        var officer = season.officer(season.first);
        var raised = officer.put(cell(report, budget), 0, value(150)).body().path("percentOfPlan");
        assertThat(raised.path("percent").decimalValue()).isEqualByComparingTo("125");
        assertThat(List.of(
                        raised.path("held").asString(),
                        raised.path("target").asString(),
                        raised.path("actual").asString()))
                .containsExactly("REGISTERED", "120", "150");
        var wrongWay = officer.put(cell(report, poor), 0, value(60)).body().path("percentOfPlan");
        assertThat(wrongWay.path("none").asString()).isEqualTo("NO_REDUCTION_PLANNED");
    }

    @Test
    void whoSavesOverSomebodyElsesCellSeesWhatTheOtherWrote() {
        var report = season.report(period, season.first);
        var saved = season.officer(season.first).put(cell(report, budget), 0, value(100));
        assertThat(saved.header("ETag")).isEqualTo("\"1\"");
        var overtaken = season.leader(season.first).put(cell(report, budget), 0, value(99));
        assertThat(overtaken.problem()).isEqualTo("version-mismatch");
        assertThat(overtaken.body().path("current").path("value").decimalValue())
                .isEqualByComparingTo("100");
        assertThat(overtaken.body().path("current").path("changedBy").asString())
                .startsWith("somebody-");
        assertThat(season.leader(season.first)
                        .send("PUT", cell(report, budget), value(99))
                        .status())
                .isEqualTo(428);
        assertThat(season.leader(season.first)
                        .put(cell(report, budget), 1, value(99))
                        .header("ETag"))
                .isEqualTo("\"2\"");
        assertThat(season.leader(season.first)
                        .put(cell(report, budget), 7, value(98))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void ofTwoWhoSaveAtTheSameMomentOneIsToldSo() throws InterruptedException {
        var report = season.report(period, season.first);
        var one = season.officer(season.first);
        var other = season.leader(season.first);
        var statuses = new java.util.concurrent.ConcurrentLinkedQueue<Integer>();
        for (int round = 0; round < 10; round++) {
            var version = round;
            var first = Thread.ofVirtual()
                    .start(() -> statuses.add(one.put(cell(report, budget), version, value(version))
                            .status()));
            var second = Thread.ofVirtual()
                    .start(() -> statuses.add(other.put(cell(report, budget), version, value(version + 0.5))
                            .status()));
            first.join();
            second.join();
        }
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(10);
        assertThat(statuses).filteredOn(status -> status == 412).hasSize(10);
        assertThat(season.officer(season.first)
                        .get(cell(report, budget) + "/history")
                        .body()
                        .size())
                .isEqualTo(10);
    }

    @Test
    void aClosedPeriodSaysWhenItClosedAndWhoCanOpenItAndOneNotYetOpenToo() {
        var report = season.report(period, season.first);
        var officer = season.officer(season.first);
        season.clock("11 days 1 hour");
        var closed = officer.with("Accept-Language", "en").put(cell(report, budget), 0, value(1));
        assertThat(closed.problem()).isEqualTo("period-closed");
        assertThat(closed.body().path("closedAt").asString()).isNotEmpty();
        assertThat(closed.body().path("detail").asString())
                .contains(closed.body().path("opener").asString(), "closed at");
        assertThat(closed.body().path("opener").asString()).startsWith("Đơn vị K");
        assertThat(officer.post("/api/v1/reports", Map.of("periodId", season.period("M9", 2), "unitId", season.first))
                        .problem())
                .isEqualTo("period-closed");
        season.clock("-2 hours");
        assertThat(officer.put(cell(report, budget), 0, value(1)).problem()).isEqualTo("period-not-open");
    }

    @Test
    void aReportIsHandedInWholeByTheLeaderAndThenStandsStill() {
        var report = season.report(period, season.first);
        var officer = season.officer(season.first);
        officer.put(cell(report, budget), 0, value(100));
        assertThat(post(officer, report, "submission", null).status()).isEqualTo(403);
        var leader = season.leader(season.first);
        var incomplete = post(leader, report, "submission", null);
        assertThat(incomplete.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/cells/" + poor);
        officer.put(cell(report, poor), 0, NOT_APPLICABLE);
        var submitted = post(leader, report, "submission", null);
        assertThat(submitted.body().path("report").path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(submitted.body().path("report").path("daysLate").asInt(-1)).isZero();
        assertThat(submitted.body().path("writable").asString()).isEqualTo("NOT_WITH_UNIT");
        assertThat(submitted.body().path("lock").path("text").asString()).isNotBlank();
        assertThat(officer.put(cell(report, budget), 1, value(101)).problem()).isEqualTo("report-not-editable");
        assertThat(post(leader, report, "submission", null).problem()).isEqualTo("report-not-editable");
    }

    @Test
    void lateIsCountedInBegunDays() {
        var report = season.report(period, season.first);
        season.indicators.forEach(i -> season.officer(season.first).put(cell(report, i), 0, value(1)));
        season.clock("10 days 2 hours");
        assertThat(state(report)).isEqualTo("LATE");
        post(season.leader(season.first), report, "submission", null);
        var punctual = catalogue.service.bean(ReportFacts.class).punctuality(period);
        assertThat(punctual)
                .filteredOn(p -> p.unitId().equals(season.first))
                .extracting("daysLate")
                .containsExactly(1);
        assertThat(punctual)
                .filteredOn(p -> p.unitId().equals(season.second))
                .extracting("daysLate")
                .containsOnlyNulls();
    }

    @Test
    void aVerifiedValueStandsBesideTheReportedOneAndADifferenceNeedsItsReason() {
        var report = season.submitted(period, season.first, 150);
        var verifier = season.at(season.first, "VERIFIER");
        assertThat(post(verifier, report, "verifications", Map.of("indicatorId", budget, "value", 140))
                        .body()
                        .path("errors")
                        .path(0)
                        .path("pointer")
                        .asString())
                .isEqualTo("/reason");
        var same = post(season.standing(), report, "verifications", Map.of("indicatorId", poor, "value", 150.0));
        assertThat(same.status()).as(same.text()).isEqualTo(201);
        var corrected = post(
                season.officer(season.head),
                report,
                "verifications",
                Map.of("indicatorId", budget, "value", 144, "reason", "theo số của thuế"));
        assertThat(corrected.body().path("cell").path("value").asInt()).isEqualTo(150);
        assertThat(corrected.body().path("verified").path("value").asInt()).isEqualTo(144);
        assertThat(corrected
                        .body()
                        .path("verifiedPercentOfPlan")
                        .path("percent")
                        .asInt())
                .isEqualTo(120);
        var fact = catalogue.service.bean(ReportFacts.class).of(period, season.first).stream()
                .filter(f -> f.indicatorId().equals(budget))
                .findFirst()
                .orElseThrow();
        assertThat(fact.reported()).isEqualByComparingTo("150");
        assertThat(fact.verified()).isEqualByComparingTo("144");
        assertThat(String.valueOf(fact.verificationId()))
                .isEqualTo(corrected.body().path("verified").path("id").asString());
        assertThat(fact.handedIn()).isTrue();
    }

    @Test
    void whatIsFoundIsOfTheIndicatorsKindLikeWhatWasReported() throws SQLException {
        var own = new LivingSeason(catalogue);
        var jobs = own.indicator("COUNT", "RAISE", 0, false);
        var portal = own.indicator("YES_NO", "RAISE", 0, false);
        var standard = own.levels("Khá", "Tốt");
        var report = own.submitted(own.promised().period("YEAR", 10), own.first, 1);
        var verifier = own.at(own.first, "VERIFIER");
        for (var wrong : Map.of(jobs, 2.5, portal, 2, standard, 3).entrySet()) {
            var refused = post(
                    verifier,
                    report,
                    "verifications",
                    Map.of("indicatorId", wrong.getKey(), "value", wrong.getValue(), "reason", "đếm lại"));
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/value");
        }
        assertThat(post(
                                verifier,
                                report,
                                "verifications",
                                Map.of("indicatorId", standard, "value", 2, "reason", "đủ minh chứng"))
                        .status())
                .isEqualTo(201);
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("""
                            insert into verification (report_id, indicator_id, revision_id, reported, value, reason, actor_kind, actor, mandate_id)
                            select report_id, indicator_id, revision_id, value, 7, 'x', 'PERSON', 'x', gen_random_uuid()
                            from report_cell where report_id = '%s' and indicator_id = '%s'""".formatted(report, portal)))
                    .hasMessageContaining("not one of the answers");
        }
    }

    @Test
    void theDatabaseItselfAsksForTheReasonAndKeepsHistory() throws SQLException {
        var report = season.submitted(period, season.first, 150);
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("""
                            insert into verification (report_id, indicator_id, revision_id, reported, value, actor_kind, actor, mandate_id)
                            select report_id, indicator_id, revision_id, value, 1, 'PERSON', 'x', gen_random_uuid()
                            from report_cell where report_id = '%s'""".formatted(report)))
                    .hasMessageContaining("verification_reason");
            assertThatThrownBy(() -> statement.executeUpdate("update cell_revision set value = 1"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.executeUpdate("delete from verification"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aReturnedReportIsMendedAndHandedInAgainAndItsVerificationIsOfTheOldValueOnly() {
        var report = season.submitted(period, season.first, 150);
        post(season.standing(), report, "verifications", Map.of("indicatorId", budget, "value", 150));
        var returned = post(season.standing(), report, "return", Map.of("reason", "thiếu một xóm"));
        assertThat(returned.body().path("returnedBecause").asString()).isEqualTo("thiếu một xóm");
        season.officer(season.first).put(cell(report, budget), 1, value(160));
        assertThat(row(report, budget).path("verified").isNull()).isTrue();
        post(season.leader(season.first), report, "submission", null);
        var accepted = post(season.officer(season.head), report, "acceptance", null);
        assertThat(accepted.body().path("report").path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(post(season.standing(), report, "return", Map.of("reason", "muộn"))
                        .problem())
                .isEqualTo("report-not-submitted");
        var history = season.standing().get(cell(report, budget) + "/history").body();
        assertThat(history.findValuesAsString("kind")).containsExactly("REVISION", "VERIFICATION", "REVISION");
        assertThat(history.path(0).path("role").asString()).isEqualTo("UNIT_OFFICER");
        assertThat(history.path(0).path("roleUnitName").asString()).startsWith("Đơn vị K");
        assertThat(history.path(2).path("value").asInt()).isEqualTo(160);
    }

    @Test
    void aReportReturnedAfterTheClosingMayBeMendedUntilTheMomentThatWasSaid() {
        var report = season.submitted(period, season.first, 150);
        season.clock("20 days");
        var officer = season.officer(season.first);
        post(season.standing(), report, "return", Map.of("reason", "sửa số"));
        assertThat(officer.put(cell(report, budget), 1, value(1)).problem()).isEqualTo("period-closed");
        season.clock("0");
        post(season.leader(season.first), report, "submission", null);
        season.clock("20 days");
        var until = java.time.Instant.now()
                .plus(java.time.Duration.ofDays(20).plusHours(1))
                .toString();
        assertThat(post(season.standing(), report, "return", Map.of("reason", "sửa số", "openUntil", until))
                        .status())
                .isEqualTo(200);
        assertThat(officer.put(cell(report, budget), 1, value(1)).status()).isEqualTo(200);
        season.clock("20 days 2 hours");
        assertThat(officer.put(cell(report, budget), 2, value(2)).problem()).isEqualTo("period-closed");
    }

    @Test
    void theHeadJudgesTheOthersButNotItself() {
        var own = season.submitted(period, season.head, 150);
        var head = season.leader(season.head);
        var refused = post(head, own, "acceptance", null);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(post(season.standing(), own, "acceptance", null).status()).isEqualTo(200);
        var other = season.submitted(period, season.second, 150);
        assertThat(post(head, other, "acceptance", null).status()).isEqualTo(200);
    }

    @Test
    void theBoardShowsEveryMemberToOrganiserAndHeadAndAUnitItselfOnly() {
        var report = season.report(period, season.first);
        season.officer(season.first).put(cell(report, budget), 0, value(1));
        var board = "/api/v1/reports?periodId=" + period;
        for (var all : List.of(season.standing(), season.officer(season.head))) {
            var lines = all.get(board).body().path("items");
            assertThat(lines.size()).isEqualTo(3);
            assertThat(lines.findValuesAsString("state"))
                    .containsExactlyInAnyOrder("IN_WORK", "NOT_STARTED", "NOT_STARTED");
        }
        var own = season.officer(season.first).get("/api/v1/reports").body().path("items");
        assertThat(own.size()).isEqualTo(1);
        assertThat(own.path(0).path("filled").asInt() + "/"
                        + own.path(0).path("total").asInt())
                .isEqualTo("1/2");
        assertThat(season.officer(season.second)
                        .get("/api/v1/reports/" + report)
                        .status())
                .isEqualTo(404);
        assertThat(season.officer(season.second)
                        .put(cell(report, budget), 1, value(1))
                        .status())
                .isEqualTo(404);
        assertThat(season.at(season.second, "VERIFIER")
                        .get("/api/v1/reports/" + report)
                        .status())
                .isEqualTo(404);
        var first = season.standing().get(board + "&limit=2").body();
        var rest = season.standing()
                .get(board + "&limit=2&after=" + first.path("next").asString())
                .body();
        assertThat(rest.path("items").size()).isEqualTo(1);
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void whereTheRegulationInForceSaysSoMembersSeeWhatOthersHandedInAndOnlyThat() {
        var submitted = season.submitted(period, season.first, 150);
        var unfinished = season.report(period, season.head);
        var fellow = season.officer(season.second);
        assertThat(fellow.get("/api/v1/reports/" + submitted).status()).isEqualTo(404);

        season.figuresAreShared("DRAFT");
        assertThat(fellow.get("/api/v1/reports/" + submitted).status()).isEqualTo(404);

        season.figuresAreShared("ADOPTED");
        assertThat(row(fellow.get("/api/v1/reports/" + submitted).body(), budget)
                        .path("cell")
                        .path("value")
                        .asInt())
                .isEqualTo(150);
        assertThat(fellow.get("/api/v1/reports/" + unfinished).status()).isEqualTo(404);
        assertThat(fellow.get("/api/v1/reports?periodId=" + period).body().findValuesAsString("unitId"))
                .containsExactlyInAnyOrder(season.first.toString(), season.second.toString());
        var refused = post(fellow, submitted, "acceptance", null);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(fellow.put(cell(submitted, budget), 1, value(1)).status()).isEqualTo(403);
        assertThat(season.officer(UUID.randomUUID())
                        .get("/api/v1/reports/" + submitted)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoHandedAReportInDoesNotJudgeItWhateverMandatesHeHolds() throws SQLException {
        var report = season.report(period, season.first);
        for (var indicator : List.of(budget, poor)) {
            season.officer(season.first).put(cell(report, indicator), 0, value(150));
        }
        var account = "many-hats-" + UUID.randomUUID();
        catalogue.known.person(
                account,
                Map.of("UNIT_LEADER", season.first, "VERIFIER", season.first, "STANDING_OFFICER", season.organiser));
        var both = catalogue.service.api().as(TestIssuer.instance().person(account));
        assertThat(post(both, report, "submission", null).status()).isEqualTo(200);

        var verified = post(both, report, "verifications", Map.of("indicatorId", budget, "value", 150));

        assertThat(verified.status()).isEqualTo(403);
        assertThat(verified.body().path("detail").asString()).contains("đã gửi báo cáo");
        assertThat(post(both, report, "acceptance", null).status()).isEqualTo(403);
        assertThat(post(both, report, "return", Map.of("reason", "nhầm")).status())
                .isEqualTo(403);
        try (var connection = catalogue.service.database().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("""
                            insert into verification (report_id, indicator_id, revision_id, reported, value, actor_kind, actor, mandate_id)
                            select report_id, indicator_id, revision_id, value, value, 'PERSON', '%s', gen_random_uuid()
                            from report_cell where report_id = '%s'""".formatted(account, report)))
                    .hasMessageContaining("who handed the report in");
        }
        assertThat(post(season.standing(), report, "acceptance", null).status()).isEqualTo(200);
    }

    @Test
    void theLastValueIsThatOfTheEarlierPeriod() {
        season.submitted(period, season.first, 50);
        season.clock("1 day");
        var later = season.period("M9", 20);
        season.clock("0");
        var now = java.time.Instant.now();
        var moved = Map.of(
                "name",
                "9 tháng",
                "reason",
                "vì thử",
                "opensAt",
                now.minusSeconds(60).toString(),
                "dueAt",
                now.plusSeconds(9000).toString(),
                "closesAt",
                now.plusSeconds(9000).toString());
        season.standing().put("/api/v1/periods/" + later, 1, moved);
        var report = season.report(later, season.first);
        assertThat(row(report, budget).path("lastValue").asInt()).isEqualTo(50);
    }

    @Test
    void aValueFitsItsIndicator() {
        var report = season.report(period, season.first);
        var officer = season.officer(season.first);
        assertThat(code(officer.put(cell(report, budget), 0, value(1.234)))).isEqualTo("decimals");
        assertThat(code(officer.put(cell(report, poor), 0, value(-1)))).isEqualTo("not-negative");
        assertThat(code(officer.put(cell(report, budget), 0, value(1e16)))).isEqualTo("range");
        assertThat(officer.put(cell(report, UUID.randomUUID()), 0, value(1)).status())
                .isEqualTo(404);
    }

    @Test
    void aReportNeedsFrozenTargetsAndAMember() {
        var open = new LivingSeason(catalogue);
        open.indicator("QUANTITY", "RAISE", 2, false);
        var early = open.period("H1", 5);
        assertThat(open.officer(open.first)
                        .post("/api/v1/reports", Map.of("periodId", early, "unitId", open.first))
                        .problem())
                .isEqualTo("targets-not-frozen");
        var stranger = LivingSeason.unit(catalogue);
        assertThat(season.officer(stranger)
                        .post("/api/v1/reports", Map.of("periodId", period, "unitId", stranger))
                        .status())
                .isEqualTo(422);
    }

    private static String code(Api.Answer answer) {
        return answer.body().path("errors").path(0).path("code").asString();
    }

    private static Api.Answer post(Api by, UUID report, String what, @org.jspecify.annotations.Nullable Object body) {
        return by.post("/api/v1/reports/" + report + "/" + what, body);
    }

    private String state(UUID report) {
        return grid(report).path("report").path("state").asString();
    }

    private int filled(UUID report) {
        return grid(report).path("report").path("filled").asInt();
    }

    private JsonNode grid(UUID report) {
        return season.standing().get("/api/v1/reports/" + report).body();
    }

    private JsonNode row(UUID report, UUID indicator) {
        return row(grid(report), indicator);
    }

    private static JsonNode row(JsonNode grid, UUID indicator) {
        for (var row : grid.path("rows")) {
            if (row.path("indicatorId").asString().equals(indicator.toString())) {
                return row;
            }
        }
        throw new AssertionError("no row for " + indicator);
    }
}
