-- As before, by way of each cell's own verifications: joined to many reports at once, verified_cell would be made of every verification there is.
create or replace view handed_in as
select p.season_id, p.id as period_id, p.kind as period_kind, r.id as report_id, r.unit_id, r.submitted_at, c.indicator_id,
       c.revision_id, coalesce(b.value, c.value) as value, c.not_applicable and b.value is null as not_applicable, c.actuality
from period p
join report r on r.period_id = p.id and r.status in ('SUBMITTED', 'ACCEPTED')
join report_cell c on c.report_id = r.id
left join lateral (
    select v.value from verification v
    where v.report_id = c.report_id and v.indicator_id = c.indicator_id and v.revision_id = c.revision_id
    order by v.id desc limit 1) b on true;
