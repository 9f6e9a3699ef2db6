package vn.thidua.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;

/** The evening on which a hundred leaders sign one compact, each with a log-in of its own, one of them on a phone. */
class HSigningEveningIT {
    private static final Platform PLATFORM = Platform.running();
    private static final Browser BROWSER = new Browser();
    private static final int LEADERS = 100;

    private final Api loader = PLATFORM.api()
            .as(PLATFORM.tokenOfLoader(
                    "units.read",
                    "units.write",
                    "people.read",
                    "people.write",
                    "mandates.write",
                    "clusters.read",
                    "clusters.write",
                    "indicators.read",
                    "indicators.write"));

    @AfterAll
    static void closed() {
        BROWSER.close();
    }

    @Test
    void aHundredLeadersSignAtOnceAndNoSignatureIsLostOrDoubled() {
        var schools = Schools.promising(loader, "KY", "Trường Ký kết", LEADERS, 1);
        var compact = compact(schools);
        var leaders = Newcomer.leaders(loader, schools.units());
        var onAPhone = leaders.getLast();
        var sessions = Together.each(leaders.subList(0, LEADERS - 1), 8, Newcomer::logIn);

        var took = signAtOnce(compact, leaders, sessions);
        Collections.sort(took);
        System.out.printf(
                "%d signatures at once, each pressed twice: median %d ms, slowest %d ms%n",
                took.size(), took.get(took.size() / 2), took.getLast());
        assertThat(board(compact).path("status").asString()).isEqualTo("SIGNING");
        assertThat(unsigned(compact)).containsExactly(onAPhone.unitId());

        signOnAPhone(onAPhone, compact);
        var signed = board(compact);
        assertThat(signed.path("status").asString()).isEqualTo("SIGNED");
        assertThat(signed.path("board")
                        .valueStream()
                        .map(line -> line.path("signedBy").asString()))
                .as("everybody signed for its own unit")
                .doesNotHaveDuplicates()
                .hasSize(LEADERS);
    }

    /** Everybody presses in the same moment, and presses again because nothing seems to happen. */
    private List<Long> signAtOnce(String compact, List<Newcomer> leaders, List<Session> sessions) {
        return Together.each(IntStream.range(0, sessions.size()).boxed().toList(), sessions.size(), number -> {
            var session = sessions.get(number);
            var read = session.get("/api/v1/compacts/" + compact);
            var signature = Map.of(
                    "unitId",
                    leaders.get(number).unitId(),
                    "textSha256",
                    read.path("textSha256").asString());
            var key = UUID.randomUUID();
            var begun = System.nanoTime();
            session.post("/api/v1/compacts/" + compact + "/signatures", key, signature);
            var time = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            session.post("/api/v1/compacts/" + compact + "/signatures", UUID.randomUUID(), signature);
            return time;
        });
    }

    private void signOnAPhone(Newcomer leader, String compact) {
        var phone = BROWSER.open();
        phone.setViewportSize(390, 844);
        Browser.enter(phone, leader.username(), Newcomer.ONE_TIME);
        phone.locator("#password-new").fill(Newcomer.OWN);
        phone.locator("#password-confirm").fill(Newcomer.OWN);
        phone.keyboard().press("Enter");
        var season = board(compact).path("seasonId").asString();
        phone.waitForURL(PLATFORM.address() + "/**");
        var hand = new Hand(phone).go("/seasons/" + season + "?tab=compact");
        hand.press("compact-sign");
        Browser.picture(phone, "signing-evening-reading");
        hand.at("sign-read").check();
        hand.press("sign-button");
        PlaywrightAssertions.assertThat(hand.at("sign-button")).isHidden();
        hand.sees("compact-SIGNED");
        Browser.picture(phone, "signing-evening-signed");
    }

    private String compact(Schools schools) {
        var draft = Map.of("seasonId", schools.season(), "title", "Giao ước một trăm trường");
        var compact = new String[1];
        Eventually.within(Duration.ofSeconds(30), "the frozen targets are known to cluster-service", () -> {
            var answer = loader.post("/api/v1/compacts", draft);
            compact[0] = answer.body().path("id").asString("");
            return answer.status() == 201;
        });
        return compact[0];
    }

    private JsonNode board(String compact) {
        return loader.get("/api/v1/compacts/" + compact).body();
    }

    private List<String> unsigned(String compact) {
        return board(compact)
                .path("board")
                .valueStream()
                .filter(line -> line.path("signedAt").isNull())
                .map(line -> line.path("unitId").asString())
                .toList();
    }
}
