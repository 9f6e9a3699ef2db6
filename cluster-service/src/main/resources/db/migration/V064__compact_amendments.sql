-- A signed compact is amended by another that all members sign; until they have, the first one holds.
alter table compact
    add column amends_id        uuid references compact,
    add column amendment_reason text check (length(btrim(amendment_reason)) between 1 and 1000),
    drop constraint compact_status_check,
    add constraint compact_status_check check (status in ('SIGNING', 'SIGNED', 'SUPERSEDED', 'WITHDRAWN')),
    drop constraint compact_check4,
    add constraint compact_signed_on_day
        check (mode = 'RECORDED' or (signed_on is not null) = (status in ('SIGNED', 'SUPERSEDED'))),
    add constraint compact_amended_with_reason check ((amends_id is null) = (amendment_reason is null)),
    add constraint compact_amended_live check (amends_id is null or mode = 'LIVE');
drop index compact_once;
create unique index compact_in_force on compact (season_id) where status = 'SIGNED';
create unique index compact_in_signing on compact (season_id) where status = 'SIGNING';
create index compact_amends on compact (amends_id) where amends_id is not null;

-- A season's first compact begins from nothing, every other from the one in force.
create function compact_begins_or_amends() returns trigger language plpgsql as
$$
begin
    if new.amends_id is distinct from
       (select p.id from compact p where p.season_id = new.season_id and p.status = 'SIGNED') then
        raise exception 'a compact amends the one in force, or is the first' using errcode = '23514', constraint = 'compact_amends';
    end if;
    return new;
end
$$;
create trigger compact_begins_or_amends before insert on compact
    for each row when (new.mode = 'LIVE') execute function compact_begins_or_amends();

create or replace function compact_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if (old.text, old.text_sha256, old.title, old.preamble, old.season_id, old.amends_id, old.amendment_reason)
       is distinct from (new.text, new.text_sha256, new.title, new.preamble, new.season_id, new.amends_id, new.amendment_reason) then
        raise exception 'the words of a compact do not change' using errcode = '23514', constraint = 'compact_goes_forward';
    end if;
    if old.status = 'SIGNED' and new.status = 'SUPERSEDED' and old.signed_on is not distinct from new.signed_on and exists (
        select from compact n where n.amends_id = old.id and n.status = 'SIGNING'
        and not exists (select from compact_member m where m.compact_id = n.id and not exists (
            select from compact_signature s where s.compact_id = m.compact_id and s.unit_id = m.unit_id))) then
        return new;
    end if;
    if old.status <> 'SIGNING' then
        raise exception 'a compact that is % stays as it is', old.status
            using errcode = '23514', constraint = 'compact_goes_forward';
    end if;
    if new.status = 'SIGNED' and exists (
        select from compact_member m where m.compact_id = new.id
        and not exists (select from compact_signature s where s.compact_id = m.compact_id and s.unit_id = m.unit_id)) then
        raise exception 'not all members have signed' using errcode = '23514', constraint = 'compact_goes_forward';
    end if;
    return new;
end
$$;
