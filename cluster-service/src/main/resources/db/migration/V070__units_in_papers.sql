-- What papers and other systems call a unit, and how its office is reached. The agency code is that of Decision 20/2020/QĐ-TTg:
-- groups of capitals and digits between dots; one is never given to two units, whatever became of the first.
alter table unit
    add column agency_code text constraint unit_agency_code unique
        check (length(agency_code) <= 35 and agency_code ~ '^[A-Z0-9]+(\.[A-Z0-9]+)*$'),
    -- Two offices may keep one account, so it is not unique.
    add column budget_code text check (budget_code ~ '^[0-9]{7}$'),
    add column address text check (address = btrim(address) and length(address) between 1 and 300 and address is nfc normalized),
    add column phone text check (phone ~ '^[+0-9 ().-]{3,30}$'),
    add column email text check (length(email) between 3 and 200);
-- As papers write it among their recipients; it changes with the name.
alter table unit_state add column formal_name text
    check (formal_name = btrim(formal_name) and length(formal_name) between 1 and 300 and formal_name is nfc normalized);

-- A unit never lies below itself, also when two people move two units at once: they wait for each other. A unit that was just
-- founded has nothing below it yet.
create function unit_not_under_itself() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if new.parent_id is null or not exists (select from unit u where u.id = new.unit_id and u.version > 1) then
        return null;
    end if;
    perform pg_advisory_xact_lock(hashtext('unit_not_under_itself'));
    if exists (
        with recursive up(id) as (
            select new.parent_id
            union
            select s.parent_id from up join unit_state s on s.unit_id = up.id
            where s.during && new.during and s.parent_id is not null)
        select from up where id = new.unit_id) then
        raise exception 'a unit would lie under itself' using errcode = '23514', constraint = 'unit_not_under_itself';
    end if;
    return null;
end
$$;
create constraint trigger unit_not_under_itself after insert or update on unit_state deferrable initially immediate
    for each row execute function unit_not_under_itself();
