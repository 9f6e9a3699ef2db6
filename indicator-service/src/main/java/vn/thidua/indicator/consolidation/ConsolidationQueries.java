package vn.thidua.indicator.consolidation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.catalogue.Measure;
import vn.thidua.indicator.catalogue.Qualifier;
import vn.thidua.indicator.catalogue.UnitRows;
import vn.thidua.indicator.period.Period;

/**
 * Computes a cluster's numbers from its members', all of a period in one statement.
 *
 * <p>What goes in is the number of each member that has a target of the indicator and has handed in its report: the verified value where
 * a verification still speaks of it, else the reported one ({@code handed_in}, which the digest's totals and averages rest on too). A
 * zero is a number like any other. What is marked as not applicable goes into nothing: it makes no average smaller and is told apart
 * from what is missing. Where nobody has said how numbers are put together, nothing is. Numbers are in the indicator's own unit of measure; what comes out is rounded once, to the digits the API keeps.
 */
@Repository
class ConsolidationQueries {
    /** One row for each indicator and each member with a target of it. */
    private static final String MEMBERS = """
            with counted as (
                select t.indicator_id, bool_or(t.items is not null) as named from planned t
                where t.period_id = :period and (cast(:indicator as uuid) is null or t.indicator_id = :indicator)
                group by t.indicator_id
            ), ruled as (
                select i.id as indicator_id, i.code, i.name, i.unit_of_measure, i.value_kind, i.decimals, i.levels, i.direction,
                       a.rule, usual_aggregation(i.value_kind, i.name, n.named) as suggested, a.weight_id, coalesce(a.version, 0) as rule_version
                from counted n
                join indicator i on i.id = n.indicator_id
                left join indicator_aggregation a on a.indicator_id = i.id
            ), member as (
                select u.*, t.unit_id, r.id as report_id, r.id is not null as handed_in, r.submitted_at, h.value, h.qualifier, h.revision_id,
                       h.qualifier is not null or (u.rule = 'WEIGHTED_AVERAGE' and w.qualifier is not null) as inexact,
                       coalesce(h.not_applicable, false) as not_applicable, w.value as weight, k.names as struck,
                       case when k.names is null then v.reached else array(select n from unnest(v.reached) n where n <> all (k.names)) end as reached
                from ruled u
                join planned t on t.period_id = :period and t.indicator_id = u.indicator_id
                left join report r on r.period_id = t.period_id and r.unit_id = t.unit_id and r.status in ('SUBMITTED', 'ACCEPTED')
                left join handed_in h on h.report_id = r.id and h.indicator_id = u.indicator_id
                left join handed_in w on w.report_id = r.id and w.indicator_id = u.weight_id
                left join cell_revision v on v.id = h.revision_id
                left join lateral (
                    select s.names from struck_cell s
                    where t.items is not null and s.report_id = h.report_id and s.indicator_id = h.indicator_id offset 0) k on true
            )
            """;

    /** The indicator that a row speaks of. */
    record IndicatorRow(
            UUID id,
            String code,
            String name,
            String unitOfMeasure,
            Measure.ValueKind valueKind,
            Measure.Direction direction,
            int decimals,
            List<String> levels,
            Aggregation.Rule suggested,
            @Nullable String weightCode,
            long ruleVersion,
            PlanRow plan) {
        /** Whether a number may be the cluster's: of levels only the place of one. */
        boolean takes(BigDecimal number) {
            if (levels.isEmpty()) {
                return true;
            }
            return Decimals.fits(number, 0)
                    && number.signum() > 0
                    && number.compareTo(BigDecimal.valueOf(levels.size())) <= 0;
        }
    }

    /**
     * What the cluster's own target says now besides its numbers of the period.
     *
     * @param inPart whether those are the period's portion of the year's
     */
    record PlanRow(
            long version,
            @Nullable String reason,
            boolean inPart,
            @Nullable BigDecimal yearAssigned,
            @Nullable BigDecimal yearRegistered,
            List<ConsolidationViews.ClusterPortion> portions) {}

