package vn.thidua.cluster.keytask;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.cluster.season.DueFacts;
import vn.thidua.cluster.season.Seasons;
import vn.thidua.kit.database.Rows;

/** Writes key tasks and their reviews, and tells which of them are due. */
@Repository
class KeyTaskStore implements DueFacts {
    private static final String TASK = """
            select id, season_id, cluster_id, kind, body, given_by, conference_id, owner_unit_id, due_on, provenance, source, version
            from key_task
            """;

    private final JdbcClient jdbc;

    KeyTaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    Optional<UUID> seasonOf(UUID id) {
        return jdbc.sql("select season_id from key_task where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** Whether it was new: the same words are there once for a season and kind. */
    boolean insert(KeyTask task) {
        return jdbc.sql("""
                        insert into key_task (id, season_id, cluster_id, kind, body, given_by, conference_id, owner_unit_id, due_on,
                                              provenance, source)
                        values (:id, :season, :cluster, :kind, :body, :given, :conference, :owner, :due, :provenance, :source)
                        on conflict do nothing
                        """)
                        .param("id", task.id())
                        .param("season", task.seasonId())
                        .param("cluster", task.clusterId())
                        .param("kind", task.kind().name())
                        .param("body", task.text())
                        .param("given", task.givenBy(), Types.VARCHAR)
                        .param("conference", task.conferenceId(), Types.OTHER)
                        .param("owner", task.ownerUnitId(), Types.OTHER)
                        .param("due", task.dueOn(), Types.DATE)
                        .param("provenance", task.origin().provenance().name())
                        .param("source", task.origin().source(), Types.VARCHAR)
                        .update()
                > 0;
    }

    /** Where it was resolved, for that season or for none in particular. */
    Optional<UUID> conferenceOf(UUID resolution, Seasons.Ref season) {
        return jdbc.sql("""
                        select conference_id from resolution
                        where id = :id and cluster_id = :cluster and (season_id is null or season_id = :season)
                        """)
                .param("id", resolution)
                .param("cluster", season.clusterId())
                .param("season", season.id())
                .query(UUID.class)
                .optional();
    }

    void insertFrom(UUID resolution, KeyTask task) {
        jdbc.sql("""
                        insert into resolution_task (key_task_id, resolution_id, cluster_id) values (:task, :resolution, :cluster)
                        """)
                .param("task", task.id())
                .param("resolution", resolution)
                .param("cluster", task.clusterId())
                .update();
    }

    UUID same(KeyTask task) {
        return jdbc.sql("select id from key_task where season_id = :season and kind = :kind and body = :body")
                .param("season", task.seasonId())
                .param("kind", task.kind().name())
                .param("body", task.text())
                .query(UUID.class)
                .single();
    }

    /** Whether it was new: a conference looks at a task once. */
    boolean insert(UUID taskId, UUID clusterId, KeyTask.Review review) {
        return jdbc.sql("""
                        insert into key_task_review (id, key_task_id, cluster_id, conference_id, outcome, note)
                        values (:id, :task, :cluster, :conference, :outcome, :note) on conflict do nothing
                        """)
                        .param("id", review.id())
                        .param("task", taskId)
                        .param("cluster", clusterId)
                        .param("conference", review.conferenceId())
                        .param("outcome", review.outcome().name())
                        .param("note", review.note(), Types.VARCHAR)
                        .update()
                > 0;
    }

    /** The task, held against other writers until the transaction ends. */
    Optional<KeyTask> lock(UUID id) {
        return jdbc.sql(TASK + " where id = :id for update")
                .param("id", id)
                .query((row, _) -> task(row))
                .optional();
    }

    /** What the cluster set itself in a season, in the order of setting. */
    List<KeyTask> keyTasksOf(UUID seasonId) {
        return jdbc.sql(TASK + " where season_id = :season and kind = 'KEY_TASK' order by id")
                .param("season", seasonId)
                .query((row, _) -> task(row))
                .list();
    }

    /** Tasks and directives that the newest look at them, if any, did not find done. */
    List<KeyTask> openTasksOf(UUID seasonId) {
        return jdbc.sql(TASK + """
                        where season_id = :season and kind <> 'PETITION' and 'DONE' is distinct from (
                            select v.outcome from key_task_review v join conference c on c.id = v.conference_id
                            where v.key_task_id = key_task.id order by c.held_on desc, v.id desc limit 1)
                        order by id
                        """)
                .param("season", seasonId)
                .query((row, _) -> task(row))
                .list();
    }

    private static KeyTask task(ResultSet row) throws SQLException {
        return new KeyTask(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                KeyTask.Kind.valueOf(row.getString("kind")),
                row.getString("body"),
                row.getString("given_by"),
                row.getObject("conference_id", UUID.class),
                row.getObject("owner_unit_id", UUID.class),
                Rows.date(row, "due_on"),
                new Origin(Provenance.valueOf(row.getString("provenance")), row.getString("source")),
                row.getLong("version"));
    }

    void rewrite(KeyTask task) {
        jdbc.sql("""
                        update key_task set kind = :kind, body = :body, given_by = :given, conference_id = :conference,
                               owner_unit_id = :owner, due_on = :due, provenance = :provenance, source = :source, version = :version
                        where id = :id
                        """)
                .param("id", task.id())
                .param("kind", task.kind().name())
                .param("body", task.text())
                .param("given", task.givenBy(), Types.VARCHAR)
                .param("conference", task.conferenceId(), Types.OTHER)
                .param("owner", task.ownerUnitId(), Types.OTHER)
                .param("due", task.dueOn(), Types.DATE)
                .param("provenance", task.origin().provenance().name())
                .param("source", task.origin().source(), Types.VARCHAR)
                .param("version", task.version())
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from key_task where id = :id").param("id", id).update();
    }

    /** How conferences found it: what stands on its words. */
    List<Recording.Standing> reviewsOf(UUID id) {
        return jdbc.sql("select id from key_task_review where key_task_id = :id order by id limit 20")
                .param("id", id)
                .query((row, _) -> new Recording.Standing("REVIEW", row.getObject("id", UUID.class)))
                .list();
    }

    /** Another task of the season with the same words. */
    Optional<UUID> sameElsewhere(KeyTask task) {
        return jdbc.sql("""
                        select id from key_task
                        where season_id = :season and kind = :kind and md5(body) = md5(:body) and id <> :id
                        """)
                .param("id", task.id())
                .param("season", task.seasonId())
                .param("kind", task.kind().name())
                .param("body", task.text())
                .query(UUID.class)
                .optional();
    }

    UUID reviewAt(UUID taskId, UUID conferenceId) {
        return jdbc.sql("select id from key_task_review where key_task_id = :task and conference_id = :conference")
                .param("task", taskId)
                .param("conference", conferenceId)
                .query(UUID.class)
                .single();
    }

    /** Tasks with a day of their own; done once the newest review says so. */
    @Override
    public Optional<String> ofSeasons() {
        return Optional.of("""
                select t.season_id, 'KEY_TASK', t.owner_unit_id, t.id, left(t.body, 200), t.due_on, coalesce(r.outcome = 'DONE', false),
                       case when r.outcome = 'DONE' then r.held_on end, null::uuid[]
                from key_task t
                left join lateral (
                    select v.outcome, c.held_on from key_task_review v join conference c on c.id = v.conference_id
                    where v.key_task_id = t.id order by c.held_on desc, v.id desc limit 1) r on true
                where t.season_id = any(:seasons) and t.due_on is not null
                """);
    }
}
