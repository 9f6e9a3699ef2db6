package vn.thidua.kit.file;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thidua.kit.database.Rows;

/** Keeps files, written once, in the service's own table {@code file}. */
final class FileStore {
    record Stored(String name, String contentType, byte[] content, String sha256) {}

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the file; the database itself computes the hash again and refuses another. */
    UUID insert(Stored file, String by) {
        return jdbc.sql("""
                        insert into file (name, content_type, content, sha256, uploaded_by)
                        values (:name, :type, :content, :sha256, :by) returning id
                        """)
                .param("name", file.name())
                .param("type", file.contentType())
                .param("content", file.content())
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
                        row.getBytes("content"),
                        row.getString("sha256")))
                .optional();
    }

    /** What is known of the file, if that caller brought it in. */
    Optional<Files.Facts> of(UUID id, String by) {
        return jdbc.sql("""
                        select id, name, content_type, sha256, octet_length(content) as size, uploaded_at from file
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
}
