package vn.thidua.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A season from the compact to the check page, and back from the award document to the typed number. */
class DLivingSeasonIT {
    private static final Platform PLATFORM = Platform.running();
    private static final Browser BROWSER = new Browser();

    @AfterAll
    static void backToToday() {
        BROWSER.close();
        PLATFORM.command("clock", "real");
    }

    @Test
    void aSeasonIsLivedFromCompactToCheckPageAndExplainedBackToTheTypedNumber() {
        var people = People.logIn(BROWSER);
        var season = people.season();

        season.freezeTargets();
        var compact = season.draftCompact();
        season.signCompact(compact);

        aPeriodOpensAndClosesByTheClock(people, season);

        PLATFORM.command("clock", "2026-12-15T08:00");
        assertThat(PLATFORM.command("fill")).contains("7");
        var report = season.fillOwnReport();
        season.submitReports();
        season.verifyAndAccept();
        var scoresheet = season.freezeScoresheet();
        season.scoreOneself(scoresheet);
        var ranking = season.rankAndPublish(scoresheet);
        var rows =
                people.standing().get("/api/v1/rankings/" + ranking).ok().body().path("rows");
        assertThat(rows.size()).isEqualTo(8);
        assertThat(rows.findValues("tiedWith")).as("two units tie").anyMatch(tied -> !tied.isEmpty());

        PLATFORM.command("clock", "2026-12-28T08:00");
        var election = season.openElection();
        var receipts = season.castBallots(election);
        assertThat(new HashSet<>(receipts.values())).hasSize(8);
        assertThat(season.castBallots(election))
                .as("cast again: the same receipts")
                .isEqualTo(receipts);
        var counted = season.countBallots(election);
        assertThat(counted.path("result").path("electedUnitId").asString())
                .isEqualTo(season.unit(LivingSeason.OWN_UNIT));

        var nomination = season.nominate();
        season.giveOpinion(nomination);
        var decision = season.decide(nomination);
        assertThat(decision.path("state").asString()).isEqualTo("ISSUED");

        var document = LivingSeason.only(
                people.standing(),
                "/api/v1/award-documents?decisionId=" + decision.path("id").asString());
        theDocumentLeadsBackToTheTypedNumber(people, season, document, report, ranking, election);
        anybodyMayCheckIt(document);
    }

    private static void aPeriodOpensAndClosesByTheClock(People people, LivingSeason season) {
        var period = season.period("H1");
        PLATFORM.command("clock", "2026-06-25T08:00");
        var grid = season.report(period, LivingSeason.OWN_UNIT).body();
        var cell = LivingSeason.row(grid, "KX-01");
        var path = "/api/v1/reports/" + LivingSeason.reportId(grid) + "/cells/"
                + cell.path("indicatorId").asString();
        var typed = Map.of("value", 20, "notApplicable", false, "actuality", "ESTIMATE");
        people.officers()
                .put(path, typed, "\"" + cell.path("cell").path("version").asLong() + "\"")
                .ok();
        PLATFORM.command("clock", "2026-07-15T08:00");
        var late = people.officers().put(path, typed, "\"1\"");
        assertThat(late.status()).as(late.text()).isEqualTo(409);
        assertThat(late.text()).contains("đóng lúc 23:59 10/07/2026");
    }

    private static void theDocumentLeadsBackToTheTypedNumber(
            People people, LivingSeason season, JsonNode document, String report, String ranking, String election) {
        var trail = people.standing()
                .get("/api/v1/award-documents/" + document.path("id").asString() + "/trail")
                .ok()
                .body();
        assertThat(trail.path("candidate").path("electionId").asString()).isEqualTo(election);
        var unit = trail.path("unitId").asString();
        var score = people.standing()
                .get("/api/v1/rankings/" + ranking + "/scores/" + unit)
                .ok()
                .text();
        assertThat(score).contains(report);
        var history = people.standing()
                .get("/api/v1/reports/" + report + "/cells/" + season.indicator("KX-01") + "/history")
                .ok()
                .body();
        assertThat(history.findValuesAsString("kind")).contains("VERIFICATION");
        var evidence = history.path(0).path("evidence").path(0).asString();
        assertThat(people.standing().get("/api/v1/files/indicator/" + evidence).status())
                .isEqualTo(200);
        assertThat(history.findValuesAsString("actor")).hasSizeGreaterThanOrEqualTo(2);
    }

    private static void anybodyMayCheckIt(JsonNode document) {
        var stranger = BROWSER.open();
        stranger.navigate(PLATFORM.address() + "/check/" + document.path("code").asString());
        assertThat(stranger.getByText("Suối Mây").first()).isVisible();
        for (var words : List.of("2026/QĐ-UBND", "Cờ thi đua")) {
            assertThat(stranger.getByText(words).first()).isVisible();
        }
        Browser.picture(stranger, "check");
    }
}