    record ComputedRow(IndicatorRow indicator, Consolidation.Computed number) {}

    /**
     * A member's part in a number.
     *
     * @param reached names on its list that were reached, null where it has none
     * @param struck names given as reached that are on the list no more
     */
    record MemberRow(
            UUID unitId,
            @Nullable UUID reportId,
            boolean handedIn,
            boolean notApplicable,
            @Nullable BigDecimal value,
            @Nullable Qualifier qualifier,
            @Nullable BigDecimal weight,
            @Nullable List<String> reached,
            List<String> struck) {}

    private final JdbcClient jdbc;

    ConsolidationQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What each indicator's members come to, by code. */
    List<ComputedRow> computed(UUID periodId) {
        return jdbc.sql(MEMBERS + """
                        , names as (
                            select m.indicator_id, count(distinct lower(n)) as reached from member m cross join unnest(m.reached) n
                            where m.value is not null group by m.indicator_id), number as (
                            select m.indicator_id, count(*) as expected, count(*) filter (where m.not_applicable) as not_applicable,
                                   count(*) filter (where not m.handed_in) as missing,
                                   count(case m.rule when 'WEIGHTED_AVERAGE' then m.value * m.weight else m.value end) as known,
                                   case when count(m.value) > 0 then case m.rule
                                       when 'SUM' then sum(m.value) when 'AVERAGE' then avg(m.value)
                                       when 'WEIGHTED_AVERAGE' then sum(m.value * m.weight)
                                                                    / nullif(sum(m.weight) filter (where m.value is not null), 0)
                                       when 'LAST' then (array_agg(m.value order by m.submitted_at desc, m.unit_id)
                                                         filter (where m.value is not null))[1]
                                       when 'MAX' then max(m.value) when 'MIN' then min(m.value)
                                       when 'COUNT_YES' then count(*) filter (where m.value <> 0)
                                       when 'UNION' then least(coalesce(max(n.reached), 0), sum(case when m.value is not null
                                                                   then least(coalesce(cardinality(m.reached), 0), m.value) end))
                                                         + sum(greatest(m.value - coalesce(cardinality(m.reached), 0), 0))
                                                           filter (where m.value is not null)
                                   end end as computed,
                                   coalesce(case m.rule
                                       when 'LAST' then (array_agg(m.inexact order by m.submitted_at desc, m.unit_id)
                                                         filter (where m.value is not null))[1]
                                       else bool_or(m.inexact) filter (where m.value is not null) end, false) as approximate
                            from member m left join names n on n.indicator_id = m.indicator_id
                            group by m.indicator_id, m.rule)
                        select x.*, u.code, u.name, u.unit_of_measure, u.value_kind, u.direction, u.decimals, u.levels, u.rule, u.weight_id,
                               u.suggested, u.rule_version, w.code as weight_code, k.assigned, k.registered, k.last_year,
                               coalesce(k.version, 0) as plan_version, k.reason as plan_reason, coalesce(k.in_part, false) as in_part,
                               k.year_assigned, k.year_registered, k.h1_assigned, k.h1_registered, k.m9_assigned, k.m9_registered
                        from number x
                        join ruled u on u.indicator_id = x.indicator_id
                        left join indicator w on w.id = u.weight_id
                        left join cluster_planned k on k.period_id = :period and k.indicator_id = x.indicator_id
                        order by u.code, u.indicator_id
                        """)
                .param("period", periodId)
                .param("indicator", null, java.sql.Types.OTHER)
                .query((row, _) -> computed(row))
                .list();
    }

