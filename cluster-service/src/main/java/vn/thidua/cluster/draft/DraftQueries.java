package vn.thidua.cluster.draft;

import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.draft.DraftViews.AskedView;
import vn.thidua.cluster.draft.DraftViews.DraftSummary;
import vn.thidua.cluster.draft.DraftViews.DraftVersionView;
import vn.thidua.cluster.draft.DraftViews.DraftView;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads drafts. Names are today's. */
@Repository
class DraftQueries {
    /** What a list is narrowed to. */
    record Filter(@Nullable UUID conferenceId, @Nullable UUID after, int limit) {}

    private static final String ROWS = """
            select d.id, d.conference_id, c.title as conference_title, c.cluster_id, d.season_id, d.kind, d.title, d.comments_until,
                   d.laid_at, d.withdrawn_at, d.withdraw_reason, d.version, x.comments, x.unanswered,
                   (select max(v.number) from draft_version v where v.draft_id = d.id) as number
            from draft d join conference c on c.id = d.conference_id join cluster k on k.id = c.cluster_id
            cross join lateral (
                select count(*) as comments, count(*) filter (where y.outcome is null) as unanswered
                from draft_comment y where y.about_id = d.id) x
            """;

    private final JdbcClient jdbc;

    DraftQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first.
     *
     * @param reach null for people, who see all
     */
    List<DraftSummary> list(Filter filter, @Nullable Reach reach) {
        return jdbc.sql(ROWS + """
                        where (cast(:conference as uuid) is null or d.conference_id = :conference)
                          and (cast(:after as uuid) is null or d.id < :after)
                          and (:all or k.organiser_id = any(:units)
                               or k.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))
                        order by d.id desc limit :limit
                        """)
                .param("conference", filter.conferenceId(), Types.OTHER)
                .param("after", filter.after(), Types.OTHER)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("limit", filter.limit())
                .query((row, _) -> new DraftSummary(
                        row.getObject("id", UUID.class),
                        row.getObject("conference_id", UUID.class),
                        Draft.Kind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getInt("number"),
                        Objects.requireNonNull(Rows.date(row, "comments_until")),
                        row.getInt("comments"),
                        row.getInt("unanswered"),
                        Objects.requireNonNull(Rows.instant(row, "laid_at")),
                        Rows.instant(row, "withdrawn_at"),
                        row.getString("withdraw_reason"),
                        row.getLong("version")))
                .list();
    }

    Optional<DraftView> find(UUID id) {
        return jdbc.sql(ROWS + " where d.id = :id")
                .param("id", id)
                .query((row, _) -> new DraftView(
                        id,
                        row.getObject("conference_id", UUID.class),
                        row.getString("conference_title"),
                        row.getObject("cluster_id", UUID.class),
                        row.getObject("season_id", UUID.class),
                        Draft.Kind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getInt("number"),
                        Objects.requireNonNull(Rows.date(row, "comments_until")),
                        row.getInt("comments"),
                        row.getInt("unanswered"),
                        Objects.requireNonNull(Rows.instant(row, "laid_at")),
                        Rows.instant(row, "withdrawn_at"),
                        row.getString("withdraw_reason"),
                        versions(id),
                        row.getObject("withdrawn_at") == null ? asked(id) : List.of(),
                        row.getLong("version")))
                .optional();
    }

    private List<DraftVersionView> versions(UUID id) {
        return jdbc.sql("""
                        select v.number, v.body, v.file_id, f.name as file_name, v.note, v.laid_at, p.name as laid_by
                        from draft_version v
                        left join file f on f.id = v.file_id
                        join mandate m on m.id = v.laid_by left join person p on p.id = m.person_id
                        where v.draft_id = :id order by v.number desc
                        """)
                .param("id", id)
                .query((row, _) -> new DraftVersionView(
                        row.getInt("number"),
                        row.getString("body"),
                        row.getObject("file_id", UUID.class),
                        row.getString("file_name"),
                        row.getString("note"),
                        Objects.requireNonNull(Rows.instant(row, "laid_at")),
                        row.getString("laid_by")))
                .list();
    }

    private List<AskedView> asked(UUID id) {
        return jdbc.sql("""
                        select a.unit_id, unit_name(a.unit_id, kit.business_today()) as unit_name, exists (
                                   select from draft_comment x where x.about_id = :id and x.unit_id = a.unit_id
                                   and x.number = (select max(v.number) from draft_version v where v.draft_id = :id)) as said
                        from (select draft_asks(:id) as unit_id) a join unit u on u.id = a.unit_id order by u.code
                        """)
                .param("id", id)
                .query((row, _) -> new AskedView(
                        row.getObject("unit_id", UUID.class), row.getString("unit_name"), row.getBoolean("said")))
                .list();
    }
}
