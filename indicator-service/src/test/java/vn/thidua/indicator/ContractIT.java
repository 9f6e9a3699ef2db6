package vn.thidua.indicator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Contract;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.TestIssuer;

/** The examples this service publishes for those who read it. The API description is compared beside the authorisation table. */
class ContractIT {
    private static final Catalogue CATALOGUE = Catalogue.instance();
    private static final Map<String, String> IDS = history();

    static Iterable<Contract.Example> examples() {
        return Contract.examples();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void everyPublishedExampleIsAnsweredAsPublished(Contract.Example example) {
        Contract.assertReplays(service(), example, IDS);
    }

    private static Api service() {
        return CATALOGUE.service.api().as(TestIssuer.instance().service("cluster-service"));
    }

    /** Lives through what the examples tell: targets are frozen, a ranking is published, a period opens, a report is begun, asked about and consolidated. */
    private static Map<String, String> history() {
        var season = new LivingSeason(CATALOGUE);
        season.indicator("QUANTITY", "RAISE", 2, false);
        var scored = new ScoredSeason(season).frozen();
        LivingSeason.ok(scored.assess(season.first, "I.1", 0, 90));
        var ranking = LivingSeason.created(scored.rank(season.standing())).id();
        var before = restingCursor(0);
        season.promised();
        var after = restingCursor(position(before) + 1);
        LivingSeason.ok(scored.publish(season.standing(), ranking, "2026"));
        var published = restingCursor(position(after) + 1);
        var period = season.period("M9", 10);
        var opened = restingCursor(position(published) + 1);
        var report = season.report(period, season.first);
        var begun = restingCursor(position(opened) + 1);
        LivingSeason.created(season.standing()
                .post(
                        "/api/v1/reports/" + report + "/comments",
                        Map.of("indicatorId", season.indicators.getFirst(), "text", "Số này lấy ở đâu?")));
        var asked = restingCursor(position(begun) + 1);
        LivingSeason.ok(season.standing()
                .put(
                        "/api/v1/periods/" + period + "/consolidation/" + season.indicators.getFirst(),
                        0,
                        Map.of("adjusted", 390, "reason", "trừ phần tính trùng", "explanation", "Vượt tiến độ.")));
        var atLast = restingCursor(position(asked) + 1);
        var epoch = "7c1d3b60-9a54-4f0e-8d1a-3b6f0a2c9e41";
        var ids = new LinkedHashMap<String, String>();
        ids.put(epoch + ":4", before);
        ids.put(epoch + ":5", after);
        ids.put(epoch + ":6", published);
        ids.put(epoch + ":7", opened);
        ids.put(epoch + ":8", begun);
        ids.put(epoch + ":9", asked);
        ids.put(epoch + ":10", atLast);
        return ids;
    }

    /** The feed's end, once everything written so far has its place and it is at least that. */
    private static String restingCursor(long position) {
        var seen = new String[1];
        Eventually.within(Duration.ofSeconds(20), "the feed reaches " + position, () -> {
            seen[0] = cursor();
            pause();
            return seen[0].equals(cursor()) && position(seen[0]) >= position;
        });
        return seen[0];
    }

    private static String cursor() {
        return service().get("/api/v1/feeds/indicator/snapshot?limit=1").header("Feed-Cursor");
    }

    private static void pause() {
        try {
            Thread.sleep(700);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static long position(String cursor) {
        return Long.parseLong(cursor.substring(cursor.indexOf(':') + 1));
    }
}
