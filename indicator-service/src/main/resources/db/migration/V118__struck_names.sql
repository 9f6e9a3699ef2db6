-- An amendment that takes a name off a list leaves alone what reports said before: the cell goes on saying that the name was reached, and
-- until its unit says otherwise that name counts no more. "since" is when the last of them was taken off.
create view struck_cell as
select c.report_id, c.indicator_id, c.revision_id, n.names, n.counted, o.since
from report_cell c
join cell_revision v on v.id = c.revision_id
join report r on r.id = c.report_id
join period p on p.id = r.period_id
join target t on (t.season_id, t.unit_id, t.indicator_id) = (p.season_id, r.unit_id, c.indicator_id)
cross join lateral (
    select array_agg(u.name order by u.place) filter (where u.name <> all (t.items)) as names,
           (count(*) filter (where u.name = any (t.items)))::numeric as counted
    from unnest(v.reached) with ordinality u(name, place)) n
cross join lateral (
    select max(a.decided_at) as since from target_amendment a
    where (a.season_id, a.unit_id, a.indicator_id) = (t.season_id, t.unit_id, t.indicator_id) and a.status = 'APPROVED'
      and exists (select from unnest(n.names) s(name) where s.name = any (a.items_before) and s.name <> all (coalesce(a.items, '{}')))) o
where v.reached is not null and t.items is not null and not v.reached <@ t.items;
grant select on struck_cell to ${app};

-- What a cell counts as. A verification stands above what was reported; one that is older than the amendment did not know of it, and
-- lets count no more than what is left on the list.
create function verified_counted(verified numeric, verified_at timestamptz, counted numeric, since timestamptz) returns numeric
    language sql immutable parallel safe
    return case when verified is not null and verified_at < since then least(verified, counted) else verified end;

drop view handed_in;
create view handed_in as
select p.season_id, p.id as period_id, p.kind as period_kind, r.id as report_id, r.unit_id, r.submitted_at, c.indicator_id,
       c.revision_id, coalesce(verified_counted(b.value, b.at, k.counted, k.since), k.counted, c.value) as value,
       c.not_applicable and b.value is null as not_applicable, c.actuality
from period p
join report r on r.period_id = p.id and r.status in ('SUBMITTED', 'ACCEPTED')
join report_cell c on c.report_id = r.id
left join lateral (
    select v.value, v.at from verification v
    where v.report_id = c.report_id and v.indicator_id = c.indicator_id and v.revision_id = c.revision_id
    order by v.id desc limit 1) b on true
left join lateral (
    select s.counted, s.since from struck_cell s
    where s.report_id = c.report_id and s.indicator_id = c.indicator_id and c.value is not null) k on true;
grant select on handed_in to ${app};

drop view final_value;
create view final_value as
select s.id as season_id, s.name as season_name, lower(s.during) as begins, r.unit_id, c.indicator_id,
       coalesce(verified_counted(b.value, b.at, k.counted, k.since), k.counted, c.value) as value, r.id as report_id
from season_copy s
join period p on p.season_id = s.id and p.kind = 'YEAR'
join report r on r.period_id = p.id and r.status = 'ACCEPTED'
join report_cell c on c.report_id = r.id
left join verified_cell b on b.report_id = r.id and b.indicator_id = c.indicator_id
left join struck_cell k on k.report_id = c.report_id and k.indicator_id = c.indicator_id
where coalesce(b.value, c.value) is not null;
grant select on final_value to ${app};
