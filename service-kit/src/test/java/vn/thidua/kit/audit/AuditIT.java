package vn.thidua.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import vn.thidua.kit.note.NoteHouse;
import vn.thidua.kit.test.Eventually;
import vn.thidua.kit.test.TestPostgres;

/** Who changed what, and whether somebody has changed that since. */
class AuditIT {
    private static final String WITHOUT_CONSTRAINTS = "alter table kit.audit_seal drop constraint audit_seal_seq_check,"
            + " drop constraint audit_seal_audit_id_key; ";

    private final NoteHouse house =
            NoteHouse.publisher(TestPostgres.create("audit"), Map.of("thidua.audit.checkpoint-every", "1s"));
    private final UUID unit = house.unit(null);
    private final NoteHouse.Person holder = house.holder(unit, "UNIT_OFFICER", "UNIT");

    /** What somebody with all rights in the database, but without the key, might do. */
    enum Tampering {
        A_COLUMN_EDITED(
                "update kit.audit set reason = 'khác' where id = (select audit_id from kit.audit_seal where seq = 3)"),
        A_TIME_EDITED(
                "update kit.audit set at = at + interval '1 us' where id = (select audit_id from kit.audit_seal where seq = 3)"),
        A_NULL_MADE_EMPTY(
                "update kit.audit set reason = '' where id = (select audit_id from kit.audit_seal where seq = 1)"),
        TEXT_SHIFTED_BETWEEN_COLUMNS("update kit.audit set actor = actor || left(origin, 1), origin = substr(origin, 2)"
                + " where id = (select audit_id from kit.audit_seal where seq = 3)"),
        A_ROW_DELETED("delete from kit.audit where id = (select audit_id from kit.audit_seal where seq = 3)"),
        A_ROW_DELETED_WITH_ITS_SEAL("with s as (delete from kit.audit_seal where seq = 3 returning audit_id)"
                + " delete from kit.audit a using s where a.id = s.audit_id"),
        A_ROW_DELETED_AND_THE_REST_MOVED_UP("with s as (delete from kit.audit_seal where seq = 3 returning audit_id)"
                + " delete from kit.audit a using s where a.id = s.audit_id;"
                + " update kit.audit_seal set seq = -seq where seq > 3;"
                + " update kit.audit_seal set seq = -seq - 1 where seq < 0;"
                + " update kit.audit_head set seq = seq - 1"),
        THE_FIRST_ROW_DELETED("with s as (delete from kit.audit_seal where seq = 1 returning audit_id)"
                + " delete from kit.audit a using s where a.id = s.audit_id"),
        THE_END_CUT_OFF("with s as (delete from kit.audit_seal where seq > 4 returning audit_id)"
                + " delete from kit.audit a using s where a.id = s.audit_id;"
                + " update kit.audit_head set seq = 4, hash = (select hash from kit.audit_seal where seq = 4)"),
        THE_END_CUT_OFF_AND_THE_HEAD_FORGOTTEN(
                "with s as (delete from kit.audit_seal where seq = (select max(seq) from kit.audit_seal) returning audit_id)"
                        + " delete from kit.audit a using s where a.id = s.audit_id"),
        EVERYTHING_DELETED("delete from kit.audit_seal; delete from kit.audit;"
                + " update kit.audit_head set seq = 0, hash = decode(repeat('00', 32), 'hex')"),
        A_ROW_INSERTED_WITH_A_FORGED_SEAL(
                "insert into kit.audit (actor_kind, actor, origin, action, aggregate_type, aggregate_id)"
                        + " values ('PERSON', 'x', 'x', 'x', 'note', uuidv7());"
                        + " update kit.audit_seal set seq = -seq where seq > 3;"
                        + " insert into kit.audit_seal (seq, audit_id, hash)"
                        + " select 4, id, sha256('forged') from kit.audit where action = 'x';"
                        + " update kit.audit_seal set seq = -seq + 1 where seq < 0;"
                        + " update kit.audit_head set seq = seq + 1"),
        A_ROW_INSERTED_WITHOUT_A_SEAL(
                "insert into kit.audit (actor_kind, actor, origin, action, aggregate_type, aggregate_id)"
                        + " values ('PERSON', 'x', 'x', 'x', 'note', uuidv7())"),
        TWO_ROWS_SWAPPED(
                "update kit.audit_seal set audit_id = case seq when 2 then (select audit_id from kit.audit_seal where seq = 3)"
                        + " else (select audit_id from kit.audit_seal where seq = 2) end where seq in (2, 3)"),
        A_HASH_EDITED("update kit.audit_seal set hash = sha256('x') where seq = 3"),
        THE_HEAD_EDITED("update kit.audit_head set hash = sha256('x')");

