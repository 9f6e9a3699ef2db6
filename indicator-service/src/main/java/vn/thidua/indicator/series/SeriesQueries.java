package vn.thidua.indicator.series;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.kit.database.Rows;

/** Reads what units reported and what documents state of them, over all seasons. */
@Repository
class SeriesQueries {
    /** One number, with the indicator and the measure it belongs to. */
    record Row(
            SeriesController.IndicatorSeries indicator,
            String measure,
            String unitOfMeasure,
            SeriesController.SeriesPoint point) {}

    /** Backwards through the lineages, each step to an earlier day; no way leads through a unit twice. */
    private static final String FOREBEARS = """
            with recursive line (unit_id, before, path, into_id, lineage_id) as (
                select cast(:unit as uuid), cast(null as date), array[cast(:unit as uuid)], cast(null as uuid), cast(null as uuid)
                union all
                select p.unit_id, l.effective_from, line.path || p.unit_id, line.unit_id, l.id
                from line
                join lineage_unit_copy s on s.unit_id = line.unit_id and s.side = 'SUCCESSOR'
                join lineage_copy l on l.id = s.lineage_id and (line.before is null or l.effective_from <= line.before)
                join lineage_unit_copy p on p.lineage_id = l.id and p.side = 'PREDECESSOR'
                where p.unit_id <> all (line.path)
            )
            select distinct line.unit_id, line.into_id, l.id, l.kind, l.effective_from, l.decision,
                   (select st.name from kit.unit_state_copy st where st.unit_id = line.unit_id and lower(st.during) < l.effective_from
                    order by lower(st.during) desc limit 1) as name
            from line join lineage_copy l on l.id = line.lineage_id
            order by l.effective_from desc, l.id, name, line.unit_id
            """;

    /**
     * The numbers of submitted and accepted reports, verified where a verification still speaks of them, with their percent of plan; and what
     * was stated of the units in seasons of record. Of a forebear only seasons that began before it went into another.
     */
    private static final String NUMBERS = """
            with line as (
                select u.unit_id, nullif(u.before, 'infinity') as before from unnest(:units, cast(:befores as date[])) as u(unit_id, before)
            ), reported as (
                select c.indicator_id, i.unit_of_measure, i.direction, r.unit_id, r.id as report_id, c.actuality, s.id as season_id,
                       case when v.value is null and k.counted is null
                            then (select w.qualifier from cell_revision w where w.id = c.revision_id) end as stated,
                       s.provenance, coalesce(verified_counted(v.value, v.at, k.counted, k.since), k.counted, c.value) as value, coalesce(t.registered, t.assigned) as plan, t.last_year
                from line l
                join report r on r.unit_id = l.unit_id and r.status in ('SUBMITTED', 'ACCEPTED')
                join period p on p.id = r.period_id and p.kind = :period
                join season_copy s on s.id = p.season_id and s.mode = 'LIVE' and (l.before is null or lower(s.during) < l.before)
                              and (s.id, l.unit_id) not in (select * from unnest(:withheldSeasons, :withheldUnits))
                join report_cell c on c.report_id = r.id
                join indicator i on i.id = c.indicator_id and i.value_kind in ('QUANTITY', 'PERCENT', 'RATIO', 'COUNT')
                left join lateral (
                    select y.value, y.at from verification y
                    where y.report_id = c.report_id and y.indicator_id = c.indicator_id and y.revision_id = c.revision_id
                    order by y.id desc limit 1) v on true
                left join lateral (
                    select n.* from planned n
                    where n.period_id = p.id and n.unit_id = r.unit_id and n.indicator_id = c.indicator_id offset 0) t on true
                left join lateral (
                    select s.counted, s.since from struck_cell s
                    where t.items is not null and s.report_id = c.report_id and s.indicator_id = c.indicator_id offset 0) k on true
            ), numbers as (
                select r.*, 'VALUE' as measure, 'STATED' as basis, r.value as number, coalesce(r.stated, 'EXACT') as qualifier from reported r
                union all
                select r.*, 'PERCENT_OF_PLAN', 'COMPUTED', percent_of_plan(r.direction, r.value, r.plan, r.last_year),
                       case when r.stated is null then 'EXACT' when r.direction = 'RAISE' then r.stated else 'ABOUT' end
                from reported r
            ), entry as (
                select n.indicator_id, n.measure, case n.measure when 'VALUE' then n.unit_of_measure else '%' end as unit_of_measure,
                       n.unit_id, n.season_id, round(n.number, 6) as value, null::numeric as out_of, n.qualifier, n.actuality,
                       n.basis, null::uuid as figure_id, n.report_id, n.provenance, null::text as source
                from numbers n where n.number is not null
                union all
                select f.indicator_id, f.measure, f.unit_of_measure, f.unit_id, f.season_id, f.value, f.out_of, f.qualifier, f.actuality,
                       f.basis, f.id, null, f.provenance, f.source
                from line l
                join figure f on f.unit_id = l.unit_id and f.subject = 'UNIT' and f.period_kind = :period
                join season_copy s on s.id = f.season_id and (l.before is null or lower(s.during) < l.before)
            ), placed as (
                select e.*, i.code, i.name, i.direction, dense_rank() over (order by i.code, i.id) as place
                from entry e join indicator i on i.id = e.indicator_id
                where cast(:after as uuid) is null
                   or (i.code, i.id) > (select x.code, x.id from indicator x where x.id = :after)
            )
            select p.*, s.name as season_name, lower(s.during) as "from"
            from placed p join season_copy s on s.id = p.season_id
            where p.place <= :limit
            order by p.place, p.measure desc, p.unit_of_measure, lower(s.during), p.season_id, p.unit_id
            """;

