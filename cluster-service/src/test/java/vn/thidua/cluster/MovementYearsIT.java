package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;

/** A movement of several years: reported and looked back at on each of its days, and reminded of by letter. */
class MovementYearsIT {
    private static final Province PROVINCE = Province.instance();
    private static final LocalDate TODAY = MovementWork.TODAY;
    private static final LocalDate FROM = TODAY.minusYears(2);
    private static final LocalDate FIRST = TODAY.minusDays(400);
    private static final LocalDate SECOND = TODAY.plusDays(5);
    private static final LocalDate THIRD = TODAY.plusDays(300);
    private static final LocalDate TO = TODAY.plusYears(2);

    private final UUID launcher = PROVINCE.unit("Sở phát động nhiều năm", PROVINCE.id);

    @Test
    void oneOfMoreThanAYearIsReportedAtEachYearEndUnlessDaysAreNamed() {
        var years = MovementWork.of(launcher, MovementWork.planned(launcher, null, "2026-03-01", "2029-02-28"));
        assertThat(days(years)).containsExactly("2026-12-31", "2027-12-31", "2028-12-31");
        var whole = MovementWork.of(launcher, MovementWork.planned(launcher, null, "2026-01-01", "2026-12-31"));
        assertThat(days(whole)).as("one year has its end").isEmpty();
        var named = several();
        assertThat(days(named)).containsExactly(FIRST.toString(), SECOND.toString(), THIRD.toString());
    }

    @Test
    void aDayLiesWithinTheMovementAndBeforeItsEnd() {
        for (var wrong : List.of(FROM.minusDays(1), TO, TO.plusDays(1))) {
            var body = body();
            body.put("reportingDays", List.of(wrong.toString()));
            assertThat(pointer(PROVINCE.administrator().post("/api/v1/movements", body)))
                    .isEqualTo("/reportingDays");
        }
    }

    @Test
    void aJoinedUnitReportsOnceForEachDayAndTheLauncherReviewsEachDayOnce() {
        var work = several();
        var unit = work.below();
        var officer = MovementWork.officerOf(unit);
        var participation = joined(work, officer, unit, FROM);
        Draft.ok(work.report(officer, participation, yearly(FIRST)));
        assertThat(work.report(officer, participation, yearly(FIRST)).problem()).isEqualTo("already-recorded");
        Draft.ok(work.report(officer, participation, yearly(SECOND)));
        assertThat(work.participations().path(0).path("reports").findValuesAsString("reportingDay"))
                .containsExactly(FIRST.toString(), SECOND.toString());
        assertThatThrownBy(() -> Assembly.sql("""
                        insert into movement_report (participation_id, kind, reporting_day, reported_on, body)
                        values ('%s', 'YEARLY', '%s', kit.business_today(), 'x')
                        """.formatted(participation, FIRST)))
                .hasStackTraceContaining("movement_report_once");
        var review = Draft.ok(work.office.post(work.path + "/reviews", review(FIRST)));
        assertThat(review.body().path("reportingDay").asString()).isEqualTo(FIRST.toString());
        assertThat(work.office.post(work.path + "/reviews", review(FIRST)).problem())
                .isEqualTo("already-recorded");
        Draft.ok(work.office.post(work.path + "/reviews", review(SECOND)));
    }

    @Test
    void whatIsReviewedForADayIsReportedNoMoreForThatDayOnly() {
        var work = several();
        var unit = work.below();
        var officer = MovementWork.officerOf(unit);
        var participation = joined(work, officer, unit, FROM);
        Draft.ok(work.office.post(work.path + "/reviews", review(FIRST)));
        assertThat(work.report(officer, participation, yearly(FIRST)).status()).isEqualTo(409);
        var second = Draft.ok(work.report(officer, participation, yearly(SECOND)));
        var corrected = yearly(SECOND);
        corrected.put("persons", 7);
        assertThat(Draft.ok(work.correct(officer, participation, second.id(), 1, corrected))
                        .body()
                        .path("persons")
                        .asInt())
                .isEqualTo(7);
        assertThat(work.correct(officer, participation, second.id(), 2, yearly(THIRD))
                        .status())
                .as("for another day")
                .isEqualTo(404);
    }

