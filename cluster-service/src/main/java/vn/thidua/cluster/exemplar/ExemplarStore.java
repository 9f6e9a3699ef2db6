package vn.thidua.cluster.exemplar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.exemplar.Exemplar.Words;
import vn.thidua.kit.database.Rows;
import vn.thidua.kit.mandate.Basis;

/** Writes exemplars. Who did something is the person behind the mandate. */
@Repository
class ExemplarStore {
    private static final String FACTS = """
            select id, unit_id, state, movement_id, subject, person_id, field, level, year, file_id, consent_on, version
            from exemplar
            """;

    private final JdbcClient jdbc;

    ExemplarStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    void insert(Exemplar proposed, Words words, Basis basis) {
        written(jdbc.sql("""
                        insert into exemplar (id, unit_id, movement_id, subject, person_id, name, place, title, story, field, level, year,
                                              file_id, proposed_by, proposed_mandate)
                        select :id, :unit, :movement, :subject, :person, :name, :place, :title, :story, :field, :level, :year, :file,
                               m.person_id, m.id
                        from mandate m where m.id = :mandate
                        """), proposed, words)
                .param("unit", proposed.unitId())
                .param("mandate", basis.mandateId())
                .update();
    }

    void rewrite(Exemplar proposed, Words words) {
        written(jdbc.sql("""
                        update exemplar set movement_id = :movement, subject = :subject, person_id = :person, name = :name,
                               place = :place, title = :title, story = :story, field = :field, level = :level, year = :year,
                               file_id = :file, version = :version
                        where id = :id
                        """), proposed, words)
                .param("version", proposed.version())
                .update();
    }

    private static JdbcClient.StatementSpec written(
            JdbcClient.StatementSpec statement, Exemplar exemplar, Words words) {
        return statement
                .param("id", exemplar.id())
                .param("movement", exemplar.movementId(), Types.OTHER)
                .param("subject", exemplar.subject().name())
                .param("person", exemplar.personId(), Types.OTHER)
                .param("name", words.name(), Types.VARCHAR)
                .param("place", words.place(), Types.VARCHAR)
                .param("title", words.title())
                .param("story", words.story())
                .param("field", exemplar.field(), Types.VARCHAR)
                .param("level", exemplar.level().name())
                .param("year", exemplar.year())
                .param("file", exemplar.fileId(), Types.OTHER);
    }

    /** The exemplar, held against other writers until the transaction ends. */
    Optional<Exemplar> lock(UUID id) {
        return jdbc.sql(FACTS + " where id = :id for update")
                .param("id", id)
                .query((row, _) -> facts(row))
                .optional();
    }

    /** The exemplar, held against whoever would change it. */
    Optional<Exemplar> share(UUID id) {
        return jdbc.sql(FACTS + " where id = :id for share")
                .param("id", id)
                .query((row, _) -> facts(row))
                .optional();
    }

    /** All that tell of a person and are not withdrawn, held against other writers. */
    List<Exemplar> lockOf(UUID personId) {
        return jdbc.sql(FACTS + " where person_id = :person order by id for update")
                .param("person", personId)
                .query((row, _) -> facts(row))
                .list();
    }

    boolean isProposedBy(UUID id, Basis basis) {
        return jdbc.sql("""
                        select exists (select from exemplar x join mandate m on m.person_id = x.proposed_by
                                       where x.id = :id and m.id = :mandate)
                        """)
                .param("id", id)
                .param("mandate", basis.mandateId())
                .query(Boolean.class)
                .single();
    }

    boolean isMovement(UUID id) {
        return jdbc.sql("select exists (select from movement where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether the person works for that unit and is known by name; nobody erases it until the transaction ends. */
    boolean isOfUnit(UUID personId, UUID unitId) {
        return jdbc.sql(
                        "select true from person where id = :person and unit_id = :unit and erased_at is null for share")
                .param("person", personId)
                .param("unit", unitId)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    /** Verifies or refuses it. */
    void judge(Exemplar judged, @Nullable String reason, Basis basis) {
        jdbc.sql("""
                        update exemplar x set state = :state, reason = :reason, judged_at = kit.business_now(),
                               judged_by = m.person_id, judged_mandate = m.id, version = :version
                        from mandate m where x.id = :id and m.id = :mandate
                        """)
                .param("id", judged.id())
                .param("state", judged.state().name())
                .param("reason", reason, Types.VARCHAR)
                .param("version", judged.version())
                .param("mandate", basis.mandateId())
                .update();
    }

    void consent(Exemplar consented, Basis basis) {
        jdbc.sql("""
                        update exemplar x set consent_on = :day, consent_by = m.person_id, consent_mandate = m.id, version = :version
                        from mandate m where x.id = :id and m.id = :mandate
                        """)
                .param("id", consented.id())
                .param("day", consented.consentOn())
                .param("version", consented.version())
                .param("mandate", basis.mandateId())
                .update();
    }

    void publish(Exemplar published, Basis basis) {
        jdbc.sql("""
                        update exemplar x set state = 'PUBLISHED', published_at = kit.business_now(), published_by = m.person_id,
                               published_mandate = m.id, version = :version
                        from mandate m where x.id = :id and m.id = :mandate
                        """)
                .param("id", published.id())
                .param("version", published.version())
                .param("mandate", basis.mandateId())
                .update();
    }

    /** Of a person or a household nothing is left that tells who it was. */
    void withdraw(Exemplar withdrawn, String reason, Basis basis) {
        jdbc.sql("""
                        update exemplar x
                        set state = 'WITHDRAWN', reason = :reason, withdrawn_at = kit.business_now(), withdrawn_by = m.person_id,
                            withdrawn_mandate = m.id, version = :version, person_id = :person, file_id = :file,
                            name = case when x.subject = 'COLLECTIVE' then x.name end,
                            place = case when x.subject = 'COLLECTIVE' then x.place end,
                            title = case when x.subject = 'COLLECTIVE' then x.title end,
                            story = case when x.subject = 'COLLECTIVE' then x.story end
                        from mandate m where x.id = :id and m.id = :mandate
                        """)
                .param("id", withdrawn.id())
                .param("reason", reason)
                .param("version", withdrawn.version())
                .param("person", withdrawn.personId(), Types.OTHER)
                .param("file", withdrawn.fileId(), Types.OTHER)
                .param("mandate", basis.mandateId())
                .update();
    }

    private static Exemplar facts(ResultSet row) throws SQLException {
        return new Exemplar(
                row.getObject("id", UUID.class),
                row.getObject("unit_id", UUID.class),
                Exemplar.State.valueOf(row.getString("state")),
                row.getObject("movement_id", UUID.class),
                Exemplar.Subject.valueOf(row.getString("subject")),
                row.getObject("person_id", UUID.class),
                row.getString("field"),
                Exemplar.Level.valueOf(row.getString("level")),
                row.getInt("year"),
                row.getObject("file_id", UUID.class),
                Rows.date(row, "consent_on"),
                row.getLong("version"));
    }
}
