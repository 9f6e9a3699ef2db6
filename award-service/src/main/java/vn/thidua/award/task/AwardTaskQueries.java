package vn.thidua.award.task;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thidua.award.access.Role;
import vn.thidua.kit.mandate.HeldMandate;

/** Reads what waits, from the states that nominations and decisions are in. */
@Repository
class AwardTaskQueries {
    private final JdbcClient jdbc;

    AwardTaskQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is the turn of who holds these mandates, at their units themselves: what comes first in the chain first. */
    List<AwardTaskController.AwardTaskView> waiting(Collection<HeldMandate> held, int limit) {
        return jdbc.sql("""
                        with held as (select distinct unit_id, role from unnest(:units, :roles) as h(unit_id, role)),
                        waiting as (
                            select 'NOMINATION_SUBMIT' as code, n.unit_id, n.season_id, n.award_id, null as title, 1 as count,
                                   n.id as about_id
                            from held h join nomination n on n.unit_id = h.unit_id and n.state = 'DRAFT'
                            where h.role = :leader
                            union all
                            select 'OPINION_RECORD', n.organiser_id, n.season_id, n.award_id, null, count(*), null
                            from held h join nomination n on n.organiser_id = h.unit_id and n.state = 'SUBMITTED'
                            where h.role = :officer
                            group by n.organiser_id, n.season_id, n.award_id
                            union all
                            select 'DECISION_DRAFT', n.organiser_id, n.season_id, n.award_id, null, count(*), null
                            from held h join nomination n on n.organiser_id = h.unit_id and n.state = 'OPINION_GIVEN'
                            join opinion o on o.nomination_id = n.id and o.conclusion = 'AGREE'
                            where h.role = :officer
                              and not exists (select from decision_nomination d where d.nomination_id = n.id)
                            group by n.organiser_id, n.season_id, n.award_id
                            union all
                            select case d.state when 'DRAFT' then 'DECISION_SIGN' else 'DECISION_NUMBER' end, d.authority_unit_id,
                                   null, null, d.title,
                                   (select count(*) from decision_nomination x where x.decision_id = d.id), d.id
                            from held h
                            join decision d on d.authority_unit_id = h.unit_id
                              and (d.state = 'DRAFT' and h.role = :authority or d.state = 'SIGNED' and h.role = :clerk))
                        select w.code, w.unit_id, w.season_id, s.name as season_name, coalesce(a.name, w.title) as title,
                               w.count, w.about_id,
                               (select u.name from kit.unit_state_copy u where u.unit_id = w.unit_id
                                order by u.during @> kit.business_today() desc, u.during desc limit 1) as unit_name
                        from waiting w
                        left join season_copy s on s.id = w.season_id
                        left join award a on a.id = w.award_id
                        order by array_position(:codes, w.code), title, w.unit_id, w.about_id
                        limit :limit
                        """)
                .param("units", held.stream().map(HeldMandate::unitId).toArray(UUID[]::new))
                .param("roles", held.stream().map(HeldMandate::role).toArray(String[]::new))
                .param("leader", Role.UNIT_LEADER.name())
                .param("officer", Role.STANDING_OFFICER.name())
                .param("authority", Role.AWARDING_AUTHORITY.name())
                .param("clerk", Role.CLERK.name())
                .param(
                        "codes",
                        Arrays.stream(AwardTaskController.Code.values())
                                .map(Enum::name)
                                .toArray(String[]::new))
                .param("limit", limit)
                .query((row, _) -> new AwardTaskController.AwardTaskView(
                        AwardTaskController.Code.valueOf(row.getString("code")),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getObject("season_id", UUID.class),
                        row.getString("season_name"),
                        row.getString("title"),
                        row.getInt("count"),
                        row.getObject("about_id", UUID.class)))
                .list();
    }
}
