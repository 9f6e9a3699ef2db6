-- Whoever computes with a number asks how exactly it is stated: beside it that takes no look into its revision.
alter table report_cell add column qualifier text check (qualifier in ('ABOUT', 'NEARLY', 'ABOVE', 'AT_LEAST'));
update report_cell c set qualifier = v.qualifier from cell_revision v where v.id = c.revision_id and v.qualifier is not null;

-- As before, from there.
create or replace view handed_in as
select p.season_id, p.id as period_id, p.kind as period_kind, r.id as report_id, r.unit_id, r.submitted_at, c.indicator_id,
       c.revision_id, coalesce(verified_counted(b.value, b.at, k.counted, k.since), k.counted, c.value) as value,
       c.not_applicable and b.value is null as not_applicable, c.actuality,
       case when b.value is null and k.counted is null then c.qualifier end as qualifier
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

-- A cluster's number is as exact as those it is made from.
alter table consolidated_number add column approximate boolean not null default false;
