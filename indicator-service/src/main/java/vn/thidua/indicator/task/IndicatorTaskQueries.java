package vn.thidua.indicator.task;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.kit.mandate.HeldMandate;

/** Reads what waits, from the states that targets, their amendments and reports are in. */
@Repository
class IndicatorTaskQueries {
    private final JdbcClient jdbc;

    IndicatorTaskQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is the turn of who holds these mandates, at their units themselves, in seasons that still run; in one season it is the
     * organiser's or the head's and not twice.
     *
     * @param subject whose own step it is not, as nobody answers himself
     */
    List<IndicatorTaskController.IndicatorTaskView> waiting(Collection<HeldMandate> held, String subject, int limit) {
        return jdbc.sql("""
                        with held as (select * from unnest(:units, :roles) as h(unit_id, role)),
                        running as materialized (
                            select s.id, s.name, s.cluster_id, c.name as cluster_name, s.organiser_id, s.during, t.frozen_at
                            from season_copy s
                            left join cluster_copy c on c.id = s.cluster_id
                            left join target_sheet t on t.season_id = s.id
                            where s.mode = 'LIVE' and s.state <> 'CLOSED'),
                        people as (select distinct unit_id from held where role in ('UNIT_OFFICER', 'UNIT_LEADER')),
                        above as (
                            select distinct on (o.season_id) o.*
                            from (select r.id as season_id, r.organiser_id as unit_id, false as competes
                                  from running r where r.organiser_id in (select unit_id from held where role = 'STANDING_OFFICER')
                                  union all
                                  select r.id, h.unit_id, true from running r
                                  join headship_copy h on h.season_id = r.id and h.role = 'HEAD'
                                  join people p on p.unit_id = h.unit_id) o
                            order by o.season_id, o.competes, o.unit_id),
                        concerning as (
                            select season_id from above
                            union
                            select r.id from people p
                            join cluster_member_copy m on m.unit_id = p.unit_id
                            join running r on r.cluster_id = m.cluster_id and r.during && m.during),
                        agreement as (
                            select s.season_id, s.unit_id, s.kind, s.actor,
                                   exists (select from headship_copy h where h.role = 'HEAD'
                                                         and (h.season_id, h.unit_id) = (s.season_id, s.unit_id)) as heads
                            from running r
                            join concerning c on c.season_id = r.id
                            join target_agreement_step s on s.season_id = r.id
                            where r.frozen_at is null
                              and not exists (select from target_agreement_step l
                                              where (l.season_id, l.unit_id) = (s.season_id, s.unit_id) and l.version > s.version)),
                        waiting as (
                            select case a.kind when 'CHANGED' then 'TARGETS_CONSENT' else 'TARGETS_PROPOSE' end as code,
                                   a.season_id, a.unit_id, 1 as count, null as title, cast(null as uuid) as about_id
                            from people p join agreement a on a.unit_id = p.unit_id
                            where a.kind in ('RETURNED', 'REOPENED', 'WITHDRAWN') or a.kind = 'CHANGED' and a.actor <> :subject
                            union all
                            select 'TARGETS_ANSWER', l.season_id, l.unit_id, count(*), null, null
                            from above l join agreement a on a.season_id = l.season_id
                            where a.kind = 'PROPOSED' and a.actor <> :subject and not (l.competes and a.heads)
                            group by l.season_id, l.unit_id
                            union all
                            select 'TARGETS_APPROVE', l.season_id, l.unit_id, count(*), null, null
                            from above l join agreement a on a.season_id = l.season_id
                            where a.kind = 'AGREED' and not l.competes
                            group by l.season_id, l.unit_id
                            union all
                            select 'AMENDMENT_DECIDE', l.season_id, l.unit_id, count(*), null, null
                            from above l join target_amendment a on a.season_id = l.season_id
                            where a.status = 'PROPOSED' and a.proposed_by <> :subject and not l.competes
                            group by l.season_id, l.unit_id
                            union all
                            select 'REPORT_ACCEPT', l.season_id, l.unit_id, count(*), p.name, p.id
                            from above l join period p on p.season_id = l.season_id join report r on r.period_id = p.id
                            where r.status = 'SUBMITTED' and r.submitted_by <> :subject
                              and not (l.competes and r.unit_id = l.unit_id)
                            group by l.season_id, l.unit_id, p.id)
                        select w.code, w.unit_id, w.season_id, r.name as season_name, r.cluster_name, w.count, w.title, w.about_id,
                               (select u.name from kit.unit_state_copy u where u.unit_id = w.unit_id
                                order by u.during @> kit.business_today() desc, u.during desc limit 1) as unit_name
                        from waiting w join running r on r.id = w.season_id
                        order by array_position(:codes, w.code), r.cluster_name, r.name, w.season_id, w.unit_id, w.title
                        limit :limit
                        """)
                .param("units", held.stream().map(HeldMandate::unitId).toArray(UUID[]::new))
                .param("roles", held.stream().map(HeldMandate::role).toArray(String[]::new))
                .param("subject", subject)
                .param(
                        "codes",
                        Arrays.stream(IndicatorTaskController.Code.values())
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> new IndicatorTaskController.IndicatorTaskView(
                        IndicatorTaskController.Code.valueOf(row.getString("code")),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getObject("season_id", UUID.class),
                        row.getString("season_name"),
                        row.getString("cluster_name"),
                        row.getInt("count"),
                        row.getString("title"),
                        row.getObject("about_id", UUID.class)))
                .list();
    }
}
