-- Who, when, from where, before, after, why. Written in the writer's transaction without a chain (a chain inside the
-- transaction would line all writers up); sealed in order afterwards.
create table audit (
    id             uuid primary key     default uuidv7(),
    at             timestamptz not null default clock_timestamp(),
    actor_kind     text        not null,
    actor          text        not null,
    origin         text        not null,
    action         text        not null,
    aggregate_type text        not null,
    aggregate_id   uuid        not null,
    unit_id        uuid,
    mandate_id     uuid,
    mandate_as_of  timestamptz,
    before         jsonb,
    after          jsonb,
    reason         text
);
create index audit_aggregate on audit (aggregate_id, id desc);
create index audit_mandate on audit (mandate_id) where mandate_id is not null;
grant select, insert on audit to ${app};

-- Which rows still wait for their seal; filled by a trigger so that no writer can leave it out.
create table audit_unsealed (
    audit_id uuid primary key references audit
);
grant select on audit_unsealed to ${app};

create function audit_await_seal() returns trigger language plpgsql security definer set search_path = kit, pg_temp as
$$ begin insert into audit_unsealed values (new.id); return null; end $$;
revoke execute on function audit_await_seal() from public;
create trigger audit_await_seal after insert on audit for each row execute function audit_await_seal();

create table audit_seal (
    seq       bigint primary key check (seq > 0),
    audit_id  uuid        not null unique references audit,
    hash      bytea       not null check (octet_length(hash) = 32),
    sealed_at timestamptz not null default clock_timestamp()
);
grant select on audit_seal to ${app};

create table audit_head (
    only_row boolean primary key default true check (only_row),
    seq      bigint not null default 0,
    hash     bytea  not null default decode(repeat('00', 32), 'hex')
);
insert into audit_head default values;
grant select on audit_head to ${app};

-- One sealer at a time: the lock lasts until its transaction ends.
create function audit_lock_head(out seq bigint, out hash bytea) language sql security definer set search_path = kit, pg_temp as
$$ select h.seq, h.hash from audit_head h for update $$;
revoke execute on function audit_lock_head() from public;
grant execute on function audit_lock_head() to ${app};

create function audit_seal_rows(first_seq bigint, ids uuid[], hashes bytea[]) returns void
    language plpgsql security definer set search_path = kit, pg_temp as
$$
begin
    if first_seq <> (select h.seq + 1 from audit_head h for update) then
        raise exception 'seal % does not follow the head', first_seq;
    end if;
    insert into audit_seal (seq, audit_id, hash)
    select first_seq + u.n - 1, u.id, u.hash from unnest(ids, hashes) with ordinality as u(id, hash, n);
    delete from audit_unsealed where audit_id = any (ids);
    update audit_head h set seq = first_seq + cardinality(ids) - 1, hash = hashes[cardinality(hashes)];
end
$$;
revoke execute on function audit_seal_rows(bigint, uuid[], bytea[]) from public;
grant execute on function audit_seal_rows(bigint, uuid[], bytea[]) to ${app};
