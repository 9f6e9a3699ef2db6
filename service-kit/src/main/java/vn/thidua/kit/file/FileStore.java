package vn.thidua.kit.file;

import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thidua.kit.database.Rows;

/**
 * Keeps files, written once: a row each in the service's own table {@code file}, their content in the row too or, where a bucket is
 * set, as an object in it. What a row has stays there when a bucket is set later.
 */
final class FileStore {
    record Stored(String name, String contentType, byte[] content, String sha256) {}

    private static final byte[] NOT_IN_THE_ROW = new byte[0];

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final @Nullable Bucket bucket;

    FileStore(JdbcClient jdbc, TransactionTemplate transaction, @Nullable Bucket bucket) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.bucket = bucket;
    }

    /**
     * Keeps the file. The database itself computes the hash again and refuses another; an object's is compared when it is read. The
     * object is there before its row, which another process learns of only when this transaction ends: until then the lock
     * keeps {@link #sweep} from taking the object for a forgotten one.
     */
    UUID insert(Stored file, String by) {
        if (bucket != null) {
            lock("pg_advisory_xact_lock_shared", file.sha256());
            bucket.put(file.sha256(), file.content());
        }
        return jdbc.sql("""
                        insert into file (name, content_type, content, size, sha256, uploaded_by)
                        values (:name, :type, :content, :size, :sha256, :by) returning id
                        """)
                .param("name", file.name())
                .param("type", file.contentType())
                .param("content", bucket == null ? file.content() : null, Types.BINARY)
                .param("size", file.content().length)
                .param("sha256", file.sha256())
                .param("by", by)
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
    }

    Optional<Stored> find(UUID id) {
        return jdbc.sql("select name, content_type, content, sha256 from file where id = :id")
                .param("id", id)
                .query((row, _) -> new Stored(
                        row.getString("name"),
                        row.getString("content_type"),
                        Objects.requireNonNullElse(row.getBytes("content"), NOT_IN_THE_ROW),
                        row.getString("sha256")))
                .optional()
                .map(stored -> stored.content() == NOT_IN_THE_ROW ? withObject(stored) : stored);
    }

    private Stored withObject(Stored stored) {
        if (bucket == null) {
            throw new IllegalStateException("the file lies in a bucket, and none is set");
        }
        return new Stored(stored.name(), stored.contentType(), bucket.get(stored.sha256()), stored.sha256());
    }

    /** What is known of the file, if that caller brought it in. */
    Optional<Files.Facts> of(UUID id, String by) {
        return jdbc.sql("""
                        select id, name, content_type, sha256, size, uploaded_at from file
                        where id = :id and uploaded_by = :by
                        """)
                .param("id", id)
                .param("by", by)
                .query((row, _) -> new Files.Facts(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getString("sha256"),
                        row.getLong("size"),
                        Objects.requireNonNull(Rows.instant(row, "uploaded_at"))))
                .optional();
    }

    /** Deletes objects that no row names: what was erased, and what a write that failed has left. */
    void sweep() {
        var swept = Objects.requireNonNull(bucket);
        swept.each(objects -> unnamed(objects)
                .forEach(sha256 -> transaction.executeWithoutResult(_ -> {
                    lock("pg_advisory_xact_lock", sha256);
                    if (!unnamed(List.of(sha256)).isEmpty()) {
                        swept.delete(sha256);
                    }
                })));
    }

    private List<String> unnamed(List<String> objects) {
        return jdbc.sql("""
                        select o.sha256 from unnest(:objects) as o(sha256)
                        where not exists (select from file f where f.sha256 = o.sha256 and f.content is null)
                        """)
                .param("objects", objects.toArray(String[]::new))
                .query((row, _) -> row.getString("sha256"))
                .list();
    }

    /** Held until the transaction ends: by many who write the same content, or by the sweep alone. */
    private void lock(String function, String sha256) {
        jdbc.sql("select %s(hashtextextended(:object, 0))".formatted(function))
                .param("object", "file " + sha256)
                .query((_, _) -> true)
                .single();
    }
}
