package vn.thidua.indicator.report;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.catalogue.Bounds;
import vn.thidua.indicator.catalogue.Formula;
import vn.thidua.indicator.catalogue.Measure;

/** Gathers what a report is checked against. */
@Repository
class CheckQueries {
    private final JdbcClient jdbc;
    private final Bounds bounds;

    CheckQueries(JdbcClient jdbc, Bounds bounds) {
        this.jdbc = jdbc;
        this.bounds = bounds;
    }

    /** What the checks find in the report as it stands, by the indicators' codes. */
    List<Checks.Finding> findings(UUID reportId) {
        var facts = facts(reportId);
        return Checks.of(
                facts, bounds.of(facts.stream().map(Checks.Fact::indicatorId).toList()));
    }

    /**
     * Of a list its names that still count. The others are those who have handed in: what somebody is still typing is nobody's measure.
     * While they are too few for any bound, their numbers are not gathered, which is most of what this costs.
     */
    private List<Checks.Fact> facts(UUID reportId) {
        return jdbc.sql("""
                        with peer as (
                            select pt.indicator_id, count(*) as peers,
                                   percentile_disc(0.5) within group (order by coalesce(pk.counted, pc.value) / coalesce(pt.registered, pt.assigned)) as median
                            from report r
                            join period p on p.id = r.period_id
                            join report o on o.period_id = r.period_id and o.id <> r.id and o.status in ('SUBMITTED', 'ACCEPTED')
                            join planned pt on pt.period_id = p.id and pt.unit_id = o.unit_id
                                 and coalesce(pt.registered, pt.assigned) > 0
                            join report_cell pc on pc.report_id = o.id and pc.indicator_id = pt.indicator_id and pc.value is not null
                            left join lateral (
                                select s.counted from struck_cell s
                                where pt.items is not null and s.report_id = pc.report_id and s.indicator_id = pc.indicator_id offset 0) pk on true
                            where r.id = :report
                              and (select count(*) from report h join report mine on mine.id = :report
                                   where h.period_id = mine.period_id and h.id <> mine.id and h.status in ('SUBMITTED', 'ACCEPTED'))
                                  >= (select min(b.minimum_peers) from check_bound b where b.kind = 'AGAINST_PEERS')
                            group by pt.indicator_id)
                        select i.id as indicator_id, i.code, i.name, i.value_kind, i.evidence_required,
                               coalesce(t.registered, t.assigned) as target, t.last_year, coalesce(k.counted, c.value) as value,
                               i.formula is not null as computed,
                               case when i.formula is not null
                                    then (select v.computation ->> 'none' from cell_revision v where v.id = c.revision_id) end as not_computed,
                               coalesce(c.not_applicable, false) as not_applicable, c.explanation is not null as explained,
                               case when i.evidence_required
                                    then (select count(*) from cell_evidence e where e.revision_id = c.revision_id) else 0 end as evidence,
                               coalesce(peer.peers, 0) as peers, peer.median
                        from report r
                        join period p on p.id = r.period_id
                        join planned t on t.period_id = p.id and t.unit_id = r.unit_id
                        join indicator i on i.id = t.indicator_id
                        left join report_cell c on c.report_id = r.id and c.indicator_id = i.id
                        left join lateral (
                            select s.counted from struck_cell s
                            where t.items is not null and s.report_id = c.report_id and s.indicator_id = c.indicator_id offset 0) k on true
                        left join peer on peer.indicator_id = i.id
                        where r.id = :report
                        order by i.code, i.id
                        """)
                .param("report", reportId)
                .query((row, _) -> new Checks.Fact(
                        row.getObject("indicator_id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        Measure.ValueKind.valueOf(row.getString("value_kind")),
                        row.getBoolean("evidence_required"),
                        row.getBigDecimal("target"),
                        row.getBigDecimal("last_year"),
                        row.getBigDecimal("value"),
                        row.getBoolean("computed"),
                        row.getString("not_computed") == null
                                ? null
                                : Formula.Why.valueOf(row.getString("not_computed")),
                        row.getBoolean("not_applicable"),
                        row.getBoolean("explained"),
                        row.getInt("evidence"),
                        row.getInt("peers"),
                        row.getBigDecimal("median")))
                .list();
    }
}
