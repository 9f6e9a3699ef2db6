package vn.thidua.cluster.keytask;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Reach;

/** Reads key tasks with how later conferences found them. */
@Repository
class KeyTaskQueries {
    record Filter(
            @Nullable UUID seasonId,
            KeyTask.@Nullable Kind kind,
            @Nullable UUID after,
            int limit) {}

    private static final String VIEW = """
            select t.id, t.season_id, t.kind, t.body, t.given_by, t.conference_id, t.owner_unit_id,
                   unit_name(t.owner_unit_id, lower(s.during)) as owner_unit_name, t.due_on, t.provenance, t.source,
                   t.version
            from key_task t join season s on s.id = t.season_id join cluster c on c.id = t.cluster_id
            """;

    private final JdbcClient jdbc;

    KeyTaskQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KeyTaskController.KeyTaskView> find(UUID id) {
        return jdbc.sql(VIEW + " where t.id = :id")
                .param("id", id)
                .query((row, _) -> view(row))
                .optional()
                .map(found -> found.withReviews(reviews(id)));
    }

    /**
     * In the order of their recording.
     *
     * @param reach null for a caller who may see every task
     */
    List<KeyTaskController.KeyTaskView> list(Filter filter, @Nullable Reach reach) {
        var found = jdbc.sql(VIEW + """
                        where (cast(:season as uuid) is null or t.season_id = :season)
                          and (cast(:kind as text) is null or t.kind = :kind)
                          and (:all or c.organiser_id = any(:units)
                               or c.organiser_id in (select kit.units_and_below(:roots, kit.business_today())))
                          and (cast(:after as uuid) is null or t.id > :after)
                        order by t.id limit :limit
                        """)
                .param("season", filter.seasonId(), Types.OTHER)
                .param("kind", filter.kind() == null ? null : filter.kind().name(), Types.VARCHAR)
                .param("all", reach == null)
                .param("units", reach == null ? new UUID[0] : reach.unitArray())
                .param("roots", reach == null ? new UUID[0] : reach.rootArray())
                .param("after", filter.after(), Types.OTHER)
                .param("limit", filter.limit())
                .query((row, _) -> view(row))
                .list();
        var reviews = reviews(
                        found.stream().map(KeyTaskController.KeyTaskView::id).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(KeyTaskController.ReviewView::keyTaskId));
        return found.stream()
                .map(task -> task.withReviews(reviews.getOrDefault(task.id(), List.of())))
                .toList();
    }

    private List<KeyTaskController.ReviewView> reviews(UUID... taskIds) {
        return jdbc.sql("""
                        select r.id, r.key_task_id, r.conference_id, c.held_on, r.outcome, r.note
                        from key_task_review r join conference c on c.id = r.conference_id
                        where r.key_task_id = any(:ids) order by r.key_task_id, c.held_on, r.id
                        """)
                .param("ids", Arrays.copyOf(taskIds, taskIds.length))
                .query((row, _) -> new KeyTaskController.ReviewView(
                        row.getObject("id", UUID.class),
                        row.getObject("key_task_id", UUID.class),
                        row.getObject("conference_id", UUID.class),
                        Objects.requireNonNull(Rows.date(row, "held_on")),
                        KeyTask.Outcome.valueOf(row.getString("outcome")),
                        row.getString("note")))
                .list();
    }

    private static KeyTaskController.KeyTaskView view(ResultSet row) throws SQLException {
        return new KeyTaskController.KeyTaskView(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                KeyTask.Kind.valueOf(row.getString("kind")),
                row.getString("body"),
                row.getString("given_by"),
                row.getObject("conference_id", UUID.class),
                row.getObject("owner_unit_id", UUID.class),
                row.getString("owner_unit_name"),
                Rows.date(row, "due_on"),
                List.of(),
                Provenance.valueOf(row.getString("provenance")),
                row.getString("source"),
                row.getLong("version"));
    }
}
