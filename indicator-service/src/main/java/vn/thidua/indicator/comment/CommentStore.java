package vn.thidua.indicator.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;
import vn.thidua.kit.security.Caller;

/** Keeps what is said of cells; nothing of it is ever rewritten. */
@Repository
class CommentStore {
    /** @param length how much was said and settled in it */
    record Talk(UUID unitId, UUID indicatorId, boolean resolved, int length) {}

    /** @param spoken for the audit */
    record Word(UUID threadId, UUID unitId, String actor, boolean withdrawn, String spoken) {}

    private final JdbcClient jdbc;

    CommentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The report's unit, where the report has a cell for that indicator. */
    Optional<UUID> unitWithCell(UUID reportId, UUID indicatorId) {
        return jdbc.sql("""
                        select r.unit_id from report r
                        join period p on p.id = r.period_id
                        join target t on t.season_id = p.season_id and t.unit_id = r.unit_id and t.indicator_id = :indicator
                        where r.id = :report
                        """)
                .param("report", reportId)
                .param("indicator", indicatorId)
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .optional();
    }

    UUID begin(UUID reportId, UUID indicatorId) {
        return jdbc.sql("insert into cell_thread (report_id, indicator_id) values (:report, :indicator) returning id")
                .param("report", reportId)
                .param("indicator", indicatorId)
                .query(UUID.class)
                .single();
    }

    /** The report's thread, held until the transaction ends. */
    Optional<Talk> lock(UUID reportId, UUID threadId) {
        return jdbc.sql("""
                        select r.unit_id, t.indicator_id, t.resolved,
                               (select count(*) from cell_comment c where c.thread_id = t.id) as length
                        from cell_thread t join report r on r.id = t.report_id
                        where t.id = :thread and t.report_id = :report for update of t
                        """)
                .param("thread", threadId)
                .param("report", reportId)
                .query((row, _) -> new Talk(
                        row.getObject("unit_id", UUID.class),
                        row.getObject("indicator_id", UUID.class),
                        row.getBoolean("resolved"),
                        row.getInt("length")))
                .optional();
    }

    /** @param text null where a thread is settled or taken up again */
    UUID add(UUID threadId, CommentViews.Kind kind, @Nullable String text, Caller caller, Basis basis) {
        return jdbc.sql("""
                        insert into cell_comment (thread_id, kind, body, revision_id, actor_kind, actor, mandate_id)
                        select t.id, :kind, :text, c.revision_id, :actorKind, :actor, :mandate
                        from cell_thread t
                        left join report_cell c on c.report_id = t.report_id and c.indicator_id = t.indicator_id
                        where t.id = :thread
                        returning id
                        """)
                .param("thread", threadId)
                .param("kind", kind.name())
                .param("text", text, Types.VARCHAR)
                .param("actorKind", caller.kind().name())
                .param("actor", caller.subject())
                .param("mandate", basis.mandateId())
                .query(UUID.class)
                .single();
    }

    void settle(UUID threadId, boolean resolved) {
        jdbc.sql("update cell_thread set resolved = :resolved where id = :thread")
                .param("thread", threadId)
                .param("resolved", resolved)
                .update();
    }

    /** What was said in the report by that id, held until the transaction ends. */
    Optional<Word> lockComment(UUID reportId, UUID commentId) {
        return jdbc.sql("""
                        select c.thread_id, r.unit_id, c.actor, c.withdrawn_at is not null as withdrawn, c.body
                        from cell_comment c
                        join cell_thread t on t.id = c.thread_id
                        join report r on r.id = t.report_id
                        where c.id = :comment and t.report_id = :report and c.kind = 'SAID' for update of c
                        """)
                .param("comment", commentId)
                .param("report", reportId)
                .query((row, _) -> new Word(
                        row.getObject("thread_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("actor"),
                        row.getBoolean("withdrawn"),
                        row.getString("body")))
                .optional();
    }

    void withdraw(UUID commentId) {
        jdbc.sql("update cell_comment set withdrawn_at = kit.business_now() where id = :comment")
                .param("comment", commentId)
                .update();
    }

    /**
     * Threads after that one, with all that was said in them.
     *
     * @param reader whose own words are told
     */
    List<CommentViews.ThreadView> threads(
            UUID reportId, @Nullable UUID indicatorId, @Nullable UUID after, int limit, String reader) {
        var said = new HashMap<UUID, List<CommentViews.CellCommentView>>();
        var threads = jdbc.sql("""
                        select id, indicator_id, resolved from cell_thread
                        where report_id = :report and (cast(:indicator as uuid) is null or indicator_id = :indicator)
                          and (cast(:after as uuid) is null or id > :after)
                        order by id limit :limit
                        """)
                .param("report", reportId)
                .param("indicator", indicatorId, Types.OTHER)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    return new CommentViews.ThreadView(
                            id,
                            row.getObject("indicator_id", UUID.class),
                            row.getBoolean("resolved"),
                            said.computeIfAbsent(id, _ -> new ArrayList<>()));
                })
                .list();
        jdbc.sql("""
                        select c.thread_id, c.id, c.kind, case when c.withdrawn_at is null then c.body end as body, v.value,
                               coalesce(v.not_applicable, false) as not_applicable, c.at, c.actor, m.role, n.name as role_unit_name,
                               c.withdrawn_at
                        from cell_comment c
                        left join cell_revision v on v.id = c.revision_id
                        left join kit.mandate_copy m on m.id = c.mandate_id
                        left join lateral (
                            select st.name from kit.unit_state_copy st where st.unit_id = m.unit_id
                            order by st.during @> cast(c.at as date) desc, lower(st.during) desc limit 1) n on true
                        where c.thread_id = any(:threads)
                        order by c.id
                        """)
                .param(
                        "threads",
                        threads.stream().map(CommentViews.ThreadView::id).toArray(UUID[]::new))
                .query((row, _) -> Objects.requireNonNull(said.get(row.getObject("thread_id", UUID.class)))
                        .add(comment(row, reader)))
                .list();
        return threads;
    }

    /** Of those reports the cells of which something stands that was not taken back. */
    List<CommentViews.CommentCount> counts(List<UUID> reportIds) {
        return jdbc.sql("""
                        select t.report_id, r.unit_id, t.indicator_id, count(*) filter (where not t.resolved) as open,
                               count(*) filter (where t.resolved) as resolved
                        from cell_thread t
                        join report r on r.id = t.report_id
                        where t.report_id = any(:reports)
                          and exists (select from cell_comment c
                                      where c.thread_id = t.id and c.kind = 'SAID' and c.withdrawn_at is null)
                        group by t.report_id, r.unit_id, t.indicator_id
                        order by t.report_id, t.indicator_id
                        """)
                .param("reports", reportIds.toArray(UUID[]::new))
                .query((row, _) -> new CommentViews.CommentCount(
                        row.getObject("report_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("indicator_id", UUID.class),
                        row.getInt("open"),
                        row.getInt("resolved")))
                .list();
    }

    private static CommentViews.CellCommentView comment(ResultSet row, String reader) throws SQLException {
        return new CommentViews.CellCommentView(
                row.getObject("id", UUID.class),
                CommentViews.Kind.valueOf(row.getString("kind")),
                row.getString("body"),
                row.getBigDecimal("value"),
                row.getBoolean("not_applicable"),
                Objects.requireNonNull(Rows.instant(row, "at")),
                row.getString("actor").equals(reader),
                row.getString("role"),
                row.getString("role_unit_name"),
                Rows.instant(row, "withdrawn_at"));
    }
}
