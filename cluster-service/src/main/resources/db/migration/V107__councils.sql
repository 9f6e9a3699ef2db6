-- The composition of a unit's council by one decision. The next decision names everybody anew; the one before ends the day before.
create table council (
    id              uuid      primary key default uuidv7(),
    unit_id         uuid      not null references unit,
    decision_number text      not null check (decision_number = btrim(decision_number) and length(decision_number) between 1 and 100
                                              and decision_number is nfc normalized),
    decided_on      date      not null,
    during          daterange not null check (not isempty(during) and not lower_inf(during)),
    withdrawn_at    timestamptz,
    withdraw_reason text      check (length(btrim(withdraw_reason)) between 1 and 1000),
    version         bigint    not null default 1 check (version > 0),
    check ((withdrawn_at is null) = (withdraw_reason is null)),
    constraint council_one exclude using gist (unit_id with =, during with &&) where (withdrawn_at is null)
);
grant select on council to ${app};
grant insert (id, unit_id, decision_number, decided_on, during) on council to ${app};
grant update (during, withdrawn_at, withdraw_reason, version) on council to ${app};

create table council_seat (
    council_id uuid not null references council,
    person_id  uuid not null references person,
    place      int  not null check (place > 0),
    office     text not null check (office in ('CHAIR', 'STANDING_VICE_CHAIR', 'VICE_CHAIR', 'MEMBER')),
    position   text check (position = btrim(position) and length(position) between 1 and 300 and position is nfc normalized),
    -- What the person was entrusted with by this composition.
    mandate_id uuid not null unique references mandate,
    primary key (council_id, person_id),
    unique (council_id, place)
);
create index council_seat_person on council_seat (person_id);
create unique index council_seat_one_chair on council_seat (council_id) where office = 'CHAIR';
create unique index council_seat_one_standing_vice_chair on council_seat (council_id) where office = 'STANDING_VICE_CHAIR';
grant select, insert on council_seat to ${app};

-- Every composition has its chair, and each seat the mandate of its person, unit, office and first day.
create function council_is_whole() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from council_seat s where s.council_id = new.id and s.office = 'CHAIR') then
        raise exception 'a council without a chair' using errcode = '23514', constraint = 'council_chair';
    end if;
    if exists (select from council_seat s join mandate m on m.id = s.mandate_id
               where s.council_id = new.id
                 and (m.person_id, m.unit_id, m.role, lower(m.during)) is distinct from
                     (s.person_id, new.unit_id, case s.office when 'CHAIR' then 'COUNCIL_CHAIR' else 'COUNCIL_MEMBER' end,
                      lower(new.during))) then
        raise exception 'a seat without its mandate' using errcode = '23514', constraint = 'council_seat_mandate';
    end if;
    return null;
end
$$;
create constraint trigger council_whole after insert on council deferrable initially deferred
    for each row execute function council_is_whole();
