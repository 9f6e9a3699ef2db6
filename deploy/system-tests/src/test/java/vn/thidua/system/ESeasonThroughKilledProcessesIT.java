package vn.thidua.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Eventually;

/** Whatever dies before whichever step, going on gives the same season. */
class ESeasonThroughKilledProcessesIT {
    private static final Platform PLATFORM = Platform.running();
    private static final Browser BROWSER = new Browser();
    /** One after the other, so that over the steps each of them dies more than once. */
    private static final List<String> VICTIMS =
            List.of("cluster-service", "indicator-service", "award-service", "gateway", "postgres");

    private int killed;

    @AfterAll
    static void backToToday() {
        BROWSER.close();
        PLATFORM.command("clock", "real");
        // The process killed last may not be back yet; whoever comes next has killed nobody.
        PLATFORM.awaitEverybody();
    }

    @Test
    void killingAProcessBeforeEachStepLeadsToTheSameEnd() {
        PLATFORM.command("reset");
        var season = People.logIn(BROWSER).season();

        through("targets", () -> {
            season.freezeTargets();
            return "";
        });
        var compact = through("compact", season::draftCompact);
        through("signatures", () -> {
            season.signCompact(compact);
            return "";
        });
        PLATFORM.command("clock", "2026-12-15T08:00");
        PLATFORM.command("fill");
        through("figures", season::fillOwnReport);
        through("submission", () -> {
            season.submitReports();
            return "";
        });
        through("verification", () -> {
            season.verifyAndAccept();
            return "";
        });
        var scoresheet = through("scoresheet", season::freezeScoresheet);
        through("self score", () -> {
            season.scoreOneself(scoresheet);
            return "";
        });
        through("ranking", () -> season.rankAndPublish(scoresheet));
        PLATFORM.command("clock", "2026-12-28T08:00");
        var election = through("opening", season::openElection);
        var receipts = through("ballots", () -> season.castBallots(election));
        assertThat(through("ballots again", () -> season.castBallots(election))).isEqualTo(receipts);
        var counted = through("count", () -> season.countBallots(election));
        var nomination = through("nomination", season::nominate);
        through("opinion", () -> {
            season.giveOpinion(nomination);
            return "";
        });
        var decision = through("decision", () -> season.decide(nomination));

        assertThat(counted.path("cast").asInt()).isEqualTo(8);
        assertThat(counted.path("result").path("electedUnitId").asString())
                .isEqualTo(season.unit(LivingSeason.OWN_UNIT));
        assertThat(decision.path("state").asString()).isEqualTo("ISSUED");
        assertThat(PLATFORM.command("verify-audit")).doesNotContain("FAILED");
    }

    /** Kills the next victim and takes the step, again and again until it is done. */
    private <T> T through(String step, Supplier<T> act) {
        PLATFORM.kill(VICTIMS.get(killed++ % VICTIMS.size()));
        var result = new AtomicReference<T>();
        var last = new AtomicReference<Throwable>();
        try {
            Eventually.within(Duration.ofMinutes(2), step, () -> {
                try {
                    result.set(act.get());
                    return true;
                } catch (AssertionError | PlaywrightException unavailable) {
                    last.set(unavailable);
                    return false;
                }
            });
        } catch (AssertionError never) {
            never.addSuppressed(last.get());
            throw never;
        }
        return result.get();
    }
}
