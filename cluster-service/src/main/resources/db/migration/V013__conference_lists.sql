-- Who came: a unit, a named guest with the office as printed, or both.
create table attendance (
    id            uuid primary key default uuidv7(),
    conference_id uuid not null references conference,
    unit_id       uuid references unit,
    name          text check (length(name) between 1 and 200),
    office        text check (length(office) between 1 and 500),
    capacity      text not null check (capacity in ('CHAIR', 'MEMBER', 'GUEST', 'SUPERIOR')),
    check (num_nonnulls(unit_id, name, office) > 0),
    constraint attendance_once unique nulls not distinct (conference_id, unit_id, name, office)
);
-- Tham luận.
create table paper (
    id            uuid primary key default uuidv7(),
    conference_id uuid not null references conference,
    unit_id       uuid references unit,
    title         text not null check (length(title) between 1 and 500),
    body          text check (length(body) between 1 and 100000),
    constraint paper_once unique nulls not distinct (conference_id, unit_id, title)
);
create table resolution (
    id            uuid primary key default uuidv7(),
    conference_id uuid not null,
    cluster_id    uuid not null,
    season_id     uuid,
    body          text not null check (length(body) between 1 and 10000),
    foreign key (conference_id, cluster_id) references conference (id, cluster_id),
    foreign key (season_id, cluster_id) references season (id, cluster_id)
);
create unique index resolution_once on resolution (conference_id, season_id, md5(body)) nulls not distinct;
grant select, insert on attendance, paper, resolution to ${app};
