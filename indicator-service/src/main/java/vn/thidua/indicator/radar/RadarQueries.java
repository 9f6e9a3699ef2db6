package vn.thidua.indicator.radar;

import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.indicator.canonical.Decimals;

/** One query for each kind of hint. */
@Repository
class RadarQueries {
    /** Files told of at most, those used most first. */
    private static final int MOST_FILES = 100;

    record Ranked(UUID id, UUID scoresheetId) {}

    private final JdbcClient jdbc;

    RadarQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The ranking of a season that speaks for it: the one in force, else the last that was computed. */
    Optional<Ranked> ranking(UUID seasonId) {
        return jdbc.sql("""
                        select id, scoresheet_id from ranking where season_id = :season and status <> 'REOPENED'
                        order by status = 'PUBLISHED' desc, id desc limit 1
                        """)
                .param("season", seasonId)
                .query((row, _) ->
                        new Ranked(row.getObject("id", UUID.class), row.getObject("scoresheet_id", UUID.class)))
                .optional();
    }

    /** Of what applies: of the asked season by that ranking, and of the cluster's earlier seasons by those in force; the oldest first. */
    List<Radar.SelfGap> selfGaps(UUID clusterId, UUID seasonId, @Nullable UUID rankingId) {
        return jdbc.sql("""
                        with looked_at as (
                            select distinct on (r.season_id) r.id, r.scoresheet_id, s.id as season_id, s.name, lower(s.during) as since
                            from ranking r join season_copy s on s.id = r.season_id
                            join season_copy present on present.id = :season
                            where s.cluster_id = :cluster
                              and (r.id = :ranking or (r.status = 'PUBLISHED' and s.during << present.during))
                            order by r.season_id, r.id desc),
                        own as (
                            select distinct on (f.scoresheet_id, f.unit_id, f.criterion_code)
                                   f.scoresheet_id, f.unit_id, f.criterion_code, f.points
                            from self_score f where f.scoresheet_id in (select scoresheet_id from looked_at)
                            order by f.scoresheet_id, f.unit_id, f.criterion_code, f.revision desc),
                        found as (
                            select l.season_id, l.name, l.since, l.scoresheet_id, w.unit_id, c.code, c.points
                            from looked_at l join ranking_row w on w.ranking_id = l.id,
                                 jsonb_to_recordset(cast(w.score as jsonb) -> 'criteria') as c(code text, state text, points numeric)
                            where c.state <> 'NOT_APPLICABLE')
                        select f.season_id, f.name, f.scoresheet_id, f.unit_id, count(*) as criteria,
                               sum(o.points) as self, sum(f.points) as found,
                               round((sum(o.points) - sum(f.points)) * 100 / nullif(sum(f.points), 0), 2) as percent
                        from found f
                        join own o on o.scoresheet_id = f.scoresheet_id and o.unit_id = f.unit_id and o.criterion_code = f.code
                        group by f.season_id, f.name, f.since, f.scoresheet_id, f.unit_id
                        order by f.since, percent desc nulls first, f.unit_id
                        """)
                .param("season", seasonId)
                .param("cluster", clusterId)
                .param("ranking", rankingId, Types.OTHER)
                .query((row, _) -> new Radar.SelfGap(
                        row.getObject("season_id", UUID.class),
                        row.getString("name"),
                        row.getObject("scoresheet_id", UUID.class),
                        row.getObject("unit_id", UUID.class),
                        row.getInt("criteria"),
                        Decimals.plain(row.getBigDecimal("self")),
                        Decimals.plain(row.getBigDecimal("found")),
                        Decimals.plainOrNull(row.getBigDecimal("percent"))))
                .list();
    }

    /** Worse is less where more is wanted, and more where less is. */
    List<Radar.Correction> corrections(UUID seasonId) {
        return jdbc.sql("""
                        with examined as (
                            select r.unit_id, r.id as report_id,
                                   (i.direction in ('REDUCE', 'WITHIN') and v.value > c.value)
                                       or (i.direction in ('RAISE', 'REACH') and v.value < c.value) as worse
                            from period p
                            join report r on r.period_id = p.id
                            join verified_cell v on v.report_id = r.id
                            join report_cell c on c.report_id = r.id and c.indicator_id = v.indicator_id
                            join indicator i on i.id = v.indicator_id
                            where p.season_id = :season and c.value is not null)
                        select unit_id, count(*) as examined, count(*) filter (where worse) as worse,
                               round(count(*) filter (where worse) * 100.0 / count(*), 2) as percent,
                               (array_agg(report_id order by worse desc, report_id))[1] as report_id
                        from examined group by unit_id order by percent desc, unit_id
                        """)
                .param("season", seasonId)
                .query((row, _) -> new Radar.Correction(
                        row.getObject("unit_id", UUID.class),
                        row.getObject("report_id", UUID.class),
                        row.getInt("examined"),
                        row.getInt("worse"),
                        Decimals.plain(row.getBigDecimal("percent"))))
                .list();
    }

