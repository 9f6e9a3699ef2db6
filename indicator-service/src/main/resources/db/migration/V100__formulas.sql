-- An indicator that is computed from others of the same catalogue, and which they are.
alter table indicator
    add column formula text check (length(formula) between 1 and 500),
    add constraint indicator_formula_kind check (formula is null or value_kind in ('QUANTITY', 'PERCENT', 'COUNT'));
create table indicator_input (
    indicator_id uuid not null references indicator,
    input_id     uuid not null references indicator,
    primary key (indicator_id, input_id)
);
create index indicator_input_of on indicator_input (input_id);
grant select, insert, delete on indicator_input to ${app};

create function formula_has_no_circle() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (with recursive reached(id) as (
                   select new.input_id
                   union
                   select x.input_id from reached r join indicator_input x on x.indicator_id = r.id)
               select from reached where id = new.indicator_id) then
        raise exception 'the formula is a circle' using errcode = 'check_violation', constraint = 'formula_circle';
    end if;
    return new;
end
$$;
create trigger formula_has_no_circle before insert on indicator_input for each row execute function formula_has_no_circle();

-- How an indicator comes to its numbers is part of what was promised.
drop trigger indicator_keeps_promised on indicator;
create trigger indicator_keeps_promised before update on indicator
    for each row when (old.value_kind <> new.value_kind or old.direction <> new.direction or old.formula is distinct from new.formula)
    execute function indicator_keeps_promised();

-- A computed cell says from what: the formula, the revisions of its inputs, and why nothing came out. Nobody types one.
alter table cell_revision
    add column computation jsonb check (jsonb_typeof(computation) = 'object'),
    add constraint cell_computed check (computation is null or (typed is null and not not_applicable));

create function cell_is_computed() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if (new.computation is not null) is distinct from (select i.formula is not null from indicator i where i.id = new.indicator_id) then
        raise exception 'only what has a formula is computed, and it is not typed' using errcode = 'check_violation', constraint = 'cell_formula';
    end if;
    return new;
end
$$;
create trigger cell_is_computed before insert on cell_revision for each row execute function cell_is_computed();
