package vn.thidua.kit.personal;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** The keys of all of them, made for those who have none. */
    Map<UUID, byte[]> getOrCreate(Set<UUID> people) {
        var found = find(people);
        if (found.size() < people.size()) {
            create(people.stream().filter(person -> !found.containsKey(person)).toList());
            found.putAll(find(people));
        }
        return found;
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

    private void create(List<UUID> people) {
        var keys = new byte[people.size()][BYTES];
        for (var key : keys) {
            random.nextBytes(key);
        }
        // Two writers may race: the first key stays, and both use it.
        jdbc.sql("""
                        insert into person_key (person_id, key)
                        select person_id, key from unnest(:people, :keys) as k(person_id, key) on conflict do nothing
                        """)
                .param("people", people.toArray(UUID[]::new))
                .param("keys", keys)
                .update();
    }
}
