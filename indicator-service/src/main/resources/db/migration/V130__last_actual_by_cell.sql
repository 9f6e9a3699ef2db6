-- As before, by way of each cell's own verifications, as handed_in has it: joined to many cells at once, verified_cell would be made of
-- every verification there is.
create or replace view final_value as
select s.id as season_id, s.name as season_name, lower(s.during) as begins, r.unit_id, c.indicator_id,
       coalesce(verified_counted(b.value, b.at, k.counted, k.since), k.counted, c.value) as value, r.id as report_id
from season_copy s
join period p on p.season_id = s.id and p.kind = 'YEAR'
join report r on r.period_id = p.id and r.status = 'ACCEPTED'
join report_cell c on c.report_id = r.id
left join target t on t.season_id = p.season_id and t.unit_id = r.unit_id and t.indicator_id = c.indicator_id
left join lateral (
    select v.value, v.at from verification v
    where v.report_id = c.report_id and v.indicator_id = c.indicator_id and v.revision_id = c.revision_id
    order by v.id desc limit 1) b on true
left join lateral (
    select k.counted, k.since from struck_cell k
    where t.items is not null and k.report_id = c.report_id and k.indicator_id = c.indicator_id offset 0) k on true
where coalesce(b.value, c.value) is not null;
