-- A unit that has ended is still somebody's to answer for: its history is recorded and corrected by whoever is entrusted with
-- what it lay under last. So both functions take a unit's state on the day or, after its end, its last one.
create or replace function unit_and_above(unit uuid, day date) returns setof uuid language sql stable
begin atomic
    with recursive up(id) as (
        select unit
        union
        select s.parent_id
        from up
        join lateral (select x.parent_id from kit.unit_state_copy x
                      where x.unit_id = up.id and lower(x.during) <= day
                      order by lower(x.during) desc limit 1) s on true
        where s.parent_id is not null)
    select id from up;
end;

create or replace function units_and_below(roots uuid[], day date) returns setof uuid language sql stable
begin atomic
    with recursive down(id) as (
        select unnest(roots)
        union
        select s.unit_id
        from down
        join kit.unit_state_copy s on s.parent_id = down.id and lower(s.during) <= day
        where not exists (select from kit.unit_state_copy x
                          where x.unit_id = s.unit_id and lower(x.during) > lower(s.during) and lower(x.during) <= day))
    select id from down;
end;
