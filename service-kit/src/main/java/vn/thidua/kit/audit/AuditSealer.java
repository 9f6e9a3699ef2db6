package vn.thidua.kit.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what was committed, in batches, and writes a signed checkpoint now and then. Every instance runs it; the lock on the
 * head lets one at a time through.
 */
final class AuditSealer {
    private static final int BATCH = 2000;
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private record Head(long seq, byte[] hash) {}

    private record Waiting(UUID id, SealedRow row) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Checkpoints checkpoints;
    private final Clock clock;
    private final Duration checkpointEvery;
    private long checkpointSeq;
    private Instant checkpointAt = Instant.EPOCH;

    AuditSealer(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Checkpoints checkpoints,
            Clock clock,
            Duration checkpointEvery) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.checkpoints = checkpoints;
        this.clock = clock;
        this.checkpointEvery = checkpointEvery;
    }

    /** One step: seals all that waits, tells how long to rest. */
    Duration seal() {
        var sealed = BATCH;
        while (sealed == BATCH) {
            sealed = sealBatch();
        }
        checkpoint();
        return PERIOD;
    }

    /** The step at the service's end: also the last rows get their checkpoint. */
    Duration sealLast() {
        checkpointAt = Instant.EPOCH;
        return seal();
    }

    private int sealBatch() {
        var sealed = transaction.execute(_ -> {
            // A look without a lock first: an idle service should not write every second.
            if (jdbc.sql("select not exists (select from kit.audit_unsealed)")
                    .query(Boolean.class)
                    .single()) {
                return 0;
            }
            var head = jdbc.sql("select seq, hash from kit.audit_lock_head()")
                    .query((row, _) -> new Head(row.getLong("seq"), row.getBytes("hash")))
                    .single();
            var waiting = jdbc.sql("select " + SealedRow.COLUMNS
                            + " from kit.audit_unsealed u join kit.audit a on a.id = u.audit_id"
                            + " order by a.id limit :batch")
                    .param("batch", BATCH)
                    .query((row, _) -> new Waiting(UUID.fromString(row.getString(1)), SealedRow.of(row, 1)))
                    .list();
            if (waiting.isEmpty()) {
                return 0;
            }
            var ids = new ArrayList<UUID>(waiting.size());
            var hashes = new ArrayList<byte[]>(waiting.size());
            var hash = head.hash();
            for (var entry : waiting) {
                hash = entry.row().hash(hash, head.seq() + hashes.size() + 1);
                ids.add(entry.id());
                hashes.add(hash);
            }
            jdbc.sql("select kit.audit_seal_rows(:first, :ids, :hashes)")
                    .param("first", head.seq() + 1)
                    .param("ids", ids.toArray(UUID[]::new))
                    .param("hashes", hashes.toArray(byte[][]::new))
                    .query((_, _) -> true)
                    .single();
            return waiting.size();
        });
        return sealed == null ? 0 : sealed;
    }

    private void checkpoint() {
        var now = clock.instant();
        if (checkpointAt.plus(checkpointEvery).isAfter(now)) {
            return;
        }
        var head = jdbc.sql("select seq, hash from kit.audit_head")
                .query((row, _) -> new Head(row.getLong("seq"), row.getBytes("hash")))
                .single();
        if (head.seq() > checkpointSeq) {
            checkpoints.append(head.seq(), head.hash(), now);
            checkpointSeq = head.seq();
        }
        checkpointAt = now;
    }
}