    /** Of the criteria that earn points of their own and for which something is known. */
    List<Radar.FullMarks> fullMarks(UUID rankingId) {
        return jdbc.sql("""
                        select w.unit_id, count(*) as criteria,
                               count(*) filter (where c.points >= coalesce(v.maximum, d.maximum)) as full_marks,
                               round(count(*) filter (where c.points >= coalesce(v.maximum, d.maximum)) * 100.0 / count(*), 2) as percent
                        from ranking r join ranking_row w on w.ranking_id = r.id
                        cross join jsonb_to_recordset(cast(w.score as jsonb) -> 'criteria')
                                       as c(code text, kind text, state text, points numeric)
                        join scoresheet_criterion d on d.scoresheet_id = r.scoresheet_id and d.code = c.code
                        left join scoresheet_variant v
                               on v.scoresheet_id = r.scoresheet_id and v.code = c.code and v.unit_id = w.unit_id
                        where r.id = :ranking and c.kind = 'BASE' and c.state = 'SCORED'
                        group by w.unit_id order by percent desc, w.unit_id
                        """)
                .param("ranking", rankingId)
                .query((row, _) -> new Radar.FullMarks(
                        row.getObject("unit_id", UUID.class),
                        row.getInt("criteria"),
                        row.getInt("full_marks"),
                        Decimals.plain(row.getBigDecimal("percent"))))
                .list();
    }

    /** Criteria, in the order of their codes, in which every unit that has points has the same; units of another maximum by themselves. */
    List<Radar.SamePoints> samePoints(UUID rankingId, int atLeast) {
        return jdbc.sql("""
                        select c.code, coalesce(v.maximum, d.maximum) as maximum, count(*) as units, min(c.points) as points
                        from ranking r join ranking_row w on w.ranking_id = r.id
                        cross join jsonb_to_recordset(cast(w.score as jsonb) -> 'criteria')
                                       as c(code text, kind text, state text, points numeric)
                        join scoresheet_criterion d on d.scoresheet_id = r.scoresheet_id and d.code = c.code
                        left join scoresheet_variant v
                               on v.scoresheet_id = r.scoresheet_id and v.code = c.code and v.unit_id = w.unit_id
                        where r.id = :ranking and c.kind = 'BASE' and c.state = 'SCORED'
                        group by c.code, coalesce(v.maximum, d.maximum)
                        having count(*) >= :atLeast and min(c.points) = max(c.points)
                        order by c.code, maximum
                        """)
                .param("ranking", rankingId)
                .param("atLeast", atLeast)
                .query((row, _) -> new Radar.SamePoints(
                        row.getString("code"),
                        Decimals.plain(row.getBigDecimal("maximum")),
                        row.getInt("units"),
                        Decimals.plain(row.getBigDecimal("points"))))
                .list();
    }

    /** The same content, whatever the file is called, by two units or by one unit in so many indicators of one report. */
    List<Radar.CopiedFile> copiedFiles(UUID seasonId, int copies) {
        var uses = new LinkedHashMap<String, List<Radar.Use>>();
        jdbc.sql("""
                        with used as (
                            select f.sha256, f.id as file_id, f.name as file_name, r.unit_id, r.id as report_id, c.indicator_id
                            from period p
                            join report r on r.period_id = p.id
                            join report_cell c on c.report_id = r.id
                            join cell_evidence e on e.revision_id = c.revision_id
                            join file f on f.id = e.file_id
                            where p.season_id = :season),
                        often as (
                            select sha256, count(distinct unit_id) as units, max(indicators) as indicators
                            from (select sha256, unit_id, report_id, count(distinct indicator_id) as indicators
                                  from used group by sha256, unit_id, report_id) by_report
                            group by sha256
                            having count(distinct unit_id) > 1 or max(indicators) >= :copies
                            order by units desc, indicators desc, sha256 limit :most)
                        select u.*, i.name as indicator_name from often o join used u on u.sha256 = o.sha256
                        join indicator i on i.id = u.indicator_id
                        order by o.units desc, o.indicators desc, u.sha256, u.unit_id, u.report_id, i.code, u.file_id
                        """)
                .param("season", seasonId)
                .param("copies", copies)
                .param("most", MOST_FILES)
                .query(row -> {
                    uses.computeIfAbsent(row.getString("sha256"), _ -> new ArrayList<>())
                            .add(new Radar.Use(
                                    row.getObject("unit_id", UUID.class),
                                    row.getObject("report_id", UUID.class),
                                    row.getObject("indicator_id", UUID.class),
                                    row.getString("indicator_name"),
                                    row.getObject("file_id", UUID.class),
                                    row.getString("file_name")));
                });
        return uses.entrySet().stream()
                .map(entry -> new Radar.CopiedFile(
                        entry.getKey(),
                        (int) entry.getValue().stream()
                                .map(Radar.Use::unitId)
                                .distinct()
                                .count(),
                        (int) entry.getValue().stream()
                                .map(Radar.Use::indicatorId)
                                .distinct()
                                .count(),
                        entry.getValue()))
                .toList();
    }
}
