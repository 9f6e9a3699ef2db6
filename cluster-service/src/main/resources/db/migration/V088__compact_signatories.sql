-- Who signs for a member: one leader, or several of them, each in a capacity of its own. Until here it was one leader a member.
create table compact_signatory (
    compact_id uuid     not null,
    unit_id    uuid     not null,
    number     smallint not null check (number between 1 and 5),
    capacity   text check (capacity = btrim(capacity) and length(capacity) between 1 and 100 and capacity is nfc normalized),
    primary key (compact_id, unit_id, number),
    foreign key (compact_id, unit_id) references compact_member (compact_id, unit_id),
    constraint compact_signatory_once unique nulls not distinct (compact_id, unit_id, capacity),
    -- One leader need not say in which capacity; of several each does.
    constraint compact_signatory_named
        exclude using gist (compact_id with =, unit_id with =, ((capacity is null)::int) with <>)
);
grant select, insert, delete on compact_signatory to ${app};
insert into compact_signatory (compact_id, unit_id, number) select compact_id, unit_id, 1 from compact_member;

alter table compact_signature
    add column number smallint not null default 1,
    drop constraint compact_signature_pkey,
    drop constraint compact_signature_compact_id_unit_id_fkey,
    add primary key (compact_id, unit_id, number),
    add foreign key (compact_id, unit_id, number) references compact_signatory (compact_id, unit_id, number),
    -- Two capacities are two people.
    add constraint compact_signature_one_a_person unique (compact_id, unit_id, person_id);
alter table compact_signature alter column number drop default;

-- How far each member is; it has signed when every one of its signatories has.
create function compact_signing(compact uuid)
    returns table (unit_id uuid, signatories bigint, signatures bigint, signed_at timestamptz) language sql stable parallel safe
begin atomic
    select m.unit_id, count(s.number), count(g.number),
           case when count(s.number) > 0 and count(s.number) = count(g.number) then max(g.signed_at) end
    from compact_member m
    left join compact_signatory s on s.compact_id = m.compact_id and s.unit_id = m.unit_id
    left join compact_signature g on g.compact_id = s.compact_id and g.unit_id = s.unit_id and g.number = s.number
    where m.compact_id = compact
    group by m.unit_id;
end;

-- Who signs for a member is settled by its first signature, and once the compact is no longer being signed.
create function compact_signatories_settle() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    line compact_signatory;
begin
    if tg_op = 'DELETE' then
        line := old;
    else
        line := new;
    end if;
    if not exists (select from compact c where c.id = line.compact_id and c.status = 'SIGNING')
       or exists (select from compact_signature s where s.compact_id = line.compact_id and s.unit_id = line.unit_id) then
        raise exception 'who signs for this member is settled' using errcode = '23514', constraint = 'compact_signatories_settle';
    end if;
    return line;
end
$$;
create trigger compact_signatories_settle before insert or update or delete on compact_signatory
    for each row execute function compact_signatories_settle();

create or replace function compact_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if (old.text, old.text_sha256, old.title, old.preamble, old.season_id, old.amends_id, old.amendment_reason)
       is distinct from (new.text, new.text_sha256, new.title, new.preamble, new.season_id, new.amends_id, new.amendment_reason) then
        raise exception 'the words of a compact do not change' using errcode = '23514', constraint = 'compact_goes_forward';
    end if;
    if old.status = 'SIGNED' and new.status = 'SUPERSEDED' and old.signed_on is not distinct from new.signed_on and exists (
        select from compact n where n.amends_id = old.id and n.status = 'SIGNING'
        and not exists (select from compact_signing(n.id) m where m.signed_at is null)) then
        return new;
    end if;
    if old.status <> 'SIGNING' then
        raise exception 'a compact that is % stays as it is', old.status
            using errcode = '23514', constraint = 'compact_goes_forward';
    end if;
    if new.status = 'SIGNED' and exists (select from compact_signing(new.id) m where m.signed_at is null) then
        raise exception 'not all members have signed' using errcode = '23514', constraint = 'compact_goes_forward';
    end if;
    return new;
end
$$;
