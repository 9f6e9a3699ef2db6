package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

/** A movement from its launch to its closing: answered below, joined, reported, reviewed. */
class MovementCourseIT {
    private static final Province PROVINCE = Province.instance();

    private final MovementWork work = MovementWork.anew();
    private final UUID unit = work.below();
    private final Api officer = MovementWork.officerOf(unit);

    @Test
    void aMovementGoesFromItsLaunchOverReportsAndReviewsToItsClosing() {
        assertThat(work.course().path("text").asString()).isEqualTo("Thi đua hoàn thành xuất sắc nhiệm vụ");
        var participation = Draft.ok(work.join(officer, unit)).id();
        Draft.ok(work.report(officer, participation, MovementWork.newReport("MID_TERM")));
        Draft.ok(work.review("MID_TERM"));
        Draft.ok(work.report(officer, participation, MovementWork.newReport("FINAL")));
        var shown = work.participations().path(0);
        assertThat(shown.path("unitName").asString()).isEqualTo("Xã hưởng ứng");
        assertThat(shown.path("reports").findValuesAsString("kind")).containsExactly("MID_TERM", "FINAL");
        assertThat(shown.path("reports").path(1).path("amount").decimalValue()).isEqualByComparingTo("1250000000.5");
        Draft.ok(work.review("FINAL"));
        var closed = Draft.ok(work.close(null)).body();
        assertThat(closed.path("movement").path("state").asString()).isEqualTo("CLOSED");
        assertThat(closed.path("movement").path("joined").asInt()).isEqualTo(1);
        assertThat(closed.path("reviews").findValuesAsString("kind")).containsExactlyInAnyOrder("MID_TERM", "FINAL");
        assertThat(closed.path("closedOn").asString()).isEqualTo(MovementWork.CLOSED.toString());
        assertThat(audited())
                .containsExactly(
                        "movement.launched",
                        "movement.joined",
                        "movement.reported",
                        "movement.reviewed",
                        "movement.reported",
                        "movement.reviewed",
                        "movement.closed");
    }

    @Test
    void itsPlannedTimeSaysHowLongItLasts() {
        assertThat(work.course().path("movement").path("length").asString()).isEqualTo("UNDER_ONE_YEAR");
        var body = ClusterTargets.because(
                MovementWork.planned(work.launcher, null, "2026-01-01", "2030-12-31"), "seasonId", "launchedByUnitId");
        assertThat(Draft.ok(work.office.put(work.path, 1, body))
                        .body()
                        .path("length")
                        .asString())
                .isEqualTo("FIVE_YEARS_OR_MORE");
        body.put("plannedTo", null);
        assertThat(Draft.ok(work.office.put(work.path, 2, body))
                        .body()
                        .path("length")
                        .asString())
                .isEqualTo("UNKNOWN");
        body.put("plannedTo", "2025-12-31");
        assertThat(pointer(work.office.put(work.path, 3, body))).isEqualTo("/plannedTo");
        body.put("plannedFrom", null);
        assertThat(pointer(work.office.put(work.path, 3, body))).isEqualTo("/plannedFrom");
    }

    @Test
    void aUnitBelowAnswersAHigherMovementAndTheTreeShowsIt() {
        var child = MovementWork.of(unit, answering(unit, work.id));
        var hamlet = child.below();
        var grandchild = MovementWork.of(hamlet, answering(hamlet, child.id));
        var nodes = Draft.ok(officer.get(work.path + "/tree")).body().path("nodes");
        assertThat(nodes.findValuesAsString("id"))
                .containsExactly(work.id.toString(), child.id.toString(), grandchild.id.toString());
        assertThat(nodes.findValuesAsString("depth")).containsExactly("0", "1", "2");
        assertThat(child.course().path("parentName").asString())
                .isEqualTo(work.course().path("movement").path("name").asString());
        var agency = PROVINCE.agency(PROVINCE.agencyWithMandate(unit), "clusters.read");
        assertThat(agency.get(work.path + "/tree").status()).isEqualTo(404);
        assertThat(Draft.ok(agency.get(child.path + "/tree")).body().path("nodes"))
                .hasSize(2);
    }

    @Test
    void aMemberOrTheClusterAnswersWithinItsSeason() {
        var assembly = Assembly.of(2);
        var province = MovementWork.at(PROVINCE.id);
        var body = MovementWork.planned(assembly.organiser, assembly.season, "2026-01-01", "2026-12-31");
        body.put("parentId", province.id);
        assertThat(Draft.ok(assembly.leader(0).post("/api/v1/movements", body))
                        .body()
                        .path("parentId")
                        .asString())
                .isEqualTo(province.id.toString());
    }

