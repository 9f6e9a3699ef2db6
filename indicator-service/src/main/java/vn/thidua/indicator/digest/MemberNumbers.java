package vn.thidua.indicator.digest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;
import vn.thidua.indicator.digest.DigestQueries.Keyed;
import vn.thidua.indicator.season.Season;

/** Reads the members' numbers of a digest, and what they come to together, each with one statement for the whole cluster. */
@Repository
class MemberNumbers {
    /** Where each unit of the season was in the same period of the year before, in whichever cluster. */
    private static final String PAST = """
            past as materialized (
                select b.id as season_id, m.unit_id
                from season_copy s
                join season_member m on m.season_id = s.id
                join season_copy b on extract(year from lower(b.during)) = extract(year from lower(s.during)) - 1
                join season_member n on n.season_id = b.id and n.unit_id = m.unit_id
                where s.id = :season
            )
            """;
    /** What documents state; of the year before only what they state in the same way. */
    private static final String RECORDED = "with " + PAST + """
            , before as (
                select f.indicator_id, f.measure, f.unit_of_measure, f.unit_id, max(f.value) as value,
                       (array_agg(b.season_id))[1] as season_id
                from past b
                join figure f on f.season_id = b.season_id and f.unit_id = b.unit_id and f.period_kind = :period and f.subject = 'UNIT'
                group by f.indicator_id, f.measure, f.unit_of_measure, f.unit_id having count(*) = 1
            ), entry as (
                select f.indicator_id, f.measure, f.unit_of_measure, f.unit_id, f.value, f.out_of, f.qualifier, f.actuality,
                       f.basis, f.rank_stated, f.id as figure_id, null::uuid as report_id, f.provenance, f.source,
                       b.value as before, b.season_id as before_season,
                       null::numeric as weight, null::text as weighed_by, null::text as weight_code
                from figure f
                left join before b on b.indicator_id = f.indicator_id and b.measure = f.measure
                                      and b.unit_of_measure = f.unit_of_measure and b.unit_id = f.unit_id
                where f.season_id = :season and f.period_kind = :period and f.subject = 'UNIT'
            )
            """;
    /**
     * The numbers that were handed in, as the consolidation takes them; their percent of plan by the plan's meaning, of a number that is not
     * exact as inexact, the same way where more is better; and their growth over what the same unit handed in, or a document states of it,
     * a year before, in whichever cluster it was then. A percent does not grow by a percent: it has none; days late have no plan either.
     *
     * <p>Percents of plan weigh by their plans and growths by what there was before, so that their weighted average is the percent of all
     * plans together and the growth of all numbers together; the numbers themselves weigh by the indicator that the cluster's rule names.
     */
    private static final String LIVE = "with " + PAST + """
            , plans as materialized (
                select t.* from period p join planned t on t.period_id = p.id where p.season_id = :season and p.kind = :period
            ), reported as (
                select h.indicator_id, i.unit_of_measure, i.direction, i.value_kind, h.unit_id, h.report_id, h.actuality, h.qualifier,
                       s.provenance, h.value, coalesce(t.registered, t.assigned) as plan, t.last_year, w.value as weight, wi.code as weight_code
                from season_copy s
                join handed_in h on h.season_id = s.id and h.period_kind = :period
                join indicator i on i.id = h.indicator_id and i.value_kind not in ('YES_NO', 'LEVEL')
                left join plans t on t.period_id = h.period_id and t.unit_id = h.unit_id and t.indicator_id = h.indicator_id
                left join indicator_aggregation a on a.indicator_id = h.indicator_id
                left join indicator wi on wi.id = a.weight_id
                left join handed_in w on w.report_id = h.report_id and w.indicator_id = a.weight_id
                where s.id = :season
            ), told as (
                select b.season_id, h.unit_id, h.indicator_id, h.value, h.qualifier is not null as inexact,
                       percent_of_plan(i.direction, h.value, coalesce(t.registered, t.assigned), t.last_year) as percent
                from past b
                join period p on p.season_id = b.season_id and p.kind = :period
                join handed_in h on h.period_id = p.id and h.unit_id = b.unit_id
                join indicator i on i.id = h.indicator_id
                left join planned t on t.period_id = h.period_id and t.unit_id = h.unit_id and t.indicator_id = h.indicator_id
                union all
                select b.season_id, f.unit_id, f.indicator_id, f.value, f.qualifier <> 'EXACT', null
                from past b
                join figure f on f.season_id = b.season_id and f.unit_id = b.unit_id and f.period_kind = :period and f.subject = 'UNIT'
                join indicator i on i.id = f.indicator_id
                where f.measure = 'VALUE' and f.unit_of_measure = i.unit_of_measure
            ), before as (
                select b.unit_id, b.indicator_id, max(b.value) as value, bool_or(b.inexact) as inexact, max(b.percent) as percent,
                       (array_agg(b.season_id))[1] as season_id
                from told b join reported r on r.unit_id = b.unit_id and r.indicator_id = b.indicator_id
                group by b.unit_id, b.indicator_id having count(*) = 1
            ), numbers as (
                select r.*, 'VALUE' as measure, 'STATED' as basis, r.value as number, coalesce(r.qualifier, 'EXACT') as stated,
                       b.value as before, b.season_id as before_season, r.weight as weighs, 'INDICATOR' as weighed_by
                from reported r
                left join before b on b.unit_id = r.unit_id and b.indicator_id = r.indicator_id
                union all
                select r.*, 'PERCENT_OF_PLAN', 'COMPUTED', percent_of_plan(r.direction, r.value, r.plan, r.last_year),
                       case when r.qualifier is null then 'EXACT' when r.direction = 'RAISE' then r.qualifier else 'ABOUT' end,
                       b.percent, b.season_id,
                       case when r.value_kind not in ('QUANTITY', 'COUNT') then null
                            when r.direction = 'REDUCE' then r.last_year - r.plan else r.plan end,
                       'PLAN'
                from reported r
                left join before b on b.unit_id = r.unit_id and b.indicator_id = r.indicator_id
                where r.value_kind <> 'DAYS_LATE'
                union all
                select r.*, 'GROWTH', 'COMPUTED', (r.value - b.value) * 100 / b.value,
                       case when r.qualifier is null and not b.inexact then 'EXACT' else 'ABOUT' end,
                       null, b.season_id, case when r.value_kind in ('QUANTITY', 'COUNT') then b.value end, 'BEFORE'
                from reported r
                join before b on b.unit_id = r.unit_id and b.indicator_id = r.indicator_id and b.value > 0
                where r.value_kind in ('QUANTITY', 'RATIO', 'COUNT')
            ), entry as (
                select n.indicator_id, n.measure, case n.measure when 'VALUE' then n.unit_of_measure else '%' end as unit_of_measure,
                       n.unit_id, round(n.number, 6) as value, null::numeric as out_of, n.stated as qualifier, n.actuality, n.basis,
                       null::int as rank_stated, null::uuid as figure_id, n.report_id, n.provenance, null::text as source, n.before,
                       n.before_season, n.weighs as weight, n.weighed_by, case n.weighed_by when 'INDICATOR' then n.weight_code end as weight_code
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
            select e.indicator_id, e.measure, e.unit_of_measure, kind.adds_up,
                   case when kind.adds_up then sum(e.value) end as total,
                   avg(e.value) as average, count(*) as known, bool_or(e.qualifier <> 'EXACT') as approximate,
                   sum(e.value * e.weight) filter (where e.weight > 0) / sum(e.weight) filter (where e.weight > 0) as weighted,
                   count(*) filter (where e.weight > 0) as weighed, max(e.weighed_by) as weighed_by, max(e.weight_code) as weight_code,
                   count(e.before) as compared, sum(e.value - e.before) as moved
            from entry e
            join indicator i on i.id = e.indicator_id
            cross join lateral (select e.measure = 'VALUE' and i.value_kind in ('QUANTITY', 'COUNT') as adds_up) kind
            group by e.indicator_id, e.measure, e.unit_of_measure, kind.adds_up
            """;

