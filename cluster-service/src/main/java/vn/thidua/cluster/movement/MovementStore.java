package vn.thidua.cluster.movement;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.recording.Recording;
import vn.thidua.kit.database.Rows;

/** Writes movements. */
@Repository
class MovementStore {
    private final JdbcClient jdbc;

    MovementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    /** Whether it was new: a unit launches a movement of that name once a season. */
    boolean insert(Movement movement) {
        return content(movement, jdbc.sql("""
                        insert into movement (id, season_id, unit_id, level, kind, name, launched_on, planned_from, planned_to, length,
                                              body, criteria, parent_id, reporting_days, provenance, source)
                        values (:id, :season, :unit, :level, :kind, :name, :launched, :from, :to, :length,
                                :body, :criteria, :parent, cast(:days as date[]), :provenance, :source)
                        on conflict do nothing
                        """))
                        .param("season", movement.seasonId(), Types.OTHER)
                        .param("unit", movement.unitId())
                        .update()
                > 0;
    }

    /** The movement, held against other writers until the transaction ends. */
    Optional<Movement> lock(UUID id) {
        return jdbc.sql("select * from movement where id = :id for update")
                .param("id", id)
                .query((row, _) -> new Movement(
                        id,
                        row.getObject("season_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        Movement.Level.valueOf(row.getString("level")),
                        Movement.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        Rows.date(row, "launched_on"),
                        new Movement.Plan(
                                Rows.date(row, "planned_from"),
                                Rows.date(row, "planned_to"),
                                row.getString("body"),
                                row.getString("criteria"),
                                row.getObject("parent_id", UUID.class),
                                days(row)),
                        new Movement.Closing(
                                Rows.date(row, "closed_on"),
                                row.getString("closed_because"),
                                row.getString("reopened_because")),
                        new Origin(Provenance.valueOf(row.getString("provenance")), row.getString("source")),
                        row.getLong("version")))
                .optional();
    }

    void rewrite(Movement movement) {
        content(movement, jdbc.sql("""
                        update movement set level = :level, kind = :kind, name = :name, launched_on = :launched,
                               planned_from = :from, planned_to = :to, length = :length, body = :body, criteria = :criteria,
                               parent_id = :parent, reporting_days = cast(:days as date[]), provenance = :provenance, source = :source, version = :version
                        where id = :id
                        """)).param("version", movement.version()).update();
    }

    private static JdbcClient.StatementSpec content(Movement movement, JdbcClient.StatementSpec statement) {
        var plan = movement.plan();
        return statement
                .param("id", movement.id())
                .param("level", movement.level().name())
                .param("kind", movement.kind().name())
                .param("name", movement.name())
                .param("launched", movement.launchedOn(), Types.DATE)
                .param("from", plan.from(), Types.DATE)
                .param("to", plan.to(), Types.DATE)
                .param("length", plan.length().name())
                .param("body", plan.text(), Types.VARCHAR)
                .param("criteria", plan.criteria(), Types.VARCHAR)
                .param("parent", plan.parentId(), Types.OTHER)
                .param(
                        "days",
                        plan.reportingDays().stream().map(LocalDate::toString).toArray(String[]::new))
                .param("provenance", movement.origin().provenance().name())
                .param("source", movement.origin().source(), Types.VARCHAR);
    }

    static List<LocalDate> days(ResultSet row) throws SQLException {
        var days = new ArrayList<LocalDate>();
        for (var day : (Date[]) row.getArray("reporting_days").getArray()) {
            days.add(day.toLocalDate());
        }
        return days;
    }

    /** For which something was reported or reviewed. */
    List<LocalDate> daysInUse(UUID id) {
        return jdbc.sql("""
                        select r.reporting_day as day from movement_participation p join movement_report r on r.participation_id = p.id
                        where p.movement_id = :id and r.reporting_day is not null
                        union
                        select reporting_day from movement_review where movement_id = :id and reporting_day is not null
                        """)
                .param("id", id)
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    void close(Movement movement) {
        var closing = movement.closing();
        jdbc.sql("""
                        update movement set state = :state, closed_on = :on, closed_because = :because,
                               reopened_because = :reopened, version = :version
                        where id = :id
                        """)
                .param("id", movement.id())
                .param("state", closing.state().name())
                .param("on", closing.on(), Types.DATE)
                .param("because", closing.because(), Types.VARCHAR)
                .param("reopened", closing.reopenedBecause(), Types.VARCHAR)
                .param("version", movement.version())
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("delete from movement where id = :id").param("id", id).update();
    }

    /** The exemplars that were found in it, the movements that answer it, the units that joined it and its reviews. */
    List<Recording.Standing> standing(UUID id) {
        return jdbc.sql("""
                        select what, id from (
                            select 'EXEMPLAR' as what, id from exemplar where movement_id = :id
                            union all select 'MOVEMENT', id from movement where parent_id = :id
                            union all select 'PARTICIPATION', id from movement_participation where movement_id = :id
                            union all select 'REVIEW', id from movement_review where movement_id = :id) s
                        order by what, id limit 50
                        """)
                .param("id", id)
                .query((row, _) -> new Recording.Standing(row.getString("what"), row.getObject("id", UUID.class)))
                .list();
    }

    /** Another movement of that name, of the same unit and season. */
    Optional<UUID> sameElsewhere(Movement movement) {
        return jdbc.sql("""
                        select id from movement where unit_id = :unit and season_id is not distinct from cast(:season as uuid)
                          and name = :name and id <> :id
                        """)
                .param("id", movement.id())
                .param("unit", movement.unitId())
                .param("season", movement.seasonId(), Types.OTHER)
                .param("name", movement.name())
                .query(UUID.class)
                .optional();
    }

    /**
     * Whether a movement of that unit, or of the organiser of that season, lies below who launched the other one today.
     *
     * @param season null outside of any
     */
    boolean isBelow(UUID parent, UUID unit, @Nullable UUID season) {
        return jdbc.sql("""
                        select exists (
                            select from movement m, kit.units_and_below(array[m.unit_id], kit.business_today()) as below(id)
                            where m.id = :parent
                              and (below.id = :unit
                                   or below.id = (select c.organiser_id from season s join cluster c on c.id = s.cluster_id
                                                  where s.id = :season)))
                        """)
                .param("parent", parent)
                .param("unit", unit)
                .param("season", season, Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    /** Whether {@code answering} is {@code id}, or answers it over any number of movements. */
    boolean isAbove(UUID id, UUID answering) {
        return jdbc.sql("""
                        with recursive above(id) as (
                            select cast(:answering as uuid)
                            union
                            select m.parent_id from above a join movement m on m.id = a.id where m.parent_id is not null)
                        select exists (select from above where id = :id)
                        """)
                .param("id", id)
                .param("answering", answering)
                .query(Boolean.class)
                .single();
    }
}
