package vn.thidua.cluster.papercount;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.papercount.PaperCountController.PaperCountView;
import vn.thidua.cluster.papercount.PaperCountController.VotesView;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads counts of votes on paper. Names are today's. */
@Repository
class PaperCountQueries {
    /** What a list is narrowed to. */
    record Filter(@Nullable UUID pollId, @Nullable UUID after, int limit) {}

    private static final String ROWS = """
            select p.id, p.cluster_id, p.election_id, p.deliberation_id, p.eligible, p.issued, p.collected, p.valid, p.invalid, p.blank,
                   v.options, v.counts, p.file_id, f.name as file_name, f.sha256, p.status, p.reason, p.recorded_at,
                   r.name as recorded_by, p.judged_at, j.name as judged_by
            from paper_count p
            join file f on f.id = p.file_id
            left join person r on r.id = p.recorded_by
            left join person j on j.id = p.judged_by
            cross join lateral (
                select array_agg(x.key order by x.key) as options, array_agg(x.value::int order by x.key) as counts
                from jsonb_each_text(p.votes) x) v
            """;

    private final JdbcClient jdbc;

    PaperCountQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PaperCountView> find(UUID id) {
        return jdbc.sql(ROWS + " where p.id = :id")
                .param("id", id)
                .query((row, _) -> view(row))
                .optional();
    }

    /** @param reach null for people, who see all */
    List<PaperCountView> list(Filter filter, @Nullable Reach reach) {
        return jdbc.sql(ROWS + """
                        join cluster c on c.id = p.cluster_id
                        where (cast(:poll as uuid) is null or p.election_id = :poll or p.deliberation_id = :poll)
                          and (cast(:after as uuid) is null or p.id < :after)
                          and (:all or c.organiser_id = any(:units)
                               or c.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))
                        order by p.id desc limit :limit
                        """)
                .param("poll", filter.pollId(), Types.OTHER)
                .param("after", filter.after(), Types.OTHER)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("limit", filter.limit())
                .query((row, _) -> view(row))
                .list();
    }

    private static PaperCountView view(ResultSet row) throws SQLException {
        var count = PaperCountStore.count(row);
        return new PaperCountView(
                row.getObject("id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                PaperCountStore.kind(row),
                PaperCountStore.pollId(row),
                row.getInt("eligible"),
                count.issued(),
                count.collected(),
                count.valid(),
                count.invalid(),
                count.blank(),
                count.votes().entrySet().stream()
                        .map(vote -> new VotesView(vote.getKey(), vote.getValue()))
                        .toList(),
                row.getObject("file_id", UUID.class),
                row.getString("file_name"),
                row.getString("sha256"),
                PaperCountController.Status.valueOf(row.getString("status")),
                row.getString("reason"),
                Objects.requireNonNull(Rows.instant(row, "recorded_at")),
                row.getString("recorded_by"),
                Rows.instant(row, "judged_at"),
                row.getString("judged_by"));
    }
}
