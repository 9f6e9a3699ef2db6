package vn.thidua.cluster.congress;

import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.database.Rows;

/** Writes congresses. */
@Repository
class CongressStore {
    /** How many delegates a unit may send. */
    record Allotment(UUID unitId, int delegates) {}

    /** @param capacity null within what the unit may send */
    record Delegate(
            UUID unitId,
            @Nullable UUID exemplarId,
            @Nullable String name,
            @Nullable String capacity) {}

    record Resolution(String text, UUID unitId, LocalDate dueOn) {}

    private final JdbcClient jdbc;

    CongressStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    /** False when the unit has one of that term. */
    boolean insert(Congress prepared) {
        return jdbc.sql("""
                        insert into congress (id, unit_id, term_from, term_to, held_on, place, theme)
                        values (:id, :unit, :from, :to, :held, :place, :theme) on conflict do nothing
                        """)
                        .param("id", prepared.id())
                        .param("unit", prepared.unitId())
                        .param("from", prepared.termFrom())
                        .param("to", prepared.termTo())
                        .param("held", prepared.heldOn())
                        .param("place", prepared.place())
                        .param("theme", prepared.theme())
                        .update()
                > 0;
    }

    Optional<UUID> same(UUID unitId, int termFrom) {
        return jdbc.sql("select id from congress where unit_id = :unit and term_from = :from")
                .param("unit", unitId)
                .param("from", termFrom)
                .query(UUID.class)
                .optional();
    }

    void update(Congress congress) {
        jdbc.sql("""
                        update congress set term_from = :from, term_to = :to, held_on = :held, place = :place, theme = :theme,
                               state = :state, version = :version
                        where id = :id
                        """)
                .param("id", congress.id())
                .param("from", congress.termFrom())
                .param("to", congress.termTo())
                .param("held", congress.heldOn())
                .param("place", congress.place())
                .param("theme", congress.theme())
                .param("state", congress.state().name())
                .param("version", congress.version())
                .update();
    }

    /** The congress, held against other writers until the transaction ends. */
    Optional<Congress> lock(UUID id) {
        return jdbc.sql("""
                        select unit_id, term_from, held_on, place, theme, state, version from congress where id = :id for update
                        """)
                .param("id", id)
                .query((row, _) -> new Congress(
                        id,
                        row.getObject("unit_id", UUID.class),
                        row.getInt("term_from"),
                        Objects.requireNonNull(Rows.date(row, "held_on")),
                        row.getString("place"),
                        row.getString("theme"),
                        Congress.State.valueOf(row.getString("state")),
                        row.getLong("version")))
                .optional();
    }

    /** How many delegates of the unit are registered, ex officio ones left out. */
    int sent(UUID congressId, UUID unitId) {
        return jdbc.sql("""
                        select count(*) from congress_delegate
                        where congress_id = :congress and unit_id = :unit and capacity is null
                        """)
                .param("congress", congressId)
                .param("unit", unitId)
                .query(Integer.class)
                .single();
    }

    int allotted(UUID congressId, UUID unitId) {
        return jdbc.sql(
                        "select coalesce(sum(delegates), 0) from congress_allotment where congress_id = :congress and unit_id = :unit")
                .param("congress", congressId)
                .param("unit", unitId)
                .query(Integer.class)
                .single();
    }

    /** Units that send delegates and are not among those. */
    List<UUID> sendingBeside(UUID congressId, List<UUID> units) {
        return jdbc.sql("""
                        select distinct unit_id from congress_delegate
                        where congress_id = :congress and capacity is null and unit_id <> all(:units)
                        """)
                .param("congress", congressId)
                .param("units", units.toArray(UUID[]::new))
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .list();
    }

    void allot(UUID congressId, List<Allotment> allotments) {
        var units = allotments.stream().map(Allotment::unitId).toArray(UUID[]::new);
        jdbc.sql("""
                        insert into congress_allotment (congress_id, unit_id, delegates)
                        select :congress, unnest(cast(:units as uuid[])), unnest(cast(:delegates as int[]))
                        on conflict (congress_id, unit_id) do update set delegates = excluded.delegates
                        """)
                .param("congress", congressId)
                .param("units", units)
                .param(
                        "delegates",
                        allotments.stream().map(Allotment::delegates).toArray(Integer[]::new))
                .update();
        jdbc.sql("delete from congress_allotment where congress_id = :congress and unit_id <> all(:units)")
                .param("congress", congressId)
                .param("units", units)
                .update();
    }

    /** Whether it is published; it stays so until the transaction ends. */
    boolean isPublished(UUID exemplarId) {
        return jdbc.sql("select true from exemplar where id = :id and state = 'PUBLISHED' for share")
                .param("id", exemplarId)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    Optional<UUID> delegateFor(UUID congressId, UUID exemplarId) {
        return jdbc.sql("select id from congress_delegate where congress_id = :congress and exemplar_id = :exemplar")
                .param("congress", congressId)
                .param("exemplar", exemplarId)
                .query(UUID.class)
                .optional();
    }

    UUID insert(UUID congressId, Delegate delegate) {
        return jdbc.sql("""
                        insert into congress_delegate (congress_id, unit_id, exemplar_id, name, capacity)
                        values (:congress, :unit, :exemplar, :name, :capacity) returning id
                        """)
                .param("congress", congressId)
                .param("unit", delegate.unitId())
                .param("exemplar", delegate.exemplarId(), Types.OTHER)
                .param("name", delegate.name(), Types.VARCHAR)
                .param("capacity", delegate.capacity(), Types.VARCHAR)
                .query(UUID.class)
                .single();
    }

    /** False when there is no such delegate. */
    boolean removeDelegate(UUID congressId, UUID id) {
        return jdbc.sql("delete from congress_delegate where id = :id and congress_id = :congress")
                        .param("id", id)
                        .param("congress", congressId)
                        .update()
                > 0;
    }

    UUID insert(UUID congressId, Resolution resolution) {
        return jdbc.sql("""
                        insert into congress_resolution (congress_id, text, unit_id, due_on)
                        values (:congress, :text, :unit, :due) returning id
                        """)
                .param("congress", congressId)
                .param("text", resolution.text())
                .param("unit", resolution.unitId())
                .param("due", resolution.dueOn())
                .query(UUID.class)
                .single();
    }

    /** The unit that owes it. */
    Optional<UUID> ownerOf(UUID congressId, UUID resolutionId) {
        return jdbc.sql("select unit_id from congress_resolution where id = :id and congress_id = :congress")
                .param("id", resolutionId)
                .param("congress", congressId)
                .query(UUID.class)
                .optional();
    }

    /** False when it was done already. */
    boolean complete(UUID resolutionId, LocalDate doneOn, String note) {
        return jdbc.sql(
                                "update congress_resolution set done_on = :day, note = :note where id = :id and done_on is null")
                        .param("id", resolutionId)
                        .param("day", doneOn)
                        .param("note", note)
                        .update()
                > 0;
    }

    boolean hasOpenResolutions(UUID congressId) {
        return jdbc.sql("""
                        select exists (select from congress_resolution where congress_id = :congress and done_on is null)
                        """).param("congress", congressId).query(Boolean.class).single();
    }
}
