package vn.thidua.kit.replica;

import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;

/**
 * Keeps the service's own copy of units, accounts and mandates. The owner of mandates calls {@code put} in the transaction of
 * the change itself; the other services let the feed do it.
 */
public final class MandateCopy implements FeedHandler {
    private static final Set<String> AGGREGATES =
            Set.of(UnitEvent.AGGREGATE, AccountEvent.AGGREGATE, MandateEvent.AGGREGATE);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String source;

    /** Takes the service that owns them; empty in that service itself, which believes nobody's feed about them. */
    MandateCopy(JdbcClient jdbc, JsonMapper json, String source) {
        this.source = source;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<String> aggregateTypes() {
        return AGGREGATES;
    }

    @Override
    public void apply(FeedEvent event) {
        switch (event.aggregateType()) {
            case UnitEvent.AGGREGATE -> put(event.aggregateId(), event.version(), event.dataAs(json, UnitEvent.class));
            case AccountEvent.AGGREGATE -> put(event.aggregateId(), event.dataAs(json, AccountEvent.class));
            case MandateEvent.AGGREGATE ->
                put(event.aggregateId(), event.version(), event.dataAs(json, MandateEvent.class));
            default -> throw new IllegalArgumentException("not ours: " + event.aggregateType());
        }
    }

    @Override
    public void forget(String aggregateType, UUID id) {
        switch (aggregateType) {
            case UnitEvent.AGGREGATE -> {
                delete("delete from kit.unit_state_copy where unit_id = :id", id);
                delete("delete from kit.unit_copy where id = :id", id);
            }
            case AccountEvent.AGGREGATE -> delete("delete from kit.account_copy where person_id = :id", id);
            case MandateEvent.AGGREGATE -> delete("delete from kit.mandate_copy where id = :id", id);
            default -> throw new IllegalArgumentException("not ours: " + aggregateType);
        }
    }

    /** A unit as it is to be copied. */
    public record CopiedUnit(UUID id, long version, UnitEvent unit) {}

    public void put(UUID id, long version, UnitEvent unit) {
        put(List.of(new CopiedUnit(id, version, unit)));
    }

    /** Many units at once; each is there once. */
    public void put(List<CopiedUnit> units) {
        var copies = json.writeValueAsString(units);
        jdbc.sql("""
                        insert into kit.unit_copy (id, code, version)
                        select id, unit ->> 'code', version
                        from jsonb_to_recordset(cast(:units as jsonb)) as c(id uuid, version bigint, unit jsonb)
                        on conflict (id) do update set code = excluded.code, version = excluded.version
                        """).param("units", copies).update();
        jdbc.sql("delete from kit.unit_state_copy where unit_id = any(:ids)")
                .param("ids", units.stream().map(CopiedUnit::id).toArray(UUID[]::new))
                .update();
        jdbc.sql("""
                        insert into kit.unit_state_copy (unit_id, during, name, parent_id)
                        select c.id, daterange(cast(s ->> 'from' as date), cast(s ->> 'until' as date)), s ->> 'name',
                               cast(s ->> 'parentId' as uuid)
                        from jsonb_to_recordset(cast(:units as jsonb)) as c(id uuid, unit jsonb),
                             jsonb_array_elements(c.unit -> 'states') as s
                        """).param("units", copies).update();
    }

    public void put(UUID personId, AccountEvent account) {
        // An account that went from one person to another is the newer holder's, in whatever order the two events come.
        jdbc.sql("delete from kit.account_copy where person_id = :id or subject = :subject")
                .param("id", personId)
                .param("subject", account.subject(), Types.VARCHAR)
                .update();
        if (account.subject() != null) {
            jdbc.sql("insert into kit.account_copy (person_id, subject) values (:id, :subject)")
                    .param("id", personId)
                    .param("subject", account.subject())
                    .update();
        }
    }

    /** A mandate as it is to be copied. */
    public record CopiedMandate(UUID id, long version, MandateEvent mandate) {}

    public void put(UUID id, long version, MandateEvent mandate) {
        putMandates(List.of(new CopiedMandate(id, version, mandate)));
    }

    /** Many mandates at once; each is there once. */
    public void putMandates(List<CopiedMandate> mandates) {
        jdbc.sql("""
                        insert into kit.mandate_copy
                            (id, person_id, client_id, unit_id, scope, role, during, withdrawn_at, version)
                        select id, cast(mandate ->> 'personId' as uuid), mandate ->> 'clientId',
                               cast(mandate ->> 'unitId' as uuid), mandate ->> 'scope', mandate ->> 'role',
                               daterange(cast(mandate ->> 'validFrom' as date), cast(mandate ->> 'validUntil' as date)),
                               cast(mandate ->> 'withdrawnAt' as timestamptz), version
                        from jsonb_to_recordset(cast(:mandates as jsonb)) as c(id uuid, version bigint, mandate jsonb)
                        on conflict (id) do update set
                            person_id = excluded.person_id, client_id = excluded.client_id, unit_id = excluded.unit_id,
                            scope = excluded.scope, role = excluded.role, during = excluded.during,
                            withdrawn_at = excluded.withdrawn_at, version = excluded.version
                        """).param("mandates", json.writeValueAsString(mandates)).update();
    }

    private void delete(String sql, UUID id) {
        jdbc.sql(sql).param("id", id).update();
    }
}