    /** A unit's reported numbers of one season, which are not for the caller. */
    record Withheld(UUID seasonId, UUID unitId) {}

    private final JdbcClient jdbc;

    SeriesQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isKnown(UUID unit) {
        return jdbc.sql("select exists (select from kit.unit_state_copy where unit_id = :unit)")
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    /** The seasons for which one of the units handed in a report of that kind of period. */
    List<UUID> reportedSeasons(UUID[] units, String period) {
        return jdbc.sql("""
                        select distinct p.season_id from report r join period p on p.id = r.period_id and p.kind = :period
                        where r.unit_id = any(:units) and r.status in ('SUBMITTED', 'ACCEPTED')
                        """)
                .param("units", units)
                .param("period", period)
                .query((row, _) -> row.getObject("season_id", UUID.class))
                .list();
    }

    /** The latest event first; a unit that went in by several ways is there once for each. */
    List<SeriesController.Forebear> forebears(UUID unit) {
        return jdbc.sql(FOREBEARS)
                .param("unit", unit)
                .query((row, _) -> new SeriesController.Forebear(
                        row.getObject("unit_id", UUID.class),
                        row.getString("name"),
                        row.getObject("into_id", UUID.class),
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        Objects.requireNonNull(Rows.date(row, "effective_from")),
                        row.getString("decision")))
                .list();
    }

    /**
     * The numbers of so many indicators, those of one indicator and measure next to each other, the oldest first.
     *
     * @param units the unit and those it came out of
     * @param befores for each the day from which its numbers count no more, {@code infinity} for the unit itself
     * @param withheld what the caller does not see
     * @param after the indicator whose successors in the order of codes are asked for, or null
     */
    List<Row> numbers(
            UUID[] units, String[] befores, String period, List<Withheld> withheld, @Nullable UUID after, int limit) {
        return jdbc.sql(NUMBERS)
                .param("units", units)
                .param("befores", befores)
                .param("period", period)
                .param(
                        "withheldSeasons",
                        withheld.stream().map(Withheld::seasonId).toArray(UUID[]::new))
                .param("withheldUnits", withheld.stream().map(Withheld::unitId).toArray(UUID[]::new))
                .param("after", after, Types.OTHER)
                .param("limit", limit)
                .query((row, _) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new SeriesController.IndicatorSeries(
                        row.getObject("indicator_id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("direction"),
                        List.of()),
                row.getString("measure"),
                row.getString("unit_of_measure"),
                new SeriesController.SeriesPoint(
                        row.getObject("unit_id", UUID.class),
                        row.getObject("season_id", UUID.class),
                        row.getString("season_name"),
                        Objects.requireNonNull(Rows.date(row, "from")),
                        Decimals.shown(Objects.requireNonNull(row.getBigDecimal("value"))),
                        Decimals.plainOrNull(row.getBigDecimal("out_of")),
                        row.getString("qualifier"),
                        row.getString("actuality"),
                        row.getString("basis"),
                        row.getObject("report_id", UUID.class),
                        row.getObject("figure_id", UUID.class),
                        row.getString("provenance"),
                        row.getString("source")));
    }
}
