create extension if not exists unaccent;

-- What a search compares: no case, no accents.
create function search_text(text) returns text language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent', $1));

-- Copies, written by the feeds of cluster-service and indicator-service. No foreign keys among them: parts arrive in any order.
create table cluster_copy (
    id           uuid primary key,
    code         text not null,
    name         text not null,
    kind         text not null,
    organiser_id uuid not null,
    provenance   text not null
);
create table cluster_member_copy (
    cluster_id uuid      not null references cluster_copy on delete cascade,
    unit_id    uuid      not null,
    during     daterange not null check (not isempty(during)),
    primary key (cluster_id, unit_id, during)
);
create table season_copy (
    id                uuid primary key,
    cluster_id        uuid      not null,
    organiser_id      uuid      not null,
    name              text      not null,
    during            daterange not null check (not isempty(during)),
    mode              text      not null,
    state             text      not null,
    provenance        text      not null,
    candidate_rule    text,
    tie_rule          text,
    regulation_status text
);
create table election_copy (
    id              uuid primary key,
    season_id       uuid not null,
    cluster_id      uuid not null,
    status          text not null,
    elected_unit_id uuid,
    closed_at       timestamptz
);
create index election_copy_season on election_copy (season_id);
create table ranking_copy (
    id            uuid primary key,
    season_id     uuid not null,
    cluster_id    uuid not null,
    scoresheet_id uuid not null,
    status        text not null
);
create index ranking_copy_season on ranking_copy (season_id);
create table ranking_row_copy (
    ranking_id uuid    not null references ranking_copy on delete cascade,
    unit_id    uuid    not null,
    rank       int     not null check (rank > 0),
    points     numeric not null,
    primary key (ranking_id, unit_id)
);
grant select, insert, update, delete on cluster_copy, cluster_member_copy, season_copy, election_copy, ranking_copy, ranking_row_copy
    to ${app};
