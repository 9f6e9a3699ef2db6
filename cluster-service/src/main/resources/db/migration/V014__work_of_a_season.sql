-- What a live season owes by when. Rules are data: none of these days has a verified source yet, and each says so.
create table due_rule (
    code     text primary key check (code ~ '^[A-Z][A-Z_]{1,39}$'),
    anchor   text    not null check (anchor in ('START', 'END')),
    days     int     not null,
    source   text check (length(source) between 1 and 1000),
    verified boolean not null default false,
    check (not verified or source is not null)
);
insert into due_rule (code, anchor, days) values
    ('HEAD_SET', 'START', 0),
    ('REGULATION_ADOPTED', 'START', 90),
    ('PLAN_ADOPTED', 'START', 90),
    ('COMPACT_SIGNED', 'START', 90),
    ('MID_YEAR_HELD', 'START', 211),
    ('YEAR_END_HELD', 'END', 0),
    ('LEADER_ELECTED', 'END', 0);
grant select on due_rule to ${app};

-- What a cluster sets itself, is told, or pleads for; looked at again at later conferences.
create table key_task (
    id            uuid primary key    default uuidv7(),
    season_id     uuid       not null,
    cluster_id    uuid       not null,
    kind          text       not null check (kind in ('KEY_TASK', 'DIRECTIVE', 'PETITION')),
    body          text       not null check (length(body) between 1 and 10000),
    given_by      text check (length(given_by) between 1 and 500),
    conference_id uuid,
    owner_unit_id uuid references unit,
    due_on        date,
    provenance    provenance not null,
    source        text check (length(source) between 1 and 1000),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    foreign key (season_id, cluster_id) references season (id, cluster_id),
    foreign key (conference_id, cluster_id) references conference (id, cluster_id),
    unique (id, cluster_id)
);
create unique index key_task_once on key_task (season_id, kind, md5(body));
create table key_task_review (
    id            uuid primary key default uuidv7(),
    key_task_id   uuid not null,
    cluster_id    uuid not null,
    conference_id uuid not null,
    outcome       text not null check (outcome in ('DONE', 'GOING_ON', 'NOT_DONE', 'NOT_STATED')),
    note          text check (length(note) between 1 and 2000),
    foreign key (key_task_id, cluster_id) references key_task (id, cluster_id),
    foreign key (conference_id, cluster_id) references conference (id, cluster_id),
    constraint key_task_review_once unique (key_task_id, conference_id)
);
grant select, insert on key_task, key_task_review to ${app};

create table movement (
    id          uuid primary key    default uuidv7(),
    season_id   uuid references season,
    unit_id     uuid       not null references unit,
    level       text       not null check (level in ('CENTRAL', 'PROVINCE', 'CLUSTER', 'UNIT')),
    kind        text       not null check (kind in ('REGULAR', 'THEMATIC', 'SPECIAL')),
    name        text       not null check (name = btrim(name) and length(name) between 1 and 500 and name is nfc normalized),
    launched_on date,
    provenance  provenance not null,
    source      text check (length(source) between 1 and 1000),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    constraint movement_once unique nulls not distinct (unit_id, season_id, name)
);
create index movement_season on movement (season_id);
grant select, insert on movement to ${app};

-- How units came out of others.
create table lineage (
    id             uuid primary key    default uuidv7(),
    kind           text       not null check (kind in ('RENAME', 'MERGE', 'SPLIT', 'TRANSFER', 'DISSOLVE')),
    effective_from date       not null,
    decision       text check (length(decision) between 1 and 500),
    -- Kind, day and both sides in one text: the same event is there once.
    fingerprint    text       not null unique,
    provenance     provenance not null,
    source         text check (length(source) between 1 and 1000),
    check (provenance <> 'IN_DOCUMENT' or source is not null)
);
create table lineage_unit (
    lineage_id uuid not null references lineage,
    side       text not null check (side in ('PREDECESSOR', 'SUCCESSOR')),
    unit_id    uuid not null references unit,
    primary key (lineage_id, side, unit_id)
);
create index lineage_unit_unit on lineage_unit (unit_id);
grant select, insert on lineage, lineage_unit to ${app};
