-- A scoresheet: what a cluster adopted for a season, or for one period of it. Editions of one season stand side by side; a result
-- names the one by which it was computed. Content is the canonical text, which is what the hash is of.
create table scoresheet (
    id         uuid primary key default uuidv7(),
    season_id  uuid   not null,
    period_id  uuid,
    edition    int    not null check (edition > 0),
    title      text   not null check (title = btrim(title) and length(title) between 1 and 500 and title is nfc normalized),
    status     text   not null default 'DRAFT' check (status in ('DRAFT', 'FROZEN')),
    content    text   not null check (content is json object),
    sha256     text,
    frozen_at  timestamptz,
    provenance text   not null check (provenance in ('LIVE', 'IN_DOCUMENT', 'NOT_IN_DOCUMENT', 'INVENTED')),
    source     text check (length(source) <= 1000),
    version    bigint not null default 1 check (version > 0),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    check (num_nonnulls(sha256, frozen_at) = case status when 'FROZEN' then 2 else 0 end),
    check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),
    unique nulls not distinct (season_id, period_id, edition)
);
grant select, insert, update on scoresheet to ${app};

create function scoresheet_stays_frozen() returns trigger language plpgsql as
$$
begin
    raise exception 'the scoresheet is frozen' using errcode = 'check_violation', constraint = 'scoresheet_frozen';
end
$$;
create trigger scoresheet_stays_frozen before update on scoresheet
    for each row when (old.status = 'FROZEN') execute function scoresheet_stays_frozen();

-- The criteria of a frozen sheet, for what is recorded about each of them.
create table scoresheet_criterion (
    scoresheet_id uuid    not null references scoresheet (id),
    code          text    not null,
    indicator_id  uuid references indicator (id),
    lowest        numeric not null,
    maximum       numeric not null,
    primary key (scoresheet_id, code),
    check (lowest <= 0 and maximum >= 0)
);
create index scoresheet_criterion_indicator on scoresheet_criterion (indicator_id);
grant select, insert on scoresheet_criterion to ${app};

-- What a unit gives itself; every revision stays.
create table self_score (
    scoresheet_id  uuid        not null,
    unit_id        uuid        not null,
    criterion_code text        not null,
    revision       int         not null check (revision > 0),
    points         numeric(15, 6) not null,
    note           text check (length(note) <= 1000),
    given_at       timestamptz not null default clock_timestamp(),
    primary key (scoresheet_id, unit_id, criterion_code, revision),
    foreign key (scoresheet_id, criterion_code) references scoresheet_criterion (scoresheet_id, code)
);
grant select, insert on self_score to ${app};

-- What is scored but not reported: a council's points, a plan issued or not, a penalty. Every revision stays.
create table assessment (
    id             uuid        not null unique default uuidv7(),
    scoresheet_id  uuid        not null,
    unit_id        uuid        not null,
    criterion_code text        not null,
    revision       int         not null check (revision > 0),
    value          numeric(21, 6),
    not_applicable boolean     not null,
    reason         text        not null check (length(reason) between 1 and 1000),
    assessed_at    timestamptz not null default clock_timestamp(),
    primary key (scoresheet_id, unit_id, criterion_code, revision),
    foreign key (scoresheet_id, criterion_code) references scoresheet_criterion (scoresheet_id, code),
    check (not_applicable = (value is null))
);
grant select, insert on assessment to ${app};