    @Test
    void nobodyAnswersAMovementThatIsNotAboveOrAnswersItself() {
        var stranger = PROVINCE.unit("Sở khác", PROVINCE.id);
        var strangers = MovementWork.officerOf(stranger);
        assertThat(pointer(strangers.post("/api/v1/movements", answering(stranger, work.id))))
                .isEqualTo("/parentId");
        assertThat(pointer(strangers.post("/api/v1/movements", answering(stranger, UUID.randomUUID()))))
                .isEqualTo("/parentId");
        var again = MovementWork.of(work.launcher, answering(work.launcher, work.id));
        var circle = ClusterTargets.because(answering(work.launcher, again.id), "seasonId", "launchedByUnitId");
        assertThat(pointer(work.office.put(work.path, 1, circle))).isEqualTo("/parentId");
        assertThatThrownBy(() -> Assembly.sql("""
                        select set_config('thidua.reason', 'thử', false);
                        update movement set parent_id = '%s' where id = '%s'
                        """.formatted(again.id, work.id)))
                .hasMessageContaining("update movement");
        assertThat(work.course().path("parentName").isNull()).isTrue();
    }

    @Test
    void aUnitUnderTheLaunchingOneJoinsAndNobodyElse() {
        assertThat(pointer(work.join(MovementWork.officerOf(work.launcher), work.launcher)))
                .isEqualTo("/unitId");
        var stranger = PROVINCE.unit("Xã nơi khác", PROVINCE.id);
        assertThat(pointer(work.join(MovementWork.officerOf(stranger), stranger)))
                .isEqualTo("/unitId");
        assertThat(work.join(work.office, unit).status())
                .as("the unit says it itself")
                .isEqualTo(403);
        var late = MovementWork.newParticipation(unit);
        late.put("joinedOn", MovementWork.TO.plusDays(1).toString());
        assertThat(pointer(officer.post(work.path + "/participations", late))).isEqualTo("/joinedOn");
        late.put("joinedOn", "2199-01-01");
        assertThat(pointer(officer.post(work.path + "/participations", late))).isEqualTo("/joinedOn");
        assertThat(work.participations()).isEmpty();
    }

    @Test
    void aMovementOfASeasonIsJoinedByItsMembers() {
        var assembly = Assembly.of(2);
        var movement = MovementWork.of(
                assembly.organiser,
                MovementWork.planned(assembly.organiser, assembly.season, MovementWork.FROM.toString(), null));
        Draft.ok(movement.join(assembly.leader(1), assembly.unit(1)));
        var below = PROVINCE.unit("Phòng không trong cụm", assembly.organiser);
        assertThat(pointer(movement.join(MovementWork.officerOf(below), below))).isEqualTo("/unitId");
    }

