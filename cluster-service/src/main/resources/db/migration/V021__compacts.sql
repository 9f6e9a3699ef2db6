-- The frozen targets of a season as indicator-service tells them: the words a compact is made of.
create table season_targets (
    season_id   uuid primary key,
    text        text        not null,
    text_sha256 text        not null check (text_sha256 ~ '^[0-9a-f]{64}$'),
    frozen_at   timestamptz not null,
    check (text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
grant select, insert, update, delete on season_targets to ${app};

-- The yearly pledge of a cluster's members. What is signed is the text as it is stored here, and no column of it can change.
create table compact (
    id             uuid primary key default uuidv7(),
    season_id      uuid       not null,
    cluster_id     uuid       not null,
    mode           text       not null check (mode in ('LIVE', 'RECORDED')),
    title          text       not null check (title = btrim(title) and length(title) between 1 and 300 and title is nfc normalized),
    preamble       text check (length(preamble) between 1 and 10000),
    targets_sha256 text check (targets_sha256 ~ '^[0-9a-f]{64}$'),
    text           text,
    text_sha256    text check (text_sha256 ~ '^[0-9a-f]{64}$'),
    status         text       not null check (status in ('SIGNING', 'SIGNED', 'WITHDRAWN')),
    signed_on      date,
    conference_id  uuid,
    withdraw_reason text check (length(withdraw_reason) between 1 and 1000),
    provenance     provenance not null,
    source         text check (length(source) between 1 and 1000),
    version        bigint     not null default 1 check (version > 0),
    foreign key (season_id, cluster_id) references season (id, cluster_id),
    foreign key (conference_id, cluster_id) references conference (id, cluster_id),
    -- Lets a signature name the very text it is under.
    constraint compact_text unique (id, text_sha256),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    check (num_nonnulls(targets_sha256, text, text_sha256) = case mode when 'LIVE' then 3 else 0 end),
    check (text is null or text_sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
    check (mode = 'LIVE' or status <> 'SIGNING'),
    check (mode = 'RECORDED' or (signed_on is not null) = (status = 'SIGNED')),
    check ((withdraw_reason is not null) = (status = 'WITHDRAWN'))
);
create unique index compact_once on compact (season_id) where status <> 'WITHDRAWN';
create index compact_season on compact (season_id);
create index compact_conference on compact (conference_id);
grant select, insert on compact to ${app};
grant update (status, signed_on, withdraw_reason, version) on compact to ${app};

-- Who has to sign: the members when the compact was drawn up.
create table compact_member (
    compact_id uuid not null references compact,
    unit_id    uuid not null references unit,
    primary key (compact_id, unit_id)
);
grant select, insert on compact_member to ${app};

create table compact_signature (
    compact_id  uuid        not null,
    unit_id     uuid        not null,
    text_sha256 text        not null,
    person_id   uuid        not null references person,
    mandate_id  uuid        not null references mandate,
    signed_at   timestamptz not null default clock_timestamp(),
    primary key (compact_id, unit_id),
    foreign key (compact_id, unit_id) references compact_member (compact_id, unit_id),
    foreign key (compact_id, text_sha256) references compact (id, text_sha256)
);
create index compact_signature_person on compact_signature (person_id);
create index compact_signature_mandate on compact_signature (mandate_id);
grant select, insert on compact_signature to ${app};

-- Signed means by all of them; signed or withdrawn is for good.
create function compact_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if old.status <> 'SIGNING' then
        raise exception 'a compact that is % stays as it is', old.status
            using errcode = '23514', constraint = 'compact_goes_forward';
    end if;
    if (old.text, old.text_sha256, old.title, old.preamble, old.season_id)
       is distinct from (new.text, new.text_sha256, new.title, new.preamble, new.season_id) then
        raise exception 'the words of a compact do not change' using errcode = '23514', constraint = 'compact_goes_forward';
    end if;
    if new.status = 'SIGNED' and exists (
        select from compact_member m where m.compact_id = new.id
        and not exists (select from compact_signature s where s.compact_id = m.compact_id and s.unit_id = m.unit_id)) then
        raise exception 'not all members have signed' using errcode = '23514', constraint = 'compact_goes_forward';
    end if;
    return new;
end
$$;
create trigger compact_goes_forward before update on compact for each row execute function compact_goes_forward();

create function compact_takes_signatures() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from compact c where c.id = new.compact_id and c.status = 'SIGNING') then
        raise exception 'the compact takes no signatures' using errcode = '23514', constraint = 'compact_takes_signatures';
    end if;
    return new;
end
$$;
create trigger compact_takes_signatures before insert on compact_signature
    for each row execute function compact_takes_signatures();
