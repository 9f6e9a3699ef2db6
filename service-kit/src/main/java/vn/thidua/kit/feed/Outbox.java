package vn.thidua.kit.feed;

import java.util.List;
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
     * The whole state of an aggregate after a change.
     *
     * @param version the aggregate's version after the change
     * @param unitId the unit whose agencies may read it; null keeps it among our own services
     */
    public record Publication(
            String aggregateType,
            UUID aggregateId,
            long version,
            String eventType,
            @Nullable UUID unitId,
            Object data) {}

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
        publish(List.of(new Publication(aggregateType, aggregateId, version, eventType, unitId, data)));
    }

    /** Publishes what many changes of one transaction made, in this order and in one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void publish(List<Publication> publications) {
        jdbc.sql("""
                        insert into kit.outbox
                            (aggregate_type, aggregate_id, aggregate_version, event_type, audience, unit_id, data)
                        select p ->> 'aggregateType', cast(p ->> 'aggregateId' as uuid), cast(p ->> 'version' as bigint),
                               p ->> 'eventType', case when p ->> 'unitId' is null then 'INTERNAL' else 'UNIT' end,
                               cast(p ->> 'unitId' as uuid), p -> 'data'
                        from jsonb_array_elements(cast(:publications as jsonb)) with ordinality as x(p, place)
                        order by place
                        """)
                .param("publications", json.writeValueAsString(publications))
                .update();
    }
}
