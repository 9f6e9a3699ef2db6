-- A version that was already published, or is older than what was, must be refused where it is written: found only by the
-- appender, it would hold back the whole feed. The index catches two writers at once, the trigger what was already appended.
create unique index outbox_version on outbox (aggregate_type, aggregate_id, aggregate_version);

create function outbox_goes_forward() returns trigger language plpgsql security definer set search_path = kit, pg_temp as
$$
begin
    if exists (select from feed_event e
               where e.aggregate_type = new.aggregate_type and e.aggregate_id = new.aggregate_id
                 and e.aggregate_version >= new.aggregate_version)
       or exists (select from outbox o
                  where o.aggregate_type = new.aggregate_type and o.aggregate_id = new.aggregate_id
                    and o.aggregate_version > new.aggregate_version) then
        raise exception '% % already has version % or a later one', new.aggregate_type, new.aggregate_id, new.aggregate_version
            using errcode = 'unique_violation';
    end if;
    return null;
end
$$;
revoke execute on function outbox_goes_forward() from public;
-- After the insert: a statement that waited at the index for the appender sees here what the appender has moved.
create trigger outbox_goes_forward after insert on outbox for each row execute function outbox_goes_forward();

-- Of which epoch an event was that was set aside: after a restore of the source it must not be replayed.
alter table feed_parked add column epoch uuid;

-- Purging goes in portions, so that no statement runs into its time-out however much there is.
drop function purge_feed(interval);
create function purge_feed(keep interval, portion int) returns bigint
    language sql security definer set search_path = kit, pg_temp as
$$
with old as (
    select e.position from feed_event e
    where e.recorded_at < now() - keep
      and exists (select from feed_event n
                  where n.aggregate_type = e.aggregate_type and n.aggregate_id = e.aggregate_id
                    and n.aggregate_version > e.aggregate_version)
    order by e.position limit portion
), gone as (
    delete from feed_event e using old where e.position = old.position returning 1
)
select count(*) from gone
$$;
revoke execute on function purge_feed(interval, int) from public;
grant execute on function purge_feed(interval, int) to ${app};

drop function purge_idempotency(interval);
create function purge_idempotency(keep interval, portion int) returns bigint
    language sql security definer set search_path = kit, pg_temp as
$$
with old as (
    select caller, key from idempotency where created_at < now() - keep order by created_at limit portion
), gone as (
    delete from idempotency i using old where i.caller = old.caller and i.key = old.key returning 1
)
select count(*) from gone
$$;
revoke execute on function purge_idempotency(interval, int) from public;
grant execute on function purge_idempotency(interval, int) to ${app};
