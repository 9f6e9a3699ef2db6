-- Another unit does as the exemplar did (nhân rộng), since a day.
create table exemplar_replication (
    id                 uuid primary key     default uuidv7(),
    exemplar_id        uuid        not null references exemplar,
    unit_id            uuid        not null references unit,
    since              date        not null,
    registered_by      uuid        not null references person,
    registered_mandate uuid        not null references mandate,
    registered_at      timestamptz not null default kit.business_now(),
    constraint exemplar_replication_once unique (exemplar_id, unit_id)
);
create index exemplar_replication_unit on exemplar_replication (unit_id);
grant select, insert on exemplar_replication to ${app};

-- How it went on, as the unit itself says.
create table exemplar_follow_up (
    id               uuid primary key     default uuidv7(),
    replication_id   uuid        not null references exemplar_replication,
    day              date        not null,
    state            text        not null check (state in ('UNDER_WAY', 'ESTABLISHED', 'GIVEN_UP')),
    done             text        not null check (length(btrim(done)) between 1 and 5000),
    reason           text check (length(btrim(reason)) between 1 and 1000),
    reported_by      uuid        not null references person,
    reported_mandate uuid        not null references mandate,
    reported_at      timestamptz not null default kit.business_now(),
    check ((reason is not null) = (state = 'GIVEN_UP'))
);
create index exemplar_follow_up_replication on exemplar_follow_up (replication_id, day);
grant select, insert on exemplar_follow_up to ${app};

-- How a replication stands: as its last follow-up says.
create function replication_state(replication uuid) returns text language sql stable parallel safe
begin atomic
    select coalesce((select f.state from exemplar_follow_up f where f.replication_id = replication
                     order by f.day desc, f.id desc limit 1), 'UNDER_WAY');
end;

create function exemplar_is_replicated() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from exemplar x where x.id = new.exemplar_id and x.state = 'PUBLISHED' and x.unit_id <> new.unit_id) then
        raise exception 'another unit replicates what is published'
            using errcode = '23514', constraint = 'exemplar_is_replicated';
    end if;
    return new;
end
$$;
create trigger exemplar_is_replicated before insert on exemplar_replication
    for each row execute function exemplar_is_replicated();

create function exemplar_is_followed_up() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from exemplar_replication r join exemplar x on x.id = r.exemplar_id
                   where r.id = new.replication_id and x.state = 'PUBLISHED' and r.since <= new.day) then
        raise exception 'followed up is what is published, since it is replicated'
            using errcode = '23514', constraint = 'exemplar_is_followed_up';
    end if;
    return new;
end
$$;
create trigger exemplar_is_followed_up before insert on exemplar_follow_up
    for each row execute function exemplar_is_followed_up();
