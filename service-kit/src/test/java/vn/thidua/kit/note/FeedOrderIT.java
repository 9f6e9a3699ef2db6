package vn.thidua.kit.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.TestPostgres;

/** In which order the feed tells what was committed. */
class FeedOrderIT {
    private static final NoteHouse HOUSE = NoteHouse.publisher();
    private static final String INSERT = """
            insert into kit.outbox (aggregate_type, aggregate_id, aggregate_version, event_type, audience, unit_id, data)
            values ('note', ?, ?, 'vn.thidua.note.written', 'UNIT', ?, '{"text":"x"}')
            """;

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void whatBeganEarlyAndWasCommittedLateIsNotPassedOver() throws SQLException {
        var feed = new FeedReading(HOUSE);
        feed.readToEnd();
        var early = UUID.randomUUID();
        var quick = UUID.randomUUID();
        try (var slow = HOUSE.service.database().asApp()) {
            slow.setAutoCommit(false);
            insert(slow, early, 1);
            HOUSE.publish(quick, 1, UUID.randomUUID(), "nhanh");
            feed.readUntil(quick);
            assertThat(feed.aggregates()).contains(quick).doesNotContain(early);
            slow.commit();
        }
        feed.readUntil(early);
        assertThat(feed.positionOf(early)).isGreaterThan(feed.positionOf(quick));
    }

    @Test
    void aLongWriterInAnotherDatabaseOfTheServerHoldsNothingBack() throws SQLException {
        try (var other = TestPostgres.create("other").asOwner();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("create table long_work (id int)");
            statement.execute("insert into long_work values (1)");
            var feed = new FeedReading(HOUSE);
            feed.readToEnd();
            var note = UUID.randomUUID();
            var began = Instant.now();
            HOUSE.publish(note, 1, UUID.randomUUID(), "đi tiếp");
            feed.readUntil(note);
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(3));
            other.rollback();
        }
    }

    @Test
    void theVersionsOfOneNoteComeInTheirOrderHoweverManyRewriteIt() throws Exception {
        var unit = HOUSE.unit(null);
        var holder = HOUSE.holder(unit, "UNIT_OFFICER", "UNIT");
        var feed = new FeedReading(HOUSE);
        feed.readToEnd();
        var api = HOUSE.api(holder);
        var id = api.post("/api/v1/notes", java.util.Map.of("unitId", unit, "text", "lần một"))
                .id();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < 6; i++) {
                writers.add(threads.submit(() -> {
                    for (int done = 0; done < 10; ) {
                        var version = HOUSE.count("select version from note where id = ?", id);
                        done += api.put("/api/v1/notes/" + id, version, java.util.Map.of("text", "lại"))
                                                .status()
                                        == 200
                                ? 1
                                : 0;
                    }
                }));
            }
            for (var writer : writers) {
                writer.get();
            }
        }
        Eventually.within(Duration.ofSeconds(10), "version 61", () -> {
            feed.readToEnd();
            return feed.versionsOf(id).size() == 61;
        });
        assertThat(feed.versionsOf(id)).isSorted().doesNotHaveDuplicates().endsWith(61L);
    }

    @Test
    void aVersionThatWasAlreadyPublishedIsRefusedWhereItIsWrittenAndHoldsNothingBack() throws SQLException {
        var note = UUID.randomUUID();
        HOUSE.publish(note, 2, UUID.randomUUID(), "hai");
        new FeedReading(HOUSE).readUntil(note);
        try (var writer = HOUSE.service.database().asApp()) {
            for (long stale : new long[] {2, 1}) {
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> insert(writer, note, stale))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("already has version");
            }
        }
        var next = UUID.randomUUID();
        HOUSE.publish(next, 1, UUID.randomUUID(), "vẫn chạy");
        new FeedReading(HOUSE).readUntil(next);
    }

    @Test
    void aHundredThousandEventsOfSixteenWritersArriveOnceEachWithoutAGap() throws Exception {
        try (var house = NoteHouse.publisher()) {
            var feed = new FeedReading(house);
            var began = Instant.now();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var writers = new ArrayList<Future<?>>();
                for (int writer = 0; writer < 16; writer++) {
                    writers.add(threads.submit(() -> write(house, 6_250, 125)));
                }
                while (feed.events() < 100_000) {
                    feed.read(1000, 2000);
                    assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(90));
                }
                for (var writer : writers) {
                    writer.get();
                }
            }
            feed.readToEnd();
            assertThat(feed.events()).isEqualTo(100_000);
            assertThat(feed.positions()).hasSize(100_000);
            for (int i = 0; i < 100_000; i++) {
                assertThat(feed.positions().get(i)).isEqualTo(i + 1L);
            }
            assertThat(new HashSet<>(feed.aggregates())).hasSize(100_000 / 5);
            var newest = new HashMap<UUID, Long>();
            for (int i = 0; i < 100_000; i++) {
                var before =
                        newest.put(feed.aggregates().get(i), feed.versions().get(i));
                assertThat(feed.versions().get(i)).isEqualTo(before == null ? 1L : before + 1);
            }
            System.out.printf(
                    "100,000 events of 16 writers: %d ms%n",
                    Duration.between(began, Instant.now()).toMillis());
        }
    }

    /** Five versions of each note, a number of events in each transaction. */
    private static Void write(NoteHouse house, int events, int each) throws SQLException {
        try (var connection = house.service.database().asApp();
                var insert = connection.prepareStatement(INSERT)) {
            connection.setAutoCommit(false);
            for (int done = 0; done < events; done += each) {
                for (int i = 0; i < each / 5; i++) {
                    var id = UUID.randomUUID();
                    for (int version = 1; version <= 5; version++) {
                        set(insert, id, version);
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
        }
        return null;
    }

    private static void insert(Connection connection, UUID id, long version) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            set(insert, id, version);
            insert.executeUpdate();
        }
    }

    private static void set(java.sql.PreparedStatement insert, UUID id, long version) throws SQLException {
        insert.setObject(1, id);
        insert.setLong(2, version);
        insert.setObject(3, UUID.randomUUID());
    }
}
