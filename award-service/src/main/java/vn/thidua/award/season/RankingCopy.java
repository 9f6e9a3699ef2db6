package vn.thidua.award.season;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thidua.kit.feed.FeedEvent;
import vn.thidua.kit.feed.FeedHandler;

/** Keeps the copy of rankings, which indicator-service computes and publishes. */
@Component
class RankingCopy implements FeedHandler {
    private static final String RANKING = "ranking";

    /** The event as far as this service reads it. */
    record Ranking(UUID seasonId, UUID clusterId, UUID scoresheetId, String status, List<Row> rows) {
        Ranking {
            rows = List.copyOf(rows);
        }
    }

    record Row(UUID unitId, int rank, BigDecimal points) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RankingCopy(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public String source() {
        return "indicator";
    }

    @Override
    public Set<String> aggregateTypes() {
        return Set.of(RANKING);
    }

    @Override
    public void apply(FeedEvent event) {
        var ranking = event.dataAs(json, Ranking.class);
        jdbc.sql("""
                        insert into ranking_copy (id, season_id, cluster_id, scoresheet_id, status)
                        values (:id, :season, :cluster, :sheet, :status)
                        on conflict (id) do update set
                            season_id = excluded.season_id, cluster_id = excluded.cluster_id,
                            scoresheet_id = excluded.scoresheet_id, status = excluded.status
                        """)
                .param("id", event.aggregateId())
                .param("season", ranking.seasonId())
                .param("cluster", ranking.clusterId())
                .param("sheet", ranking.scoresheetId())
                .param("status", ranking.status())
                .update();
        jdbc.sql("delete from ranking_row_copy where ranking_id = :id")
                .param("id", event.aggregateId())
                .update();
        jdbc.sql("""
                        insert into ranking_row_copy (ranking_id, unit_id, rank, points)
                        select :id, r."unitId", r.rank, r.points
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r ("unitId" uuid, rank int, points numeric)
                        """)
                .param("id", event.aggregateId())
                .param("rows", json.writeValueAsString(ranking.rows()))
                .update();
    }

    @Override
    public void forget(String aggregateType, UUID id) {
        jdbc.sql("delete from ranking_copy where id = :id").param("id", id).update();
    }
}
