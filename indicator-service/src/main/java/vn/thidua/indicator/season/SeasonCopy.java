package vn.thidua.indicator.season;

import java.sql.Types;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;

/** Takes clusters and seasons over from the feed of their owner. */
@Component
public class SeasonCopy implements FeedHandler {
    private static final Set<String> AGGREGATES = Set.of(ClusterEvent.AGGREGATE, SeasonEvent.AGGREGATE);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SeasonCopy(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String source() {
        return "cluster";
    }

    @Override
    public Set<String> aggregateTypes() {
        return AGGREGATES;
    }

    @Override
    public void apply(FeedEvent event) {
        switch (event.aggregateType()) {
            case ClusterEvent.AGGREGATE ->
                put(event.aggregateId(), event.version(), event.dataAs(json, ClusterEvent.class));
            case SeasonEvent.AGGREGATE ->
                put(event.aggregateId(), event.version(), event.dataAs(json, SeasonEvent.class));
            default -> throw new IllegalArgumentException("not ours: " + event.aggregateType());
        }
    }

    @Override
    public void forget(String aggregateType, UUID id) {
        switch (aggregateType) {
            case ClusterEvent.AGGREGATE -> {
                run("delete from cluster_member_copy where cluster_id = :id", id);
                run("delete from cluster_copy where id = :id", id);
            }
            case SeasonEvent.AGGREGATE -> {
                run("delete from headship_copy where season_id = :id", id);
                run("delete from season_copy where id = :id", id);
            }
            default -> throw new IllegalArgumentException("not ours: " + aggregateType);
        }
    }

    private void put(UUID id, long version, ClusterEvent cluster) {
        jdbc.sql("""
                        insert into cluster_copy (id, code, name, kind, organiser_id, provenance, version)
                        values (:id, :code, :name, :kind, :organiser, :provenance, :version)
                        on conflict (id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind,
                               organiser_id = excluded.organiser_id, provenance = excluded.provenance, version = excluded.version
                        """)
                .param("id", id)
                .param("code", cluster.code())
                .param("name", cluster.name())
                .param("kind", cluster.kind())
                .param("organiser", cluster.organiserId())
                .param("provenance", cluster.provenance())
                .param("version", version)
                .update();
        run("delete from cluster_member_copy where cluster_id = :id", id);
        jdbc.sql("""
                        insert into cluster_member_copy (cluster_id, unit_id, during)
                        select :id, m."unitId", daterange(m."from", m.until)
                        from jsonb_to_recordset(cast(:members as jsonb)) as m("unitId" uuid, "from" date, until date)
                        """)
                .param("id", id)
                .param("members", json.writeValueAsString(cluster.members()))
                .update();
    }

    private void put(UUID id, long version, SeasonEvent season) {
        var regulation = season.regulation();
        jdbc.sql("""
                        insert into season_copy (id, cluster_id, organiser_id, name, during, mode, state, provenance,
                                                 candidate_rule, tie_rule, figures_rule, results_rule, regulation_status,
                                                 regulation_version, version)
                        values (:id, :cluster, :organiser, :name, daterange(:from, :until), :mode, :state, :provenance,
                                :candidate, :tie, :figures, :results, :status, :regulation, :version)
                        on conflict (id) do update set cluster_id = excluded.cluster_id, organiser_id = excluded.organiser_id,
                               name = excluded.name, during = excluded.during, mode = excluded.mode, state = excluded.state,
                               provenance = excluded.provenance, candidate_rule = excluded.candidate_rule,
                               tie_rule = excluded.tie_rule, figures_rule = excluded.figures_rule, results_rule = excluded.results_rule,
                               regulation_status = excluded.regulation_status,
                               regulation_version = excluded.regulation_version, version = excluded.version
                        """)
                .param("id", id)
                .param("cluster", season.clusterId())
                .param("organiser", season.organiserId())
                .param("name", season.name())
                .param("from", season.from())
                .param("until", season.until(), Types.DATE)
                .param("mode", season.mode().name())
                .param("state", season.state().name())
                .param("provenance", season.provenance())
                .param("candidate", regulation == null ? null : regulation.candidateRule(), Types.VARCHAR)
                .param("tie", regulation == null ? null : regulation.tieRule(), Types.VARCHAR)
                .param("figures", regulation == null ? null : regulation.figuresRule(), Types.VARCHAR)
                .param("results", regulation == null ? null : regulation.resultsRule(), Types.VARCHAR)
                .param("status", regulation == null ? null : regulation.status(), Types.VARCHAR)
                .param("regulation", regulation == null ? null : regulation.version(), Types.BIGINT)
                .param("version", version)
                .update();
        run("delete from headship_copy where season_id = :id", id);
        jdbc.sql("""
                        insert into headship_copy (season_id, unit_id, role)
                        select :id, h."unitId", h.role
                        from jsonb_to_recordset(cast(:headships as jsonb)) as h("unitId" uuid, role text)
                        """)
                .param("id", id)
                .param("headships", json.writeValueAsString(season.headships()))
                .update();
    }

    private void run(String sql, UUID id) {
        jdbc.sql(sql).param("id", id).update();
    }
}
