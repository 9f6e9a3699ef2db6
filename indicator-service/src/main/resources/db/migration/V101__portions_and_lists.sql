-- What is to be reached by the middle of the year or after nine months, and a target that is a list: what is on it has a name.
create function items_are_named(items text[]) returns boolean language sql immutable parallel safe
    return cardinality(items) between 1 and 200
           and not exists (select from unnest(items) i where i is null or i <> btrim(i) or length(i) not between 1 and 200 or i is not nfc normalized)
           and cardinality(items) = (select count(distinct lower(i)) from unnest(items) i);

alter table target
    add column h1_assigned   measured,
    add column h1_registered measured,
    add column m9_assigned   measured,
    add column m9_registered measured,
    add column items         text[] check (items_are_named(items)),
    add constraint target_items_counted check (items is null or registered is not distinct from cardinality(items));

create or replace function target_stays_frozen() returns trigger language plpgsql as
$$
begin
    perform from target_sheet s
    where s.season_id = coalesce(new.season_id, old.season_id) and s.frozen_at is null for share;
    if found then
        return coalesce(new, old);
    end if;
    if tg_op = 'UPDATE'
       and (new.season_id, new.unit_id, new.indicator_id, new.last_year, new.unit_of_measure,
            new.h1_assigned, new.h1_registered, new.m9_assigned, new.m9_registered, new.items)
           is not distinct from (old.season_id, old.unit_id, old.indicator_id, old.last_year, old.unit_of_measure,
                                 old.h1_assigned, old.h1_registered, old.m9_assigned, old.m9_registered, old.items)
       and exists (select from target_amendment a
                   where (a.season_id, a.unit_id, a.indicator_id) = (new.season_id, new.unit_id, new.indicator_id)
                     and a.status = 'APPROVED' and a.xmin = pg_current_xact_id()::xid
                     and (a.assigned_before, a.registered_before) is not distinct from (old.assigned, old.registered)
                     and (a.assigned, a.registered) is not distinct from (new.assigned, new.registered)) then
        return new;
    end if;
    raise exception 'the targets are frozen' using errcode = 'check_violation', constraint = 'target_frozen';
end
$$;

-- Where a portion is given for the period, the period is held against that; what the year asks for stands beside it.
create or replace view planned as
select n.period_id, n.season_id, n.unit_id, n.indicator_id,
       case when n.in_part then n.part_assigned else n.assigned end as assigned,
       case when n.in_part then n.part_registered else n.registered end as registered,
       n.last_year, n.unit_of_measure, n.items, n.in_part,
       n.assigned as year_assigned, n.registered as year_registered
from (select p.id as period_id, t.season_id, t.unit_id, t.indicator_id,
             normalised(t.assigned, u.numerator, u.denominator) as assigned,
             normalised(t.registered, u.numerator, u.denominator) as registered,
             normalised(t.last_year, u.numerator, u.denominator) as last_year,
             case when u.name is null then t.unit_of_measure else i.unit_of_measure end as unit_of_measure,
             t.items,
             normalised(case p.kind when 'H1' then t.h1_assigned when 'M9' then t.m9_assigned end, u.numerator, u.denominator)
                 as part_assigned,
             normalised(case p.kind when 'H1' then t.h1_registered when 'M9' then t.m9_registered end, u.numerator, u.denominator)
                 as part_registered,
             case p.kind when 'H1' then num_nonnulls(t.h1_assigned, t.h1_registered) > 0
                         when 'M9' then num_nonnulls(t.m9_assigned, t.m9_registered) > 0
                         else false end as in_part
      from period p
      join target t on t.season_id = p.season_id
      join indicator i on i.id = t.indicator_id
      left join indicator_unit u on u.indicator_id = t.indicator_id and u.name = t.unit_of_measure) n;

-- What amended targets said when they were first frozen, and since when they say something else.
create view first_promised as
select distinct on (a.season_id, a.unit_id, a.indicator_id)
       a.season_id, a.unit_id, a.indicator_id,
       normalised(a.assigned_before, u.numerator, u.denominator) as assigned,
       normalised(a.registered_before, u.numerator, u.denominator) as registered,
       max(a.decided_at) over (partition by a.season_id, a.unit_id, a.indicator_id) as amended_at
from target_amendment a
join target t on (t.season_id, t.unit_id, t.indicator_id) = (a.season_id, a.unit_id, a.indicator_id)
left join indicator_unit u on u.indicator_id = t.indicator_id and u.name = t.unit_of_measure
where a.status = 'APPROVED'
order by a.season_id, a.unit_id, a.indicator_id, a.decided_at, a.id;
grant select on first_promised to ${app};

-- A report names what was reached; how many they are is its number.
alter table cell_revision
    add column reached text[],
    add constraint cell_reached check (reached is null or (value = cardinality(reached) and typed is null));

create function cell_names_items() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from report r
                   join period p on p.id = r.period_id
                   join target t on t.season_id = p.season_id and t.unit_id = r.unit_id and t.indicator_id = new.indicator_id
                   where r.id = new.report_id and new.reached <@ t.items)
       or cardinality(new.reached) <> (select count(distinct i) from unnest(new.reached) i) then
        raise exception 'what was reached is not on the list' using errcode = 'check_violation', constraint = 'cell_items';
    end if;
    return new;
end
$$;
create trigger cell_names_items before insert on cell_revision
    for each row when (new.reached is not null) execute function cell_names_items();
