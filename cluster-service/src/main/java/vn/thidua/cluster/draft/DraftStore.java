package vn.thidua.cluster.draft;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;

/** Writes drafts and their versions. */
@Repository
class DraftStore {
    private static final String DRAFT = """
            select d.id, d.conference_id, k.organiser_id, d.season_id, d.kind, d.title, d.comments_until, d.withdrawn_at, d.version,
                   (select max(v.number) from draft_version v where v.draft_id = d.id) as number
            from draft d join conference c on c.id = d.conference_id join cluster k on k.id = c.cluster_id
            where d.id = :id
            """;

    private final JdbcClient jdbc;

    DraftStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    /** The draft, held against everybody else until the transaction ends. */
    Optional<Draft> lock(UUID id) {
        // What was held up by somebody else's version reads the versions only now.
        return jdbc.sql("select id from draft where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(_ -> read(id));
    }

    /** The draft, held against whoever would change it; those who comment do not wait for each other. */
    Optional<Draft> share(UUID id) {
        return jdbc.sql("select id from draft where id = :id for share")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(_ -> read(id));
    }

    private Optional<Draft> read(UUID id) {
        return jdbc.sql(DRAFT)
                .param("id", id)
                .query((row, _) -> new Draft(
                        id,
                        row.getObject("conference_id", UUID.class),
                        row.getObject("organiser_id", UUID.class),
                        row.getObject("season_id", UUID.class),
                        Draft.Kind.valueOf(row.getString("kind")),
                        row.getString("title"),
                        row.getInt("number"),
                        Objects.requireNonNull(Rows.date(row, "comments_until")),
                        row.getObject("withdrawn_at") != null,
                        row.getLong("version")))
                .optional();
    }

    /** False when the same is laid before them already. */
    boolean insert(Draft draft, Draft.Content content, Basis basis) {
        var isNew = jdbc.sql("""
                        insert into draft (id, conference_id, season_id, kind, title, comments_until)
                        values (:id, :conference, :season, :kind, :title, :until) on conflict do nothing
                        """)
                        .param("id", draft.id())
                        .param("conference", draft.conferenceId())
                        .param("season", draft.seasonId())
                        .param("kind", draft.kind().name())
                        .param("title", draft.title())
                        .param("until", draft.commentsUntil())
                        .update()
                > 0;
        if (isNew) {
            insertVersion(draft, content, basis);
        }
        return isNew;
    }

    Optional<UUID> laid(UUID conferenceId, Draft.Kind kind, String title) {
        return jdbc.sql("""
                        select id from draft
                        where conference_id = :conference and kind = :kind and title = :title and withdrawn_at is null
                        """)
                .param("conference", conferenceId)
                .param("kind", kind.name())
                .param("title", title)
                .query(UUID.class)
                .optional();
    }

    void renew(Draft renewed, Draft.Content content, Basis basis) {
        insertVersion(renewed, content, basis);
        jdbc.sql("update draft set comments_until = :until, version = :version where id = :id")
                .param("id", renewed.id())
                .param("until", renewed.commentsUntil())
                .param("version", renewed.version())
                .update();
    }

    private void insertVersion(Draft draft, Draft.Content content, Basis basis) {
        jdbc.sql("""
                        insert into draft_version (draft_id, number, body, file_id, note, laid_by)
                        values (:id, :number, :text, :file, :note, :mandate)
                        """)
                .param("id", draft.id())
                .param("number", draft.number())
                .param("text", content.text(), Types.VARCHAR)
                .param("file", content.fileId(), Types.OTHER)
                .param("note", content.note(), Types.VARCHAR)
                .param("mandate", basis.mandateId())
                .update();
    }

    void withdraw(Draft withdrawn, String reason) {
        jdbc.sql("""
                        update draft set withdrawn_at = kit.business_now(), withdraw_reason = :reason, version = :version
                        where id = :id
                        """)
                .param("id", withdrawn.id())
                .param("reason", reason)
                .param("version", withdrawn.version())
                .update();
    }

    /** The units whose comments it asks for. */
    List<UUID> asked(UUID id) {
        return jdbc.sql("select u as unit_id from draft_asks(:id) as u order by u")
                .param("id", id)
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .list();
    }
}
