package vn.thidua.kit.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Recomputes the whole chain and holds it against the checkpoints. Finds every change, loss, insertion or exchange among sealed
 * rows, and a lost or rewritten end up to the last checkpoint.
 */
final class AuditVerifier {
    /** @param findings one sentence for each thing wrong; empty when the audit is whole */
    record Report(long sealed, long unsealed, int checkpoints, List<String> findings) {}

    /** The promised 10 s after the commit, and 10 s more for the longest transaction between writing the row and its commit. */
    private static final Duration LONGEST_UNSEALED = Duration.ofSeconds(20);

    private static final int MOST_FINDINGS = 100;

    private final Connection connection;
    private final List<Checkpoints.Checkpoint> checkpoints;
    private final List<String> findings = new ArrayList<>();

    AuditVerifier(Connection connection, List<Checkpoints.Checkpoint> checkpoints) {
        this.connection = connection;
        this.checkpoints = checkpoints;
    }

    Report verify() throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var expected = expectedHashes();
        var sealed = recompute(expected);
        for (var checkpoint : checkpoints) {
            if (checkpoint.intact() && checkpoint.seq() > sealed) {
                find("rows %d to %d are lost: the checkpoint of %s knows them"
                        .formatted(sealed + 1, checkpoint.seq(), checkpoint.at()));
            }
        }
        var unsealed = unsealed();
        connection.rollback();
        return new Report(sealed, unsealed, checkpoints.size(), List.copyOf(findings));
    }

    private Map<Long, byte[]> expectedHashes() {
        var hashes = new HashMap<Long, byte[]>();
        for (int i = 0; i < checkpoints.size(); i++) {
            var checkpoint = checkpoints.get(i);
            if (checkpoint.intact()) {
                hashes.put(checkpoint.seq(), checkpoint.hash());
            } else {
                find("checkpoint in line %d has no valid signature".formatted(i + 1));
            }
        }
        return hashes;
    }

    private long recompute(Map<Long, byte[]> expected) throws SQLException {
        var previous = new byte[32];
        var last = 0L;
        try (var statement = connection.prepareStatement("select s.seq, s.hash, a.id is null, " + SealedRow.COLUMNS
                + " from kit.audit_seal s left join kit.audit a on a.id = s.audit_id order by s.seq")) {
            statement.setFetchSize(1000);
            var rows = statement.executeQuery();
            while (rows.next()) {
                var seq = rows.getLong(1);
                var hash = rows.getBytes(2);
                if (seq != last + 1) {
                    find("rows %d to %d are missing".formatted(last + 1, seq - 1));
                }
                if (rows.getBoolean(3)) {
                    find("row %d was deleted".formatted(seq));
                } else if (!Arrays.equals(hash, SealedRow.of(rows, 4).hash(previous, seq))) {
                    find("row %d or its place was changed".formatted(seq));
                }
                var checkpoint = expected.get(seq);
                if (checkpoint != null && !Arrays.equals(checkpoint, hash)) {
                    find("row %d is not the one the checkpoint knows: the chain was rewritten".formatted(seq));
                }
                previous = hash;
                last = seq;
            }
        }
        compareHead(last, previous);
        return last;
    }

    /** The head knows the end of the chain: seals that were taken off it since the last checkpoint are missed here. */
    private void compareHead(long last, byte[] hash) throws SQLException {
        try (var statement = connection.createStatement();
                var head = statement.executeQuery("select seq, hash from kit.audit_head")) {
            if (!head.next() || head.getLong(1) != last || !Arrays.equals(head.getBytes(2), hash)) {
                find("the end of the chain at row %d is not the one the head knows".formatted(last));
            }
        }
    }

    private long unsealed() throws SQLException {
        try (var statement = connection.prepareStatement("""
                select count(*), count(*) filter (where a.at < now() - make_interval(secs => ?)),
                       count(*) filter (where not exists (select from kit.audit_unsealed u where u.audit_id = a.id))
                from kit.audit a where not exists (select from kit.audit_seal s where s.audit_id = a.id)
                """)) {
            statement.setLong(1, LONGEST_UNSEALED.toSeconds());
            var row = statement.executeQuery();
            row.next();
            if (row.getLong(2) > 0) {
                find("%d rows are older than %d s and have no seal"
                        .formatted(row.getLong(2), LONGEST_UNSEALED.toSeconds()));
            }
            if (row.getLong(3) > 0) {
                find("%d rows have no seal and do not wait for one".formatted(row.getLong(3)));
            }
            return row.getLong(1);
        }
    }

    private void find(String finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        } else if (findings.size() == MOST_FINDINGS) {
            findings.add("... and more");
        }
    }
}
