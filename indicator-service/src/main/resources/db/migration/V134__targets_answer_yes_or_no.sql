-- What is to be reached of a yes/no is yes or no, 1 or 0. A number that stood before this was asked stays until somebody says another.
create function target_answers() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from unnest(
                   array[new.assigned, new.registered, new.last_year, new.h1_assigned, new.h1_registered, new.m9_assigned,
                         new.m9_registered]::numeric[],
                   array[old.assigned, old.registered, old.last_year, old.h1_assigned, old.h1_registered, old.m9_assigned,
                         old.m9_registered]::numeric[]) as n (said, stood)
               where n.said not in (0, 1) and n.said is distinct from n.stood)
       and exists (select from indicator i where i.id = new.indicator_id and i.value_kind = 'YES_NO') then
        raise exception 'yes is 1, no is 0' using errcode = 'check_violation', constraint = 'target_answers';
    end if;
    return null;
end
$$;
-- Afterwards: a row that is put over another is judged as the change it is.
create trigger target_answers after insert or update on target for each row execute function target_answers();

create function target_amendment_answers() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from unnest(
                   array[new.assigned, new.registered, new.h1_assigned, new.h1_registered, new.m9_assigned,
                         new.m9_registered]::numeric[],
                   array[new.assigned_before, new.registered_before, new.h1_assigned_before, new.h1_registered_before,
                         new.m9_assigned_before, new.m9_registered_before]::numeric[]) as n (said, stood)
               where n.said not in (0, 1) and n.said is distinct from n.stood)
       and exists (select from indicator i where i.id = new.indicator_id and i.value_kind = 'YES_NO') then
        raise exception 'yes is 1, no is 0' using errcode = 'check_violation', constraint = 'target_amendment_answers';
    end if;
    return new;
end
$$;
create trigger target_amendment_answers before insert on target_amendment
    for each row execute function target_amendment_answers();

-- A cluster's number of a yes/no is how many members said yes, unless its rule takes one member's answer for all.
create function cluster_target_answers() returns trigger language plpgsql set search_path = public, pg_temp as
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
               where i.id = new.indicator_id and i.value_kind = 'YES_NO' and n.said is distinct from n.stood
                 and case when a.rule in ('LAST', 'MAX', 'MIN') then n.said not in (0, 1)
                          else n.said < 0 or n.said <> trunc(n.said) end) then
        raise exception 'yes is 1, no is 0; how many said yes is a count'
            using errcode = 'check_violation', constraint = 'cluster_target_answers';
    end if;
    return new;
end
$$;
create trigger cluster_target_answers before insert on cluster_target
    for each row execute function cluster_target_answers();
