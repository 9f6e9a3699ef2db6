-- A movement is planned for a time, says what it is for and by what it is judged, may answer a higher one, and is closed.
alter table movement
    add planned_from    date,
    add planned_to      date,
    -- As the yearly statistics split movements (form 0601.N/BNV-TĐKT of TT 02/2023/TT-BNV).
    add length          text not null default 'UNKNOWN'
        check (length in ('UNKNOWN', 'UNDER_ONE_YEAR', 'ONE_YEAR', 'ONE_TO_THREE_YEARS', 'THREE_TO_FIVE_YEARS', 'FIVE_YEARS_OR_MORE')),
    add body            text check (length(btrim(body)) between 1 and 20000),
    add criteria        text check (length(btrim(criteria)) between 1 and 10000),
    add parent_id       uuid references movement,
    add state           text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
    add closed_on       date,
    add closed_because  text check (length(btrim(closed_because)) between 1 and 1000),
    add reopened_because text check (length(btrim(reopened_because)) between 1 and 1000),
    add constraint movement_planned check (planned_to is null or (planned_from is not null and planned_from <= planned_to)),
    add constraint movement_length check ((length = 'UNKNOWN') = (planned_to is null)),
    add constraint movement_closed check ((state = 'CLOSED') = (closed_on is not null)),
    add constraint movement_closed_because check (state = 'CLOSED' or closed_because is null),
    add constraint movement_reopened_because check (state = 'OPEN' or reopened_because is null);
create index movement_parent on movement (parent_id);
create index movement_search on movement using gin (search_text(name) gin_trgm_ops);

-- A unit takes part. Who withdraws says why, and may join again.
create table movement_participation (
    id                uuid primary key     default uuidv7(),
    movement_id       uuid        not null references movement,
    unit_id           uuid        not null references unit,
    joined_on         date        not null,
    withdrawn_because text check (length(btrim(withdrawn_because)) between 1 and 1000),
    registered_at     timestamptz not null default kit.business_now()
);
create unique index movement_participation_once on movement_participation (movement_id, unit_id) where withdrawn_because is null;
create index movement_participation_movement on movement_participation (movement_id, id);
create index movement_participation_unit on movement_participation (unit_id);
grant select on movement_participation to ${app};
grant insert (movement_id, unit_id, joined_on) on movement_participation to ${app};
grant update (withdrawn_because) on movement_participation to ${app};

-- What a unit reports of it: once at mid-term, once at the end.
create table movement_report (
    id               uuid primary key default uuidv7(),
    participation_id uuid   not null references movement_participation,
    kind             text   not null check (kind in ('MID_TERM', 'FINAL')),
    reported_on      date   not null,
    body             text   not null check (length(btrim(body)) between 1 and 10000),
    persons          int check (persons >= 0),
    collectives      int check (collectives >= 0),
    works            int check (works >= 0),
    -- Đồng.
    amount           numeric(20, 2) check (amount >= 0),
    version          bigint not null default 1 check (version > 0),
    constraint movement_report_once unique (participation_id, kind)
);
grant select on movement_report to ${app};
grant insert (participation_id, kind, reported_on, body, persons, collectives, works, amount) on movement_report to ${app};
grant update (reported_on, body, persons, collectives, works, amount, version) on movement_report to ${app};

-- The launching unit looks back (sơ kết, tổng kết).
create table movement_review (
    id          uuid primary key default uuidv7(),
    movement_id uuid not null references movement,
    kind        text not null check (kind in ('MID_TERM', 'FINAL')),
    reviewed_on date not null,
    body        text not null check (length(btrim(body)) between 1 and 20000),
    constraint movement_review_once unique (movement_id, kind)
);
grant select, delete on movement_review to ${app};
grant insert (movement_id, kind, reviewed_on, body) on movement_review to ${app};

