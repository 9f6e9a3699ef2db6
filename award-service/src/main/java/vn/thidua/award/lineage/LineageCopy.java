package vn.thidua.award.lineage;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.award.season.Provenance;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;

/** Keeps the copy of lineages. */
@Component
class LineageCopy implements FeedHandler {
    private static final String LINEAGE = "lineage";

    /** The event as far as this service reads it; one that was withdrawn never was. */
    record Lineage(
            KnownLineage.Kind kind,
            LocalDate effectiveFrom,
            @Nullable String decision,
            List<UUID> predecessors,
            List<UUID> successors,
            Provenance provenance,
            boolean withdrawn) {
        Lineage {
            predecessors = List.copyOf(predecessors);
            successors = List.copyOf(successors);
        }
    }

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
        return Set.of(LINEAGE);
    }

    @Override
    public void apply(FeedEvent event) {
        var lineage = event.dataAs(json, Lineage.class);
        // Its sides go with it.
        forget(LINEAGE, event.aggregateId());
        if (lineage.withdrawn()) {
            return;
        }
        jdbc.sql("""
                        insert into lineage_copy (id, kind, effective_from, decision, provenance)
                        values (:id, :kind, :from, :decision, :provenance)
                        """)
                .param("id", event.aggregateId())
                .param("kind", lineage.kind().name())
                .param("from", lineage.effectiveFrom())
                .param("decision", lineage.decision(), Types.VARCHAR)
                .param("provenance", lineage.provenance().name())
                .update();
        jdbc.sql("""
                        insert into lineage_side_copy (lineage_id, side, unit_id)
                        select :id, 'PREDECESSOR', unnest(:predecessors) union select :id, 'SUCCESSOR', unnest(:successors)
                        """)
                .param("id", event.aggregateId())
                .param("predecessors", lineage.predecessors().toArray(UUID[]::new))
                .param("successors", lineage.successors().toArray(UUID[]::new))
                .update();
    }

    @Override
    public void forget(String aggregateType, UUID id) {
        jdbc.sql("delete from lineage_copy where id = :id").param("id", id).update();
    }
}
