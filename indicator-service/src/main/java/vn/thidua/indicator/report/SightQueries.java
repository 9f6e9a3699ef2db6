package vn.thidua.indicator.report;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Judges who sees a report, its evidence, and what is said of it. */
@Repository
class SightQueries {
    /** Of a season {@code s} and a unit in {@code m.unit_id}. */
    private static final String VISIBLE = """
            (m.unit_id = any(:units) or m.unit_id in (select kit.units_and_below(:roots, kit.business_today()))
             or s.organiser_id = any(:organisers)
             or s.organiser_id in (select kit.units_and_below(:organiserRoots, kit.business_today()))
             or exists (select from headship_copy h
                        where h.season_id = s.id and h.role = 'HEAD'
                          and (h.unit_id = any(:heads)
                               or h.unit_id in (select kit.units_and_below(:headRoots, kit.business_today())))))
            """;

    /** Where the regulation in force says so, a member sees what the others have handed in: figures, not evidence. */
    static final String VISIBLE_OR_SHARED = "(" + VISIBLE + """
             or s.figures_rule = 'HANDED_IN' and s.regulation_status = 'ADOPTED'
                and exists (select from report done
                            where done.period_id = p.id and done.unit_id = m.unit_id and done.status in ('SUBMITTED', 'ACCEPTED'))
                and exists (select from season_member fellow
                            where fellow.season_id = s.id
                              and (fellow.unit_id = any(:units)
                                   or fellow.unit_id in (select kit.units_and_below(:roots, kit.business_today())))))
            """;

    /** Whose report it is, and who leads the season it belongs to. */
    record Concerned(UUID unitId, UUID organiserId, List<UUID> heads) {}

    private final JdbcClient jdbc;

    SightQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isVisible(UUID reportId, ReportAccess.Sight sight) {
        return jdbc.sql("""
                        select exists (select from report m
                                       join period p on p.id = m.period_id
                                       join season_copy s on s.id = p.season_id
                                       where m.id = :report and
                        """ + VISIBLE_OR_SHARED + ")")
                .params(params(sight))
                .param("report", reportId)
                .query(Boolean.class)
                .single();
    }

    /** As {@link #isVisible}, without what members merely share. */
    boolean isOpenTo(UUID reportId, ReportAccess.Sight sight) {
        return jdbc.sql("""
                        select exists (select from report m
                                       join period p on p.id = m.period_id
                                       join season_copy s on s.id = p.season_id
                                       where m.id = :report and
                        """ + VISIBLE + ")")
                .params(params(sight))
                .param("report", reportId)
                .query(Boolean.class)
                .single();
    }

    /** The begun reports of the period that are open to that sight. */
    List<UUID> openTo(UUID periodId, ReportAccess.Sight sight) {
        return jdbc.sql("""
                        select m.id from report m
                        join period p on p.id = m.period_id
                        join season_copy s on s.id = p.season_id
                        where p.id = :period and
                        """ + VISIBLE)
                .params(params(sight))
                .param("period", periodId)
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Whose report it is, and who leads the season it belongs to. */
    Concerned concerned(UUID reportId) {
        return jdbc.sql("""
                        select r.unit_id, s.organiser_id,
                               array(select h.unit_id from headship_copy h
                                     where h.season_id = s.id and h.role = 'HEAD' order by h.unit_id) as heads
                        from report r
                        join period p on p.id = r.period_id
                        join season_copy s on s.id = p.season_id
                        where r.id = :report
                        """)
                .param("report", reportId)
                .query((row, _) -> new Concerned(
                        row.getObject("unit_id", UUID.class),
                        row.getObject("organiser_id", UUID.class),
                        List.of((UUID[]) row.getArray("heads").getArray())))
                .single();
    }

    /** Whether the file proves something in a report that is seen from there. */
    boolean isEvidenceVisible(UUID fileId, ReportAccess.Sight sight) {
        return jdbc.sql("""
                        select exists (select from cell_evidence e
                                       join cell_revision v on v.id = e.revision_id
                                       join report m on m.id = v.report_id
                                       join period p on p.id = m.period_id
                                       join season_copy s on s.id = p.season_id
                                       where e.file_id = :file and
                        """ + VISIBLE + ")")
                .params(params(sight))
                .param("file", fileId)
                .query(Boolean.class)
                .single();
    }

    /** What the clauses above ask for. */
    static Map<String, ?> params(ReportAccess.Sight sight) {
        return Map.of(
                "units", sight.units().unitArray(),
                "roots", sight.units().rootArray(),
                "organisers", sight.organised().unitArray(),
                "organiserRoots", sight.organised().rootArray(),
                "heads", sight.headed().unitArray(),
                "headRoots", sight.headed().rootArray());
    }
}
