package vn.thidua.kit.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An audit row as the seal sees it: every column as text, in a fixed order. The hash of row n covers the hash of row n-1, its
 * number and each column with its length, so that nothing can be changed, moved, left out or shifted from one column to the next.
 */
record SealedRow(List<@Nullable String> columns) {
    /** The select list that {@link #of} reads; instants as whole microseconds, so that no session setting changes the text. */
    static final String COLUMNS = """
            a.id::text, (extract(epoch from a.at) * 1000000)::bigint::text, a.actor_kind, a.actor, a.origin, a.action,
            a.aggregate_type, a.aggregate_id::text, a.unit_id::text, a.mandate_id::text,
            (extract(epoch from a.mandate_as_of) * 1000000)::bigint::text, a.before::text, a.after::text, a.reason
            """;

    private static final int COUNT = 14;

    static SealedRow of(ResultSet row, int firstColumn) throws SQLException {
        var columns = new ArrayList<@Nullable String>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            columns.add(row.getString(firstColumn + i));
        }
        return new SealedRow(columns);
    }

    byte[] hash(byte[] previous, long seq) {
        var digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seq).array());
        for (var column : columns) {
            var bytes = column == null ? new byte[0] : column.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(column == null ? -1 : bytes.length)
                    .array());
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
