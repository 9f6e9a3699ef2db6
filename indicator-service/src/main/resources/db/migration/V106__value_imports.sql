-- Many values of many units, posted at once and taken afterwards, unit by unit; as whoever posted them.
create table value_import (
    id          uuid primary key default uuidv7(),
    period_id   uuid        not null references period,
    actor_kind  text        not null check (actor_kind in ('PERSON', 'AGENCY', 'SERVICE')),
    actor       text        not null,
    scopes      text[]      not null,
    acting_as   uuid,
    origin      text        not null,
    state       text        not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    total       int         not null check (total > 0),
    saved       int         not null default 0 check (saved >= 0),
    unchanged   int         not null default 0 check (unchanged >= 0),
    refused     int         not null default 0 check (refused >= 0),
    attempts    int         not null default 0 check (attempts >= 0),
    error_id    uuid,
    next_try_at timestamptz not null default clock_timestamp(),
    created_at  timestamptz not null default clock_timestamp(),
    worked_at   timestamptz,
    ended_at    timestamptz,
    constraint value_import_counted check (saved + unchanged + refused <= total),
    constraint value_import_done check (state <> 'DONE' or saved + unchanged + refused = total),
    constraint value_import_ended check ((ended_at is not null) = (state in ('DONE', 'CANCELLED', 'FAILED'))),
    constraint value_import_failed check ((error_id is not null) = (state = 'FAILED'))
);
create index value_import_waiting on value_import (worked_at nulls first, id) where state in ('WAITING', 'RUNNING');
create index value_import_actor on value_import (actor_kind, actor, id desc);
create index value_import_ended_at on value_import (ended_at);
grant select, insert, delete on value_import to ${app};
grant update (state, saved, unchanged, refused, attempts, error_id, next_try_at, worked_at, ended_at) on value_import to ${app};

-- content is the row as it was sent, so that what cannot be a number here is refused there, by itself.
create table value_import_row (
    import_id      uuid not null references value_import on delete cascade,
    number         int  not null check (number >= 0),
    unit_code      text not null,
    indicator_code text not null,
    content        text not null,
    outcome        text check (outcome in ('SAVED', 'UNCHANGED', 'REFUSED')),
    refusal        jsonb,
    primary key (import_id, number),
    check ((refusal is not null) = (outcome is not null and outcome = 'REFUSED'))
);
create index value_import_row_waiting on value_import_row (import_id, number) where outcome is null;
create index value_import_row_unit on value_import_row (import_id, unit_code) where outcome is null;
grant select, insert, delete on value_import_row to ${app};
grant update (outcome, refusal) on value_import_row to ${app};

-- What became of a row is said once: nobody takes it a second time.
create function value_import_row_is_taken_once() returns trigger language plpgsql as $$
begin
    raise exception 'row % of import % was taken already', old.number, old.import_id using errcode = 'restrict_violation';
end $$;
create trigger value_import_row_taken_once before update on value_import_row
    for each row when (old.outcome is not null) execute function value_import_row_is_taken_once();
-- What has ended stays so.
create function value_import_has_ended() returns trigger language plpgsql as $$
begin
    raise exception 'import % has ended', old.id using errcode = 'restrict_violation';
end $$;
create trigger value_import_stays_ended before update on value_import
    for each row when (old.ended_at is not null) execute function value_import_has_ended();
