package vn.thidua.kit.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;

/** A write that is asked for again. */
class IdempotencyIT {
    private static final NoteHouse HOUSE = NoteHouse.publisher();
    private static final UUID UNIT = HOUSE.unit(null);
    private static final NoteHouse.Person HOLDER = HOUSE.holder(UNIT, "UNIT_OFFICER", "UNIT");
    private static final String NOTES = "/api/v1/notes";

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void theSameKeyAndBodyGetTheSavedAnswerAndOneEffect() {
        var text = text();
        var api = keyed();
        var first = api.post(NOTES, note(text));
        var second = api.post(NOTES, note(text));
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.text()).isEqualTo(first.text());
        for (var header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(second.header(header)).isEqualTo(first.header(header));
        }
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.headers()).doesNotContainKey("idempotency-replayed");
        assertThat(notes(text)).isEqualTo(1);
        assertThat(audits(first.id())).isEqualTo(1);
        Eventually.within(
                Duration.ofSeconds(5),
                "one event",
                () -> HOUSE.count("select count(*) from kit.feed_event where aggregate_id = ?", first.id()) == 1);
    }

    @Test
    void theSameKeyWithAnotherBodyOrAnotherAddressIsRefused() {
        var api = keyed();
        var text = text();
        assertThat(api.post(NOTES, note(text)).status()).isEqualTo(201);
        var other = api.post(NOTES, note(text + " khác"));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(api.post(NOTES + "?x=1", note(text)).problem()).isEqualTo("idempotency-key-reused");
        assertThat(api.post("/api/v1/feeds/cluster/parked/" + UUID.randomUUID() + "/replay", note(text))
                        .problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(notes(text + " khác")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "123", "00000000-0000-0000-0000-00000000000g"})
    void aKeyThatIsNoneIsRefused(String key) {
        var refused = HOUSE.api(HOLDER).with("Idempotency-Key", key).post(NOTES, note(text()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("idempotency-key-required");
    }

    @Test
    void aWriteWithoutAKeyIsRefused() {
        var refused = HOUSE.api(HOLDER).send("POST", NOTES, note(text()));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.problem()).isEqualTo("idempotency-key-required");
    }

    @Test
    void aRequestStillAtWorkIsNotDoneASecondTime() throws Exception {
        var text = "chậm " + text();
        var api = keyed();
        var first = CompletableFuture.supplyAsync(() -> api.post(NOTES, note(text)));
        Thread.sleep(400);
        var second = api.post(NOTES, note(text));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("idempotency-in-flight");
        assertThat(first.get().status()).isEqualTo(201);
        assertThat(api.post(NOTES, note(text)).text()).isEqualTo(first.get().text());
        assertThat(notes(text)).isEqualTo(1);
    }

    @Test
    void aRefusedRequestSavesNothingAndIsJudgedAnew() {
        var stranger = HOUSE.person();
        var api = HOUSE.api(stranger).with("Idempotency-Key", UUID.randomUUID().toString());
        var text = text();
        var before = HOUSE.count("select count(*) from kit.idempotency");
        assertThat(api.post(NOTES, note(text)).status()).isEqualTo(403);
        assertThat(api.post(NOTES, Map.of("unitId", UNIT)).status()).isEqualTo(422);
        assertThat(HOUSE.count("select count(*) from kit.idempotency")).isEqualTo(before);
        assertThat(notes(text)).isZero();
        HOUSE.mandate(stranger, UNIT, "UNIT_OFFICER", "UNIT");
        assertThat(api.post(NOTES, note(text)).status()).isEqualTo(201);
    }

    @Test
    void fiftyAtOnceWithOneKeyHaveOneEffect() throws Exception {
        var text = text();
        var api = keyed();
        var answers = new ArrayList<Api.Answer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = java.util.Collections.nCopies(50, (Callable<Api.Answer>) () -> api.post(NOTES, note(text)));
            for (var answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
        }
        assertThat(notes(text)).isEqualTo(1);
        assertThat(answers).extracting(Api.Answer::status).isSubsetOf(Set.of(201, 409, 503));
        var done = answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(done).isNotEmpty();
        assertThat(done)
                .extracting(Api.Answer::text)
                .containsOnly(done.getFirst().text());
    }

    @Test
    void whenTheProcessDiesBetweenEffectAndAnswerThereIsNoEffectAndTheRepetitionWorks() throws Exception {
        var text = "chậm lắm " + text();
        var api = keyed();
        var first = CompletableFuture.supplyAsync(() -> api.post(NOTES, note(text)));
        Eventually.within(Duration.ofSeconds(5), "at work", () -> lingering() > 0);
        HOUSE.killBackend(
                HOUSE.count("select pid from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'"
                        + " and datname = current_database() and pid <> pg_backend_pid() limit 1"));
        assertThat(first.get().status()).as(first.get().text()).isEqualTo(503);
        assertThat(first.get().header("Retry-After")).isNotBlank();
        assertThat(notes(text)).isZero();
        assertThat(api.post(NOTES, note(text)).status()).isEqualTo(201);
        assertThat(notes(text)).isEqualTo(1);
    }

    @Test
    void theSameKeyOfAnotherCallerIsAnotherKey() {
        var key = UUID.randomUUID().toString();
        var other = HOUSE.holder(UNIT, "UNIT_OFFICER", "UNIT");
        var text = text();
        var mine = HOUSE.api(HOLDER).with("Idempotency-Key", key).post(NOTES, note(text));
        var theirs = HOUSE.api(other).with("Idempotency-Key", key).post(NOTES, note(text));
        assertThat(mine.status()).isEqualTo(201);
        assertThat(theirs.status()).isEqualTo(201);
        assertThat(theirs.id()).isNotEqualTo(mine.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/whispers", "/%77hispers", "/whispers?x=1"})
    void aTracelessRequestIsNeitherSavedNorHashedHoweverItsAddressIsSpelt(String path) {
        var before = HOUSE.count("select count(*) from kit.idempotency");
        var whispered = keyed().post(NOTES + path, Map.of("text", "khẽ thôi"));
        assertThat(whispered.status()).as(whispered.text()).isEqualTo(200);
        assertThat(HOUSE.api(HOLDER)
                        .send("POST", NOTES + path, Map.of("text", "khẽ thôi"))
                        .status())
                .as("it needs no key")
                .isEqualTo(200);
        assertThat(HOUSE.count("select count(*) from kit.idempotency")).isEqualTo(before);
    }

    @Test
    void savedAnswersGoAfterTheirTime() {
        var api = keyed();
        api.post(NOTES, note(text()));
        assertThat(HOUSE.count("select kit.purge_idempotency(interval '1 hour', 100)"))
                .isZero();
        assertThat(HOUSE.count("select kit.purge_idempotency(interval '-1 hour', 100000)"))
                .isPositive();
        assertThat(HOUSE.count("select count(*) from kit.idempotency")).isZero();
    }

    @Test
    void aChangeNeedsTheVersionItReliesOn() {
        var api = HOUSE.api(HOLDER);
        var path = NOTES + "/" + api.post(NOTES, note(text())).id();
        assertThat(api.send("PUT", path, Map.of("text", "mới")).status()).isEqualTo(428);
        assertThat(api.with("If-Match", "abc")
                        .send("PUT", path, Map.of("text", "mới"))
                        .status())
                .isEqualTo(400);
        var done = api.put(path, 1, Map.of("text", "mới"));
        assertThat(done.header("ETag")).isEqualTo("\"2\"");
        var late = api.put(path, 1, Map.of("text", "muộn"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body().path("currentVersion").asLong()).isEqualTo(2);
        assertThat(api.get(path).body().path("text").asString()).isEqualTo("mới");
    }

    private static long lingering() {
        return HOUSE.count(
                "select count(*) from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'"
                        + " and datname = current_database() and pid <> pg_backend_pid()");
    }

    private static Api keyed() {
        return HOUSE.api(HOLDER).with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private static Map<String, Object> note(String text) {
        return Map.of("unitId", UNIT, "text", text);
    }

    private static String text() {
        return "Ghi chú " + UUID.randomUUID();
    }

    private static long notes(String text) {
        return HOUSE.count("select count(*) from note where text = ?", text);
    }

    private static long audits(UUID note) {
        return HOUSE.count("select count(*) from kit.audit where aggregate_id = ?", note);
    }
}
