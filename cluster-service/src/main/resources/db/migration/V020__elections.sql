-- The election of the leading unit by secret ballot. What lies here must not tell who chose whom, not even to somebody who holds
-- the whole data directory and its log: choices are sealed before they come here, to a key that is never here and is destroyed
-- once they are counted. Nothing of a voter carries a time or a sequence that something of a choice carries too.
create table election (
    id                    uuid primary key default uuidv7(),
    cluster_id            uuid   not null,
    season_id             uuid   not null,
    conference_id         uuid   not null,
    title                 text   not null check (title = btrim(title) and length(title) between 1 and 300 and title is nfc normalized),
    quorum_numerator      int    not null check (quorum_numerator > 0),
    quorum_denominator    int    not null check (quorum_denominator between quorum_numerator and 1000),
    threshold_numerator   int    not null check (threshold_numerator > 0),
    threshold_denominator int    not null check (threshold_denominator between threshold_numerator and 1000),
    base                  text   not null check (base in ('PRESENT', 'ALL_MEMBERS')),
    status                text   not null default 'DRAFT' check (status in ('DRAFT', 'OPEN', 'COUNTED', 'VOID')),
    key_id                uuid unique,
    public_key            bytea,
    opened_at             timestamptz,
    closed_at             timestamptz,
    result                text check (result in ('ELECTED', 'BELOW_QUORUM', 'BELOW_THRESHOLD', 'TIE')),
    elected_unit_id       uuid,
    ballots_cast          int check (ballots_cast >= 3),
    ballots_blank         int check (ballots_blank between 0 and ballots_cast),
    void_reason           text check (length(void_reason) between 1 and 1000),
    -- When the private key was known to be gone from the key folder.
    key_destroyed_at      timestamptz,
    version               bigint not null default 1 check (version > 0),
    foreign key (season_id, cluster_id) references season (id, cluster_id),
    foreign key (conference_id, cluster_id) references conference (id, cluster_id),
    check (num_nonnulls(key_id, public_key, opened_at) in (0, 3)),
    check ((opened_at is null) = (status = 'DRAFT') or status = 'VOID'),
    check ((closed_at is null) = (status in ('DRAFT', 'OPEN'))),
    check (num_nonnulls(result, ballots_cast, ballots_blank) = case when status = 'COUNTED' then 3 else 0 end),
    check ((elected_unit_id is not null) = (result is not distinct from 'ELECTED')),
    check ((void_reason is not null) = (status = 'VOID')),
    check (key_destroyed_at is null or closed_at is not null)
);
create index election_season on election (season_id);
create index election_conference on election (conference_id);
create index election_key_to_destroy on election (id)
    where key_id is not null and key_destroyed_at is null and status in ('COUNTED', 'VOID');
-- A draft is made anew rather than changed: what is voted on stands from the beginning.
grant select, insert on election to ${app};
grant update (status, key_id, public_key, opened_at, closed_at, result, elected_unit_id, ballots_cast, ballots_blank, void_reason,
              key_destroyed_at, version) on election to ${app};

create table election_candidate (
    election_id uuid not null references election,
    unit_id     uuid not null references unit,
    votes       int check (votes >= 0),
    primary key (election_id, unit_id)
);
grant select, insert on election_candidate to ${app};
grant update (votes) on election_candidate to ${app};
alter table election add foreign key (id, elected_unit_id) references election_candidate (election_id, unit_id);

-- Who may cast a ballot: the members on the day of the conference, as they stood when the session was opened.
create table election_voter (
    election_id uuid not null references election,
    unit_id     uuid not null references unit,
    primary key (election_id, unit_id)
);
grant select, insert on election_voter to ${app};

-- That a member has cast its ballot. The receipt is random and says nothing.
create table election_mark (
    election_id uuid not null,
    unit_id     uuid not null,
    receipt     uuid not null unique,
    primary key (election_id, unit_id),
    foreign key (election_id, unit_id) references election_voter (election_id, unit_id)
);
grant select, insert on election_mark to ${app};

