package vn.thidua.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PeriodsIT {
    private final Catalogue catalogue = Catalogue.instance();
    private final LivingSeason season = new LivingSeason(catalogue);

    @AfterEach
    void theClockIsRightAgain() {
        season.clock("0");
    }

    @Test
    void aPeriodGoesThroughItsStatesByTheBusinessClock() {
        var id = season.period("H1", 10);
        season.clock("-2 hours");
        assertThat(state(id)).isEqualTo("UPCOMING");
        season.clock("0");
        assertThat(state(id)).isEqualTo("OPEN");
        season.clock("10 days 1 hour");
        assertThat(state(id)).isEqualTo("GRACE");
        season.clock("12 days");
        assertThat(state(id)).isEqualTo("CLOSED");
    }

    @Test
    void aSeasonHasOnePeriodOfAKind() {
        season.period("H1", 10);
        var again = season.standing().post("/api/v1/periods", body());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/kind");
    }

    @Test
    void aPeriodOpensBeforeItIsDueAndClosesAfterwards() {
        var wrong = new HashMap<>(body());
        wrong.put("dueAt", "2026-05-01T00:00:00Z");
        assertThat(season.standing()
                        .post("/api/v1/periods", wrong)
                        .body()
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/dueAt");
        wrong.put("dueAt", "2026-07-01T00:00:00Z");
        assertThat(season.standing()
                        .post("/api/v1/periods", wrong)
                        .body()
                        .path("errors")
                        .findValuesAsString("pointer"))
                .containsExactly("/closesAt");
    }

    @Test
    void aPeriodIsMovedWithAReasonThatTheAuditKeeps() {
        var id = season.period("H1", 10);
        var change = new HashMap<>(body());
        change.remove("seasonId");
        change.remove("kind");
        assertThat(season.standing().put("/api/v1/periods/" + id, 1, change).status())
                .isEqualTo(422);
        change.put("reason", "mất điện diện rộng");
        assertThat(season.standing()
                        .put("/api/v1/periods/" + id, 1, change)
                        .body()
                        .path("closesAt")
                        .asString())
                .isEqualTo("2026-06-25T00:00:00Z");
        assertThat(season.standing().put("/api/v1/periods/" + id, 1, change).status())
                .isEqualTo(412);
        var audit = season.at(season.organiser, "AUDITOR").get("/api/v1/audit/indicator?aggregateId=" + id);
        assertThat(audit.body().path("items").findValuesAsString("reason")).contains("mất điện diện rộng");
    }

    @Test
    void aSeasonOfRecordHasNoPeriods() {
        var recorded =
                new LivingSeason(catalogue, "RECORDED", season.organiser, season.head, season.first, season.second);
        var body = new HashMap<>(body());
        body.put("seasonId", recorded.id);
        assertThat(season.standing().post("/api/v1/periods", body).problem()).isEqualTo("season-recorded");
    }

    @Test
    void membersReadThePeriodsOfTheirSeasonAndStrangersDoNot() {
        var id = season.period("YEAR", 10);
        assertThat(season.officer(season.first)
                        .get("/api/v1/periods?seasonId=" + season.id)
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .containsExactly(id.toString());
        var stranger = season.officer(LivingSeason.unit(catalogue));
        assertThat(stranger.get("/api/v1/periods?seasonId=" + season.id).status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/v1/periods/" + id).status()).isEqualTo(404);
        assertThat(season.officer(season.first).post("/api/v1/periods", body()).status())
                .isEqualTo(403);
    }

    private String state(UUID id) {
        return season.officer(season.first)
                .get("/api/v1/periods/" + id)
                .body()
                .path("state")
                .asString();
    }

    private Map<String, Object> body() {
        return Map.of(
                "seasonId", season.id,
                "kind", "H1",
                "name", "Báo cáo 6 tháng",
                "opensAt", "2026-06-01T00:00:00Z",
                "dueAt", "2026-06-20T00:00:00Z",
                "closesAt", "2026-06-25T00:00:00Z");
    }
}
