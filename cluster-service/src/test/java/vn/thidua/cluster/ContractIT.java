package vn.thidua.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Contract;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.TestIssuer;

/** What this service promises others: its API description and its published examples. */
class ContractIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Province PROVINCE = Province.instance();
    private static final String EPOCH = "5f0c8a52-6c0e-4a57-9c0e-2f5a3d1b7e10";
    /** The positions between the examples, each the end of one and the beginning of the next. */
    private static final List<Integer> PUBLISHED = List.of(4, 6, 7, 8, 9, 10, 11, 12);

    private static final Map<String, String> IDS = history();

    static Iterable<Contract.Example> examples() {
        return Contract.examples();
    }

    @Test
    void theRunningApiIsTheOneInTheContract() {
        Contract.assertOpenApi(PROVINCE.anonymous(), "cluster");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void everyPublishedExampleIsAnsweredAsPublished(Contract.Example example) {
        var path = example.request().path("urlPath").asString();
        // What is counted is counted by unit, so its names are units too.
        var answer = example.response().toString();
        for (var id : IDS.entrySet()) {
            answer = answer.replace(id.getKey(), id.getValue());
        }
        var known = new Contract.Example(example.file(), example.request(), JSON.readTree(answer));
        Contract.assertReplays(path.startsWith("/api/v1/feeds/") ? service() : PROVINCE.administrator(), known, IDS);
    }

    private static Api service() {
        return PROVINCE.anonymous().as(TestIssuer.instance().service("indicator-service"));
    }

    /**
     * Lives through what the examples tell: a unit renamed, a mandate withdrawn, a unit let into a cluster, a regulation written,
     * a unit merged into another, a compact signed by all, an election counted, another agency's code
     * recorded.
     */
    private static Map<String, String> history() {
        var department = PROVINCE.newUnit("Sở Nội vụ", PROVINCE.id);
        department.put("shortName", "SNV");
        var unit = PROVINCE.administrator().post("/api/v1/units", department).id();
        var plain = PROVINCE.unit("Xã không tên tắt", PROVINCE.id);
        var person = PROVINCE.person("Trần Thị Sở", unit, "account-of-the-example");
        var mandate = PROVINCE.mandate(person, unit, "STANDING_OFFICER", "SUBTREE");
        var cluster = Competition.cluster(PROVINCE.id);
        var merger =
                Competition.lineage("MERGE", List.of(Competition.ended(PROVINCE.id, "Xã nhập vào")), List.of(plain));
        var assembly = Assembly.of(3);
        var votes = VoteTargets.allButClosed(assembly);
        var cursors = new ArrayList<String>();
        cursors.add(cursorOnceHas(0));
        done(PROVINCE.administrator()
                .put(
                        "/api/v1/units/" + unit,
                        1,
                        Map.of(
                                "name",
                                "Sở Nội vụ tỉnh",
                                "shortName",
                                "SNV",
                                "parentId",
                                PROVINCE.id,
                                "effectiveFrom",
                                "2026-01-01",
                                "reason",
                                "đổi tên")));
        done(PROVINCE.administrator()
                .with("If-Match", "\"1\"")
                .post("/api/v1/mandates/" + mandate + "/withdrawal", Map.of("reason", "thôi việc")));
        cursors.add(cursorOnceHas(position(cursors.getLast()) + 2));
        List<Runnable> steps = List.of(
                () -> Competition.member(cluster, plain, "2026-01-01", null),
                () -> Competition.regulation(assembly.season, 3),
                () -> done(PROVINCE.administrator().post("/api/v1/lineages", merger)),
                () -> done(votes.lastSignature()),
                () -> done(assembly.close(votes.election())),
                () -> done(PROVINCE.administrator().post("/api/v1/foreign-codes", code(assembly.unit(0)))));
        for (var step : steps) {
            step.run();
            cursors.add(cursorOnceHas(position(cursors.getLast()) + 1));
        }
        var ids = new LinkedHashMap<String, String>();
        // Longer ones first, as one position begins another.
        for (int i = PUBLISHED.size() - 1; i >= 0; i--) {
            ids.put(EPOCH + ":" + PUBLISHED.get(i), cursors.get(i));
        }
        ids.put("01890000-0000-7000-8000-000000000002", plain.toString());
        ids.put("01890000-0000-7000-8000-000000000007", assembly.unit(0).toString());
        ids.put("01890000-0000-7000-8000-00000000000b", assembly.unit(1).toString());
        return ids;
    }

    /** A code that holds from a day on. */
    private static Map<String, Object> code(UUID unit) {
        var body = UnitWork.foreignCode(unit);
        body.remove("validTo");
        return body;
    }

    private static void done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
    }

    /** The feed's end, once the appender has everything written so far and at least up to {@code position}. */
    private static String cursorOnceHas(long position) {
        var seen = new String[1];
        Eventually.within(java.time.Duration.ofSeconds(10), "the feed reaches " + position, () -> {
            var first = service().get("/api/v1/feeds/cluster/snapshot").header("Feed-Cursor");
            sleep();
            seen[0] = service().get("/api/v1/feeds/cluster/snapshot").header("Feed-Cursor");
            return seen[0].equals(first) && position(first) >= position;
        });
        return seen[0];
    }

    private static void sleep() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static long position(String cursor) {
        return Long.parseLong(cursor.substring(cursor.indexOf(':') + 1));
    }
}
