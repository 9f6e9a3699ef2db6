-- A frozen target changes only by an amendment that one person proposed with a reason and another approved.
create table target_amendment (
    id                uuid primary key     default uuidv7(),
    season_id         uuid        not null,
    unit_id           uuid        not null,
    indicator_id      uuid        not null,
    assigned_before   measured,
    registered_before measured,
    assigned          measured,
    registered        measured,
    reason            text        not null check (length(btrim(reason)) between 1 and 1000),
    status            text        not null default 'PROPOSED' check (status in ('PROPOSED', 'APPROVED', 'REFUSED')),
    proposed_by       text        not null,
    proposed_at       timestamptz not null default kit.business_now(),
    decided_by        text,
    decided_at        timestamptz,
    refused_because   text check (length(btrim(refused_because)) between 1 and 1000),
    foreign key (season_id, unit_id, indicator_id) references target,
    constraint target_amendment_changes check ((assigned, registered) is distinct from (assigned_before, registered_before)),
    check (num_nonnulls(decided_by, decided_at) = case status when 'PROPOSED' then 0 else 2 end),
    check ((refused_because is not null) = (status = 'REFUSED')),
    constraint target_amendment_by_another check (status <> 'APPROVED' or decided_by <> proposed_by)
);
create unique index target_amendment_open on target_amendment (season_id, unit_id, indicator_id) where status = 'PROPOSED';
create index target_amendment_target on target_amendment (season_id, unit_id, indicator_id, id);
grant select, insert, update (status, decided_by, decided_at, refused_because) on target_amendment to ${app};

create function target_amendment_is_decided_once() returns trigger language plpgsql as
$$
begin
    if old.status <> 'PROPOSED' then
        raise exception 'the amendment is decided' using errcode = 'check_violation', constraint = 'target_amendment_decided';
    end if;
    return new;
end
$$;
create trigger target_amendment_is_decided_once before update on target_amendment
    for each row execute function target_amendment_is_decided_once();

-- Every text that was frozen, the first and those that amendments made; the sheet carries the one in force.
create table target_edition (
    season_id uuid        not null references target_sheet,
    edition   int         not null check (edition > 0),
    frozen_at timestamptz not null,
    text      text        not null,
    sha256    text        not null check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
    primary key (season_id, edition)
);
grant select, insert on target_edition to ${app};

alter table target_sheet add column edition int not null default 0 check (edition >= 0);
alter table target_sheet disable trigger target_sheet_stays_frozen;
update target_sheet set edition = 1 where frozen_at is not null;
alter table target_sheet enable trigger target_sheet_stays_frozen;
alter table target_sheet add constraint target_sheet_edition check ((edition > 0) = (frozen_at is not null));
insert into target_edition select season_id, 1, frozen_at, text, sha256 from target_sheet where frozen_at is not null;

-- "In this transaction": an approval that took effect does so once.
create or replace function target_stays_frozen() returns trigger language plpgsql as
$$
begin
    perform from target_sheet s
    where s.season_id = coalesce(new.season_id, old.season_id) and s.frozen_at is null for share;
    if found then
        return coalesce(new, old);
    end if;
    if tg_op = 'UPDATE'
       and (new.season_id, new.unit_id, new.indicator_id, new.last_year, new.unit_of_measure)
           is not distinct from (old.season_id, old.unit_id, old.indicator_id, old.last_year, old.unit_of_measure)
       and exists (select from target_amendment a
                   where (a.season_id, a.unit_id, a.indicator_id) = (new.season_id, new.unit_id, new.indicator_id)
                     and a.status = 'APPROVED' and a.xmin = pg_current_xact_id()::xid
                     and (a.assigned_before, a.registered_before) is not distinct from (old.assigned, old.registered)
                     and (a.assigned, a.registered) is not distinct from (new.assigned, new.registered)) then
        return new;
    end if;
    raise exception 'the targets are frozen' using errcode = 'check_violation', constraint = 'target_frozen';
end
$$;

create or replace function target_sheet_stays_frozen() returns trigger language plpgsql as
$$
begin
    if new.season_id = old.season_id and new.frozen_by = old.frozen_by and new.edition = old.edition + 1
       and exists (select from target_amendment a
                   where a.season_id = new.season_id and a.status = 'APPROVED' and a.xmin = pg_current_xact_id()::xid) then
        return new;
    end if;
    raise exception 'the targets are frozen' using errcode = 'check_violation', constraint = 'target_frozen';
end
$$;
