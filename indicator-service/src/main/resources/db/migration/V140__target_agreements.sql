-- Between what a unit registers and what is frozen lies that both sides agree: the unit proposes, those who lead the season agree or send
-- it back, the organiser's office approves. Each step stays as it was made, with the numbers that were on the table; the last one says
-- where the unit stands. No step is as good as sent back: its people may write.
create table target_agreement_step (
    season_id  uuid        not null references target_sheet,
    unit_id    uuid        not null,
    version    bigint      not null check (version > 0),
    kind       text        not null
        check (kind in ('PROPOSED', 'CHANGED', 'WITHDRAWN', 'RETURNED', 'AGREED', 'APPROVED', 'REOPENED')),
    note       text        check (length(btrim(note)) between 1 and 1000),
    targets    jsonb       not null check (jsonb_typeof(targets) = 'array'),
    at         timestamptz not null default kit.business_now(),
    actor_kind text        not null,
    actor      text        not null,
    mandate_id uuid        not null,
    primary key (season_id, unit_id, version),
    constraint target_agreement_reason check (note is not null or kind not in ('RETURNED', 'REOPENED')),
    constraint target_agreement_of_something check (jsonb_array_length(targets) > 0 or kind <> 'PROPOSED')
);
grant select, insert on target_agreement_step to ${app};

-- Where each unit stands that ever proposed.
create view target_agreement as
select distinct on (s.season_id, s.unit_id) s.season_id, s.unit_id, s.version, s.kind,
       case when s.kind in ('PROPOSED', 'CHANGED') then 'PROPOSED' when s.kind = 'AGREED' then 'NEGOTIATED'
            when s.kind = 'APPROVED' then 'APPROVED' else 'DRAFT' end as status,
       s.note, s.at, s.actor, s.mandate_id
from target_agreement_step s
order by s.season_id, s.unit_id, s.version desc;
grant select on target_agreement to ${app};

-- One step follows from another, and none follows the freeze. The shared lock lines a step up behind a freeze that is under way.
create function target_agreement_goes_on() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    before target_agreement;
begin
    perform from target_sheet s where s.season_id = new.season_id and s.frozen_at is null for share;
    if not found then
        raise exception 'the targets are frozen' using errcode = 'check_violation', constraint = 'target_frozen';
    end if;
    select * into before from target_agreement a where (a.season_id, a.unit_id) = (new.season_id, new.unit_id);
    if new.version <> coalesce(before.version, 0) + 1
       or not (case new.kind
                  when 'PROPOSED' then coalesce(before.status, 'DRAFT') = 'DRAFT'
                  when 'CHANGED' then coalesce(before.status in ('PROPOSED', 'NEGOTIATED'), false)
                  when 'APPROVED' then coalesce(before.status = 'NEGOTIATED', false)
                  when 'REOPENED' then coalesce(before.status in ('NEGOTIATED', 'APPROVED'), false)
                  else coalesce(before.status = 'PROPOSED', false) end) then
        raise exception 'a % does not follow here', new.kind
            using errcode = 'check_violation', constraint = 'target_agreement_goes_on';
    end if;
    return new;
end
$$;
create trigger target_agreement_goes_on before insert on target_agreement_step
    for each row execute function target_agreement_goes_on();

-- A number that was agreed does not change under it: by the end of the transaction the agreement is at least proposed anew.
create function target_stays_agreed() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from target_agreement a
               where (a.season_id, a.unit_id) = (coalesce(new.season_id, old.season_id), coalesce(new.unit_id, old.unit_id))
                 and a.status in ('NEGOTIATED', 'APPROVED'))
       and exists (select from target_sheet s
                   where s.season_id = coalesce(new.season_id, old.season_id) and s.frozen_at is null) then
        raise exception 'the targets are agreed' using errcode = 'check_violation', constraint = 'target_agreed';
    end if;
    return null;
end
$$;
create constraint trigger target_stays_agreed after insert or update or delete on target
    deferrable initially deferred for each row execute function target_stays_agreed();

-- What is still being agreed is not frozen.
create function target_sheet_is_agreed() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from target_agreement a
               where a.season_id = new.season_id and a.status in ('PROPOSED', 'NEGOTIATED')) then
        raise exception 'targets are still being agreed'
            using errcode = 'check_violation', constraint = 'target_agreement_open';
    end if;
    return new;
end
$$;
create trigger target_sheet_is_agreed before update on target_sheet
    for each row when (old.frozen_at is null and new.frozen_at is not null) execute function target_sheet_is_agreed();
