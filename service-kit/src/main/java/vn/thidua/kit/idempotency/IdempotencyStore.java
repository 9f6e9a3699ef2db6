package vn.thidua.kit.idempotency;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Saved answers, one for each caller and key. */
final class IdempotencyStore {
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    record Saved(String operation, byte[] bodyHash, Answer answer) {}

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    IdempotencyStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Takes the key until the transaction ends; false when another request holds it. */
    boolean lock(String caller, UUID key) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", caller + " " + key)
                .query(Boolean.class)
                .single();
    }

    Optional<Saved> find(String caller, UUID key) {
        return jdbc.sql("""
                        select operation, body_hash, status, headers, body from kit.idempotency
                        where caller = :caller and key = :key
                        """)
                .param("caller", caller)
                .param("key", key)
                .query((row, _) -> new Saved(
                        row.getString("operation"),
                        row.getBytes("body_hash"),
                        new Answer(
                                row.getInt("status"),
                                json.readValue(row.getString("headers"), HEADERS),
                                row.getBytes("body"))))
                .optional();
    }

    void save(String caller, UUID key, Saved saved) {
        jdbc.sql("""
                        insert into kit.idempotency (caller, key, operation, body_hash, status, headers, body)
                        values (:caller, :key, :operation, :hash, :status, cast(:headers as jsonb), :body)
                        """)
                .param("caller", caller)
                .param("key", key)
                .param("operation", saved.operation())
                .param("hash", saved.bodyHash())
                .param("status", saved.answer().status())
                .param("headers", json.writeValueAsString(saved.answer().headers()))
                .param("body", saved.answer().body())
                .update();
    }
}
