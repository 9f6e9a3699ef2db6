package vn.thidua.kit.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vn.thidua.kit.feed.EpochCommand;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.LogicalCopy;
import vn.thidua.kit.test.TestPostgres;
import vn.thidua.kit.test.TestPostgres.Database;

/** A source whose data was restored to an earlier time, and the readers who knew more. */
class FeedRestoreIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final UUID UNIT = UUID.randomUUID();

    @Test
    void readersGoBackWithASourceRestoredFromAColdCopy() throws Exception {
        restore(TestPostgres::copyOf);
    }

    @Test
    void readersGoBackWithASourceRestoredFromALogicalCopy() throws Exception {
        restore(FeedRestoreIT::copyRowByRow);
    }

    @Test
    void aCursorBeyondTheEndIsRefusedEvenWhenNobodyRenewedTheEpoch() {
        try (var source = NoteHouse.publisher()) {
            var feed = new FeedReading(source);
            var note = UUID.randomUUID();
            source.publish(note, 1, UNIT, "một");
            feed.readUntil(note);
            var ahead = feed.cursor().substring(0, feed.cursor().indexOf(':') + 1)
                    + (feed.positions().getLast() + 5);
            var refused = source.internal().get("/api/v1/feeds/cluster?lastEventId=" + ahead);
            assertThat(refused.status()).isEqualTo(410);
            assertThat(refused.problem()).isEqualTo("feed-epoch-changed");
        }
    }

    private static void restore(UnaryOperator<Database> copying) throws Exception {
        var original = TestPostgres.create("notes");
        var kept = UUID.randomUUID();
        var changed = UUID.randomUUID();
        var lost = UUID.randomUUID();
        var poison = UUID.randomUUID();
        var source = NoteHouse.publisher(original, Map.of());
        var port = source.service.port();
        source.publish(kept, 1, UNIT, "còn");
        source.publish(changed, 1, UNIT, "bản một");
        new FeedReading(source).readUntil(changed);
        source.close();
        var backup = copying.apply(original);

        source = NoteHouse.publisher(original, Map.of("server.port", port));
        try (var reader = NoteHouse.reader(port, TestPostgres.create("reader"), Map.of())) {
            source.publish(changed, 2, UNIT, "bản hai");
            source.publish(changed, 3, UNIT, "bản ba");
            source.publish(lost, 1, UNIT, "mất");
            source.publish(poison, 1, UNIT, "độc");
            awaitText(reader, lost, "mất");
            Eventually.within(SOON, "set aside", () -> reader.count("select count(*) from kit.feed_parked") == 1);
            var cursor = cursor(reader);
            source.close();

            assertThat(renew(backup)).isZero();
            source = NoteHouse.publisher(backup, Map.of("server.port", port));
            var refused = source.internal().get("/api/v1/feeds/cluster?lastEventId=" + cursor);
            assertThat(refused.status()).as(refused.text()).isEqualTo(410);
            assertThat(refused.problem()).isEqualTo("feed-epoch-changed");

            Eventually.within(SOON, "the lost note forgotten", () -> count(reader, lost) == 0);
            awaitText(reader, changed, "bản một");
            awaitText(reader, kept, "còn");
            assertThat(reader.count("select count(*) from kit.feed_parked"))
                    .as("what was set aside in the lost time is gone with it")
                    .isZero();
            source.publish(changed, 2, UNIT, "bản hai khác");
            awaitText(reader, changed, "bản hai khác");
            assertThat(reader.count("select version from note_copy where id = ?", changed))
                    .isEqualTo(2);
        } finally {
            source.close();
        }
    }

    private static int renew(Database database) {
        var out = new ByteArrayOutputStream();
        return EpochCommand.renew(
                "cluster",
                Map.of(
                        "THIDUA_DB_URL", database.url(),
                        "THIDUA_DB_OWNER", database.owner(),
                        "THIDUA_DB_OWNER_PASSWORD", database.password()),
                new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    /** As a dump does it: a new database with the same tables, and every row copied. */
    private static Database copyRowByRow(Database from) {
        var to = TestPostgres.create("notes");
        NoteHouse.publisher(to, Map.of()).close();
        LogicalCopy.restore(from, to);
        return to;
    }

    private static String cursor(NoteHouse reader) {
        return reader.jdbc()
                .sql("select epoch || ':' || position from kit.feed_cursor")
                .query(String.class)
                .single();
    }

    private static long count(NoteHouse reader, UUID note) {
        return reader.count("select count(*) from note_copy where id = ?", note);
    }

    private static void awaitText(NoteHouse reader, UUID note, String text) {
        Eventually.within(
                SOON,
                text,
                () -> reader.count("select count(*) from note_copy where id = ? and text = ?", note, text) == 1);
    }
}
