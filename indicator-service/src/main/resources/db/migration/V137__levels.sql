-- A level is called something, and its number is its place among the indicator's own: 1 is the lowest.
create function are_levels(names text[]) returns boolean language sql immutable parallel safe
    return cardinality(names) between 2 and 20 and array_ndims(names) = 1
           and not exists (select from unnest(names) as n (name)
                           where n.name is null or n.name <> btrim(n.name) or length(n.name) not between 1 and 50
                                 or n.name is not nfc normalized or n.name ~ '[,;"]')
           and cardinality(names) = (select count(distinct lower(n.name)) from unnest(names) as n (name));

alter table indicator
    drop constraint indicator_value_kind_check,
    add constraint indicator_value_kind_check
        check (value_kind in ('QUANTITY', 'PERCENT', 'RATIO', 'COUNT', 'YES_NO', 'LEVEL', 'DAYS_LATE')),
    add column levels text[],
    add constraint indicator_levels check ((levels is not null) = (value_kind = 'LEVEL') and (levels is null or are_levels(levels)));

-- What stands for the numbers of an indicator: from the first answer to the last; null where its numbers are numbers.
create function answers(value_kind text, levels text[]) returns int4range language sql immutable parallel safe
    return case value_kind when 'YES_NO' then int4range(0, 1, '[]') when 'LEVEL' then int4range(1, cardinality(levels), '[]') end;

create function is_answer(number numeric, among int4range) returns boolean language sql immutable parallel safe
    return number = trunc(number) and number >= lower(among) and number < upper(among);

-- The order in which the periods of a season end.
create function period_place(kind text) returns int language sql immutable parallel safe
    return array_position(array['H1', 'M9', 'YEAR'], kind);

-- As before for yes and no, and the same for levels.
create or replace function target_answers() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from indicator i
               cross join unnest(
                   array[new.assigned, new.registered, new.last_year, new.h1_assigned, new.h1_registered, new.m9_assigned,
                         new.m9_registered]::numeric[],
                   array[old.assigned, old.registered, old.last_year, old.h1_assigned, old.h1_registered, old.m9_assigned,
                         old.m9_registered]::numeric[]) as n (said, stood)
               where i.id = new.indicator_id and i.value_kind in ('YES_NO', 'LEVEL')
                 and not is_answer(n.said, answers(i.value_kind, i.levels)) and n.said is distinct from n.stood) then
        raise exception 'not one of the answers' using errcode = 'check_violation', constraint = 'target_answers';
    end if;
    return null;
end
$$;

create or replace function target_amendment_answers() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from indicator i
               cross join unnest(
                   array[new.assigned, new.registered, new.h1_assigned, new.h1_registered, new.m9_assigned,
                         new.m9_registered]::numeric[],
                   array[new.assigned_before, new.registered_before, new.h1_assigned_before, new.h1_registered_before,
                         new.m9_assigned_before, new.m9_registered_before]::numeric[]) as n (said, stood)
               where i.id = new.indicator_id and i.value_kind in ('YES_NO', 'LEVEL')
                 and not is_answer(n.said, answers(i.value_kind, i.levels)) and n.said is distinct from n.stood) then
        raise exception 'not one of the answers' using errcode = 'check_violation', constraint = 'target_amendment_answers';
    end if;
    return new;
end
$$;

create or replace function cluster_target_answers() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    before cluster_target;
begin
    select * into before from cluster_target c
    where (c.season_id, c.indicator_id, c.version) = (new.season_id, new.indicator_id, new.version - 1);
    if exists (select from indicator i left join indicator_aggregation a on a.indicator_id = i.id
               cross join unnest(
                   array[new.assigned, new.registered, new.last_year, new.h1_assigned, new.h1_registered, new.m9_assigned,
                         new.m9_registered]::numeric[],
                   array[before.assigned, before.registered, before.last_year, before.h1_assigned, before.h1_registered,
                         before.m9_assigned, before.m9_registered]::numeric[]) as n (said, stood)
               where i.id = new.indicator_id and i.value_kind in ('YES_NO', 'LEVEL') and n.said is distinct from n.stood
                 and case when i.value_kind = 'LEVEL' or a.rule in ('LAST', 'MAX', 'MIN')
                          then not is_answer(n.said, answers(i.value_kind, i.levels))
                          else n.said < 0 or n.said <> trunc(n.said) end) then
        raise exception 'not one of the answers, nor how many said yes'
            using errcode = 'check_violation', constraint = 'cluster_target_answers';
    end if;
    return new;
end
$$;

-- Neither is a level nearly a level.
create or replace function cell_is_qualified() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from indicator i where i.id = new.indicator_id and i.value_kind in ('YES_NO', 'LEVEL')) then
        raise exception 'answers are exact' using errcode = 'check_violation', constraint = 'cell_qualified_kind';
    end if;
    return new;
end
$$;

-- A reported number is a place among the levels: none falls away or changes its place, and where there are targets, levels do not become
-- numbers or numbers levels.
create function levels_stay() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if cardinality(new.levels) < cardinality(old.levels)
       or exists (select from unnest(old.levels) with ordinality as o (name, place)
                  join unnest(new.levels) with ordinality as n (name, place) on lower(n.name) = lower(o.name) and n.place <> o.place)
       or (new.levels is null) <> (old.levels is null) and exists (select from target t where t.indicator_id = new.id) then
        raise exception 'levels that targets or reports rely on stay' using errcode = 'check_violation', constraint = 'levels_stay';
    end if;
    return new;
end
$$;
create trigger levels_stay before update of levels on indicator for each row execute function levels_stay();

-- As before; levels are not added up, nor averaged.
create or replace function usual_aggregation(value_kind text, named boolean) returns text language sql immutable parallel safe
    return case when named then 'UNION' when value_kind in ('QUANTITY', 'COUNT') then 'SUM' when value_kind = 'YES_NO' then 'COUNT_YES'
                when value_kind = 'LEVEL' then 'NONE' else 'AVERAGE' end;
