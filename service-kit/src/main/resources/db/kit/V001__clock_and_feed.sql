-- What every service keeps besides its own tables. The owner role owns all of it; ${app} gets what it needs and no more.
grant usage on schema kit to ${app};

-- One business clock: deadlines ask business_now(); audit, leases and tokens use real time. The offset moves only in a demo.
create table business_clock (
    only_row boolean primary key default true check (only_row),
    shift    interval not null default interval '0'
);
insert into business_clock default values;
grant select on business_clock to ${app};

create function business_now() returns timestamptz language sql stable
    return now() + (select shift from kit.business_clock);

-- Deadlines and validity are days in Hanoi, whatever zone the session has.
create function business_today() returns date language sql stable
    return (kit.business_now() at time zone 'Asia/Ho_Chi_Minh')::date;

-- The feed -----------------------------------------------------------------------------------------------------------
-- Writers insert into outbox in their own transaction. One appender at a time (the lock on feed_head) moves committed rows
-- to feed_event and gives them their position, so a reader who has seen position n will never meet a smaller one later.
create table feed_head (
    only_row       boolean primary key default true check (only_row),
    epoch          uuid        not null default gen_random_uuid(),
    last_position  bigint      not null default 0,
    complete_until timestamptz not null default now()
);
insert into feed_head default values;
grant select on feed_head to ${app};

create table outbox (
    seq               bigint generated always as identity primary key,
    aggregate_type    text        not null,
    aggregate_id      uuid        not null,
    aggregate_version bigint      not null check (aggregate_version > 0),
    event_type        text        not null,
    audience          text        not null check (audience in ('INTERNAL', 'UNIT')),
    unit_id           uuid,
    data              jsonb       not null,
    recorded_at       timestamptz not null default clock_timestamp(),
    check (audience = 'INTERNAL' or unit_id is not null)
);
grant insert on outbox to ${app};

create table feed_event (
    position          bigint primary key,
    aggregate_type    text        not null,
    aggregate_id      uuid        not null,
    aggregate_version bigint      not null,
    event_type        text        not null,
    audience          text        not null,
    unit_id           uuid,
    data              jsonb       not null,
    recorded_at       timestamptz not null,
    -- Two writers that both think they wrote version n cannot both be in the feed.
    unique (aggregate_type, aggregate_id, aggregate_version)
);
grant select on feed_event to ${app};

-- Moves up to `batch` committed events and tells where the feed stands. Within one aggregate the identity column follows the
-- order of commits, because a writer holds the aggregate's row from before the insert until its commit.
create function append_outbox(batch int, out epoch uuid, out last_position bigint, out complete_until timestamptz, out moved int)
    language plpgsql security definer set search_path = kit, pg_temp as
$$
declare
    head    feed_head;
    started timestamptz;
begin
    select * into head from feed_head for update;
    started := clock_timestamp();
    with taken as (
        delete from outbox o where o.seq in (select seq from outbox order by seq limit batch)
        returning o.*
    )
    insert into feed_event (position, aggregate_type, aggregate_id, aggregate_version, event_type, audience, unit_id, data, recorded_at)
    select head.last_position + row_number() over (order by t.seq),
           t.aggregate_type, t.aggregate_id, t.aggregate_version, t.event_type, t.audience, t.unit_id, t.data, t.recorded_at
    from taken t;
    get diagnostics moved = row_count;
    epoch := head.epoch;
    last_position := head.last_position + moved;
    complete_until := case when moved < batch then started else head.complete_until end;
    -- An idle feed is confirmed once a second, not at every look.
    if moved > 0 or started - head.complete_until > interval '1 second' then
        update feed_head h set last_position = append_outbox.last_position, complete_until = append_outbox.complete_until;
    else
        complete_until := head.complete_until;
    end if;
end
$$;
revoke execute on function append_outbox(int) from public;
grant execute on function append_outbox(int) to ${app};

-- Retention: an event older than `keep` goes once a newer event of its aggregate exists. Events carry the whole state, so the
-- feed read from its beginning is always a full picture.
create function purge_feed(keep interval) returns bigint language sql security definer set search_path = kit, pg_temp as
$$
with gone as (
    delete from feed_event e
    where e.recorded_at < now() - keep
      and exists (select from feed_event n
                  where n.aggregate_type = e.aggregate_type and n.aggregate_id = e.aggregate_id
                    and n.aggregate_version > e.aggregate_version)
    returning 1
)
select count(*) from gone
$$;
revoke execute on function purge_feed(interval) from public;
grant execute on function purge_feed(interval) to ${app};

-- After a restore: readers who are ahead of the restored data learn it from the new epoch and start from the snapshot.
create function renew_epoch() returns uuid language sql security definer set search_path = kit, pg_temp as
$$ update feed_head set epoch = gen_random_uuid() returning epoch $$;
revoke execute on function renew_epoch() from public;

-- The reading side ---------------------------------------------------------------------------------------------------
create table feed_cursor (
    source            text primary key,
    epoch             uuid,
    position          bigint not null default 0,
    as_of             timestamptz,
    -- While a snapshot is being read: the position it stands for.
    snapshot_position bigint
);
create table feed_applied (
    source            text        not null,
    aggregate_type    text        not null,
    aggregate_id      uuid        not null,
    epoch             uuid        not null,
    version           bigint      not null,
    applied_at        timestamptz not null default clock_timestamp(),
    primary key (source, aggregate_type, aggregate_id)
);
create table feed_parked (
    id                uuid primary key default uuidv7(),
    source            text        not null,
    aggregate_type    text        not null,
    aggregate_id      uuid        not null,
    aggregate_version bigint      not null,
    event             jsonb       not null,
    error             text        not null,
    parked_at         timestamptz not null default clock_timestamp(),
    unique (source, aggregate_type, aggregate_id)
);
grant select, insert, update, delete on feed_cursor, feed_applied, feed_parked to ${app};