-- A correction is of what a movement says, not of its course.
drop trigger keep_correction on movement;
create trigger keep_correction before update on movement for each row
    when ((old.season_id, old.unit_id, old.level, old.kind, old.name, old.launched_on, old.provenance, old.source, old.planned_from,
           old.planned_to, old.body, old.criteria, old.parent_id)
          is distinct from
          (new.season_id, new.unit_id, new.level, new.kind, new.name, new.launched_on, new.provenance, new.source, new.planned_from,
           new.planned_to, new.body, new.criteria, new.parent_id))
    execute function keep_correction('MOVEMENT');
create trigger keep_withdrawal before delete on movement for each row execute function keep_correction('MOVEMENT');

create function movement_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if tg_op = 'DELETE' then
        if old.state = 'CLOSED' then
            raise exception 'a movement that is closed stays' using errcode = '23514', constraint = 'movement_goes_forward';
        end if;
        return old;
    end if;
    if (old.state = 'CLOSED' and new.state = 'CLOSED')
       or (old.state = 'OPEN' and new.state = 'CLOSED' and new.closed_because is null
           and not exists (select from movement_review r where r.movement_id = new.id and r.kind = 'FINAL'))
       or (old.state = 'CLOSED' and new.state = 'OPEN' and new.reopened_because is null) then
        raise exception 'a movement that is % does not become %', old.state, new.state
            using errcode = '23514', constraint = 'movement_goes_forward';
    end if;
    return new;
end
$$;
create trigger movement_goes_forward before update or delete on movement for each row execute function movement_goes_forward();

-- One writer at a time looks upwards, so that two corrections cannot make a circle together.
create function movement_answers_no_circle() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    perform pg_advisory_xact_lock(hashtext('movement.parent'));
    if exists (
        with recursive above(id) as (
            select new.parent_id
            union
            select m.parent_id from above a join movement m on m.id = a.id where m.parent_id is not null)
        select from above where id = new.id) then
        raise exception 'a movement does not answer itself' using errcode = '23514', constraint = 'movement_answers_no_circle';
    end if;
    return new;
end
$$;
create trigger movement_answers_no_circle_new before insert on movement for each row
    when (new.parent_id is not null) execute function movement_answers_no_circle();
create trigger movement_answers_no_circle before update on movement for each row
    when (new.parent_id is not null and new.parent_id is distinct from old.parent_id) execute function movement_answers_no_circle();

create function movement_takes_part() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from movement m where m.id = new.movement_id and m.state = 'OPEN' for share) then
        raise exception 'nobody joins or leaves what is closed' using errcode = '23514', constraint = 'movement_takes_part';
    end if;
    if tg_op = 'UPDATE' and (old.withdrawn_because is not null
                             or exists (select from movement_report r where r.participation_id = old.id)) then
        raise exception 'who reported took part' using errcode = '23514', constraint = 'movement_reported';
    end if;
    return new;
end
$$;
create trigger movement_takes_part before insert or update on movement_participation
    for each row execute function movement_takes_part();

create function movement_takes_report() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from movement_participation p join movement m on m.id = p.movement_id
                   where p.id = new.participation_id and p.withdrawn_because is null and m.state = 'OPEN' for share)
       or exists (select from movement_participation p join movement_review r on r.movement_id = p.movement_id
                  where p.id = new.participation_id and r.kind in (new.kind, 'FINAL')) then
        raise exception 'nothing is reported any more' using errcode = '23514', constraint = 'movement_takes_report';
    end if;
    return new;
end
$$;
create trigger movement_takes_report before insert or update on movement_report
    for each row execute function movement_takes_report();

create function movement_takes_review() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from movement m where m.id = coalesce(new.movement_id, old.movement_id) and m.state = 'OPEN' for share) then
        raise exception 'what is closed is reviewed' using errcode = '23514', constraint = 'movement_takes_review';
    end if;
    return coalesce(new, old);
end
$$;
create trigger movement_takes_review before insert or delete on movement_review
    for each row execute function movement_takes_review();
