package vn.thidua.indicator.series;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;

/** Takes over from cluster-service how units came out of others. */
@Component
class LineageCopy implements FeedHandler {
    private static final String AGGREGATE = "lineage";

    /** A lineage as its owner's feed tells it; what this service does not use is left out. */
    private record Lineage(
            String kind,
            LocalDate effectiveFrom,
            @Nullable String decision,
            List<UUID> predecessors,
            List<UUID> successors,
            boolean withdrawn) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LineageCopy(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String source() {
        return "cluster";
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of(AGGREGATE);
    }

    @Override
    public void apply(FeedEvent event) {
        var told = event.dataAs(json, Lineage.class);
        forget(AGGREGATE, event.aggregateId());
        if (told.withdrawn()) {
            return;
        }
        jdbc.sql("""
                        insert into lineage_copy (id, kind, effective_from, decision, version)
                        values (:id, :kind, :from, :decision, :version)
                        """)
                .param("id", event.aggregateId())
                .param("kind", told.kind())
                .param("from", told.effectiveFrom())
                .param("decision", told.decision())
                .param("version", event.version())
                .update();
        jdbc.sql("""
                        insert into lineage_unit_copy (lineage_id, side, unit_id)
                        select cast(:id as uuid), 'PREDECESSOR', u from unnest(:predecessors) as u
                        union all
                        select cast(:id as uuid), 'SUCCESSOR', u from unnest(:successors) as u
                        """)
                .param("id", event.aggregateId())
                .param("predecessors", told.predecessors().toArray(UUID[]::new))
                .param("successors", told.successors().toArray(UUID[]::new))
                .update();
    }

    @Override
    public void forget(String aggregateType, UUID id) {
        jdbc.sql("delete from lineage_copy where id = :id").param("id", id).update();
    }
}
