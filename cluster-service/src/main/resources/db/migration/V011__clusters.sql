-- What a record rests on: made here, said by a document, known publicly, or made up for a demonstration.
create domain provenance as text check (value in ('LIVE', 'IN_DOCUMENT', 'NOT_IN_DOCUMENT', 'INVENTED'));

-- The unit's name on a day; outside its life the nearest one.
create function unit_name(unit uuid, day date) returns text language sql stable parallel safe
begin atomic
    select s.name from unit_state s where s.unit_id = unit
    order by s.during @> day desc, abs(lower(s.during) - day) limit 1;
end;

-- A group of like units that compete. The organiser is the unit whose council ranks it.
create table cluster (
    id           uuid primary key    default uuidv7(),
    code         text       not null check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,34}$'),
    name         text       not null check (name = btrim(name) and length(name) between 1 and 300 and name is nfc normalized),
    kind         text       not null check (kind in ('REGIONAL', 'SECTORAL')),
    organiser_id uuid       not null references unit,
    founded_on   date,
    provenance   provenance not null,
    source       text check (length(source) between 1 and 1000),
    version      bigint     not null default 1 check (version > 0),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    constraint cluster_code unique (organiser_id, code),
    -- Lets a membership carry its organiser, so that the key below can speak of it.
    constraint cluster_organiser unique (id, organiser_id)
);
create index cluster_search on cluster using gin (search_text(name) gin_trgm_ops);
grant select, insert, update on cluster to ${app};

create table membership (
    id           uuid primary key    default uuidv7(),
    cluster_id   uuid       not null,
    organiser_id uuid       not null,
    unit_id      uuid       not null references unit,
    during       daterange  not null check (not isempty(during) and not lower_inf(during)),
    leave_reason text check (length(leave_reason) between 1 and 1000),
    provenance   provenance not null,
    source       text check (length(source) between 1 and 1000),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    foreign key (cluster_id, organiser_id) references cluster (id, organiser_id),
    -- Nobody is ranked twice by one council: on any day a unit is in one cluster of an organiser. Another organiser's cluster at
    -- the same time is legal (a provincial block and a ministry's group).
    constraint membership_once unique (organiser_id, unit_id, during without overlaps),
    -- A member exists as long as it is one.
    constraint membership_unit foreign key (unit_id, period during) references unit_state (unit_id, period during)
        deferrable initially immediate
);
create index membership_cluster on membership (cluster_id);
create index membership_unit_id on membership (unit_id);
grant select, insert, update on membership to ${app};
