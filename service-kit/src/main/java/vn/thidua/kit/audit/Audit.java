package vn.thidua.kit.audit;

import java.sql.Types;
import java.time.ZoneOffset;
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
        var caller = entry.caller();
        var basis = entry.basis();
        jdbc.sql("""
                        insert into kit.audit (actor_kind, actor, origin, action, aggregate_type, aggregate_id, unit_id,
                                               mandate_id, mandate_as_of, before, after, reason)
                        values (:kind, :actor, :origin, :action, :type, :id, :unit,
                                :mandate, :asOf, cast(:before as jsonb), cast(:after as jsonb), :reason)
                        """)
                .param("kind", caller == null ? "SETUP" : caller.kind().name())
                .param("actor", caller == null ? "setup" : caller.subject())
                .param("origin", caller == null ? "setup" : caller.origin())
                .param("action", entry.action())
                .param("type", entry.aggregateType())
                .param("id", entry.aggregateId())
                .param("unit", entry.unitId(), Types.OTHER)
                .param("mandate", basis == null ? null : basis.mandateId(), Types.OTHER)
                .param(
                        "asOf",
                        basis == null ? null : basis.asOf().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("before", text(entry.before()), Types.VARCHAR)
                .param("after", text(entry.after()), Types.VARCHAR)
                .param("reason", entry.reason(), Types.VARCHAR)
                .update();
    }

    private @Nullable String text(@Nullable Object state) {
        return state == null ? null : json.writeValueAsString(state);
    }
}
