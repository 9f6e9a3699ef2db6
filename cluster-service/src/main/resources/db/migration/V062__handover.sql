-- That the head of a season handed over to the head of a later one, and which open tasks went along. The old head keeps the old
-- season, the new one has the new; nothing here gives or takes a right.
create table handover (
    id             uuid primary key    default uuidv7(),
    cluster_id     uuid       not null,
    from_season_id uuid       not null unique,
    to_season_id   uuid       not null unique check (to_season_id <> from_season_id),
    -- Null where nobody is known to have headed.
    from_unit_id   uuid references unit,
    to_unit_id     uuid       not null references unit,
    handed_over_on date       not null,
    conference_id  uuid,
    note           text check (length(note) between 1 and 10000),
    provenance     provenance not null,
    source         text check (length(source) between 1 and 1000),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    foreign key (from_season_id, cluster_id) references season (id, cluster_id),
    foreign key (to_season_id, cluster_id) references season (id, cluster_id),
    foreign key (conference_id, cluster_id) references conference (id, cluster_id)
);
-- A task may be taken back later; that it was handed over stays.
create table handover_task (
    handover_id uuid not null references handover,
    from_task_id uuid not null,
    to_task_id   uuid not null,
    primary key (handover_id, from_task_id)
);
grant select, insert on handover, handover_task to ${app};
