package vn.thidua.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
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
        var units = units();
        var compact = compact(units);
        var leaders = Newcomer.leaders(loader, units);
        var onAPhone = leaders.getLast();
        var sessions = together(leaders.subList(0, LEADERS - 1), 8, Newcomer::logIn);

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
        return together(IntStream.range(0, sessions.size()).boxed().toList(), sessions.size(), number -> {
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

    private List<String> units() {
        var parent = one("/api/v1/units?code=AB");
        var rows = IntStream.rangeClosed(1, LEADERS)
                .mapToObj(number -> Map.of(
                        "code",
                        "KY-%03d".formatted(number),
                        "name",
                        "Trường Ký kết số %03d".formatted(number),
                        "kind",
                        "SCHOOL",
                        "level",
                        "NONE",
                        "parentCode",
                        parent.path("code").asString(),
                        "from",
                        "2025-07-01"))
                .toList();
        var taken = loader.post("/api/v1/unit-tables/rows?mode=WHOLE_OR_NOTHING", Map.of("rows", rows));
        assertThat(taken.body().path("founded").asInt()).as(taken.text()).isEqualTo(LEADERS);
        return loader.get("/api/v1/units?q=Ky%20ket&limit=200&parentId="
                        + parent.path("id").asString())
                .body()
                .path("items")
                .findValuesAsString("id");
    }

    /** Drawn up for a season of all these units; every one of them promises one thing. */
    private String compact(List<String> units) {
        var cluster = created(
                "/api/v1/clusters",
                Map.of(
                        "code", "KHOI-KY",
                        "name", "Khối thi đua một trăm trường",
                        "kind", "SECTORAL",
                        "organiserId", one("/api/v1/units?code=AB").path("id").asString(),
                        "provenance", "INVENTED",
                        "source", "Số liệu bịa"));
        units.forEach(unit -> created(
                "/api/v1/clusters/" + cluster + "/members",
                Map.of("unitId", unit, "from", "2026-01-01", "provenance", "INVENTED")));
        var season = created(
                "/api/v1/seasons",
                Map.of(
                        "clusterId",
                        cluster,
                        "name",
                        "2026",
                        "from",
                        "2026-01-01",
                        "to",
                        "2026-12-31",
                        "mode",
                        "LIVE",
                        "provenance",
                        "INVENTED"));
        var indicator = one("/api/v1/indicators?limit=1").path("id").asString();
        var rows = units.stream()
                .map(unit -> Map.of("unitId", unit, "indicatorId", indicator, "assigned", 10, "registered", 12))
                .toList();
        Eventually.within(
                Duration.ofSeconds(30),
                "the season and its members are known to indicator-service",
                () -> loader.put("/api/v1/targets/" + season, 0, Map.of("rows", rows))
                                .status()
                        == 200);
        assertThat(loader.post("/api/v1/targets/" + season + "/freeze", Map.of())
                        .status())
                .isEqualTo(200);
        var draft = Map.of("seasonId", season, "title", "Giao ước một trăm trường");
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

    private JsonNode one(String path) {
        return loader.get(path).body().path("items").path(0);
    }

    private String created(String path, Map<String, ?> body) {
        var answer = loader.post(path, new HashMap<>(body));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.id().toString();
    }

    /** So many of them in one moment. */
    private static <T, R> List<R> together(List<T> all, int atOnce, Function<T, R> work) {
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            var doing = all.stream()
                    .map(one -> threads.submit(() -> work.apply(one)))
                    .toList();
            var done = new ArrayList<R>();
            for (var each : doing) {
                done.add(each.get());
            }
            return done;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        }
    }
}
