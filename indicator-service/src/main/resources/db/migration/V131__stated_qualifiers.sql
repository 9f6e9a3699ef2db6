-- A reported number is kept as it is stated: khoảng 7, gần 95, trên 1.200, từ 30 trở lên. Null is exact. It is computed with as it stands.
alter table cell_revision
    add column qualifier text check (qualifier in ('ABOUT', 'NEARLY', 'ABOVE', 'AT_LEAST')),
    add constraint cell_qualified check (qualifier is null or (value is not null and not not_applicable and reached is null and computation is null));

-- Yes is not nearly yes.
create function cell_is_qualified() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from indicator i where i.id = new.indicator_id and i.value_kind = 'YES_NO') then
        raise exception 'yes and no are exact' using errcode = 'check_violation', constraint = 'cell_qualified_kind';
    end if;
    return new;
end
$$;
create trigger cell_is_qualified before insert on cell_revision
    for each row when (new.qualifier is not null) execute function cell_is_qualified();

-- As before, and how exactly the number is stated, where it is not one that was verified.
create or replace view handed_in as
select p.season_id, p.id as period_id, p.kind as period_kind, r.id as report_id, r.unit_id, r.submitted_at, c.indicator_id,
       c.revision_id, coalesce(verified_counted(b.value, b.at, k.counted, k.since), k.counted, c.value) as value,
       c.not_applicable and b.value is null as not_applicable, c.actuality,
       case when b.value is null and k.counted is null
            then (select v.qualifier from cell_revision v where v.id = c.revision_id) end as qualifier
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
