-- A congress (Đại hội thi đua yêu nước), held by a unit for a term of five years.
create table congress (
    id        uuid primary key default uuidv7(),
    unit_id   uuid   not null references unit,
    term_from int    not null check (term_from between 1900 and 2195),
    term_to   int    not null,
    held_on   date   not null,
    place     text   not null check (place = btrim(place) and length(place) between 1 and 300 and place is nfc normalized),
    theme     text   not null check (theme = btrim(theme) and length(theme) between 1 and 500 and theme is nfc normalized),
    state     text   not null default 'PREPARING' check (state in ('PREPARING', 'HELD', 'CLOSED')),
    version   bigint not null default 1 check (version > 0),
    constraint congress_term check (term_to = term_from + 5),
    constraint congress_once unique (unit_id, term_from)
);
grant select on congress to ${app};
grant insert (id, unit_id, term_from, term_to, held_on, place, theme) on congress to ${app};
grant update (term_from, term_to, held_on, place, theme, state, version) on congress to ${app};

-- How many delegates a unit may send.
create table congress_allotment (
    congress_id uuid not null references congress,
    unit_id     uuid not null references unit,
    delegates   int  not null check (delegates between 1 and 1000),
    primary key (congress_id, unit_id)
);
grant select, insert, update, delete on congress_allotment to ${app};

-- Who comes: within what the unit may send, or ex officio beside it. Taken away when it was a mistake or the person asks for it.
create table congress_delegate (
    id            uuid primary key     default uuidv7(),
    congress_id   uuid        not null references congress,
    unit_id       uuid        not null references unit,
    exemplar_id   uuid references exemplar,
    -- None where the exemplar tells who it is.
    name          text check (name = btrim(name) and length(name) between 1 and 200 and name is nfc normalized),
    capacity      text check (capacity = btrim(capacity) and length(capacity) between 1 and 300 and capacity is nfc normalized),
    registered_at timestamptz not null default kit.business_now(),
    constraint congress_delegate_named check (name is not null or exemplar_id is not null),
    constraint congress_delegate_exemplar_once unique (congress_id, exemplar_id)
);
create index congress_delegate_unit on congress_delegate (congress_id, unit_id);
create index congress_delegate_exemplar on congress_delegate (exemplar_id);
grant select, insert, delete on congress_delegate to ${app};

-- What the congress resolved, for whom, by when, and that it is done.
create table congress_resolution (
    id          uuid primary key default uuidv7(),
    congress_id uuid not null references congress,
    text        text not null check (length(btrim(text)) between 1 and 5000),
    unit_id     uuid not null references unit,
    due_on      date not null,
    done_on     date,
    note        text check (length(btrim(note)) between 1 and 5000),
    check ((done_on is null) = (note is null))
);
create index congress_resolution_congress on congress_resolution (congress_id);
grant select, insert on congress_resolution to ${app};
grant update (done_on, note) on congress_resolution to ${app};

create function congress_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if (old.state, new.state) not in (('PREPARING', 'PREPARING'), ('PREPARING', 'HELD'), ('HELD', 'CLOSED'))
       or (new.state = 'CLOSED'
           and exists (select from congress_resolution r where r.congress_id = new.id and r.done_on is null)) then
        raise exception 'a congress that is % cannot become %', old.state, new.state
            using errcode = '23514', constraint = 'congress_goes_forward';
    end if;
    return new;
end
$$;
create trigger congress_goes_forward before update on congress for each row execute function congress_goes_forward();

-- A unit sends no more than it may; exemplars that come are published ones; all while the congress is prepared.
create function congress_takes_delegates() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    allotted int;
begin
    if not exists (select from congress c where c.id = new.congress_id and c.state = 'PREPARING')
       or (new.exemplar_id is not null
           and not exists (select from exemplar x where x.id = new.exemplar_id and x.state = 'PUBLISHED')) then
        raise exception 'no such delegate any more' using errcode = '23514', constraint = 'congress_takes_delegates';
    end if;
    if new.capacity is null then
        select a.delegates into allotted from congress_allotment a
        where a.congress_id = new.congress_id and a.unit_id = new.unit_id for update;
        if coalesce(allotted, 0) <= (select count(*) from congress_delegate d where d.congress_id = new.congress_id
                                     and d.unit_id = new.unit_id and d.capacity is null) then
            raise exception 'more delegates than allotted' using errcode = '23514', constraint = 'congress_delegates_allotted';
        end if;
    end if;
    return new;
end
$$;
create trigger congress_takes_delegates before insert on congress_delegate
    for each row execute function congress_takes_delegates();

create function congress_allotment_holds() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from congress_delegate d
               where d.congress_id = old.congress_id and d.unit_id = old.unit_id and d.capacity is null
               having count(*) > coalesce((select a.delegates from congress_allotment a
                                           where a.congress_id = old.congress_id and a.unit_id = old.unit_id), 0)) then
        raise exception 'fewer than the unit sends' using errcode = '23514', constraint = 'congress_delegates_allotted';
    end if;
    return null;
end
$$;
create trigger congress_allotment_holds after update or delete on congress_allotment
    for each row execute function congress_allotment_holds();
