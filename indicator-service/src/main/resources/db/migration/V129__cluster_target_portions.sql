-- What of a cluster's target is to be reached by the end of an earlier period, as members' targets have it.
alter table cluster_target
    add column h1_assigned   measured,
    add column h1_registered measured,
    add column m9_assigned   measured,
    add column m9_registered measured;

-- What each cluster as a whole is to reach by the end of each period: the period's portion where one is said, else the year's.
create view cluster_planned as
select n.period_id, n.indicator_id, n.version, n.reason,
       case when n.in_part then n.part_assigned else n.assigned end as assigned,
       case when n.in_part then n.part_registered else n.registered end as registered,
       n.last_year, n.in_part, n.assigned as year_assigned, n.registered as year_registered,
       n.h1_assigned, n.h1_registered, n.m9_assigned, n.m9_registered
from (select p.id as period_id, k.*,
             case p.kind when 'H1' then k.h1_assigned when 'M9' then k.m9_assigned end as part_assigned,
             case p.kind when 'H1' then k.h1_registered when 'M9' then k.m9_registered end as part_registered,
             case p.kind when 'H1' then num_nonnulls(k.h1_assigned, k.h1_registered) > 0
                         when 'M9' then num_nonnulls(k.m9_assigned, k.m9_registered) > 0
                         else false end as in_part
      from period p
      cross join lateral (
          select distinct on (c.indicator_id) c.* from cluster_target c
          where c.season_id = p.season_id order by c.indicator_id, c.version desc) k) n;
grant select on cluster_planned to ${app};