    /** Who is in one number and with what, by unit. */
    List<MemberRow> members(UUID periodId, UUID indicatorId) {
        return jdbc.sql(MEMBERS + """
                        select m.unit_id, m.report_id, m.handed_in, m.not_applicable, m.value, m.qualifier, m.weight, m.reached, m.struck from member m
                        order by m.unit_id
                        """)
                .param("period", periodId)
                .param("indicator", indicatorId)
                .query((row, _) -> new MemberRow(
                        row.getObject("unit_id", UUID.class),
                        row.getObject("report_id", UUID.class),
                        row.getBoolean("handed_in"),
                        row.getBoolean("not_applicable"),
                        Decimals.plainOrNull(row.getBigDecimal("value")),
                        row.getString("qualifier") == null ? null : Qualifier.valueOf(row.getString("qualifier")),
                        Decimals.plainOrNull(row.getBigDecimal("weight")),
                        row.getArray("reached") == null
                                ? null
                                : List.of((String[]) row.getArray("reached").getArray()),
                        row.getArray("struck") == null
                                ? List.of()
                                : List.of((String[]) row.getArray("struck").getArray())))
                .list();
    }

    /** Of the period's season those members whose report is handed in. */
    List<UUID> handedIn(UUID periodId) {
        return jdbc.sql("select unit_id from report where period_id = :period and status in ('SUBMITTED', 'ACCEPTED')")
                .param("period", periodId)
                .query((row, _) -> row.getObject("unit_id", UUID.class))
                .list();
    }

    /** The numbers as they were handed in in that edition. */
    Map<UUID, Consolidation.Computed> frozen(UUID periodId, int edition) {
        var found = new HashMap<UUID, Consolidation.Computed>();
        jdbc.sql("""
                        select indicator_id, rule, weight_id, computed, approximate, expected, known, not_applicable, missing, assigned, registered,
                               last_year
                        from consolidated_number where period_id = :period and edition = :edition
                        """)
                .param("period", periodId)
                .param("edition", edition)
                .query((row, _) -> found.put(row.getObject("indicator_id", UUID.class), number(row)))
                .list();
        return found;
    }

    private static ComputedRow computed(ResultSet row) throws SQLException {
        return new ComputedRow(
                new IndicatorRow(
                        row.getObject("indicator_id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("unit_of_measure"),
                        Measure.ValueKind.valueOf(row.getString("value_kind")),
                        Measure.Direction.valueOf(row.getString("direction")),
                        row.getInt("decimals"),
                        UnitRows.levels(row),
                        Aggregation.Rule.valueOf(row.getString("suggested")),
                        row.getString("weight_code"),
                        row.getLong("rule_version"),
                        new PlanRow(
                                row.getLong("plan_version"),
                                row.getString("plan_reason"),
                                row.getBoolean("in_part"),
                                Decimals.plainOrNull(row.getBigDecimal("year_assigned")),
                                Decimals.plainOrNull(row.getBigDecimal("year_registered")),
                                portions(row))),
                number(row));
    }

    private static List<ConsolidationViews.ClusterPortion> portions(ResultSet row) throws SQLException {
        var portions = new ArrayList<ConsolidationViews.ClusterPortion>();
        for (var kind : List.of(Period.Kind.H1, Period.Kind.M9)) {
            var column = kind.name().toLowerCase(Locale.ROOT);
            var assigned = Decimals.plainOrNull(row.getBigDecimal(column + "_assigned"));
            var registered = Decimals.plainOrNull(row.getBigDecimal(column + "_registered"));
            if (assigned != null || registered != null) {
                portions.add(new ConsolidationViews.ClusterPortion(kind, assigned, registered));
            }
        }
        return portions;
    }

    private static Consolidation.Computed number(ResultSet row) throws SQLException {
        var computed = row.getBigDecimal("computed");
        return new Consolidation.Computed(
                row.getObject("indicator_id", UUID.class),
                AggregationStore.rule(row.getString("rule")),
                row.getObject("weight_id", UUID.class),
                computed == null ? null : Decimals.shown(computed),
                computed != null && row.getBoolean("approximate"),
                new Consolidation.Coverage(
                        row.getInt("expected"),
                        row.getInt("known"),
                        row.getInt("not_applicable"),
                        row.getInt("missing")),
                new Consolidation.Promise(
                        Decimals.plainOrNull(row.getBigDecimal("assigned")),
                        Decimals.plainOrNull(row.getBigDecimal("registered")),
                        Decimals.plainOrNull(row.getBigDecimal("last_year"))));
    }
}
