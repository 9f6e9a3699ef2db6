-- A ranking with everything that is needed to compute it again: which sheet, the facts of each unit, the score of each unit.
create table ranking (
    id            uuid primary key default uuidv7(),
    scoresheet_id uuid        not null references scoresheet (id),
    season_id     uuid        not null,
    cluster_id    uuid        not null,
    status        text        not null default 'PROVISIONAL' check (status in ('PROVISIONAL', 'PUBLISHED')),
    tie_rule      text        not null check (tie_rule in ('SHARED', 'BALLOT')),
    sheet_sha256  text        not null,
    facts_sha256  text        not null,
    result_sha256 text        not null,
    computed_at   timestamptz not null default clock_timestamp(),
    published_at  timestamptz,
    version       bigint      not null default 1 check (version > 0),
    check ((status = 'PUBLISHED') = (published_at is not null))
);
create index ranking_season on ranking (season_id, id);
-- One sheet is ranked once for good.
create unique index ranking_published_once on ranking (scoresheet_id) where status = 'PUBLISHED';
grant select, insert on ranking to ${app};
grant update (status, published_at, version) on ranking to ${app};

create table ranking_row (
    ranking_id uuid           not null references ranking (id),
    unit_id    uuid           not null,
    rank       int            not null check (rank > 0),
    total      numeric(15, 6) not null,
    facts      text           not null check (facts is json object),
    score      text           not null check (score is json object),
    primary key (ranking_id, unit_id)
);
grant select, insert on ranking_row to ${app};

create function ranking_stays_published() returns trigger language plpgsql as
$$
begin
    raise exception 'the ranking is published' using errcode = 'check_violation', constraint = 'ranking_published';
end
$$;
create trigger ranking_stays_published before update on ranking
    for each row when (old.status = 'PUBLISHED') execute function ranking_stays_published();
