package vn.thidua.cluster.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.mandate.Reach;

/** Reads and writes people. */
@Repository
class PersonStore {
    /** A person with the unit's name beside its id. */
    record Listed(Person person, String unitName) {}

    private static final String SELECT = """
            select p.id, p.name, p.email, p.phone, p.unit_id, p.account, p.erased_at is not null as erased, p.version,
                   (select s.name from unit_state s where s.unit_id = p.unit_id
                    order by s.during @> kit.business_today() desc, s.during desc limit 1) as unit_name
            from person p
            """;

    private final JdbcClient jdbc;

    PersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    Optional<Listed> find(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .query((row, _) -> listed(row))
                .optional();
    }

    Optional<Person> lock(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id for update of p")
                .param("id", id)
                .query((row, _) -> person(row))
                .optional();
    }

    Map<String, String> names(Set<String> accounts) {
        return jdbc
                .sql("select account, name from person where account = any(:accounts) and name is not null")
                .param("accounts", accounts.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("account"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Listed> list(@Nullable String q, @Nullable UUID unitId, Reach reach, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                                where (p.unit_id = any(:units)
                                       or p.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
                                  and (cast(:q as text) is null or position(search_text(:q) in search_text(p.name)) > 0)
                                  and (cast(:unit as uuid) is null or p.unit_id = :unit)
                                  and (cast(:after as uuid) is null or p.id > :after)
                                order by p.id limit :limit
                                """)
                .param("q", q, Types.VARCHAR)
                .param("unit", unitId, Types.OTHER)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> listed(row))
                .list();
    }

    void insert(Person person) {
        jdbc.sql("""
                        insert into person (id, name, email, phone, unit_id, account)
                        values (:id, :name, :email, :phone, :unit, :account)
                        """)
                .param("id", person.id())
                .param("name", person.name(), Types.VARCHAR)
                .param("email", person.email(), Types.VARCHAR)
                .param("phone", person.phone(), Types.VARCHAR)
                .param("unit", person.unitId())
                .param("account", person.account(), Types.VARCHAR)
                .update();
    }

    void update(Person person) {
        jdbc.sql("""
                        update person set name = :name, email = :email, phone = :phone, unit_id = :unit, account = :account,
                               erased_at = case when :erased then coalesce(erased_at, now()) end, version = :version
                        where id = :id
                        """)
                .param("id", person.id())
                .param("name", person.name(), Types.VARCHAR)
                .param("email", person.email(), Types.VARCHAR)
                .param("phone", person.phone(), Types.VARCHAR)
                .param("unit", person.unitId())
                .param("account", person.account(), Types.VARCHAR)
                .param("erased", person.erased())
                .param("version", person.version())
                .update();
    }

    /** Where the person's mandates lie that are not over. */
    List<UUID> unitsOfMandates(UUID personId) {
        return jdbc.sql("""
                        select distinct unit_id from mandate
                        where person_id = :person and withdrawn_at is null
                          and (upper_inf(during) or upper(during) > kit.business_today())
                        """)
                .param("person", personId)
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .list();
    }

    void requestKeyDeletion(UUID personId) {
        jdbc.sql("insert into person_erasure (person_id) values (:id) on conflict do nothing")
                .param("id", personId)
                .update();
    }

    List<UUID> requestedKeyDeletions() {
        return jdbc.sql("select person_id from person_erasure")
                .query((row, _) -> row.getObject("person_id", UUID.class))
                .list();
    }

    void keyDeleted(UUID personId) {
        jdbc.sql("delete from person_erasure where person_id = :id")
                .param("id", personId)
                .update();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(person(row), row.getString("unit_name"));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getObject("unit_id", UUID.class),
                row.getString("account"),
                row.getBoolean("erased"),
                row.getLong("version"));
    }
}