    @Test
    void manyJoiningAtOnceAreCountedOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = new ArrayList<Callable<Api.Answer>>();
            for (int i = 0; i < 8; i++) {
                attempts.add(() -> work.join(officer, unit));
            }
            var statuses = new ArrayList<Integer>();
            for (var done : threads.invokeAll(attempts)) {
                statuses.add(done.get().status());
            }
            assertThat(statuses)
                    .contains(201)
                    .allMatch(status -> List.of(201, 409, 503).contains(status));
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        }
        assertThat(work.course().path("movement").path("joined").asInt()).isEqualTo(1);
        assertThat(work.join(officer, unit).problem()).isEqualTo("already-recorded");
    }

    @Test
    void aUnitWithdrawsWithAReasonAndMayJoinAgain() {
        var participation = work.joined(unit);
        var without = officer.post(work.path + "/participations/" + participation + "/withdrawal", Map.of());
        assertThat(pointer(without)).isEqualTo("/reason");
        assertThat(work.leave(work.office, participation).status()).isEqualTo(403);
        assertThat(work.leave(officer, participation).status()).isEqualTo(204);
        assertThat(work.leave(officer, participation).status()).isEqualTo(409);
        assertThat(work.participations().path(0).path("withdrawnBecause").asString())
                .isEqualTo("bận chống bão");
        assertThat(work.report(officer, participation, MovementWork.newReport("FINAL"))
                        .status())
                .isEqualTo(409);
        assertThat(work.course().path("movement").path("joined").asInt()).isZero();
        work.joined(unit);
        assertThat(work.participations()).hasSize(2);
    }

    @Test
    void whoReportedDoesNotWithdraw() {
        var participation = work.joined(unit);
        Draft.ok(work.report(officer, participation, MovementWork.newReport("MID_TERM")));
        assertThat(work.leave(officer, participation).problem()).isEqualTo("conflict");
        assertThatThrownBy(
                        () -> Assembly.sql("update movement_participation set withdrawn_because = 'x' where id = '%s'"
                                .formatted(participation)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aReportIsCorrectedUntilTheMovementIsReviewed() {
        var participation = work.joined(unit);
        var body = MovementWork.newReport("FINAL");
        var first = Draft.ok(work.report(officer, participation, body));
        assertThat(first.header("ETag")).isEqualTo("\"1\"");
        assertThat(work.report(officer, participation, body)
                        .body()
                        .path("existingId")
                        .asString())
                .isEqualTo(first.id().toString());
        body.put("persons", 125);
        assertThat(work.correct(officer, participation, first.id(), 7, body).status())
                .isEqualTo(412);
        var corrected = Draft.ok(work.correct(officer, participation, first.id(), 1, body));
        assertThat(corrected.header("ETag")).isEqualTo("\"2\"");
        assertThat(corrected.body().path("persons").asInt()).isEqualTo(125);
        assertThat(work.correct(work.office, participation, first.id(), 2, body).status())
                .isEqualTo(403);
        body.put("kind", "MID_TERM");
        assertThat(work.correct(officer, participation, first.id(), 2, body).status())
                .isEqualTo(404);
        body.put("kind", "FINAL");
        var review = Draft.ok(work.review("FINAL")).id();
        assertThat(work.correct(officer, participation, first.id(), 2, body).status())
                .isEqualTo(409);
        assertThat(work.report(officer, participation, MovementWork.newReport("MID_TERM"))
                        .status())
                .as("the end is reviewed, so the middle is")
                .isEqualTo(409);
        assertThat(work.review("FINAL").problem()).isEqualTo("already-recorded");
        var back = work.office.post(
                work.path + "/reviews/" + review + "/withdrawal", Map.of("reason", "còn đơn vị chưa báo cáo"));
        assertThat(back.status()).isEqualTo(204);
        Draft.ok(work.correct(officer, participation, first.id(), 2, body));
    }

    @Test
    void aReportIsOfADayThatHasComeAndOfNothingLessThanNothing() {
        var participation = work.joined(unit);
        var body = MovementWork.newReport("FINAL");
        body.put("reportedOn", "2199-01-01");
        assertThat(pointer(work.report(officer, participation, body))).isEqualTo("/reportedOn");
        body.put("reportedOn", MovementWork.FROM.plusDays(13).toString());
        assertThat(pointer(work.report(officer, participation, body))).isEqualTo("/reportedOn");
        body.put("reportedOn", MovementWork.TO.toString());
        body.put("amount", -1);
        assertThat(pointer(work.report(officer, participation, body))).isEqualTo("/amount");
        body.put("amount", 0.001);
        assertThat(pointer(work.report(officer, participation, body))).isEqualTo("/amount");
    }

    @Test
    void aMovementIsClosedWithItsFinalReviewOrAReason() {
        assertThat(work.close(null).status()).isEqualTo(409);
        assertThatThrownBy(() -> Assembly.sql(
                        "update movement set state = 'CLOSED', closed_on = kit.business_today() where id = '%s'"
                                .formatted(work.id)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(work.office
                        .with("If-Match", "\"9\"")
                        .post(work.path + "/closing", MovementWork.newClosing("thử"))
                        .status())
                .isEqualTo(412);
        var closed = Draft.ok(work.close("sáp nhập đơn vị phát động"));
        assertThat(closed.header("ETag")).isEqualTo("\"2\"");
        assertThat(closed.body().path("closedBecause").asString()).isEqualTo("sáp nhập đơn vị phát động");
        assertThat(work.close("lần nữa").status()).isEqualTo(409);
    }

    @Test
    void afterTheClosingNobodyJoinsReportsOrReviewsUntilItIsOpenAgain() {
        var participation = work.joined(unit);
        Draft.ok(work.close("dừng"));
        var other = work.below();
        assertThat(work.join(MovementWork.officerOf(other), other).status()).isEqualTo(409);
        assertThat(work.leave(officer, participation).status()).isEqualTo(409);
        assertThat(work.report(officer, participation, MovementWork.newReport("FINAL"))
                        .status())
                .isEqualTo(409);
        assertThat(work.review("FINAL").status()).isEqualTo(409);
        var correction =
                ClusterTargets.because(Competition.newMovement(work.launcher, null), "seasonId", "launchedByUnitId");
        assertThat(work.office.put(work.path, 2, correction).status()).isEqualTo(409);
        for (var bypass : List.of(
                "update movement set state = 'OPEN', closed_on = null, closed_because = null where id = '%s'",
                "insert into movement_participation (movement_id, unit_id, joined_on) values ('%s', '" + other
                        + "', kit.business_today())",
                "insert into movement_review (movement_id, kind, reviewed_on, body) values ('%s', 'FINAL', kit.business_today(), 'x')",
                "delete from movement where id = '%s'")) {
            assertThatThrownBy(() -> Assembly.sql(bypass.formatted(work.id)))
                    .as(bypass)
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> Assembly.sql("""
                        insert into movement_report (participation_id, kind, reported_on, body) values ('%s', 'FINAL', kit.business_today(), 'x')
                        """.formatted(participation))).isInstanceOf(IllegalStateException.class);
        assertThat(pointer(work.reopen(" "))).isEqualTo("/reason");
        var reopened = Draft.ok(work.reopen("đóng nhầm")).body();
        assertThat(reopened.path("movement").path("state").asString()).isEqualTo("OPEN");
        assertThat(reopened.path("reopenedBecause").asString()).isEqualTo("đóng nhầm");
        assertThat(work.reopen("lần nữa").status()).isEqualTo(409);
        Draft.ok(work.report(officer, participation, MovementWork.newReport("FINAL")));
    }

    @Test
    void onlyWhoLaunchedItReviewsAndClosesIt() {
        work.joined(unit);
        assertThat(officer.post(work.path + "/reviews", MovementWork.newReview("FINAL"))
                        .status())
                .isEqualTo(403);
        assertThat(officer.with("If-Match", "\"1\"")
                        .post(work.path + "/closing", MovementWork.newClosing("thay họ"))
                        .status())
                .isEqualTo(403);
        var early = MovementWork.newReview("FINAL");
        early.put("reviewedOn", MovementWork.FROM.minusDays(1).toString());
        assertThat(pointer(work.office.post(work.path + "/reviews", early))).isEqualTo("/reviewedOn");
        early.put("reviewedOn", "2199-01-01");
        assertThat(pointer(work.office.post(work.path + "/reviews", early))).isEqualTo("/reviewedOn");
    }

    @Test
    void whatWasJoinedOrAnsweredIsNotTakenBack() {
        work.joined(unit);
        var withdrawn =
                work.office.with("If-Match", "\"1\"").post(work.path + "/withdrawal", Map.of("reason", "ghi nhầm"));
        assertThat(withdrawn.problem()).isEqualTo("record-relied-on");
        assertThat(withdrawn.body().path("standing").findValuesAsString("what")).containsExactly("PARTICIPATION");
    }

    @Test
    void whatIsOwedOfAMovementThatIsOverWaitsForTheUnits() {
        var participation = work.joined(unit);
        assertThat(waiting(officer)).containsExactly("MOVEMENT_REPORT");
        assertThat(waiting(work.office)).containsExactly("MOVEMENT_CLOSE");
        var task = officer.get("/api/v1/tasks").body().path("items").path(0);
        assertThat(task.path("text").asString()).startsWith("Báo cáo kết quả phong trào: Phong trào ");
        assertThat(task.path("aboutId").asString()).isEqualTo(work.id.toString());
        assertThat(task.path("seasonId").isNull()).isTrue();
        assertThat(task.path("late").asBoolean()).isTrue();
        Draft.ok(work.report(officer, participation, MovementWork.newReport("FINAL")));
        assertThat(waiting(officer)).isEmpty();
        Draft.ok(work.close("dừng"));
        assertThat(waiting(work.office)).isEmpty();
    }

    @Test
    void nothingIsOwedOfAMovementThatGoesOnOrWasRecordedAfterwards() {
        var endless = MovementWork.planned(work.launcher, null, MovementWork.FROM.toString(), "2199-12-31");
        endless.put("reportingDays", List.of());
        var going = MovementWork.of(work.launcher, endless);
        var recorded = MovementWork.planned(work.launcher, null, "2016-01-01", "2020-12-31");
        recorded.put("provenance", "IN_DOCUMENT");
        recorded.put("source", "Báo cáo tổng kết");
        var past = MovementWork.of(work.launcher, recorded);
        Draft.ok(going.join(officer, unit));
        assertThat(waiting(officer)).isEmpty();
        assertThat(waiting(past.office)).as("the one that is over").containsExactly("MOVEMENT_CLOSE");
    }

    @Test
    void inASeasonItsListAndItsMembersAreToldToo() {
        var assembly = Assembly.of(2);
        var movement = MovementWork.of(
                assembly.organiser,
                MovementWork.planned(
                        assembly.organiser, assembly.season, MovementWork.FROM.toString(), MovementWork.TO.toString()));
        var participation =
                Draft.ok(movement.join(assembly.leader(1), assembly.unit(1))).id();
        assertThat(waiting(assembly.leader(1))).containsExactly("MOVEMENT_REPORT");
        assertThat(waiting(assembly.leader(0))).contains("MOVEMENT_CLOSE");
        assertThat(assembly.due("MOVEMENT_CLOSE")).isEqualTo("LATE");
        Draft.ok(movement.report(assembly.leader(1), participation, MovementWork.newReport("FINAL")));
        assertThat(waiting(assembly.leader(1))).isEmpty();
        Draft.ok(movement.close("dừng"));
        assertThat(assembly.due("MOVEMENT_CLOSE")).isEqualTo("DONE");
    }

    @Test
    void statisticsCountWhatBeganInAYearByLevelKindAndLength() {
        var year = MovementWork.FROM.getYear();
        MovementWork.of(unit, MovementWork.planned(unit, null, year + "-01-01", year + "-12-31"));
        var special = MovementWork.planned(unit, null, year + "-05-01", year + "-05-31");
        special.put("kind", "SPECIAL");
        MovementWork.of(unit, special);
        MovementWork.of(unit, MovementWork.planned(unit, null, (year - 1) + "-12-31", year + "-12-30"));
        var path = "/api/v1/movements/statistics?year=" + year + "&unitId=" + work.launcher;
        var counted = Draft.ok(officer.get(path)).body();
        assertThat(counted.path("movements").asInt()).isEqualTo(3);
        assertThat(counted.path("counts")
                        .valueStream()
                        .map(count -> count.path("kind").asString() + " "
                                + count.path("length").asString() + " "
                                + count.path("movements").asInt()))
                .containsExactlyInAnyOrder(
                        "THEMATIC UNDER_ONE_YEAR 1", "THEMATIC ONE_YEAR 1", "SPECIAL UNDER_ONE_YEAR 1");
        var agency = PROVINCE.agency(PROVINCE.agencyWithMandate(unit), "clusters.read");
        assertThat(Draft.ok(agency.get(path)).body().path("movements").asInt())
                .as("only what units under its mandate launched")
                .isEqualTo(2);
        assertThat(officer.get("/api/v1/movements/statistics?year=999999").status())
                .isEqualTo(400);
    }

    @Test
    void aListIsNarrowedByNameWithoutAccentsByKindLevelAndState() {
        var body = MovementWork.planned(unit, null, "2026-01-01", "2026-12-31");
        body.put("name", "Chung tay xóa nhà tạm");
        body.put("kind", "SPECIAL");
        var found = MovementWork.of(unit, body);
        var other = MovementWork.of(unit, MovementWork.planned(unit, null, null, null));
        Draft.ok(other.close("dừng"));
        for (var filter : List.of("q=xoa%20nha%20TAM", "kind=SPECIAL", "state=OPEN", "level=UNIT&q=tay")) {
            assertThat(officer.get("/api/v1/movements?unitId=" + unit + "&" + filter)
                            .body()
                            .path("items")
                            .findValuesAsString("id"))
                    .as(filter)
                    .containsExactly(found.id.toString());
        }
    }

    private static Map<String, Object> answering(UUID unit, UUID parent) {
        var body = MovementWork.planned(unit, null, "2026-02-01", "2026-12-31");
        body.put("parentId", parent);
        return body;
    }

    private List<String> audited() {
        return List.of(Assembly.text("""
                        select string_agg(action, ',' order by id) from kit.audit where aggregate_id = '%s'
                        """.formatted(work.id)).split(",", -1));
    }

    private static String pointer(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.body().path("errors").path(0).path("pointer").asString("");
    }

    private static List<String> waiting(Api by) {
        return by.get("/api/v1/tasks").body().path("items").findValuesAsString("code");
    }
}
