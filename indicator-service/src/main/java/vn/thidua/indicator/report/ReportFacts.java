package vn.thidua.indicator.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Qualifier;

/** What is known from a period's reports, for those who score them: every number with the ids by which it is found again. */
@Repository
public class ReportFacts {
    /**
     * One member and one indicator, whether reported or not.
     *
     * @param handedIn whether the report is submitted or accepted; what is still being written is no fact yet
     * @param revisionId of the cell's revision that says {@code reported}
     * @param qualifier how exactly {@code reported} is stated; null where it is exact
     * @param computation from what {@code reported} was computed, where nobody types it
     * @param counted what {@code reported} counts as where it names what is on its list no more, else null
     * @param struck those names
     * @param verified the value beside it, null while nobody has verified this revision; no more than {@code counted} where it is older
     */
    public record Fact(
            UUID unitId,
            UUID indicatorId,
            Measure.ValueKind valueKind,
            Measure.Direction direction,
            @Nullable BigDecimal assigned,
            @Nullable BigDecimal registered,
            @Nullable BigDecimal lastYear,
            @Nullable UUID reportId,
            boolean handedIn,
            @Nullable UUID revisionId,
            @Nullable BigDecimal reported,
            @Nullable Qualifier qualifier,
            boolean notApplicable,
            @Nullable BigDecimal counted,
            List<String> struck,
            @Nullable UUID verificationId,
            @Nullable BigDecimal verified,
            @Nullable Computation computation) {}

    /** @param daysLate begun days between due and the first submission; null while it is not submitted */
    public record Punctuality(
            UUID unitId, @Nullable UUID reportId, @Nullable Integer daysLate) {}

    /** Verifications are gathered for the reports asked for first: verified_cell, joined to many reports, is made of every one there is. */
    private static final String FACTS = """
            with judged as materialized (
                select distinct on (v.report_id, v.indicator_id) v.report_id, v.indicator_id, v.id, v.value, v.at
                from report r
                join verification v on v.report_id = r.id
                join report_cell c on c.report_id = v.report_id and c.indicator_id = v.indicator_id and c.revision_id = v.revision_id
                where r.period_id = :period%s
                order by v.report_id, v.indicator_id, v.id desc)
            select t.unit_id, t.indicator_id, i.value_kind, i.direction, t.assigned, t.registered, t.last_year,
                   r.id as report_id, coalesce(r.status in ('SUBMITTED', 'ACCEPTED'), false) as handed_in,
                   c.revision_id, c.value, c.qualifier, coalesce(c.not_applicable, false) as not_applicable,
                   case when i.formula is not null
                        then (select v.computation from cell_revision v where v.id = c.revision_id) end as computation,
                   k.counted, k.names as struck,
                   b.id as verification_id, verified_counted(b.value, b.at, k.counted, k.since) as verified
            from planned t
            join indicator i on i.id = t.indicator_id
            left join report r on r.period_id = t.period_id and r.unit_id = t.unit_id
            left join report_cell c on c.report_id = r.id and c.indicator_id = t.indicator_id
            left join judged b on b.report_id = r.id and b.indicator_id = t.indicator_id
            left join lateral (
                select s.names, s.counted, s.since from struck_cell s
                where t.items is not null and s.report_id = c.report_id and s.indicator_id = c.indicator_id offset 0) k on true
            where t.period_id = :period""";
    /** Two statements: one for both cases would be planned anew for each period. */
    private static final String OF_ALL = FACTS.formatted("") + " order by t.unit_id, i.code, i.id";

    private static final String OF_UNIT =
            FACTS.formatted(" and r.unit_id = :unit") + " and t.unit_id = :unit order by i.code, i.id";

    private final JdbcClient jdbc;
    private final CellRows cells;

    ReportFacts(JdbcClient jdbc, CellRows cells) {
        this.jdbc = jdbc;
        this.cells = cells;
    }

    /** All facts of a period, of one member if it is named. */
    public List<Fact> of(UUID periodId, @Nullable UUID unitId) {
        return jdbc.sql(unitId == null ? OF_ALL : OF_UNIT)
                .param("period", periodId)
                .param("unit", unitId, java.sql.Types.OTHER)
                .query((row, _) -> new Fact(
                        row.getObject("unit_id", UUID.class),
                        row.getObject("indicator_id", UUID.class),
                        Measure.ValueKind.valueOf(row.getString("value_kind")),
                        Measure.Direction.valueOf(row.getString("direction")),
                        row.getBigDecimal("assigned"),
                        row.getBigDecimal("registered"),
                        row.getBigDecimal("last_year"),
                        row.getObject("report_id", UUID.class),
                        row.getBoolean("handed_in"),
                        row.getObject("revision_id", UUID.class),
                        row.getBigDecimal("value"),
                        CellRows.qualifier(row),
                        row.getBoolean("not_applicable"),
                        row.getBigDecimal("counted"),
                        CellRows.names(row, "struck"),
                        row.getObject("verification_id", UUID.class),
                        row.getBigDecimal("verified"),
                        cells.computation(row)))
                .list();
    }

    /** How punctual the members were in a period. */
    public List<Punctuality> punctuality(UUID periodId) {
        return jdbc.sql("""
                        select m.unit_id, r.id as report_id, days_late(r.first_submitted_at, p.due_at) as days_late
                        from period p
                        join season_member m on m.season_id = p.season_id
                        left join report r on r.period_id = p.id and r.unit_id = m.unit_id
                        where p.id = :period order by m.unit_id
                        """)
                .param("period", periodId)
                .query((row, _) -> new Punctuality(
                        row.getObject("unit_id", UUID.class),
                        row.getObject("report_id", UUID.class),
                        row.getObject("days_late", Integer.class)))
                .list();
    }
}
