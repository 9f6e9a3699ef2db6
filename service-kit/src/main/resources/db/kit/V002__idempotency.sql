-- The saved answer of a write that was asked for with an Idempotency-Key. It is written in the write's own transaction.
create table idempotency (
    caller       text        not null,
    key          uuid        not null,
    operation    text        not null,
    body_hash    bytea       not null,
    status       int         not null check (status between 200 and 299),
    headers      jsonb       not null,
    body         bytea       not null,
    created_at   timestamptz not null default clock_timestamp(),
    primary key (caller, key)
);
create index idempotency_created_at on idempotency (created_at);
grant select, insert on idempotency to ${app};

create function purge_idempotency(keep interval) returns bigint language sql security definer set search_path = kit, pg_temp as
$$ with gone as (delete from idempotency where created_at < now() - keep returning 1) select count(*) from gone $$;
revoke execute on function purge_idempotency(interval) from public;
grant execute on function purge_idempotency(interval) to ${app};