        private final String sql;

        Tampering(String sql) {
            this.sql = sql;
        }
    }

    @BeforeEach
    void writeSome() {
        for (int i = 0; i < 7; i++) {
            note("Ghi chú " + i);
        }
        awaitSealed(7);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aCleanAuditIsWhole() throws IOException {
        house.close();
        var report = verify();
        assertThat(report).isEqualTo(0);
        assertThat(checkpoints()).as("written at the end too").isNotEmpty();
    }

    @Test
    void everyTamperingIsFound() throws SQLException {
        awaitCheckpoint(7);
        house.close();
        for (var tampering : Tampering.values()) {
            var copy = TestPostgres.copyOf(house.service.database());
            assertThat(verify(copy, new ByteArrayOutputStream())).isZero();
            try (var connection = copy.asSuperuser()) {
                execute(connection, "set session_replication_role = replica");
                execute(connection, WITHOUT_CONSTRAINTS + tampering.sql);
            }
            assertThat(verify(copy, new ByteArrayOutputStream()))
                    .as(tampering.name())
                    .isEqualTo(1);
        }
    }

    @Test
    void aChainRewrittenWithFreshHashesIsFoundByTheCheckpoint() throws SQLException {
        awaitCheckpoint(7);
        house.close();
        asSuperuser(connection -> {
            execute(
                    connection,
                    "update kit.audit set reason = 'khác' where id = (select audit_id from kit.audit_seal where seq = 3)");
            rechain(connection);
        });
        var out = new ByteArrayOutputStream();
        assertThat(verify(out)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("the chain was rewritten");
    }

    @Test
    void anEditedCheckpointIsFound() throws IOException {
        awaitCheckpoint(7);
        house.close();
        var file = checkpointFile();
        var text = Files.readString(file);
        Files.writeString(file, text.replaceFirst("^\\d+ ", "1 "));
        assertThat(verify()).isEqualTo(1);
        Files.writeString(file, text + "junk\n");
        assertThat(verify()).isEqualTo(1);
        Files.writeString(file, text);
        assertThat(verify()).isZero();
    }

    @Test
    void aCheckpointThatACrashLeftUnfinishedHarmsNothing() throws IOException {
        awaitCheckpoint(7);
        var file = checkpointFile();
        Files.writeString(file, "8 abcdef", StandardOpenOption.APPEND);
        assertThat(verify()).isZero();
        note("sau đó");
        awaitSealed(8);
        house.close();
        assertThat(checkpoints().getLast()).startsWith("8 ");
        assertThat(verify()).isZero();
    }

    @Test
    void underThirtyTwoWritersEveryRowIsSealedWithinTenSecondsOfItsCommit() throws Exception {
        var seen = 0L;
        var end = java.time.Instant.now().plusSeconds(12);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Future<?>>();
            for (int i = 0; i < 32; i++) {
                writers.add(threads.submit(() -> insertRows(end)));
            }
            while (java.time.Instant.now().isBefore(end)) {
                seen = Math.max(seen, oldestUnsealedMillis());
                Thread.sleep(200);
            }
            for (var writer : writers) {
                writer.get();
            }
        }
        var rows = house.count("select count(*) from kit.audit");
        awaitSealed(rows);
        System.out.printf("32 writers: %d rows in 12 s, the oldest unsealed row was %d ms old%n", rows, seen);
        assertThat(seen).isLessThan(10_000);
        assertThat(rows).isGreaterThan(1000);
        house.close();
        assertThat(verify()).isZero();
    }

    @Test
    void severalSealersAtOnceKeepOneChain() throws Exception {
        var jdbc = house.jdbc();
        var transactions = house.service.bean(PlatformTransactionManager.class);
        var checkpoints = new Checkpoints(
                house.service.folder(), "cluster", house.service.folder().resolve("audit.pem"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                var sealer = new AuditSealer(jdbc, transactions, checkpoints, Clock.systemUTC(), Duration.ZERO);
                work.add(threads.submit(() -> {
                    for (int n = 0; n < 40; n++) {
                        note("Nhiều người niêm phong");
                        sealer.seal();
                    }
                }));
            }
            for (var done : work) {
                done.get();
            }
        }
        awaitSealed(7 + 160);
        house.close();
        assertThat(verify()).isZero();
    }

    @Test
    void aSealerThatDiesAtWorkLeavesAChainThatCanBeVerifiedAndGoesOn() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var end = java.time.Instant.now().plusSeconds(4);
            var writing = threads.submit(() -> insertRows(end));
            while (java.time.Instant.now().isBefore(end)) {
                asSuperuser(connection -> execute(connection, """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where datname = current_database() and query ilike '%audit_%' and usename like '%app' and state <> 'idle'
                          and query not ilike '%insert%'
                        """));
                Thread.sleep(20);
            }
            writing.get();
        }
        awaitSealed(house.count("select count(*) from kit.audit"));
        house.close();
        assertThat(verify()).isZero();
    }

    private Void insertRows(java.time.Instant end) throws SQLException {
        try (var connection = house.service.database().asApp();
                var insert = connection.prepareStatement("""
                        insert into kit.audit (actor_kind, actor, origin, action, aggregate_type, aggregate_id, after)
                        values ('PERSON', 'x', 'y', 'note.written', 'note', uuidv7(), '{"text":"ạ"}')
                        """)) {
            while (java.time.Instant.now().isBefore(end)) {
                insert.executeUpdate();
            }
        }
        return null;
    }

    private long oldestUnsealedMillis() {
        return house.count("""
                select coalesce(extract(epoch from clock_timestamp() - min(a.at)) * 1000, 0)::bigint
                from kit.audit_unsealed u join kit.audit a on a.id = u.audit_id
                """);
    }

    private void note(String text) {
        var answer = house.api(holder).post("/api/v1/notes", Map.of("unitId", unit, "text", text));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private void awaitSealed(long rows) {
        Eventually.within(
                Duration.ofSeconds(15),
                rows + " sealed rows",
                () -> house.count("select count(*) from kit.audit_seal") == rows);
    }

    private void awaitCheckpoint(long seq) {
        Eventually.within(Duration.ofSeconds(25), "checkpoint " + seq, () -> {
            try {
                return Files.exists(checkpointFile())
                        && checkpoints().stream().anyMatch(line -> line.startsWith(seq + " "));
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        });
    }

    private Path checkpointFile() {
        return house.service.folder().resolve("cluster-audit-checkpoints.log");
    }

    private List<String> checkpoints() throws IOException {
        return Files.readAllLines(checkpointFile());
    }

    private int verify() {
        return verify(new ByteArrayOutputStream());
    }

    private int verify(ByteArrayOutputStream out) {
        return verify(house.service.database(), out);
    }

    private int verify(TestPostgres.Database database, ByteArrayOutputStream out) {
        return AuditCommand.verify(
                "cluster",
                Map.of(
                        "THIDUA_DB_URL", database.url(),
                        "THIDUA_DB_OWNER", database.owner(),
                        "THIDUA_DB_OWNER_PASSWORD", database.password(),
                        "THIDUA_AUDIT_DIR", house.service.folder().toString(),
                        "THIDUA_AUDIT_KEY",
                                house.service.folder().resolve("audit.pem").toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    /** Computes all hashes anew, as somebody would who knows how it is done. */
    private static void rechain(Connection connection) {
        try (var statement = connection.createStatement();
                var update = connection.prepareStatement("update kit.audit_seal set hash = ? where seq = ?")) {
            var previous = new byte[32];
            var rows = statement.executeQuery("select s.seq, " + SealedRow.COLUMNS
                    + " from kit.audit_seal s join kit.audit a on a.id = s.audit_id order by s.seq");
            while (rows.next()) {
                previous = SealedRow.of(rows, 2).hash(previous, rows.getLong(1));
                update.setBytes(1, previous);
                update.setLong(2, rows.getLong(1));
                update.executeUpdate();
            }
            try (var head = connection.prepareStatement("update kit.audit_head set hash = ?")) {
                head.setBytes(1, previous);
                head.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private interface Work {
        void on(Connection connection);
    }

    /** Without triggers and foreign keys, which would stand in the way. */
    private void asSuperuser(Work work) throws SQLException {
        try (var connection = house.service.database().asSuperuser()) {
            execute(connection, "set session_replication_role = replica");
            work.on(connection);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }
}
