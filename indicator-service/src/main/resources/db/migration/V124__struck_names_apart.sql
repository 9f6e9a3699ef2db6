-- Struck names are rare, and finding them takes five tables: asked for where the target is a list, and only then. Without "offset 0" the
-- planner would join those tables to all the others, which took it longer than reading the facts of a whole cluster.
create or replace view handed_in as
select p.season_id, p.id as period_id, p.kind as period_kind, r.id as report_id, r.unit_id, r.submitted_at, c.indicator_id,
       c.revision_id, coalesce(verified_counted(b.value, b.at, k.counted, k.since), k.counted, c.value) as value,
       c.not_applicable and b.value is null as not_applicable, c.actuality
from period p
join report r on r.period_id = p.id and r.status in ('SUBMITTED', 'ACCEPTED')
join report_cell c on c.report_id = r.id
left join target t on t.season_id = p.season_id and t.unit_id = r.unit_id and t.indicator_id = c.indicator_id
left join lateral (
    select v.value, v.at from verification v
    where v.report_id = c.report_id and v.indicator_id = c.indicator_id and v.revision_id = c.revision_id
    order by v.id desc limit 1) b on true
left join lateral (
    select s.counted, s.since from struck_cell s
    where t.items is not null and c.value is not null and s.report_id = c.report_id and s.indicator_id = c.indicator_id offset 0) k on true;

create or replace view final_value as
select s.id as season_id, s.name as season_name, lower(s.during) as begins, r.unit_id, c.indicator_id,
       coalesce(verified_counted(b.value, b.at, k.counted, k.since), k.counted, c.value) as value, r.id as report_id
from season_copy s
join period p on p.season_id = s.id and p.kind = 'YEAR'
join report r on r.period_id = p.id and r.status = 'ACCEPTED'
join report_cell c on c.report_id = r.id
left join target t on t.season_id = p.season_id and t.unit_id = r.unit_id and t.indicator_id = c.indicator_id
left join verified_cell b on b.report_id = r.id and b.indicator_id = c.indicator_id
left join lateral (
    select k.counted, k.since from struck_cell k
    where t.items is not null and k.report_id = c.report_id and k.indicator_id = c.indicator_id offset 0) k on true
where coalesce(b.value, c.value) is not null;
