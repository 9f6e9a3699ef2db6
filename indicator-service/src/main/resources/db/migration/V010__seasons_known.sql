-- This service's own copy of clusters and seasons, brought by cluster-service's feed. No foreign keys between the copies: a
-- season may arrive before its cluster.
create table cluster_copy (
    id           uuid primary key,
    code         text   not null,
    name         text   not null,
    kind         text   not null,
    organiser_id uuid   not null,
    provenance   text   not null,
    version      bigint not null
);
create table cluster_member_copy (
    cluster_id uuid      not null,
    unit_id    uuid      not null,
    during     daterange not null check (not isempty(during)),
    primary key (cluster_id, unit_id, during without overlaps)
);
create index cluster_member_copy_unit on cluster_member_copy (unit_id);

create table season_copy (
    id                 uuid primary key,
    cluster_id         uuid      not null,
    organiser_id       uuid      not null,
    name               text      not null,
    during             daterange not null check (not isempty(during)),
    mode               text      not null check (mode in ('LIVE', 'RECORDED')),
    state              text      not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
    provenance         text      not null,
    candidate_rule     text,
    tie_rule           text,
    regulation_status  text,
    regulation_version bigint,
    version            bigint    not null
);
create index season_copy_cluster on season_copy (cluster_id);
create index season_copy_organiser on season_copy (organiser_id);
create table headship_copy (
    season_id uuid not null,
    unit_id   uuid not null,
    role      text not null check (role in ('HEAD', 'DEPUTY')),
    primary key (season_id, unit_id, role)
);
create index headship_copy_unit on headship_copy (unit_id);
grant select, insert, update, delete on cluster_copy, cluster_member_copy, season_copy, headship_copy to ${app};

-- Who competes in a season: whoever was a member of its cluster on any of its days.
create view season_member as
select distinct s.id as season_id, m.unit_id
from season_copy s
join cluster_member_copy m on m.cluster_id = s.cluster_id and m.during && s.during;
grant select on season_member to ${app};
