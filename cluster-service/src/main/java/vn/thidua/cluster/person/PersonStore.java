package vn.thidua.cluster.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.mandate.Reach;

/** Reads and writes people, however many in the same few statements. */
@Repository
class PersonStore {
    /** A person with the unit's name beside its id. */
    record Listed(Person person, String unitName) {}

    record Filter(
            @Nullable String q,
            @Nullable String code,
            @Nullable UUID unitId,
            @Nullable UUID after,
            int limit) {}

    /** A person by what a table knows it by. */
    record Coded(UUID id, @Nullable String code) {}

    private static final String SELECT = """
            select p.id, p.code, p.name, p.email, p.phone, p.unit_id, p.account, p.erased_at is not null as erased, p.version,
                   (select s.name from unit_state s where s.unit_id = p.unit_id
                    order by s.during @> kit.business_today() desc, s.during desc limit 1) as unit_name
            from person p
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PersonStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<UUID> nextIds(int count) {
        return jdbc.sql("select uuidv7() as id from generate_series(1, :count)")
                .param("count", count)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    Optional<Listed> find(UUID id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .query((row, _) -> listed(row))
                .optional();
    }

    Optional<Person> lock(UUID id) {
        return lock(List.of(id)).stream().findFirst();
    }

    /** Those of the people who are known, kept from changing until the transaction ends. */
    List<Person> lock(Collection<UUID> ids) {
        return jdbc.sql(SELECT + " where p.id = any(:ids) order by p.id for update of p")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> person(row))
                .list();
    }

    /** Who has which of the codes, and who of the ids there is. */
    List<Coded> known(Collection<String> codes, Collection<UUID> ids) {
        return jdbc.sql("select id, code from person where code = any(:codes) or id = any(:ids)")
                .param("codes", codes.toArray(String[]::new))
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> new Coded(row.getObject("id", UUID.class), row.getString("code")))
                .list();
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

    List<Listed> list(Filter filter, Reach reach) {
        return jdbc.sql(SELECT + """
                                where (p.unit_id = any(:units)
                                       or p.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
                                  and (cast(:q as text) is null or position(search_text(:q) in search_text(p.name)) > 0)
                                  and (cast(:code as text) is null or p.code = :code)
                                  and (cast(:unit as uuid) is null or p.unit_id = :unit)
                                  and (cast(:after as uuid) is null or p.id > :after)
                                order by p.id limit :limit
                                """)
                .param("q", filter.q(), Types.VARCHAR)
                .param("code", filter.code(), Types.VARCHAR)
                .param("unit", filter.unitId(), Types.OTHER)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> listed(row))
                .list();
    }

    void insert(Collection<Person> people) {
        jdbc.sql("""
                        insert into person (id, code, name, email, phone, unit_id, account)
                        select id, code, name, email, phone, "unitId", account
                        from jsonb_to_recordset(cast(:people as jsonb))
                             as w(id uuid, code text, name text, email text, phone text, "unitId" uuid, account text)
                        """).param("people", json.writeValueAsString(people)).update();
    }

    void update(Collection<Person> people) {
        jdbc.sql("""
                        update person p set code = w.code, name = w.name, email = w.email, phone = w.phone, unit_id = w."unitId",
                               account = w.account, erased_at = case when w.erased then coalesce(p.erased_at, now()) end,
                               version = w.version
                        from jsonb_to_recordset(cast(:people as jsonb))
                             as w(id uuid, code text, name text, email text, phone text, "unitId" uuid, account text,
                                  erased boolean, version bigint)
                        where p.id = w.id
                        """).param("people", json.writeValueAsString(people)).update();
    }

    /** Where the people's mandates lie that are not over. */
    Map<UUID, Set<UUID>> unitsOfMandates(Collection<UUID> people) {
        return jdbc
                .sql("""
                        select distinct person_id, unit_id from mandate
                        where person_id = any(:people) and withdrawn_at is null
                          and (upper_inf(during) or upper(during) > kit.business_today())
                        """)
                .param("people", people.toArray(UUID[]::new))
                .query((row, _) ->
                        Map.entry(row.getObject("person_id", UUID.class), row.getObject("unit_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
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
                row.getString("code"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getObject("unit_id", UUID.class),
                row.getString("account"),
                row.getBoolean("erased"),
                row.getLong("version"));
    }
}