    @Test
    void aYearlyReportNamesADayOfTheScheduleAndNoOtherOneDoes() {
        var work = several();
        var unit = work.below();
        var officer = MovementWork.officerOf(unit);
        var participation = joined(work, officer, unit, FROM);
        var without = yearly(FIRST);
        without.remove("reportingDay");
        assertThat(pointer(work.report(officer, participation, without))).isEqualTo("/reportingDay");
        assertThat(pointer(work.report(officer, participation, yearly(FIRST.plusDays(1)))))
                .isEqualTo("/reportingDay");
        var last = yearly(FIRST);
        last.put("kind", "FINAL");
        assertThat(pointer(work.report(officer, participation, last))).isEqualTo("/reportingDay");
        assertThat(pointer(work.office.post(work.path + "/reviews", review(FIRST.plusDays(1)))))
                .isEqualTo("/reportingDay");
    }

    @Test
    void aDayForWhichWasReportedStaysInTheSchedule() {
        var work = several();
        var unit = work.below();
        var officer = MovementWork.officerOf(unit);
        Draft.ok(work.report(officer, joined(work, officer, unit, FROM), yearly(FIRST)));
        var moved = ClusterTargets.because(body(), "seasonId", "launchedByUnitId");
        moved.put("reportingDays", List.of(SECOND.toString()));
        assertThat(pointer(work.office.put(work.path, 1, moved))).isEqualTo("/reportingDays");
        assertThatThrownBy(() -> Assembly.sql("""
                        select set_config('thidua.reason', 'thử', false);
                        update movement set reporting_days = '{}' where id = '%s'
                        """.formatted(work.id)))
                .hasStackTraceContaining("a day for which was reported stays");
        moved.put("reportingDays", List.of(FIRST.toString()));
        Draft.ok(work.office.put(work.path, 1, moved));
        assertThat(days(work)).containsExactly(FIRST.toString());
    }

    @Test
    void eachDayThatHasComeOrComesWithinAWeekWaitsForTheUnitsAndPastOnesForTheLauncher() {
        var work = several();
        var early = work.below();
        var officer = MovementWork.officerOf(early);
        var participation = joined(work, officer, early, FROM);
        assertThat(waiting(officer)).containsExactly("MOVEMENT_REPORT " + FIRST, "MOVEMENT_REPORT " + SECOND);
        assertThat(officer.get("/api/v1/tasks").body().path("items").findValuesAsString("late"))
                .containsExactly("true", "false");
        assertThat(waiting(work.office)).containsExactly("MOVEMENT_REVIEW " + FIRST);
        var late = work.below();
        joined(work, MovementWork.officerOf(late), late, TODAY.minusDays(1));
        assertThat(waiting(MovementWork.officerOf(late)))
                .as("what was before it joined it does not report")
                .containsExactly("MOVEMENT_REPORT " + SECOND);
        Draft.ok(work.report(officer, participation, yearly(SECOND)));
        Draft.ok(work.office.post(work.path + "/reviews", review(FIRST)));
        assertThat(waiting(officer)).isEmpty();
        assertThat(waiting(work.office)).isEmpty();
    }

