package vn.thidua.kit.feed;

import java.sql.Types;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Where a change says what it did. Must be called in the change's own transaction, holding the aggregate's row. */
public class Outbox {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Outbox(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Publishes the whole state of an aggregate after a change.
     *
     * @param version the aggregate's version after the change
     * @param unitId the unit whose agencies may read it; null keeps it among our own services
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(
            String aggregateType,
            UUID aggregateId,
            long version,
            String eventType,
            @Nullable UUID unitId,
            Object data) {
        jdbc.sql("""
                        insert into kit.outbox
                            (aggregate_type, aggregate_id, aggregate_version, event_type, audience, unit_id, data)
                        values (:type, :id, :version, :event, :audience, :unit, cast(:data as jsonb))
                        """)
                .param("type", aggregateType)
                .param("id", aggregateId)
                .param("version", version)
                .param("event", eventType)
                .param("audience", unitId == null ? "INTERNAL" : "UNIT")
                .param("unit", unitId, Types.OTHER)
                .param("data", json.writeValueAsString(data))
                .update();
    }
}
