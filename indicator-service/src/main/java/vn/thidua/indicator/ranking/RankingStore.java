package vn.thidua.indicator.ranking;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Canonical;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.score.Score;
import vn.thidua.kit.database.Rows;

/** Reads and writes rankings. */
@Repository
class RankingStore {
    private static final String SELECT = """
            select id, scoresheet_id, season_id, cluster_id, status, tie_rule, sheet_sha256, facts_sha256, result_sha256, computed_at,
                   published_at, reopened_at, reopen_reason, version,
                   (select count(*) from ranking_row w where w.ranking_id = ranking.id) as ranked
            from ranking
            """;

    /** Where units stood in an earlier season. */
    record Before(UUID seasonId, Map<UUID, Integer> ranks) {
        Before {
            ranks = Map.copyOf(ranks);
        }
    }

    private final JdbcClient jdbc;

    RankingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Ranking> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, _) -> ranking(row))
                .optional();
    }

    Optional<Ranking> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query((row, _) -> ranking(row))
                .optional();
    }

    boolean isPublished(UUID scoresheetId) {
        return jdbc.sql("select exists (select from ranking where scoresheet_id = :sheet and status = 'PUBLISHED')")
                .param("sheet", scoresheetId)
                .query(Boolean.class)
                .single();
    }

    /** @param withProvisional whether the reader may see those too */
    List<Ranking> list(UUID seasonId, boolean withProvisional, @Nullable UUID after, int limit) {
        return jdbc.sql(SELECT + """
                                 where season_id = :season and (:provisional or status <> 'PROVISIONAL')
                                   and (cast(:after as uuid) is null or id > :after)
                                order by id limit :limit
                                """)
                .param("season", seasonId)
                .param("provisional", withProvisional)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> ranking(row))
                .list();
    }

    /** The rows of one ranking, the best first. */
    List<Ranking.Row> rows(UUID rankingId) {
        return jdbc.sql("""
                        select unit_id, rank, total, facts, score from ranking_row where ranking_id = :id order by rank, unit_id
                        """)
                .param("id", rankingId)
                .query((row, _) -> new Ranking.Row(
                        row.getObject("unit_id", UUID.class),
                        row.getInt("rank"),
                        Decimals.plain(row.getBigDecimal("total")),
                        row.getString("facts"),
                        row.getString("score")))
                .list();
    }

    /** The scores of one ranking, the best first. */
    List<Ranking.Scored> scored(UUID rankingId) {
        return jdbc.sql(
                        "select unit_id, rank, total, score from ranking_row where ranking_id = :id order by rank, unit_id")
                .param("id", rankingId)
                .query((row, _) -> new Ranking.Scored(
                        row.getObject("unit_id", UUID.class),
                        row.getInt("rank"),
                        Decimals.plain(row.getBigDecimal("total")),
                        Canonical.read(row.getString("score"), Score.class)))
                .list();
    }

    /** The unit's score in one ranking. */
    Optional<Score> score(UUID rankingId, UUID unitId) {
        return jdbc.sql("select score from ranking_row where ranking_id = :id and unit_id = :unit")
                .param("id", rankingId)
                .param("unit", unitId)
                .query((row, _) -> Canonical.read(row.getString("score"), Score.class))
                .optional();
    }

    /** The places of one ranking, the best first. */
    List<Ranking.EventRow> standings(UUID rankingId) {
        return jdbc.sql("select unit_id, rank, total from ranking_row where ranking_id = :id order by rank, unit_id")
                .param("id", rankingId)
                .query((row, _) -> new Ranking.EventRow(
                        row.getObject("unit_id", UUID.class),
                        row.getInt("rank"),
                        Decimals.plain(row.getBigDecimal("total"))))
                .list();
    }

    /**
     * Where the units stood at the end of the season before: the ranking of the cluster's latest earlier season that is in force. A
     * unit that was not ranked then is not there.
     */
    Optional<Before> before(Ranking ranking) {
        var ranks = new HashMap<UUID, Integer>();
        var seasons = new HashSet<UUID>();
        jdbc.sql("""
                        select b.season_id, w.unit_id, w.rank
                        from (
                            select r.id, r.season_id from ranking r
                            join season_copy s on s.id = r.season_id
                            join season_copy present on present.id = :season
                            where r.cluster_id = :cluster and r.status = 'PUBLISHED' and s.during << present.during
                            order by lower(s.during) desc, r.published_at desc limit 1) b
                        join ranking_row w on w.ranking_id = b.id
                        """)
                .param("season", ranking.seasonId())
                .param("cluster", ranking.clusterId())
                .query(row -> {
                    seasons.add(row.getObject("season_id", UUID.class));
                    ranks.put(row.getObject("unit_id", UUID.class), row.getInt("rank"));
                });
        return seasons.stream().findFirst().map(season -> new Before(season, ranks));
    }

    UUID insert(
            UUID scoresheetId,
            UUID seasonId,
            UUID clusterId,
            Ranking.TieRule tieRule,
            String sheetSha256,
            String factsSha256,
            String resultSha256,
            List<Ranking.Row> rows) {
        var id = jdbc.sql("""
                        insert into ranking (scoresheet_id, season_id, cluster_id, tie_rule, sheet_sha256, facts_sha256, result_sha256)
                        values (:sheet, :season, :cluster, :tie, :sheetHash, :factsHash, :resultHash) returning id
                        """)
                .param("sheet", scoresheetId)
                .param("season", seasonId)
                .param("cluster", clusterId)
                .param("tie", tieRule.name())
                .param("sheetHash", sheetSha256)
                .param("factsHash", factsSha256)
                .param("resultHash", resultSha256)
                .query(UUID.class)
                .single();
        jdbc.sql("""
                        insert into ranking_row (ranking_id, unit_id, rank, total, facts, score)
                        select :id, r.* from unnest(:units, :ranks, :totals, :facts, :scores) as r
                        """)
                .param("id", id)
                .param("units", rows.stream().map(Ranking.Row::unitId).toArray(UUID[]::new))
                .param("ranks", rows.stream().map(Ranking.Row::rank).toArray(Integer[]::new))
                .param("totals", rows.stream().map(Ranking.Row::total).toArray(BigDecimal[]::new))
                .param("facts", rows.stream().map(Ranking.Row::facts).toArray(String[]::new))
                .param("scores", rows.stream().map(Ranking.Row::score).toArray(String[]::new))
                .update();
        return id;
    }

    void publish(UUID id) {
        jdbc.sql("""
                        update ranking set status = 'PUBLISHED', published_at = kit.business_now(), version = version + 1
                        where id = :id
                        """).param("id", id).update();
    }

    void reopen(UUID id, String reason) {
        jdbc.sql("""
                        update ranking set status = 'REOPENED', reopened_at = kit.business_now(), reopen_reason = :reason,
                               version = version + 1
                        where id = :id
                        """).param("id", id).param("reason", reason).update();
    }

    private static Ranking ranking(ResultSet row) throws SQLException {
        return new Ranking(
                row.getObject("id", UUID.class),
                row.getObject("scoresheet_id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                Ranking.Status.valueOf(row.getString("status")),
                Ranking.TieRule.valueOf(row.getString("tie_rule")),
                row.getString("sheet_sha256"),
                row.getString("facts_sha256"),
                row.getString("result_sha256"),
                Objects.requireNonNull(Rows.instant(row, "computed_at")),
                Rows.instant(row, "published_at"),
                Rows.instant(row, "reopened_at"),
                row.getString("reopen_reason"),
                row.getInt("ranked"),
                row.getLong("version"));
    }
}
