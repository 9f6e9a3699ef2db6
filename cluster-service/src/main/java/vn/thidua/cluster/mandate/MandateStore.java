package vn.thidua.cluster.mandate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.cluster.access.Role;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;
import vn.thidua.kit.security.Caller;

/** Reads and writes mandates. */
@Repository
class MandateStore {
    /** A mandate with the names a reader wants beside the ids. */
    record Named(Mandate mandate, @Nullable String personName, String unitName) {}

    /** @param inForce today, and not withdrawn */
    record Held(Named named, boolean inForce) {}

    record Filter(
            @Nullable UUID unitId,
            @Nullable UUID personId,
            @Nullable LocalDate activeOn,
            @Nullable UUID after,
            int limit) {}

    private static final String SELECT = """
            select m.*, m.withdrawn_at is null and m.during @> kit.business_today() as in_force, lower(m.during) as valid_from, upper(m.during) as valid_until, p.name as person_name,
                   (select s.name from unit_state s where s.unit_id = m.unit_id
                    order by s.during @> kit.business_today() desc, s.during desc limit 1) as unit_name
            from mandate m left join person p on p.id = m.person_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MandateStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<UUID> nextIds(int count) {
        return jdbc.sql("select uuidv7() as id from generate_series(1, :count)")
                .param("count", count)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    Instant now() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    Optional<Named> find(UUID id) {
        return jdbc.sql(SELECT + " where m.id = :id")
                .param("id", id)
                .query((row, _) -> named(row))
                .optional();
    }

    Optional<Mandate> lock(UUID id) {
        return lock(List.of(id)).stream().findFirst();
    }

    List<Mandate> lock(Collection<UUID> ids) {
        return jdbc.sql(SELECT + " where m.id = any(:ids) order by m.id for update of m")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> named(row).mandate())
                .list();
    }

    List<Named> list(Filter filter, Reach reach) {
        return jdbc.sql(SELECT + """
                                where (m.unit_id = any(:units)
                                       or m.unit_id in (select kit.units_and_below(:roots, kit.business_today())))
                                  and (cast(:unit as uuid) is null or m.unit_id = :unit)
                                  and (cast(:person as uuid) is null or m.person_id = :person)
                                  and (cast(:day as date) is null or (m.during @> cast(:day as date) and m.withdrawn_at is null))
                                  and (cast(:after as uuid) is null or m.id < :after)
                                order by m.id desc limit :limit
                                """)
                .param("units", reach.unitArray())
                .param("roots", reach.rootArray())
                .param("unit", filter.unitId(), Types.OTHER)
                .param("person", filter.personId(), Types.OTHER)
                .param("day", filter.activeOn(), Types.DATE)
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> named(row))
                .list();
    }

    /** All mandates a caller holds, held or will hold, whatever their unit: everyone may see their own. */
    List<Held> everHeldBy(Caller caller) {
        return jdbc.sql(SELECT + """
                                where (case when :client then m.client_id = :subject else p.account = :subject end)
                                order by m.id
                                """)
                .param("client", caller.kind() != Caller.Kind.PERSON)
                .param("subject", caller.subject())
                .query((row, _) -> new Held(named(row), row.getBoolean("in_force")))
                .list();
    }

    /** All that these people hold, will hold or ever held, withdrawn ones too. */
    List<Mandate> everHeldBy(Collection<UUID> people) {
        return jdbc.sql(SELECT + " where m.person_id = any(:people) order by m.id")
                .param("people", people.toArray(UUID[]::new))
                .query((row, _) -> named(row).mandate())
                .list();
    }

    void insert(Collection<Mandate> mandates) {
        jdbc.sql("""
                        insert into mandate (id, person_id, client_id, unit_id, role, scope, during)
                        select id, "personId", "clientId", "unitId", role, scope, daterange("validFrom", "validUntil")
                        from jsonb_to_recordset(cast(:mandates as jsonb))
                             as w(id uuid, "personId" uuid, "clientId" text, "unitId" uuid, role text, scope text,
                                  "validFrom" date, "validUntil" date)
                        """).param("mandates", json.writeValueAsString(mandates)).update();
    }

    /** Writes when these end, and that they were withdrawn. */
    void update(Collection<Mandate> mandates) {
        jdbc.sql("""
                        update mandate m set during = daterange(lower(m.during), w."validUntil"), withdrawn_at = w."withdrawnAt",
                               withdraw_reason = w."withdrawReason", version = w.version
                        from jsonb_to_recordset(cast(:mandates as jsonb))
                             as w(id uuid, "validUntil" date, "withdrawnAt" timestamptz, "withdrawReason" text, version bigint)
                        where m.id = w.id
                        """).param("mandates", json.writeValueAsString(mandates)).update();
    }

    boolean unitExists(UUID unitId) {
        return jdbc.sql("select exists (select from unit where id = :id)")
                .param("id", unitId)
                .query(Boolean.class)
                .single();
    }

    boolean personExists(UUID personId) {
        return jdbc.sql("select exists (select from person where id = :id and erased_at is null)")
                .param("id", personId)
                .query(Boolean.class)
                .single();
    }

    /** Whom the caller's account belongs to; nobody for a system. */
    Optional<UUID> personOf(Caller caller) {
        return caller.kind() == Caller.Kind.PERSON
                ? jdbc.sql("select id from person where account = :subject")
                        .param("subject", caller.subject())
                        .query(UUID.class)
                        .optional()
                : Optional.empty();
    }

    private static Named named(ResultSet row) throws SQLException {
        var mandate = new Mandate(
                row.getObject("id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("client_id"),
                row.getObject("unit_id", UUID.class),
                Role.valueOf(row.getString("role")),
                Mandate.Scope.valueOf(row.getString("scope")),
                Objects.requireNonNull(Rows.date(row, "valid_from")),
                Rows.date(row, "valid_until"),
                Rows.instant(row, "withdrawn_at"),
                row.getString("withdraw_reason"),
                row.getLong("version"));
        return new Named(mandate, row.getString("person_name"), row.getString("unit_name"));
    }
}
