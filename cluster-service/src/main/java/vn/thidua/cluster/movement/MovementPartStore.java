package vn.thidua.cluster.movement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.movement.MovementViews.MovementReportView;
import vn.thidua.cluster.movement.MovementViews.MovementReviewView;
import vn.thidua.cluster.movement.MovementViews.ParticipationView;
import vn.thidua.kit.database.Rows;

/** Reads and writes who takes part in movements, what they report, and the reviews. */
@Repository
class MovementPartStore {
    private final JdbcClient jdbc;

    MovementPartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the unit lies below the other one today, and is not it. */
    boolean isUnder(UUID above, UUID unit) {
        return jdbc.sql("""
                        select :unit <> :above
                               and :unit in (select kit.units_and_below(array[cast(:above as uuid)], kit.business_today()))
                        """)
                .param("above", above)
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    /** The unit's participation that is not withdrawn. */
    Optional<UUID> taking(UUID movementId, UUID unitId) {
        return jdbc.sql("""
                        select id from movement_participation
                        where movement_id = :movement and unit_id = :unit and withdrawn_because is null
                        """)
                .param("movement", movementId)
                .param("unit", unitId)
                .query(UUID.class)
                .optional();
    }

    UUID insert(UUID movementId, UUID unitId, LocalDate on) {
        return jdbc.sql("""
                        insert into movement_participation (movement_id, unit_id, joined_on) values (:movement, :unit, :on) returning id
                        """)
                .param("movement", movementId)
                .param("unit", unitId)
                .param("on", on)
                .query(UUID.class)
                .single();
    }

    Optional<Participation> find(UUID movementId, UUID id) {
        return jdbc.sql("select * from movement_participation where id = :id and movement_id = :movement")
                .param("id", id)
                .param("movement", movementId)
                .query((row, _) -> new Participation(
                        id,
                        movementId,
                        row.getObject("unit_id", UUID.class),
                        Objects.requireNonNull(Rows.date(row, "joined_on")),
                        row.getString("withdrawn_because")))
                .optional();
    }

    /** False when it was withdrawn before. */
    boolean withdraw(UUID id, String reason) {
        return jdbc.sql("""
                        update movement_participation set withdrawn_because = :reason where id = :id and withdrawn_because is null
                        """).param("id", id).param("reason", reason).update() > 0;
    }

    boolean hasReports(UUID participationId) {
        return jdbc.sql("select exists (select from movement_report where participation_id = :participation)")
                .param("participation", participationId)
                .query(Boolean.class)
                .single();
    }

    Optional<MovementReportView> report(UUID participationId, Movement.Milestone of) {
        return jdbc.sql("""
                        select * from movement_report
                        where participation_id = :participation and kind = :kind and reporting_day is not distinct from :day
                        """)
                .param("participation", participationId)
                .param("kind", of.kind().name())
                .param("day", of.day(), Types.DATE)
                .query((row, _) -> report(row))
                .optional();
    }

    UUID insert(UUID participationId, Participation.Report report) {
        return said(report, jdbc.sql("""
                        insert into movement_report (participation_id, kind, reporting_day, reported_on, body, persons, collectives, works, amount)
                        values (:participation, :kind, :day, :on, :body, :persons, :collectives, :works, :amount) returning id
                        """))
                .param("participation", participationId)
                .param("kind", report.kind().name())
                .param("day", report.reportingDay(), Types.DATE)
                .query(UUID.class)
                .single();
    }

    void rewrite(UUID id, long version, Participation.Report report) {
        said(report, jdbc.sql("""
                        update movement_report set reported_on = :on, body = :body, persons = :persons, collectives = :collectives,
                               works = :works, amount = :amount, version = :version
                        where id = :id
                        """)).param("id", id).param("version", version).update();
    }

    private static JdbcClient.StatementSpec said(Participation.Report report, JdbcClient.StatementSpec statement) {
        return statement
                .param("on", report.on())
                .param("body", report.text())
                .param("persons", report.persons(), Types.INTEGER)
                .param("collectives", report.collectives(), Types.INTEGER)
                .param("works", report.works(), Types.INTEGER)
                .param("amount", report.amount(), Types.NUMERIC);
    }

    /** In the order in which they joined, with what they reported. */
    List<ParticipationView> list(UUID movementId, @Nullable UUID after, int limit) {
        var found = jdbc.sql("""
                        select p.id, p.unit_id, unit_name(p.unit_id, p.joined_on) as unit_name, p.joined_on, p.withdrawn_because
                        from movement_participation p
                        where p.movement_id = :movement and (cast(:after as uuid) is null or p.id > :after)
                        order by p.id limit :limit
                        """)
                .param("movement", movementId)
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> new ParticipationView(
                        row.getObject("id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        Objects.requireNonNull(Rows.date(row, "joined_on")),
                        row.getString("withdrawn_because"),
                        List.of()))
                .list();
        var reports = reports(found.stream().map(ParticipationView::id).toArray(UUID[]::new));
        return found.stream()
                .map(one -> one.with(reports.getOrDefault(one.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<MovementReportView>> reports(UUID[] participations) {
        return jdbc
                .sql("""
                        select * from movement_report where participation_id = any(:participations)
                        order by participation_id, reported_on, id
                        """)
                .param("participations", participations)
                .query((row, _) -> Map.entry(row.getObject("participation_id", UUID.class), report(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static MovementReportView report(ResultSet row) throws SQLException {
        return new MovementReportView(
                row.getObject("id", UUID.class),
                Movement.Stage.valueOf(row.getString("kind")),
                Rows.date(row, "reporting_day"),
                Objects.requireNonNull(Rows.date(row, "reported_on")),
                row.getString("body"),
                row.getObject("persons", Integer.class),
                row.getObject("collectives", Integer.class),
                row.getObject("works", Integer.class),
                row.getBigDecimal("amount"),
                row.getLong("version"));
    }

    List<MovementReviewView> reviews(UUID movementId) {
        return jdbc.sql("select * from movement_review where movement_id = :movement order by reviewed_on, id")
                .param("movement", movementId)
                .query((row, _) -> new MovementReviewView(
                        row.getObject("id", UUID.class),
                        Movement.Stage.valueOf(row.getString("kind")),
                        Rows.date(row, "reporting_day"),
                        Objects.requireNonNull(Rows.date(row, "reviewed_on")),
                        row.getString("body")))
                .list();
    }

    Optional<MovementReviewView> review(UUID movementId, Movement.Milestone of) {
        return reviews(movementId).stream()
                .filter(one -> one.kind() == of.kind() && Objects.equals(one.reportingDay(), of.day()))
                .findFirst();
    }

    UUID insert(UUID movementId, MovementCourse.Review review) {
        return jdbc.sql("""
                        insert into movement_review (movement_id, kind, reporting_day, reviewed_on, body)
                        values (:movement, :kind, :day, :on, :body) returning id
                        """)
                .param("movement", movementId)
                .param("kind", review.kind().name())
                .param("day", review.reportingDay(), Types.DATE)
                .param("on", review.on())
                .param("body", review.text())
                .query(UUID.class)
                .single();
    }

    void deleteReview(UUID id) {
        jdbc.sql("delete from movement_review where id = :id").param("id", id).update();
    }
}
