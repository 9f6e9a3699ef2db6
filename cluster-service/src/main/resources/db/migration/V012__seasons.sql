-- The cycle of a cluster. Seasons of one cluster may overlap: one is closed while the next has begun.
create table season (
    id           uuid primary key    default uuidv7(),
    cluster_id   uuid       not null references cluster,
    name         text       not null check (name = btrim(name) and length(name) between 1 and 100 and name is nfc normalized),
    during       daterange  not null check (not isempty(during) and not lower_inf(during) and not upper_inf(during)),
    -- RECORDED: entered after the fact; no deadlines, no reminders, no rules run.
    mode         text       not null check (mode in ('LIVE', 'RECORDED')),
    state        text       not null check (state in ('PLANNED', 'OPEN', 'CLOSED')),
    close_reason text check (length(close_reason) between 1 and 1000),
    provenance   provenance not null,
    source       text check (length(source) between 1 and 1000),
    version      bigint     not null default 1 check (version > 0),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    check (close_reason is null or state = 'CLOSED'),
    check (mode = 'LIVE' or state <> 'PLANNED'),
    constraint season_name unique (cluster_id, name),
    constraint season_cluster unique (id, cluster_id)
);
grant select, insert, update on season to ${app};

create table conference (
    id           uuid primary key    default uuidv7(),
    cluster_id   uuid       not null references cluster,
    held_on      date       not null,
    place        text       not null check (place = btrim(place) and length(place) between 1 and 300),
    -- Who hosts is often not the head.
    host_unit_id uuid references unit,
    title        text       not null check (title = btrim(title) and length(title) between 1 and 500 and title is nfc normalized),
    provenance   provenance not null,
    source       text check (length(source) between 1 and 1000),
    version      bigint     not null default 1 check (version > 0),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    constraint conference_once unique (cluster_id, held_on, title),
    constraint conference_cluster unique (id, cluster_id)
);
grant select, insert, update on conference to ${app};

-- One meeting may serve several purposes and two seasons, all of its own cluster.
create table conference_purpose (
    conference_id uuid not null,
    cluster_id    uuid not null,
    season_id     uuid not null,
    purpose       text not null check (purpose in ('SIGNING', 'MID_YEAR', 'YEAR_END', 'PLAN', 'REGULATION', 'ELECTION', 'HANDOVER')),
    primary key (conference_id, season_id, purpose),
    foreign key (conference_id, cluster_id) references conference (id, cluster_id),
    foreign key (season_id, cluster_id) references season (id, cluster_id)
);
create index conference_purpose_season on conference_purpose (season_id);
grant select, insert, delete on conference_purpose to ${app};

-- Who leads a cluster in a season. Nobody may be recorded: a head can be unknown.
create table headship (
    id             uuid primary key    default uuidv7(),
    season_id      uuid       not null,
    cluster_id     uuid       not null,
    unit_id        uuid       not null references unit,
    role           text       not null check (role in ('HEAD', 'DEPUTY')),
    how            text       not null check (how in ('ELECTED', 'ROTATION', 'APPOINTED', 'NOT_STATED')),
    conference_id  uuid,
    handed_over_on date,
    representative text check (length(representative) between 1 and 300),
    provenance     provenance not null,
    source         text check (length(source) between 1 and 1000),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    foreign key (season_id, cluster_id) references season (id, cluster_id),
    foreign key (conference_id, cluster_id) references conference (id, cluster_id),
    constraint headship_once unique (season_id, unit_id)
);
create unique index headship_one_head on headship (season_id) where role = 'HEAD';
create index headship_cluster on headship (cluster_id);
grant select, insert on headship to ${app};

-- A head or deputy is a member on some day of the season, also after a membership or a season was shortened.
create function headship_is_of_a_member() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from headship h join season s on s.id = h.season_id
               where h.cluster_id = new.cluster_id
                 and not exists (select from membership m
                                 where m.cluster_id = h.cluster_id and m.unit_id = h.unit_id and m.during && s.during)) then
        raise exception 'a head or deputy is no member in its season' using errcode = '23514', constraint = 'headship_member';
    end if;
    return null;
end
$$;
create constraint trigger headship_member after insert or update on headship
    for each row execute function headship_is_of_a_member();
create constraint trigger headship_member after update on membership
    for each row execute function headship_is_of_a_member();
create constraint trigger headship_member after update of during on season
    for each row execute function headship_is_of_a_member();

-- The rules a cluster adopts for a season; every version is kept.
create table regulation (
    season_id      uuid        not null,
    cluster_id     uuid        not null,
    number         int         not null check (number > 0),
    title          text        not null check (length(title) between 1 and 500),
    body           text check (length(body) between 1 and 100000),
    status         text        not null check (status in ('DRAFT', 'ADOPTED')),
    adopted_on     date,
    conference_id  uuid,
    -- Who may be nominated as leader: the elected unit, or the first in the ranking.
    candidate_rule text        not null check (candidate_rule in ('ELECTED', 'RANK_1')),
    tie_rule       text        not null check (tie_rule in ('SHARED', 'BALLOT')),
    provenance     provenance  not null,
    source         text check (length(source) between 1 and 1000),
    recorded_at    timestamptz not null default clock_timestamp(),
    primary key (season_id, number),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    check (adopted_on is null or status = 'ADOPTED'),
    foreign key (season_id, cluster_id) references season (id, cluster_id),
    foreign key (conference_id, cluster_id) references conference (id, cluster_id)
);
grant select, insert on regulation to ${app};
