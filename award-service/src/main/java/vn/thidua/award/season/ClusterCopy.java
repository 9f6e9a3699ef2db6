package vn.thidua.award.season;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;

/** Keeps the copy of clusters, seasons and elections. */
@Component
class ClusterCopy implements FeedHandler {
    private static final String CLUSTER = "cluster";
    private static final String SEASON = "season";
    private static final String ELECTION = "election";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ClusterCopy(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String source() {
        return "cluster";
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of(CLUSTER, SEASON, ELECTION);
    }

    @Override
    public void apply(FeedEvent event) {
        var id = event.aggregateId();
        switch (event.aggregateType()) {
            case CLUSTER -> put(id, event.dataAs(json, ClusterEvents.Cluster.class));
            case SEASON -> put(id, event.dataAs(json, ClusterEvents.Season.class));
            case ELECTION -> put(id, event.dataAs(json, ClusterEvents.Election.class));
            default -> throw new IllegalArgumentException("not ours: " + event.aggregateType());
        }
    }

    @Override
    public void forget(String aggregateType, UUID id) {
        switch (aggregateType) {
            case CLUSTER -> delete("delete from cluster_copy where id = :id", id);
            case SEASON -> delete("delete from season_copy where id = :id", id);
            case ELECTION -> delete("delete from election_copy where id = :id", id);
            default -> throw new IllegalArgumentException("not ours: " + aggregateType);
        }
    }

    private void put(UUID id, ClusterEvents.Cluster cluster) {
        jdbc.sql("""
                        insert into cluster_copy (id, code, name, kind, organiser_id, provenance)
                        values (:id, :code, :name, :kind, :organiser, :provenance)
                        on conflict (id) do update set code = excluded.code, name = excluded.name, kind = excluded.kind,
                               organiser_id = excluded.organiser_id, provenance = excluded.provenance
                        """)
                .param("id", id)
                .param("code", cluster.code())
                .param("name", cluster.name())
                .param("kind", cluster.kind())
                .param("organiser", cluster.organiserId())
                .param("provenance", cluster.provenance())
                .update();
        delete("delete from cluster_member_copy where cluster_id = :id", id);
        jdbc.sql("""
                        insert into cluster_member_copy (cluster_id, unit_id, during)
                        select :id, m."unitId", daterange(m."from", m."until")
                        from jsonb_to_recordset(cast(:members as jsonb)) as m ("unitId" uuid, "from" date, "until" date)
                        """)
                .param("id", id)
                .param("members", json.writeValueAsString(cluster.members()))
                .update();
    }

    private void put(UUID id, ClusterEvents.Season season) {
        var regulation = season.regulation();
        jdbc.sql("""
                        insert into season_copy (id, cluster_id, organiser_id, name, during, mode, state, provenance,
                                                 candidate_rule, tie_rule, regulation_status)
                        values (:id, :cluster, :organiser, :name, daterange(:from, :until), :mode, :state, :provenance,
                                :candidate, :tie, :status)
                        on conflict (id) do update set
                            cluster_id = excluded.cluster_id, organiser_id = excluded.organiser_id, name = excluded.name,
                            during = excluded.during, mode = excluded.mode, state = excluded.state,
                            provenance = excluded.provenance, candidate_rule = excluded.candidate_rule,
                            tie_rule = excluded.tie_rule, regulation_status = excluded.regulation_status
                        """)
                .param("id", id)
                .param("cluster", season.clusterId())
                .param("organiser", season.organiserId())
                .param("name", season.name())
                .param("from", season.from())
                .param("until", season.until(), Types.DATE)
                .param("mode", season.mode())
                .param("state", season.state())
                .param("provenance", season.provenance())
                .param("candidate", regulation == null ? null : regulation.candidateRule(), Types.VARCHAR)
                .param("tie", regulation == null ? null : regulation.tieRule(), Types.VARCHAR)
                .param("status", regulation == null ? null : regulation.status(), Types.VARCHAR)
                .update();
    }

    private void put(UUID id, ClusterEvents.Election election) {
        var closed = election.closedAt();
        jdbc.sql("""
                        insert into election_copy (id, season_id, cluster_id, status, elected_unit_id, closed_at)
                        values (:id, :season, :cluster, :status, :elected, :closed)
                        on conflict (id) do update set
                            season_id = excluded.season_id, cluster_id = excluded.cluster_id, status = excluded.status,
                            elected_unit_id = excluded.elected_unit_id, closed_at = excluded.closed_at
                        """)
                .param("id", id)
                .param("season", election.seasonId())
                .param("cluster", election.clusterId())
                .param("status", election.status())
                .param("elected", election.electedUnitId(), Types.OTHER)
                .param("closed", closed == null ? null : closed.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private void delete(String sql, UUID id) {
        jdbc.sql(sql).param("id", id).update();
    }
}
