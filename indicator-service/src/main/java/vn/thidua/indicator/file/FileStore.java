package vn.thidua.indicator.file;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps files, written once. */
@Repository
class FileStore {
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

    boolean isOf(UUID id, String by) {
        return jdbc.sql("select exists (select from file where id = :id and uploaded_by = :by)")
                .param("id", id)
                .param("by", by)
                .query(Boolean.class)
                .single();
    }
}
