package vn.thidua.indicator.digest;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.season.Season;

/** Reads the parts of a digest, each with one statement for the whole cluster. */
@Repository
class DigestQueries {
    /** What a part belongs to. */
    record SeriesKey(UUID indicatorId, String measure, String unitOfMeasure) {}

    record Keyed<T>(SeriesKey key, T part) {}

    record IndicatorRow(UUID id, String code, String name, String valueKind, String direction) {}

    private static final String RECORDED = """
            with entry as (
                select f.indicator_id, f.measure, f.unit_of_measure, f.unit_id, f.value, f.out_of, f.qualifier, f.actuality,
                       f.basis, f.rank_stated, f.id as figure_id, null::uuid as report_id, f.provenance, f.source
                from figure f
                where f.season_id = :season and f.period_kind = :period and f.subject = 'UNIT'
            )
            """;
    /**
     * The numbers that were handed in, as the consolidation takes them; their percent of plan by the plan's meaning, of a number that is not
     * exact as inexact, the same way where more is better; and their growth over what the same unit handed in a year before, in whichever
     * cluster it was then. A percent does not grow by a percent: it has none.
     */
    private static final String LIVE = """
            with plans as materialized (
                select t.* from period p join planned t on t.period_id = p.id where p.season_id = :season and p.kind = :period
            ), reported as (
                select h.indicator_id, i.unit_of_measure, i.direction, h.unit_id, h.report_id, h.actuality, h.qualifier, s.provenance, h.value,
                       coalesce(t.registered, t.assigned) as plan, t.last_year
                from season_copy s
                join handed_in h on h.season_id = s.id and h.period_kind = :period
                join indicator i on i.id = h.indicator_id and i.value_kind in ('QUANTITY', 'PERCENT', 'RATIO', 'COUNT')
                left join plans t on t.period_id = h.period_id and t.unit_id = h.unit_id and t.indicator_id = h.indicator_id
                where s.id = :season
            ), before as (
                select h.unit_id, h.indicator_id, max(h.value) as value, bool_or(h.qualifier is not null) as inexact
                from season_copy s
                join season_copy b on extract(year from lower(b.during)) = extract(year from lower(s.during)) - 1
                join handed_in h on h.season_id = b.id and h.period_kind = :period
                join reported r on r.unit_id = h.unit_id and r.indicator_id = h.indicator_id
                where s.id = :season and h.value > 0
                group by h.unit_id, h.indicator_id having count(*) = 1
            ), numbers as (
                select r.indicator_id, r.unit_of_measure, r.unit_id, r.report_id, r.actuality, r.provenance,
                       'VALUE' as measure, 'STATED' as basis, r.value as number, coalesce(r.qualifier, 'EXACT') as qualifier
                from reported r
                union all
                select r.indicator_id, r.unit_of_measure, r.unit_id, r.report_id, r.actuality, r.provenance,
                       'PERCENT_OF_PLAN', 'COMPUTED', percent_of_plan(r.direction, r.value, r.plan, r.last_year),
                       case when r.qualifier is null then 'EXACT' when r.direction = 'RAISE' then r.qualifier else 'ABOUT' end
                from reported r
                union all
                select r.indicator_id, r.unit_of_measure, r.unit_id, r.report_id, r.actuality, r.provenance,
                       'GROWTH', 'COMPUTED', (r.value - b.value) * 100 / b.value,
                       case when r.qualifier is null and not b.inexact then 'EXACT' else 'ABOUT' end
                from reported r
                join indicator i on i.id = r.indicator_id and i.value_kind in ('QUANTITY', 'RATIO', 'COUNT')
                join before b on b.unit_id = r.unit_id and b.indicator_id = r.indicator_id
            ), entry as (
                select n.indicator_id, n.measure, case n.measure when 'VALUE' then n.unit_of_measure else '%' end as unit_of_measure,
                       n.unit_id, round(n.number, 6) as value, null::numeric as out_of, n.qualifier, n.actuality, n.basis,
                       null::int as rank_stated, null::uuid as figure_id, n.report_id, n.provenance, null::text as source
                from numbers n where n.number is not null
            )
            """;

    private static final String LEADERS = """
            select e.*, case when way.up is null then null
                             else rank() over (partition by e.indicator_id, e.measure, e.unit_of_measure
                                               order by e.value * way.up desc) end as place
            from entry e
            join indicator i on i.id = e.indicator_id
            cross join lateral (
                select case when e.measure not in ('VALUE', 'GROWTH') or i.direction in ('RAISE', 'REACH') then 1
                            when i.direction = 'REDUCE' then -1 end as up) way
            order by i.code, e.indicator_id, e.measure, e.unit_of_measure, place nulls last, e.value desc, e.unit_id
            """;
    private static final String COMPUTED = """
            select e.indicator_id, e.measure, e.unit_of_measure,
                   case when e.measure = 'VALUE' and i.value_kind in ('QUANTITY', 'COUNT') then sum(e.value) end as total,
                   avg(e.value) as average, count(*) as known, bool_or(e.qualifier <> 'EXACT') as approximate
            from entry e
            join indicator i on i.id = e.indicator_id
            group by e.indicator_id, e.measure, e.unit_of_measure, i.value_kind
            """;

