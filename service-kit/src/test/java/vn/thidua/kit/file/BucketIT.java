package vn.thidua.kit.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.kit.note.NoteHouse;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.TestPostgres;

/** Contents lie in an S3-compatible store instead of the database. */
class BucketIT {
    private static final String FILES = "/api/v1/files/cluster";
    private static final FakeStore STORE = store();
    private static final TestPostgres.Database DATABASE = TestPostgres.create("notes");
    private static final NoteHouse HOUSE = house("300ms");

    private static final UUID UNIT = HOUSE.unit(null);

    private final Api officer = HOUSE.api(HOUSE.holder(UNIT, "UNIT_OFFICER", "UNIT"));

    @BeforeEach
    void theStoreWorks() {
        STORE.failing.set(0);
    }

    @AfterAll
    static void close() {
        HOUSE.close();
        STORE.close();
    }

    @Test
    void aFileComesBackFromTheStoreAsItWasAndTheSameContentIsThereOnce() {
        var first = take("a.txt", "trong kho");
        var again = take("b.txt", "trong kho");

        assertThat(officer.get(FILES + "/" + first.id()).text()).isEqualTo("trong kho");
        assertThat(officer.get(FILES + "/" + again.id()).text()).isEqualTo("trong kho");
        assertThat(HOUSE.count(
                        "select count(*) from file where content is null and size = 9 and sha256 = ?", hash(first)))
                .isEqualTo(2);
        assertThat(STORE.objects.get("cluster/" + hash(first))).isEqualTo("trong kho".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whileTheStoreIsAwayNothingIsTakenOrGivenAndEverythingElseGoesOn() {
        var before = take("a.txt", "có từ trước");
        STORE.failing.set(503);

        var refused = send("b.txt", "không vào được");

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isNotBlank();
        assertThat(HOUSE.count("select count(*) from file where name = 'b.txt' and sha256 <> ?", hash(before)))
                .isZero();
        assertThat(officer.get(FILES + "/" + before.id()).status()).isEqualTo(503);
        assertThat(officer.post("/api/v1/notes", Map.of("unitId", UNIT, "text", "ghi được"))
                        .status())
                .isEqualTo(201);
        STORE.failing.set(0);
        assertThat(officer.get(FILES + "/" + before.id()).text()).isEqualTo("có từ trước");
    }

    @Test
    void anotherContentUnderItsKeyIsNotPassedOn() {
        var file = take("a.txt", "nguyên vẹn");
        STORE.objects.put("cluster/" + hash(file), "đã sửa".getBytes(StandardCharsets.UTF_8));

        assertThat(officer.get(FILES + "/" + file.id()).status()).isEqualTo(500);
    }

    @Test
    void whatNothingNamesAnyMoreLeavesTheStoreAndWhatIsNamedStays() throws Exception {
        var kept = take("a.txt", "còn dùng");
        var erased = take("b.txt", "đã xóa");
        for (int i = 0; i < 5; i++) {
            STORE.objects.put("cluster/" + String.valueOf(i).repeat(64), new byte[] {1});
        }
        try (var connection = DATABASE.asSuperuser();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from file where id = '" + erased.id() + "'");
        }

        Eventually.within(
                Duration.ofSeconds(20),
                "swept",
                () -> !STORE.objects.containsKey("cluster/" + hash(erased))
                        && STORE.objects.keySet().stream().noneMatch(key -> key.matches("cluster/(\\d)\\1{63}")));
        assertThat(officer.get(FILES + "/" + kept.id()).text()).isEqualTo("còn dùng");
    }

    @Test
    void whatIsBeingWrittenIsNotTakenForForgotten() throws Exception {
        var content = "đang ghi".getBytes(StandardCharsets.UTF_8);
        var file = new FileStore.Stored("a.txt", "text/plain", content, Files.sha256(content));
        var written = new CountDownLatch(1);
        var sweeps = new CountDownLatch(1);
        var id = new AtomicReference<UUID>();
        var transaction = new TransactionTemplate(HOUSE.service.bean(PlatformTransactionManager.class));
        var writer = Thread.ofVirtual()
                .start(() -> transaction.executeWithoutResult(_ -> {
                    id.set(HOUSE.service.bean(FileStore.class).insert(file, "somebody"));
                    written.countDown();
                    await(sweeps);
                }));
        await(written);
        var sweptBefore = sweeps();
        // The sweep waits for the writer, or has been by already.
        Thread.sleep(1500);
        sweeps.countDown();
        writer.join();
        Eventually.within(Duration.ofSeconds(20), "another sweep", () -> sweeps().compareTo(sweptBefore) > 0);

        assertThat(HOUSE.service.bean(FileStore.class).find(id.get()))
                .hasValueSatisfying(found -> assertThat(found.content()).isEqualTo(content));
    }

    @Test
    void whatTheDatabaseHasFromBeforeIsGivenAsBefore() {
        try (var plain = NoteHouse.publisher(DATABASE, Map.of())) {
            var person = plain.holder(plain.unit(null), "UNIT_OFFICER", "UNIT");
            var old = plain.api(person)
                    .with("Content-Type", "application/octet-stream")
                    .post(FILES + "?name=a.txt", "trong cơ sở dữ liệu");
            assertThat(old.status()).isEqualTo(201);

            assertThat(HOUSE.api(person).get(FILES + "/" + old.id()).text()).isEqualTo("trong cơ sở dữ liệu");
        }
    }

    private static String sweeps() {
        return HOUSE.jdbc()
                .sql(
                        "select coalesce(max(last_success)::text, '') from kit.scheduled_tasks where task_name = 'sweep-files'")
                .query(String.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private Api.Answer take(String name, String content) {
        var taken = send(name, content);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return taken;
    }

    private Api.Answer send(String name, String content) {
        return officer.with("Content-Type", "application/octet-stream").post(FILES + "?name=" + name, content);
    }

    private static String hash(Api.Answer taken) {
        return taken.body().path("sha256").asString();
    }

    private static NoteHouse house(String sweepEvery) {
        var settings = new HashMap<>(STORE.settings());
        settings.put("thidua.file.s3.sweep-every", sweepEvery);
        return NoteHouse.publisher(DATABASE, settings);
    }

    private static FakeStore store() {
        try {
            return new FakeStore();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
