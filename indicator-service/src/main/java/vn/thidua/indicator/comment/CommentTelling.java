package vn.thidua.indicator.comment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.feed.Outbox;

/**
 * Tells others what happened in a thread: of which cell, what was said and settled and when. The words stay here, behind the access to
 * the report: they may name people, and what somebody takes back could not be taken back from those who were told.
 */
@Component
class CommentTelling {
    private static final String AGGREGATE = "cell-thread";

    /** @param comments all that happened in it, the oldest first */
    record ThreadPublished(
            UUID reportId,
            UUID periodId,
            UUID seasonId,
            UUID unitId,
            UUID indicatorId,
            boolean resolved,
            List<WordPublished> comments) {}

    /** @param revisionId what stood in the cell then, null while nobody had written it */
    record WordPublished(
            UUID id,
            CommentViews.Kind kind,
            @Nullable UUID revisionId,
            Instant at,
            @Nullable Instant withdrawnAt) {}

    private record Head(
            long version,
            UUID reportId,
            UUID periodId,
            UUID seasonId,
            UUID unitId,
            UUID indicatorId,
            boolean resolved) {}

    private final JdbcClient jdbc;
    private final Outbox outbox;

    CommentTelling(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Call after the change, in its transaction. */
    void tell(UUID threadId, String what) {
        // The thread is held before its words are read: of two who change it at once the later tells both changes.
        var head = counted(threadId);
        outbox.publish(
                AGGREGATE,
                threadId,
                head.version(),
                "vn.thidua." + AGGREGATE + "." + what,
                head.unitId(),
                new ThreadPublished(
                        head.reportId(),
                        head.periodId(),
                        head.seasonId(),
                        head.unitId(),
                        head.indicatorId(),
                        head.resolved(),
                        words(threadId)));
    }

    private Head counted(UUID threadId) {
        return jdbc.sql("""
                        with told as (
                            update cell_thread set version = version + 1 where id = :thread
                            returning report_id, indicator_id, resolved, version)
                        select t.*, r.period_id, p.season_id, r.unit_id
                        from told t
                        join report r on r.id = t.report_id
                        join period p on p.id = r.period_id
                        """)
                .param("thread", threadId)
                .query((row, _) -> new Head(
                        row.getLong("version"),
                        row.getObject("report_id", UUID.class),
                        row.getObject("period_id", UUID.class),
                        row.getObject("season_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("indicator_id", UUID.class),
                        row.getBoolean("resolved")))
                .single();
    }

    private List<WordPublished> words(UUID threadId) {
        return jdbc.sql("""
                        select id, kind, revision_id, at, withdrawn_at from cell_comment where thread_id = :thread order by id
                        """)
                .param("thread", threadId)
                .query((row, _) -> new WordPublished(
                        row.getObject("id", UUID.class),
                        CommentViews.Kind.valueOf(row.getString("kind")),
                        row.getObject("revision_id", UUID.class),
                        Objects.requireNonNull(Rows.instant(row, "at")),
                        Rows.instant(row, "withdrawn_at")))
                .list();
    }
}