    @Test
    void inASeasonTheChecklistAndTheMembersAreToldOfItsDaysToo() {
        var assembly = Assembly.of(2);
        var body = MovementWork.planned(assembly.organiser, assembly.season, FROM.toString(), TO.toString());
        body.put("reportingDays", List.of(FIRST.toString()));
        var work = MovementWork.of(assembly.organiser, body);
        joined(work, assembly.leader(1), assembly.unit(1), FROM);
        assertThat(waiting(assembly.leader(1))).contains("MOVEMENT_REPORT " + FIRST);
        assertThat(assembly.due("MOVEMENT_REVIEW")).isEqualTo("LATE");
        Draft.ok(work.office.post(work.path + "/reviews", review(FIRST)));
        assertThat(assembly.due("MOVEMENT_REVIEW")).isEqualTo("DONE");
        assertThat(waiting(assembly.leader(1))).doesNotContain("MOVEMENT_REPORT " + FIRST);
    }

    @Test
    void unitsAreRemindedByLetterOutsideOfSeasonsToo() throws MessagingException, IOException {
        var work = several();
        var unit = work.below();
        var officer = MovementWork.officerOf(unit);
        var address = unit + "@thu.vn";
        Assembly.sql("update person set email = '%s' where id in (select person_id from mandate where unit_id = '%s')"
                .formatted(address, unit));
        joined(work, officer, unit, FROM);
        Post.remind();
        Post.remind();
        var told = messages(officer)
                .map(message -> message.path("code").asString() + " "
                        + message.path("stage").asString() + " "
                        + message.path("dueOn").asString())
                .toList();
        assertThat(told).containsExactlyInAnyOrder("MOVEMENT_REPORT LATE " + FIRST, "MOVEMENT_REPORT WEEK " + SECOND);
        var message = messages(officer).findFirst().orElseThrow();
        assertThat(message.path("seasonId").isNull()).isTrue();
        assertThat(message.path("aboutId").asString()).isEqualTo(work.id.toString());
        assertThat(messages(work.office).map(one -> one.path("code").asString()))
                .containsExactly("MOVEMENT_REVIEW");
        Post.deliver();
        var letters = Arrays.stream(Post.MAIL.getReceivedMessages())
                .filter(letter -> to(letter).equals(address))
                .toList();
        assertThat(letters).hasSize(1);
        assertThat((String) letters.getFirst().getContent())
                .contains("- Báo cáo kết quả phong trào: Phong trào ", "\n  Xã hưởng ứng")
                .doesNotContain("null");
    }

    private static String to(MimeMessage letter) {
        try {
            return letter.getAllRecipients()[0].toString();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Stream<JsonNode> messages(Api by) {
        return by.get("/api/v1/messages").body().path("items").valueStream();
    }

    private Map<String, Object> body() {
        var body = MovementWork.planned(launcher, null, FROM.toString(), TO.toString());
        body.put("reportingDays", List.of(THIRD.toString(), FIRST.toString(), SECOND.toString()));
        return body;
    }

    private MovementWork several() {
        return MovementWork.of(launcher, body());
    }

    private static UUID joined(MovementWork work, Api officer, UUID unit, LocalDate on) {
        return Draft.ok(officer.post(work.path + "/participations", Map.of("unitId", unit, "joinedOn", on.toString())))
                .id();
    }

    private static Map<String, Object> yearly(LocalDate day) {
        var body = MovementWork.newReport("YEARLY");
        body.put("reportingDay", day.toString());
        body.put("reportedOn", TODAY.toString());
        return body;
    }

    private static Map<String, Object> review(LocalDate day) {
        var body = new HashMap<>(MovementWork.newReview("YEARLY"));
        body.put("reportingDay", day.toString());
        body.put("reviewedOn", TODAY.toString());
        return body;
    }

    private static List<String> days(MovementWork work) {
        return work.course()
                .path("reportingDays")
                .valueStream()
                .map(day -> day.asString())
                .toList();
    }

    private static List<String> waiting(Api by) {
        return by.get("/api/v1/tasks")
                .body()
                .path("items")
                .valueStream()
                .map(task ->
                        task.path("code").asString() + " " + task.path("dueOn").asString())
                .toList();
    }

    private static String pointer(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.body().path("errors").path(0).path("pointer").asString("");
    }
}
