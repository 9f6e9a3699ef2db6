package vn.thidua.kit.personal;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of people, in a database of their own that ordinary backups leave out. */
final class PersonalKeys {
    private static final int BYTES = 32;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    PersonalKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    byte[] getOrCreate(UUID personId) {
        return find(personId).orElseGet(() -> create(personId));
    }

    Optional<byte[]> find(UUID personId) {
        return jdbc.sql("select key from person_key where person_id = :id")
                .param("id", personId)
                .query(byte[].class)
                .optional();
    }

    Map<UUID, byte[]> find(Set<UUID> people) {
        var found = new HashMap<UUID, byte[]>();
        jdbc.sql("select person_id, key from person_key where person_id = any(:people)")
                .param("people", people.toArray(UUID[]::new))
                .query(row -> {
                    found.put(row.getObject("person_id", UUID.class), row.getBytes("key"));
                });
        return found;
    }

    void delete(UUID personId) {
        jdbc.sql("delete from person_key where person_id = :id")
                .param("id", personId)
                .update();
    }

    private byte[] create(UUID personId) {
        var key = new byte[BYTES];
        random.nextBytes(key);
        // Two writers may race: the first key stays, and both use it.
        jdbc.sql("insert into person_key (person_id, key) values (:id, :key) on conflict do nothing")
                .param("id", personId)
                .param("key", key)
                .update();
        return find(personId).orElseThrow();
    }
}
