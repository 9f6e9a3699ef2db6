-- A member of a cluster is looked at on a day; what is found is put right by the member and then confirmed by whoever acts for the cluster.
create table inspection (
    id             uuid primary key    default uuidv7(),
    season_id      uuid       not null,
    cluster_id     uuid       not null,
    unit_id        uuid       not null references unit,
    -- Who looked: an agency, or a team put together for it.
    inspector      text       not null check (inspector = btrim(inspector) and length(inspector) between 1 and 300),
    subject        text       not null check (subject = btrim(subject) and length(subject) between 1 and 500),
    held_on        date       not null,
    conclusion     text check (length(conclusion) between 1 and 10000),
    withdrawn_because text check (length(withdrawn_because) between 1 and 1000),
    provenance     provenance not null,
    source         text check (length(source) between 1 and 1000),
    version        bigint     not null default 1 check (version > 0),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    foreign key (season_id, cluster_id) references season (id, cluster_id),
    constraint inspection_once unique (season_id, unit_id, held_on, subject)
);
create index inspection_unit on inspection (unit_id);
create index inspection_newest on inspection (held_on, id);

create table inspection_finding (
    id            uuid primary key default uuidv7(),
    inspection_id uuid not null references inspection,
    number        int  not null check (number > 0),
    body          text not null check (length(body) between 1 and 5000),
    due_on        date,
    remedy        text check (length(remedy) between 1 and 5000),
    remedied_on   date,
    closed_on     date,
    constraint inspection_finding_number unique (inspection_id, number),
    check (num_nonnulls(remedy, remedied_on) in (0, 2)),
    check (closed_on is null or remedied_on is not null)
);
grant select, insert on inspection, inspection_finding to ${app};
grant update (withdrawn_because, version) on inspection to ${app};
grant update (remedy, remedied_on, closed_on) on inspection_finding to ${app};

create function finding_goes_forward() returns trigger language plpgsql as
$$
begin
    if old.closed_on is not null then
        raise exception 'a finding that is closed stays as it is' using errcode = '23514', constraint = 'finding_goes_forward';
    end if;
    return new;
end
$$;
create trigger finding_goes_forward before update on inspection_finding for each row execute function finding_goes_forward();
