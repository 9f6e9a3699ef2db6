package vn.thidua.cluster.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.cluster.recording.Origin;
import vn.thidua.cluster.recording.Provenance;
import vn.thidua.cluster.season.DueFacts;
import vn.thidua.kit.database.Rows;

/** Writes inspections and what became of their findings, and tells which of those are due. */
@Repository
class InspectionStore implements DueFacts {
    private final JdbcClient jdbc;

    InspectionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID nextId() {
        return jdbc.sql("select uuidv7()").query(UUID.class).single();
    }

    LocalDate today() {
        return jdbc.sql("select kit.business_today()").query(LocalDate.class).single();
    }

    /** Whether it was new: a member is looked at about one subject once a day. */
    boolean insert(Inspection inspection) {
        var isNew = jdbc.sql("""
                                insert into inspection (id, season_id, cluster_id, unit_id, inspector, subject, held_on, conclusion,
                                                        provenance, source)
                                values (:id, :season, :cluster, :unit, :inspector, :subject, :held, :conclusion, :provenance, :source)
                                on conflict do nothing
                                """)
                        .param("id", inspection.id())
                        .param("season", inspection.seasonId())
                        .param("cluster", inspection.clusterId())
                        .param("unit", inspection.unitId())
                        .param("inspector", inspection.inspector())
                        .param("subject", inspection.subject())
                        .param("held", inspection.heldOn())
                        .param("conclusion", inspection.conclusion(), Types.VARCHAR)
                        .param("provenance", inspection.origin().provenance().name())
                        .param("source", inspection.origin().source(), Types.VARCHAR)
                        .update()
                > 0;
        if (isNew) {
            insertFindings(inspection);
        }
        return isNew;
    }

    private void insertFindings(Inspection inspection) {
        var findings = inspection.findings();
        jdbc.sql("""
                        insert into inspection_finding (id, inspection_id, number, body, due_on)
                        select f.id, :inspection, f.number, f.body, cast(f.due as date)
                        from unnest(:ids, :bodies, :dues) with ordinality as f(id, body, due, number)
                        """)
                .param("inspection", inspection.id())
                .param("ids", findings.stream().map(Inspection.Finding::id).toArray(UUID[]::new))
                .param("bodies", findings.stream().map(Inspection.Finding::text).toArray(String[]::new))
                .param(
                        "dues",
                        findings.stream()
                                .map(finding -> finding.dueOn() == null
                                        ? null
                                        : finding.dueOn().toString())
                                .toArray(String[]::new))
                .update();
    }

    UUID same(Inspection inspection) {
        return jdbc.sql("""
                        select id from inspection
                        where season_id = :season and unit_id = :unit and held_on = :held and subject = :subject
                        """)
                .param("season", inspection.seasonId())
                .param("unit", inspection.unitId())
                .param("held", inspection.heldOn())
                .param("subject", inspection.subject())
                .query(UUID.class)
                .single();
    }

    Optional<UUID> seasonOf(UUID id) {
        return jdbc.sql("select season_id from inspection where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional();
    }

    /** The inspection, held against other writers until the transaction ends. */
    Optional<Inspection> lock(UUID id) {
        return jdbc.sql("select * from inspection where id = :id for update")
                .param("id", id)
                .query((row, _) -> inspection(row, findings(id)))
                .optional();
    }

    List<Inspection.Finding> findings(UUID inspection) {
        return jdbc.sql("select * from inspection_finding where inspection_id = :inspection order by number")
                .param("inspection", inspection)
                .query((row, _) -> finding(row))
                .list();
    }

    void remedied(UUID finding, String remedy, LocalDate on) {
        jdbc.sql("update inspection_finding set remedy = :remedy, remedied_on = :on where id = :id")
                .param("id", finding)
                .param("remedy", remedy)
                .param("on", on)
                .update();
    }

    void closed(UUID finding, LocalDate on) {
        jdbc.sql("update inspection_finding set closed_on = :on where id = :id")
                .param("id", finding)
                .param("on", on)
                .update();
    }

    void updateVersion(Inspection inspection) {
        jdbc.sql("update inspection set withdrawn_because = :because, version = :version where id = :id")
                .param("id", inspection.id())
                .param("because", inspection.withdrawnBecause(), Types.VARCHAR)
                .param("version", inspection.version())
                .update();
    }

    /** What is to be put right is the member's; what the member says it did, the season's. */
    @Override
    public Optional<String> ofSeasons() {
        return Optional.of("""
                select i.season_id, case when f.remedied_on is null or f.closed_on is not null then 'FINDING_REMEDY' else 'FINDING_CLOSE' end,
                       case when f.remedied_on is null or f.closed_on is not null then i.unit_id end,
                       i.id, left(f.body, 200), f.due_on, f.closed_on is not null, f.closed_on, null::uuid[]
                from inspection i join inspection_finding f on f.inspection_id = i.id
                where i.season_id = any(:seasons) and i.withdrawn_because is null
                """);
    }

    static Inspection.Finding finding(ResultSet row) throws SQLException {
        return new Inspection.Finding(
                row.getObject("id", UUID.class),
                row.getString("body"),
                Rows.date(row, "due_on"),
                row.getString("remedy"),
                Rows.date(row, "remedied_on"),
                Rows.date(row, "closed_on"));
    }

    private static Inspection inspection(ResultSet row, List<Inspection.Finding> findings) throws SQLException {
        return new Inspection(
                row.getObject("id", UUID.class),
                row.getObject("season_id", UUID.class),
                row.getObject("cluster_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getString("inspector"),
                row.getString("subject"),
                Objects.requireNonNull(Rows.date(row, "held_on")),
                row.getString("conclusion"),
                findings,
                row.getString("withdrawn_because"),
                new Origin(Provenance.valueOf(row.getString("provenance")), row.getString("source")),
                row.getLong("version"));
    }
}