    private final JdbcClient jdbc;

    DigestQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names as they were on the season's first day, or nearest to it. */
    Optional<DigestPaper.Setting> setting(UUID seasonId) {
        return jdbc.sql("""
                        select c.name as cluster, s.name as season, s.provenance,
                               (select st.name from kit.unit_state_copy st where st.unit_id = c.organiser_id
                                order by st.during @> lower(s.during) desc, abs(lower(st.during) - lower(s.during)) limit 1) as organiser
                        from season_copy s join cluster_copy c on c.id = s.cluster_id where s.id = :id
                        """)
                .param("id", seasonId)
                .query((row, _) -> new DigestPaper.Setting(
                        row.getString("cluster"),
                        row.getString("organiser"),
                        row.getString("season"),
                        row.getString("provenance")))
                .optional();
    }

    List<Keyed<Digest.Leader>> leaders(Season season, String period) {
        return jdbc.sql(entries(season) + LEADERS)
                .param("season", season.id())
                .param("period", period)
                .query((row, _) -> new Keyed<>(
                        key(row),
                        new Digest.Leader(
                                row.getObject("unit_id", UUID.class),
                                null,
                                null,
                                row.getObject("place") == null ? null : row.getInt("place"),
                                Decimals.shown(Objects.requireNonNull(row.getBigDecimal("value"))),
                                Decimals.plainOrNull(row.getBigDecimal("out_of")),
                                row.getString("qualifier"),
                                row.getString("actuality"),
                                row.getString("basis"),
                                row.getObject("rank_stated", Integer.class),
                                row.getObject("figure_id", UUID.class),
                                row.getObject("report_id", UUID.class),
                                row.getString("provenance"),
                                row.getString("source"))))
                .list();
    }

    List<Keyed<Digest.Computed>> computed(Season season, String period, int members) {
        return jdbc.sql(entries(season) + COMPUTED)
                .param("season", season.id())
                .param("period", period)
                .query((row, _) -> new Keyed<>(
                        key(row),
                        new Digest.Computed(
                                shownOrNull(row.getBigDecimal("total")),
                                Decimals.shown(Objects.requireNonNull(row.getBigDecimal("average"))),
                                row.getInt("known"),
                                members,
                                row.getBoolean("approximate"))))
                .list();
    }

    List<Keyed<Digest.Stated>> stated(Season season, String period) {
        return jdbc.sql("""
                        select indicator_id, measure, unit_of_measure, id, value, out_of, qualifier, actuality, basis, aggregation,
                               quote, provenance, source
                        from figure
                        where season_id = :season and period_kind = :period and subject = 'CLUSTER'
                        order by id
                        """)
                .param("season", season.id())
                .param("period", period)
                .query((row, _) -> new Keyed<>(
                        key(row),
                        new Digest.Stated(
                                row.getObject("id", UUID.class),
                                number(row, "value"),
                                Decimals.plainOrNull(row.getBigDecimal("out_of")),
                                row.getString("qualifier"),
                                row.getString("actuality"),
                                row.getString("basis"),
                                row.getString("aggregation"),
                                row.getString("quote"),
                                row.getString("provenance"),
                                row.getString("source"))))
                .list();
    }

    List<Keyed<Digest.Statement>> statements(Season season, String period) {
        return jdbc.sql("""
                        select indicator_id, measure, unit_of_measure, id, members_count, members_out_of, members_threshold,
                               members_qualifier, actuality, quote, provenance, source
                        from figure
                        where season_id = :season and period_kind = :period and subject = 'MEMBERS'
                        order by id
                        """)
                .param("season", season.id())
                .param("period", period)
                .query((row, _) -> new Keyed<>(
                        key(row),
                        new Digest.Statement(
                                row.getObject("id", UUID.class),
                                row.getInt("members_count"),
                                row.getInt("members_out_of"),
                                number(row, "members_threshold"),
                                row.getString("members_qualifier"),
                                row.getString("actuality"),
                                row.getString("quote"),
                                row.getString("provenance"),
                                row.getString("source"))))
                .list();
    }

    /** The indicators of those ids, by code. */
    List<IndicatorRow> indicators(List<UUID> ids) {
        return jdbc.sql("""
                        select id, code, name, value_kind, direction from indicator where id = any(:ids) order by code, id
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> new IndicatorRow(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("value_kind"),
                        row.getString("direction")))
                .list();
    }

    private static String entries(Season season) {
        return season.mode() == Season.Mode.LIVE ? LIVE : RECORDED;
    }

    private static SeriesKey key(ResultSet row) throws SQLException {
        return new SeriesKey(
                row.getObject("indicator_id", UUID.class), row.getString("measure"), row.getString("unit_of_measure"));
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return Decimals.plain(Objects.requireNonNull(row.getBigDecimal(column)));
    }

    private static @Nullable BigDecimal shownOrNull(@Nullable BigDecimal number) {
        return number == null ? null : Decimals.shown(number);
    }
}
