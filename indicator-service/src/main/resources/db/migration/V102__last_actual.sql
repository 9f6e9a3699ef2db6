-- What a year came to: the number of an accepted report of the year, as verified where it is.
create view final_value as
select s.id as season_id, s.name as season_name, lower(s.during) as begins, r.unit_id, c.indicator_id, coalesce(b.value, c.value) as value,
       r.id as report_id
from season_copy s
join period p on p.season_id = s.id and p.kind = 'YEAR'
join report r on r.period_id = p.id and r.status = 'ACCEPTED'
join report_cell c on c.report_id = r.id
left join verified_cell b on b.report_id = r.id and b.indicator_id = c.indicator_id
where coalesce(b.value, c.value) is not null;
grant select on final_value to ${app};
