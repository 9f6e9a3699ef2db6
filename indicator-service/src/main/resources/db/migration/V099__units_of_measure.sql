-- Besides its own unit of measure an indicator may be typed in others of the same dimension: one of them is numerator / denominator of
-- its own. Two whole or decimal numbers, as not every factor is a decimal.
create table indicator_unit (
    indicator_id uuid     not null references indicator,
    name         text     not null check (name = btrim(name) and length(name) between 1 and 50 and name is nfc normalized),
    numerator    measured not null check (numerator > 0),
    denominator  measured not null check (denominator > 0),
    primary key (indicator_id, name)
);
create unique index indicator_unit_once on indicator_unit (indicator_id, lower(name));
grant select, insert, update (numerator, denominator), delete on indicator_unit to ${app};

create function further_units(indicator uuid) returns jsonb language sql stable parallel safe
    return (select jsonb_agg(jsonb_build_object('name', u.name, 'numerator', u.numerator, 'denominator', u.denominator) order by u.name)
            from indicator_unit u where u.indicator_id = indicator);

-- A number in the indicator's own unit, rounded once to the API's digits, halves away from zero; Java's is Units.read, and a test holds
-- the two together. div() has no digits to run out of, and multiplying loses none.
create function normalised(number numeric, numerator numeric, denominator numeric) returns numeric
    language sql immutable parallel safe
    return case when numerator is null or denominator is null then number
                else trim_scale(sign(number) * div(2 * abs(number) * numerator * 1000000 + denominator, 2 * denominator) * 0.000001) end;

-- What a cell says as it was typed, where that was in another unit; value is what is computed with.
alter table cell_revision
    add column typed      measured,
    add column typed_unit text,
    add constraint cell_typed check (num_nonnulls(typed, typed_unit) in (0, 2) and (typed is null or value is not null)),
    add constraint cell_typed_unit foreign key (indicator_id, typed_unit) references indicator_unit (indicator_id, name);
create index cell_revision_typed on cell_revision (indicator_id, typed_unit) where typed_unit is not null;

create function cell_is_normalised() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from indicator_unit u
                   where u.indicator_id = new.indicator_id and u.name = new.typed_unit
                     and new.value = normalised(new.typed, u.numerator, u.denominator)) then
        raise exception 'the value is not what was typed' using errcode = 'check_violation', constraint = 'cell_normalised';
    end if;
    return new;
end
$$;
create trigger cell_is_normalised before insert on cell_revision
    for each row when (new.typed is not null) execute function cell_is_normalised();

-- What was typed in a unit keeps its meaning: neither the factor nor the indicator's own unit moves under it, and a word that targets
-- already carry does not become a unit afterwards.
create function indicator_unit_keeps() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    unit indicator_unit := coalesce(old, new);
begin
    if exists (select from target t where t.indicator_id = unit.indicator_id and t.unit_of_measure = unit.name)
       or exists (select from cell_revision v where v.indicator_id = unit.indicator_id and v.typed_unit = unit.name) then
        raise exception 'numbers are typed in this unit' using errcode = 'check_violation', constraint = 'indicator_unit_used';
    end if;
    return coalesce(new, old);
end
$$;
create trigger indicator_unit_keeps before insert or update or delete on indicator_unit
    for each row execute function indicator_unit_keeps();

create function indicator_base_keeps() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from indicator_unit u where u.indicator_id = new.id)
       and (exists (select from target t where t.indicator_id = new.id)
            or exists (select from cell_revision v where v.indicator_id = new.id)) then
        raise exception 'numbers are converted to this unit' using errcode = 'check_violation', constraint = 'indicator_unit_used';
    end if;
    return new;
end
$$;
create trigger indicator_base_keeps before update on indicator
    for each row when (old.unit_of_measure <> new.unit_of_measure) execute function indicator_base_keeps();

-- What a report of a period is held against, in the indicator's own unit. A word on a target that is no unit of the indicator (older
-- targets may carry one) names the indicator's own unit in other words.
create view planned as
select p.id as period_id, t.season_id, t.unit_id, t.indicator_id,
       normalised(t.assigned, u.numerator, u.denominator) as assigned,
       normalised(t.registered, u.numerator, u.denominator) as registered,
       normalised(t.last_year, u.numerator, u.denominator) as last_year,
       case when u.name is null then t.unit_of_measure else i.unit_of_measure end as unit_of_measure
from period p
join target t on t.season_id = p.season_id
join indicator i on i.id = t.indicator_id
left join indicator_unit u on u.indicator_id = t.indicator_id and u.name = t.unit_of_measure;
grant select on planned to ${app};
