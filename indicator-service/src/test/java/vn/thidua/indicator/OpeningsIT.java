package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thidua.indicator.LivingSeason.cell;
import static vn.thidua.indicator.LivingSeason.value;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Api;

/** A unit that is late is let in again for a limited time, and sees why it was locked out and who can do that. */
class OpeningsIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);
    private final UUID budget = season.indicator("QUANTITY", "RAISE", 2, false);
    private final UUID period = season.promised().period("H1", 10);

    @AfterEach
    void theClockIsRightAgain() {
        season.clock("0");
    }

    @Test
    void oneUnitIsOpenedForAnHourAndTheOthersStayClosed() {
        var report = season.report(period, season.first);
        var officer = season.officer(season.first);
        season.clock("12 days");
        assertThat(officer.put(cell(report, budget), 0, value(100)).problem()).isEqualTo("period-closed");
        var opened = open(season.standing(), season.first, Duration.ofHours(1));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        assertThat(officer.put(cell(report, budget), 0, value(100)).status()).isEqualTo(200);
        assertThat(officer.post(
                                "/api/v1/reports/" + report + "/cells",
                                Map.of("cells", java.util.List.of(LivingSeason.pasted(budget, 1, 101))))
                        .status())
                .isEqualTo(200);
        assertThat(begin(season.second).problem()).isEqualTo("period-closed");
        var submitted = season.leader(season.first).post("/api/v1/reports/" + report + "/submission", null);
        assertThat(submitted.body().path("report").path("daysLate").asInt()).isEqualTo(3);
    }

    @Test
    void whoNeverBeganMayBeginInTheOpenedTimeAndNotAfterwards() {
        season.clock("12 days");
        open(season.standing(), season.second, Duration.ofHours(1));
        season.clock("12 days 2 hours");
        assertThat(begin(season.second).problem()).isEqualTo("period-closed");
        season.clock("12 days");
        assertThat(begin(season.second).status()).isEqualTo(201);
    }

    @Test
    void theGridSaysWhyItIsLockedSinceWhenAndWhoCanOpenIt() {
        var report = season.report(period, season.first);
        season.clock("12 days");
        var path = "/api/v1/reports/" + report;
        var locked = season.officer(season.first)
                .with("Accept-Language", "en")
                .get(path)
                .body()
                .path("lock");
        assertThat(locked.path("why").asString()).isEqualTo("CLOSED");
        assertThat(locked.path("opener").asString()).startsWith("Đơn vị K");
        assertThat(locked.path("text").asString())
                .contains("closed at", locked.path("opener").asString());
        var opened = open(season.standing(), season.first, Duration.ofHours(1));
        var grid = season.officer(season.first).get(path).body();
        assertThat(grid.path("lock").isNull()).isTrue();
        assertThat(grid.path("openUntil").asString())
                .isEqualTo(opened.body().path("until").asString());
        season.clock("12 days 2 hours");
        assertThat(season.officer(season.first)
                        .get(path)
                        .body()
                        .path("lock")
                        .path("moment")
                        .asString())
                .isEqualTo(opened.body().path("until").asString());
        season.clock("-2 hours");
        var early = season.officer(season.first).get(path).body().path("lock");
        assertThat(early.path("why").asString()).isEqualTo("NOT_OPEN_YET");
    }

    @Test
    void aSubmittedReportIsLockedForItsUnitWhateverTheClock() {
        var report = season.submitted(period, season.first, 100);
        var lock = season.officer(season.first)
                .get("/api/v1/reports/" + report)
                .body()
                .path("lock");
        assertThat(lock.path("why").asString()).isEqualTo("NOT_WITH_UNIT");
    }

    @Test
    void anOpeningIsShortHasAMemberAReasonAndAClosedPeriod() {
        assertThat(open(season.standing(), season.first, Duration.ofHours(1)).problem())
                .isEqualTo("period-still-open");
        season.clock("12 days");
        assertThat(pointer(open(season.standing(), season.first, Duration.ofDays(8))))
                .isEqualTo("/until");
        assertThat(pointer(open(season.standing(), season.first, Duration.ofHours(-1))))
                .isEqualTo("/until");
        assertThat(pointer(open(season.standing(), LivingSeason.unit(catalogue), Duration.ofHours(1))))
                .isEqualTo("/unitId");
        var silent = Map.of("unitId", season.first, "until", at(Duration.ofHours(1)), "reason", " ");
        assertThat(season.standing().post(openings(), silent).status()).isEqualTo(422);
    }

    @Test
    void theHeadOpensForOthersButNotForItself() {
        season.clock("12 days");
        var head = season.leader(season.head);
        assertThat(open(head, season.first, Duration.ofHours(1)).status()).isEqualTo(201);
        assertThat(open(head, season.head, Duration.ofHours(1)).status()).isEqualTo(403);
        assertThat(open(season.leader(season.second), season.second, Duration.ofHours(1))
                        .status())
                .isEqualTo(403);
        assertThat(open(season.standing(), season.head, Duration.ofHours(1)).status())
                .isEqualTo(201);
    }

    @Test
    void everybodyConcernedSeesForWhomAndWhyAndNobodyElse() {
        season.clock("12 days");
        open(season.standing(), season.first, Duration.ofHours(1));
        var seen = season.officer(season.second)
                .get(openings())
                .body()
                .path("items")
                .path(0);
        assertThat(seen.path("reason").asString()).isEqualTo("mất điện diện rộng");
        assertThat(seen.path("inForce").asBoolean()).isTrue();
        assertThat(season.officer(LivingSeason.unit(catalogue)).get(openings()).status())
                .isEqualTo(404);
    }

    @Test
    void theBoardCountsEveryStateAndTheTimeThatIsLeft() {
        season.submitted(period, season.first, 100);
        var report = season.report(period, season.second);
        season.officer(season.second).put(cell(report, budget), 0, value(1));
        var path = "/api/v1/periods/" + period + "/board";
        var board = season.standing().get(path).body();
        assertThat(board.path("members").asInt()).isEqualTo(3);
        assertThat(board.path("counts").path("SUBMITTED").asInt()).isEqualTo(1);
        assertThat(board.path("counts").path("IN_WORK").asInt()).isEqualTo(1);
        assertThat(board.path("counts").path("NOT_STARTED").asInt()).isEqualTo(1);
        assertThat(board.path("counts").path("ACCEPTED").asInt(-1)).isZero();
        assertThat(board.path("secondsToDue").asLong()).isBetween(863_000L, 864_000L);
        season.clock("10 days 1 hour");
        var late = season.standing().get(path).body();
        assertThat(late.path("counts").path("LATE").asInt()).isEqualTo(2);
        assertThat(late.path("secondsToDue").asLong()).isNegative();
        assertThat(late.path("secondsToClose").asLong()).isPositive();
        assertThat(season.officer(season.first).get(path).body().path("members").asInt())
                .isEqualTo(1);
    }

    private Api.Answer open(Api by, UUID unit, Duration length) {
        return by.post(openings(), Map.of("unitId", unit, "until", at(length), "reason", "mất điện diện rộng"));
    }

    /** That long after now by the business clock, which the tests move by twelve days at most. */
    private String at(Duration length) {
        var board = season.standing().get("/api/v1/periods/" + period);
        return Instant.parse(board.body().path("now").asString()).plus(length).toString();
    }

    private Api.Answer begin(UUID unit) {
        return season.officer(unit).post("/api/v1/reports", Map.of("periodId", period, "unitId", unit));
    }

    private String openings() {
        return "/api/v1/periods/" + period + "/openings";
    }

    private static String pointer(Api.Answer answer) {
        return answer.body().path("errors").path(0).path("pointer").asString();
    }
}
