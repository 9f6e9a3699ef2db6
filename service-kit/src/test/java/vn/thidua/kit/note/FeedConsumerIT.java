package vn.thidua.kit.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.TransientDataAccessResourceException;
import vn.thidua.kit.test.Api;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.TestPostgres;

/** What a service makes of another's feed. */
class FeedConsumerIT {
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final NoteHouse SOURCE = NoteHouse.publisher();
    private static final UUID UNIT = SOURCE.unit(null);
    private static final NoteHouse READER = SOURCE.reader();

    @AfterAll
    static void close() {
        READER.close();
        SOURCE.close();
    }

    @Test
    void anEventTakesEffectOnceWhenTheConnectionDiesBetweenEffectAndCursor() {
        var note = UUID.randomUUID();
        READER.service.bean(NoteCopy.class).afterNextEffect(() -> {
            var backend = READER.count("select pg_backend_pid()");
            READER.killBackend(backend);
            READER.count("select 1");
        });
        SOURCE.publish(note, 1, UNIT, "một lần");
        awaitCopy(READER, note, 1);
        assertThat(effects(note)).isEqualTo(1);
        assertThat(parked()).isZero();
    }

    @Test
    void anEventTakesEffectOnceWhenTheReaderFailsBetweenEffectAndCursor() {
        var note = UUID.randomUUID();
        READER.service.bean(NoteCopy.class).afterNextEffect(() -> {
            throw new TransientDataAccessResourceException("đĩa đầy một lúc");
        });
        SOURCE.publish(note, 1, UNIT, "một lần");
        awaitCopy(READER, note, 1);
        assertThat(effects(note)).isEqualTo(1);
        assertThat(parked()).isZero();
    }

    @Test
    void mandatesAreBelievedFromTheirOwnerAlone() {
        var owner = Map.<String, Object>of("thidua.mandates.source", "owner-of-mandates");
        try (var other = NoteHouse.reader(SOURCE.service.port(), TestPostgres.create("reader"), owner)) {
            SOURCE.mandate(SOURCE.person(), UNIT, "ADMINISTRATOR", "SUBTREE");
            var after = UUID.randomUUID();
            SOURCE.publish(after, 1, UNIT, "sau");
            awaitCopy(other, after, 1);
            assertThat(other.count("select count(*) from kit.mandate_copy")).isZero();
        }
    }

    @Test
    void aLockHeldTooLongIsWaitedOutAndSetsNothingAside() throws Exception {
        var note = UUID.randomUUID();
        try (var other = READER.service.database().asOwner();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("lock table note_copy in access exclusive mode");
            SOURCE.publish(note, 1, UNIT, "chờ khoá");
            Thread.sleep(3500);
            other.rollback();
        }
        awaitCopy(READER, note, 1);
        assertThat(effects(note)).isEqualTo(1);
        assertThat(parked()).isZero();
    }

    @Test
    void whatComesAgainTakesNoEffectAgain() {
        var note = UUID.randomUUID();
        SOURCE.publish(note, 1, UNIT, "một");
        SOURCE.publish(note, 2, UNIT, "hai");
        awaitCopy(READER, note, 2);
        var all = READER.count("select count(*) from note_effect");
        READER.jdbc().sql("update kit.feed_cursor set position = 0").update();
        var marker = UUID.randomUUID();
        SOURCE.publish(marker, 1, UNIT, "mốc");
        awaitCopy(READER, marker, 1);
        assertThat(READER.count("select count(*) from note_effect")).isEqualTo(all + 1);
        assertThat(READER.count("select version from note_copy where id = ?", note))
                .isEqualTo(2);
    }

    @Test
    void aServiceThatLearnsToTakeAnotherAggregateReadsWhatItHadPassedOver() {
        var note = UUID.randomUUID();
        SOURCE.publish(note, 1, UNIT, "bỏ qua");
        awaitCopy(READER, note, 1);
        // As a version would have left it that did not take notes yet.
        READER.jdbc().sql("""
                        with unknown as (delete from kit.feed_applied where aggregate_id = :note),
                             not_taken as (delete from note_copy where id = :note),
                             no_effect as (delete from note_effect where id = :note)
                        update kit.feed_cursor set types = array_remove(types, 'note')
                        """).param("note", note).update();
        awaitCopy(READER, note, 1);
        assertThat(effects(note)).isEqualTo(1);
    }

    @Test
    void aPoisonNoteIsSetAsideAndTheOthersGoOn() {
        var poison = UUID.randomUUID();
        var before = UUID.randomUUID();
        var after = UUID.randomUUID();
        SOURCE.inTransaction(() -> {
            SOURCE.publish(before, 1, UNIT, "trước");
            SOURCE.publish(poison, 1, UNIT, "độc");
            SOURCE.publish(after, 1, UNIT, "sau");
        });
        awaitCopy(READER, before, 1);
        awaitCopy(READER, after, 1);
        assertThat(effects(before)).isEqualTo(1);
        assertThat(copies(READER, poison)).isZero();

        var administrator = administrator();
        var seen = administrator.get("/api/v1/feeds/reader/parked");
        assertThat(seen.status()).as(seen.text()).isEqualTo(200);
        assertThat(seen.body().findValuesAsString("aggregateId")).containsExactly(poison.toString());
        assertThat(seen.body().path(0).path("error").asString()).contains("note_copy_text_check");

        SOURCE.publish(poison, 2, UNIT, "lành");
        awaitCopy(READER, poison, 2);
        assertThat(parked()).as("a newer good event heals").isZero();
    }