    /** @param earlier the season from which {@code before} is, or a growth was computed over; null where there is no number of it */
    record OfMember(Digest.Leader leader, @Nullable UUID earlier) {}

    private final JdbcClient jdbc;

    MemberNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Keyed<OfMember>> leaders(Season season, String period) {
        return jdbc.sql(entries(season) + LEADERS)
                .param("season", season.id())
                .param("period", period)
                .query((row, _) -> new Keyed<>(
                        DigestQueries.key(row),
                        new OfMember(
                                new Digest.Leader(
                                        row.getObject("unit_id", UUID.class),
                                        null,
                                        null,
                                        null,
                                        row.getObject("place") == null ? null : row.getInt("place"),
                                        Decimals.shown(Objects.requireNonNull(row.getBigDecimal("value"))),
                                        Decimals.plainOrNull(row.getBigDecimal("out_of")),
                                        shownOrNull(row.getBigDecimal("before")),
                                        row.getString("qualifier"),
                                        row.getString("actuality"),
                                        row.getString("basis"),
                                        row.getObject("rank_stated", Integer.class),
                                        row.getObject("figure_id", UUID.class),
                                        row.getObject("report_id", UUID.class),
                                        row.getString("provenance"),
                                        row.getString("source")),
                                row.getObject("before_season", UUID.class))))
                .list();
    }

    List<Keyed<Digest.Computed>> computed(Season season, String period, int members) {
        return jdbc.sql(entries(season) + COMPUTED)
                .param("season", season.id())
                .param("period", period)
                .query((row, _) -> {
                    var weighted = row.getBigDecimal("weighted");
                    var compared = row.getInt("compared");
                    return new Keyed<>(
                            DigestQueries.key(row),
                            new Digest.Computed(
                                    shownOrNull(row.getBigDecimal("total")),
                                    Decimals.shown(Objects.requireNonNull(row.getBigDecimal("average"))),
                                    weighted == null
                                            ? null
                                            : new Digest.Weighted(
                                                    Decimals.shown(weighted),
                                                    Digest.WeighedBy.valueOf(row.getString("weighed_by")),
                                                    row.getString("weight_code"),
                                                    row.getInt("weighed")),
                                    compared == 0
                                            ? null
                                            : change(row.getBigDecimal("moved"), compared, row.getBoolean("adds_up")),
                                    row.getInt("known"),
                                    members,
                                    row.getBoolean("approximate")));
                })
                .list();
    }

    private static Digest.Moved change(BigDecimal moved, int compared, boolean addsUp) {
        var average = moved.divide(BigDecimal.valueOf(compared), MathContext.DECIMAL64);
        return new Digest.Moved(addsUp ? Decimals.shown(moved) : null, Decimals.shown(average), compared);
    }

    private static String entries(Season season) {
        return season.mode() == Season.Mode.LIVE ? LIVE : RECORDED;
    }

    private static @Nullable BigDecimal shownOrNull(@Nullable BigDecimal number) {
        return number == null ? null : Decimals.shown(number);
    }
}
