-- An amendment speaks of all that a member promised: the year's numbers, the portions of it, and the names on a list. An earlier one
-- left portions and lists as they were, and still are.
alter table target_amendment
    add column h1_assigned_before   measured,
    add column h1_registered_before measured,
    add column m9_assigned_before   measured,
    add column m9_registered_before measured,
    add column items_before         text[],
    add column h1_assigned          measured,
    add column h1_registered        measured,
    add column m9_assigned          measured,
    add column m9_registered        measured,
    add column items                text[] check (items_are_named(items)),
    add constraint target_amendment_items_counted check (items is null or registered is not distinct from cardinality(items)),
    drop constraint target_amendment_changes;

alter table target_amendment disable trigger target_amendment_is_decided_once;
update target_amendment a
set h1_assigned_before = t.h1_assigned, h1_registered_before = t.h1_registered, m9_assigned_before = t.m9_assigned,
    m9_registered_before = t.m9_registered, items_before = t.items, h1_assigned = t.h1_assigned, h1_registered = t.h1_registered,
    m9_assigned = t.m9_assigned, m9_registered = t.m9_registered, items = t.items
from target t
where (t.season_id, t.unit_id, t.indicator_id) = (a.season_id, a.unit_id, a.indicator_id);
alter table target_amendment enable trigger target_amendment_is_decided_once;

alter table target_amendment add constraint target_amendment_changes
    check ((assigned, registered, h1_assigned, h1_registered, m9_assigned, m9_registered, items)
           is distinct from (assigned_before, registered_before, h1_assigned_before, h1_registered_before, m9_assigned_before,
                             m9_registered_before, items_before));

create or replace function target_stays_frozen() returns trigger language plpgsql as
$$
begin
    perform from target_sheet s
    where s.season_id = coalesce(new.season_id, old.season_id) and s.frozen_at is null for share;
    if found then
        return coalesce(new, old);
    end if;
    if tg_op = 'UPDATE'
       and (new.season_id, new.unit_id, new.indicator_id, new.last_year, new.unit_of_measure)
           is not distinct from (old.season_id, old.unit_id, old.indicator_id, old.last_year, old.unit_of_measure)
       and exists (select from target_amendment a
                   where (a.season_id, a.unit_id, a.indicator_id) = (new.season_id, new.unit_id, new.indicator_id)
                     and a.status = 'APPROVED' and a.xmin = pg_current_xact_id()::xid
                     and (a.assigned_before, a.registered_before, a.h1_assigned_before, a.h1_registered_before, a.m9_assigned_before,
                          a.m9_registered_before, a.items_before)
                         is not distinct from (old.assigned, old.registered, old.h1_assigned, old.h1_registered, old.m9_assigned,
                                               old.m9_registered, old.items)
                     and (a.assigned, a.registered, a.h1_assigned, a.h1_registered, a.m9_assigned, a.m9_registered, a.items)
                         is not distinct from (new.assigned, new.registered, new.h1_assigned, new.h1_registered, new.m9_assigned,
                                               new.m9_registered, new.items)) then
        return new;
    end if;
    raise exception 'the targets are frozen' using errcode = 'check_violation', constraint = 'target_frozen';
end
$$;

-- What a period was held against by the target as it was first frozen, where it has been amended since.
drop view first_promised;
create view first_planned as
select n.period_id, n.unit_id, n.indicator_id,
       case when n.in_part then n.part_assigned else n.assigned end as assigned,
       case when n.in_part then n.part_registered else n.registered end as registered,
       n.items, n.amended_at
from (select p.id as period_id, f.unit_id, f.indicator_id, f.items_before as items, f.amended_at,
             normalised(f.assigned_before, u.numerator, u.denominator) as assigned,
             normalised(f.registered_before, u.numerator, u.denominator) as registered,
             normalised(case p.kind when 'H1' then f.h1_assigned_before when 'M9' then f.m9_assigned_before end, u.numerator, u.denominator)
                 as part_assigned,
             normalised(case p.kind when 'H1' then f.h1_registered_before when 'M9' then f.m9_registered_before end,
                        u.numerator, u.denominator) as part_registered,
             case p.kind when 'H1' then num_nonnulls(f.h1_assigned_before, f.h1_registered_before) > 0
                         when 'M9' then num_nonnulls(f.m9_assigned_before, f.m9_registered_before) > 0
                         else false end as in_part
      from (select distinct on (a.season_id, a.unit_id, a.indicator_id) a.*,
                   max(a.decided_at) over (partition by a.season_id, a.unit_id, a.indicator_id) as amended_at
            from target_amendment a
            where a.status = 'APPROVED'
            order by a.season_id, a.unit_id, a.indicator_id, a.decided_at, a.id) f
      join period p on p.season_id = f.season_id
      join target t on (t.season_id, t.unit_id, t.indicator_id) = (f.season_id, f.unit_id, f.indicator_id)
      left join indicator_unit u on u.indicator_id = t.indicator_id and u.name = t.unit_of_measure) n;
grant select on first_planned to ${app};