-- The envelopes of an open session, all of one length; the key orders them by chance. They go with the count.
create table election_envelope (
    election_id uuid  not null references election,
    envelope    bytea not null check (octet_length(envelope) = 64),
    primary key (election_id, envelope)
);
grant select, insert on election_envelope to ${app};

-- The choices after the count, written at once in shuffled order; null is a blank ballot.
create table election_choice (
    election_id uuid not null references election,
    number      int  not null check (number > 0),
    unit_id     uuid,
    primary key (election_id, number),
    foreign key (election_id, unit_id) references election_candidate (election_id, unit_id)
);
grant select, insert on election_choice to ${app};

-- Ballots only while the session is open, choices only as its count.
create function election_takes() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from election e where e.id = new.election_id and e.status = tg_argv[0]) then
        raise exception '% only while the election is %', tg_table_name, tg_argv[0]
            using errcode = '23514', constraint = 'election_takes';
    end if;
    return new;
end
$$;
create trigger election_takes before insert on election_candidate for each row execute function election_takes('DRAFT');
create trigger election_takes before insert on election_voter for each row execute function election_takes('DRAFT');
create trigger election_takes before insert on election_mark for each row execute function election_takes('OPEN');
create trigger election_takes before insert on election_envelope for each row execute function election_takes('OPEN');
create trigger election_takes before insert or update on election_choice for each row execute function election_takes('OPEN');
create trigger election_takes_votes before update on election_candidate for each row execute function election_takes('OPEN');

-- Forward only, and a count only when every mark has its choice and every choice its vote.
create function election_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    marks   bigint;
    choices bigint;
    blank   bigint;
begin
    if old.status <> new.status
       and (old.status, new.status) not in (('DRAFT', 'OPEN'), ('DRAFT', 'VOID'), ('OPEN', 'COUNTED'), ('OPEN', 'VOID')) then
        raise exception 'an election that is % cannot become %', old.status, new.status
            using errcode = '23514', constraint = 'election_goes_forward';
    end if;
    if old.status in ('COUNTED', 'VOID') and (old.key_destroyed_at is not null or to_jsonb(old) - 'key_destroyed_at'
       is distinct from to_jsonb(new) - 'key_destroyed_at') then
        raise exception 'an election that is % stays as it is', old.status
            using errcode = '23514', constraint = 'election_goes_forward';
    end if;
    if old.public_key is not null and (old.public_key, old.key_id) is distinct from (new.public_key, new.key_id) then
        raise exception 'a session keeps its key' using errcode = '23514', constraint = 'election_goes_forward';
    end if;
    if old.status = 'OPEN' and new.status = 'COUNTED' then
        select count(*) into marks from election_mark where election_id = new.id;
        select count(*), count(*) filter (where unit_id is null) into choices, blank
        from election_choice where election_id = new.id;
        if marks <> choices or choices <> new.ballots_cast or blank <> new.ballots_blank
           or exists (select from election_candidate c where c.election_id = new.id
                      and c.votes is distinct from (select count(*) from election_choice x
                                                    where x.election_id = new.id and x.unit_id = c.unit_id)) then
            raise exception 'the count does not match the ballots' using errcode = '23514', constraint = 'election_count';
        end if;
    end if;
    return new;
end
$$;
create trigger election_goes_forward before update on election for each row execute function election_goes_forward();

-- Envelopes are worthless without their key; what is still to be seen of them goes too.
create function forget_envelopes(election uuid) returns void
    language sql security definer set search_path = public, pg_temp as
$$
delete from election_envelope v using election e
where v.election_id = $1 and e.id = $1 and e.status in ('COUNTED', 'VOID')
$$;
revoke execute on function forget_envelopes(uuid) from public;
grant execute on function forget_envelopes(uuid) to ${app};
