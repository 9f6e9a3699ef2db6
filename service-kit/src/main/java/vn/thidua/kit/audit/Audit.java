package vn.thidua.kit.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes the audit in the change's own transaction: no change without its row, no row without its change. */
public class Audit {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Audit(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        record(List.of(entry));
    }

    /** Records many changes of one transaction, in this order and in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(List<AuditEntry> entries) {
        jdbc.sql("""
                        insert into kit.audit (actor_kind, actor, origin, action, aggregate_type, aggregate_id, unit_id,
                                               mandate_id, mandate_as_of, before, after, reason)
                        select e ->> 'kind', e ->> 'actor', e ->> 'origin', e ->> 'action', e ->> 'aggregateType',
                               cast(e ->> 'aggregateId' as uuid), cast(e ->> 'unitId' as uuid), cast(e ->> 'mandateId' as uuid),
                               cast(e ->> 'asOf' as timestamptz), nullif(e -> 'before', 'null'), nullif(e -> 'after', 'null'),
                               e ->> 'reason'
                        from jsonb_array_elements(cast(:entries as jsonb)) with ordinality as x(e, place)
                        order by place
                        """)
                .param(
                        "entries",
                        json.writeValueAsString(entries.stream().map(Row::of).toList()))
                .update();
    }

    private record Row(
            String kind,
            String actor,
            String origin,
            String action,
            String aggregateType,
            UUID aggregateId,
            @Nullable UUID unitId,
            @Nullable UUID mandateId,
            @Nullable Instant asOf,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {
        static Row of(AuditEntry entry) {
            var caller = entry.caller();
            var basis = entry.basis();
            return new Row(
                    caller == null ? "SETUP" : caller.kind().name(),
                    caller == null ? "setup" : caller.subject(),
                    caller == null ? "setup" : caller.origin(),
                    entry.action(),
                    entry.aggregateType(),
                    entry.aggregateId(),
                    entry.unitId(),
                    basis == null ? null : basis.mandateId(),
                    basis == null ? null : basis.asOf(),
                    entry.before(),
                    entry.after(),
                    entry.reason());
        }
    }
}