    @Test
    void whatWasSetAsideIsReplayedOnceItsCauseIsMended() throws SQLException {
        var poison = UUID.randomUUID();
        SOURCE.publish(poison, 1, UNIT, "độc");
        Eventually.within(SOON, "parked", () -> parked() == 1);
        var administrator = administrator();
        var path = "/api/v1/feeds/reader/parked/"
                + administrator
                        .get("/api/v1/feeds/reader/parked")
                        .body()
                        .path(0)
                        .path("id")
                        .asString() + "/replay";

        var stranger =
                READER.service.api().as(vn.thidua.kit.test.TestIssuer.instance().person("stranger"));
        assertThat(stranger.post(path, null).status()).isEqualTo(403);
        assertThat(stranger.get("/api/v1/feeds/reader/parked").status()).isEqualTo(403);

        var still = administrator.post(path, null);
        assertThat(still.status()).as(still.text()).isEqualTo(409);
        assertThat(parked()).isEqualTo(1);

        asOwner("alter table note_copy drop constraint note_copy_text_check");
        try {
            var done = administrator.post(path, null);
            assertThat(done.status()).as(done.text()).isEqualTo(204);
            assertThat(copies(READER, poison)).isEqualTo(1);
            assertThat(parked()).isZero();
            assertThat(administrator.post(path, null).status()).isEqualTo(404);
        } finally {
            asOwner("delete from note_copy where text = 'độc'");
            asOwner("alter table note_copy add constraint note_copy_text_check check (text <> 'độc')");
        }
    }

    @Test
    void twoInstancesOfAServiceApplyEachEventOnceBetweenThem() {
        try (var second = NoteHouse.reader(SOURCE.service.port(), READER.service.database(), Map.of())) {
            var notes = java.util.stream.Stream.generate(UUID::randomUUID)
                    .limit(300)
                    .toList();
            for (int version = 1; version <= 2; version++) {
                for (var note : notes) {
                    SOURCE.publish(note, version, UNIT, "hai máy");
                }
            }
            awaitCopy(second, notes.getLast(), 2);
        }
        assertThat(
                        READER.count(
                                "select count(*) from (select id, version from note_effect group by 1, 2 having count(*) > 1) x"))
                .isZero();
        assertThat(READER.count("select count(*) from note_copy where text = 'hai máy' and version = 2"))
                .isEqualTo(300);
    }

    @Test
    void aLateComerReadsTheSnapshotPageByPageAndThenTheFeed() {
        var before = READER.count("select count(*) from note_copy");
        var notes =
                java.util.stream.Stream.generate(UUID::randomUUID).limit(1200).toList();
        SOURCE.inTransaction(() -> notes.forEach(note -> SOURCE.publish(note, 1, UNIT, "sớm")));
        SOURCE.inTransaction(() -> notes.forEach(note -> SOURCE.publish(note, 2, UNIT, "muộn")));
        awaitCopy(READER, notes.getLast(), 2);
        try (var late = SOURCE.reader()) {
            awaitCopy(late, notes.getLast(), 2);
            Eventually.within(
                    SOON,
                    "a date",
                    () -> late.count("select count(*) from kit.feed_cursor where as_of is not null") == 1);
            assertThat(late.count("select count(*) from note_copy where text = 'muộn'"))
                    .isEqualTo(1200);
            assertThat(late.count("select count(*) from note_copy")).isEqualTo(before + 1200);
            assertThat(late.count("select count(*) from note_effect where version = 1 and id = ?", notes.getFirst()))
                    .as("only the newest of each is in the snapshot")
                    .isZero();
        }
    }

    @Test
    void anIdleFeedIsStillConfirmed() {
        var seen = asOf();
        Eventually.within(Duration.ofSeconds(9), "a newer confirmation", () -> asOf().isAfter(seen));
        var second = asOf();
        Eventually.within(Duration.ofSeconds(9), "and again", () -> asOf().isAfter(second));
    }

    @Test
    void anAccountThatWentFromOnePersonToAnotherIsTheNewHoldersInWhateverOrderItIsTold() {
        var before = SOURCE.person();
        Eventually.within(SOON, "first holder", () -> holderOf(before.account()) == 1);
        var after = UUID.randomUUID();
        var copy = READER.service.bean(vn.thidua.kit.replica.MandateCopy.class);
        READER.inTransaction(() -> copy.put(after, new vn.thidua.kit.replica.AccountEvent(before.account())));
        assertThat(READER.count(
                        "select count(*) from kit.account_copy where subject = ? and person_id = ?",
                        before.account(),
                        after))
                .isEqualTo(1);
    }

    private static long holderOf(String account) {
        return READER.count("select count(*) from kit.account_copy where subject = ?", account);
    }

    private static Instant asOf() {
        return READER.jdbc()
                .sql("select as_of from kit.feed_cursor")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static Api administrator() {
        var administrator = SOURCE.holder(UNIT, "ADMINISTRATOR", "SUBTREE");
        Eventually.within(
                SOON,
                "mandate of the administrator",
                () -> READER.count("select count(*) from kit.mandate_copy where person_id = ?", administrator.id())
                        == 1);
        return READER.api(administrator);
    }

    private static void awaitCopy(NoteHouse reader, UUID note, long version) {
        Eventually.within(
                SOON,
                "copy of " + note,
                () -> reader.count("select count(*) from note_copy where id = ? and version = ?", note, version) == 1);
    }

    private static long copies(NoteHouse reader, UUID note) {
        return reader.count("select count(*) from note_copy where id = ?", note);
    }

    private static long effects(UUID note) {
        return READER.count("select count(*) from note_effect where id = ?", note);
    }

    private static long parked() {
        return READER.count("select count(*) from kit.feed_parked");
    }

    private static void asOwner(String sql) throws SQLException {
        try (var owner = READER.service.database().asOwner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
