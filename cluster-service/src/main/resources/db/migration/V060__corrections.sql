-- What recorded things were before they were corrected or withdrawn. The database keeps it, whoever changes them, and lets nothing
-- change for which no reason is given.
create table correction (
    id           uuid primary key     default uuidv7(),
    kind         text        not null check (kind in ('HEADSHIP', 'MEMBERSHIP', 'KEY_TASK', 'MOVEMENT', 'LINEAGE')),
    record_id    uuid        not null,
    -- The organiser of the cluster, the unit that launched the movement, a unit of the lineage: where it may be read.
    unit_id      uuid        not null references unit,
    withdrawn    boolean     not null,
    was          jsonb       not null,
    reason       text        not null check (length(reason) between 1 and 1000),
    corrected_at timestamptz not null default clock_timestamp()
);
create index correction_record on correction (record_id, id);
grant select on correction to ${app};

alter table key_task add version bigint not null default 1 check (version > 0);
alter table movement add version bigint not null default 1 check (version > 0);
alter table lineage add version bigint not null default 1 check (version > 0);
alter table lineage_unit drop constraint lineage_unit_lineage_id_fkey;
alter table lineage_unit add constraint lineage_unit_lineage_id_fkey foreign key (lineage_id) references lineage on delete cascade;
grant update, delete on headship, key_task, movement, lineage to ${app};
grant delete on membership, lineage_unit to ${app};

create function keep_correction() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
declare
    was jsonb := to_jsonb(old);
begin
    if tg_op = 'UPDATE' and to_jsonb(new) = was then
        return new;
    end if;
    if tg_argv[0] = 'MEMBERSHIP' then
        was := was - 'during'
            || jsonb_build_object('from', lower(old.during), 'to', case when upper_inf(old.during) then null else upper(old.during) - 1 end);
    elsif tg_argv[0] = 'LINEAGE' then
        was := was - 'fingerprint'
            || jsonb_build_object(
                'predecessors', (select coalesce(jsonb_agg(x.unit_id order by x.unit_id), '[]') from lineage_unit x
                                 where x.lineage_id = old.id and x.side = 'PREDECESSOR'),
                'successors', (select coalesce(jsonb_agg(x.unit_id order by x.unit_id), '[]') from lineage_unit x
                               where x.lineage_id = old.id and x.side = 'SUCCESSOR'));
    end if;
    insert into correction (kind, record_id, unit_id, withdrawn, was, reason)
    values (tg_argv[0], old.id,
            coalesce((select c.organiser_id from cluster c where c.id = cast(was ->> 'cluster_id' as uuid)),
                     cast(was ->> 'unit_id' as uuid),
                     (select x.unit_id from lineage_unit x where x.lineage_id = old.id order by x.side, x.unit_id limit 1)),
            tg_op = 'DELETE', was, nullif(current_setting('thidua.reason', true), ''));
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger keep_correction before update or delete on headship for each row execute function keep_correction('HEADSHIP');
create trigger keep_correction before update or delete on membership for each row execute function keep_correction('MEMBERSHIP');
create trigger keep_correction before update or delete on key_task for each row execute function keep_correction('KEY_TASK');
create trigger keep_correction before update or delete on movement for each row execute function keep_correction('MOVEMENT');
create trigger keep_correction before update or delete on lineage for each row execute function keep_correction('LINEAGE');

-- What would be left without ground if a unit's days in a cluster changed from one to the other: heads, pledges, votes, and
-- seasons that were closed in the platform.
create function membership_carries(cluster uuid, unit uuid, was datemultirange, becomes datemultirange)
    returns table (what text, id uuid) language sql stable set search_path = public, pg_temp as
$$
select 'HEADSHIP', h.id from headship h join season s on s.id = h.season_id
where h.cluster_id = $1 and h.unit_id = $2 and not s.during && $4
union all
select 'COMPACT', c.id from compact c join compact_member m on m.compact_id = c.id join season s on s.id = c.season_id
where c.cluster_id = $1 and m.unit_id = $2 and c.mode = 'LIVE' and c.status <> 'WITHDRAWN' and not s.during && $4
union all
select 'ELECTION', e.id from election e join election_voter v on v.election_id = e.id join conference k on k.id = e.conference_id
where e.cluster_id = $1 and v.unit_id = $2 and e.status in ('OPEN', 'COUNTED') and not $4 @> k.held_on
union all
select 'SEASON', s.id from season s
where s.cluster_id = $1 and s.mode = 'LIVE' and s.state = 'CLOSED' and (s.during && $3) <> (s.during && $4)
$$;
create function membership_stays_ground() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    others datemultirange;
begin
    select coalesce(range_agg(m.during), '{}') into others from membership m
    where m.cluster_id = old.cluster_id and m.unit_id = old.unit_id and m.id <> old.id;
    if exists (select from membership_carries(
        old.cluster_id, old.unit_id, others + datemultirange(old.during),
        case tg_op when 'DELETE' then others else others + datemultirange(new.during) end)) then
        raise exception 'something stands on the membership' using errcode = '23514', constraint = 'membership_carries';
    end if;
    return null;
end
$$;
create constraint trigger membership_carries after update or delete on membership
    for each row execute function membership_stays_ground();
create function membership_keeps_whose() returns trigger language plpgsql as
$$
begin
    if (old.cluster_id, old.unit_id) is distinct from (new.cluster_id, new.unit_id) then
        raise exception 'a membership keeps its unit and cluster' using errcode = '23514', constraint = 'membership_keeps_whose';
    end if;
    return new;
end
$$;
create trigger membership_keeps_whose before update on membership for each row execute function membership_keeps_whose();

-- Who led a live season stays once it is closed, or a compact is signed or an election counted in it.
create function headship_carries(season uuid) returns table (what text, id uuid) language sql stable set search_path = public, pg_temp as
$$
select 'SEASON', s.id from season s where s.id = $1 and s.mode = 'LIVE' and s.state = 'CLOSED'
union all
select 'COMPACT', c.id from compact c where c.season_id = $1 and c.mode = 'LIVE' and c.status = 'SIGNED'
union all
select 'ELECTION', e.id from election e where e.season_id = $1 and e.status = 'COUNTED'
$$;
create function headship_stays_ground() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from headship_carries(old.season_id))
       and (tg_op = 'DELETE' or (old.season_id, old.unit_id, old.role) is distinct from (new.season_id, new.unit_id, new.role)) then
        raise exception 'something stands on the headship' using errcode = '23514', constraint = 'headship_carries';
    end if;
    return null;
end
$$;
create constraint trigger headship_carries after update or delete on headship
    for each row execute function headship_stays_ground();

-- The days of a lineage hold whatever becomes of it or of its units afterwards.
create function lineage_keeps_days() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    units uuid[] := case tg_table_name
        when 'unit_state' then array[cast(to_jsonb(coalesce(new, old)) ->> 'unit_id' as uuid)]
        when 'lineage_unit' then array[cast(to_jsonb(new) ->> 'unit_id' as uuid)]
        else array(select x.unit_id from lineage_unit x where x.lineage_id = cast(to_jsonb(new) ->> 'id' as uuid)) end;
begin
    if exists (
        select from lineage_unit x join lineage l on l.id = x.lineage_id
        where x.unit_id = any(units) and case x.side
            when 'SUCCESSOR' then not exists (select from unit_state s where s.unit_id = x.unit_id and s.during @> l.effective_from)
            else not exists (select from unit_state s where s.unit_id = x.unit_id and s.during @> l.effective_from - 1)
                 or (exists (select from unit_state s where s.unit_id = x.unit_id and s.during @> l.effective_from)
                     and not exists (select from lineage_unit y where y.lineage_id = l.id and y.unit_id = x.unit_id
                                     and y.side = 'SUCCESSOR')) end) then
        raise exception 'a unit of a lineage is not there on its day, or goes on' using errcode = '23514', constraint = 'lineage_days';
    end if;
    return null;
end
$$;
create constraint trigger lineage_days after insert or update on lineage deferrable initially deferred
    for each row execute function lineage_keeps_days();
create constraint trigger lineage_days after insert on lineage_unit deferrable initially deferred
    for each row execute function lineage_keeps_days();
create constraint trigger lineage_days after insert or update or delete on unit_state deferrable initially deferred
    for each row execute function lineage_keeps_days();

-- A regulation entered after the fact may leave its rules unsaid; one that is lived by may not.
alter table regulation alter candidate_rule drop not null;
alter table regulation alter tie_rule drop not null;
create function regulation_states_its_rules() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if (new.candidate_rule is null or new.tie_rule is null)
       and exists (select from season s where s.id = new.season_id and s.mode = 'LIVE') then
        raise exception 'the regulation of a live season states its rules' using errcode = '23514', constraint = 'regulation_rules';
    end if;
    return new;
end
$$;
create trigger regulation_rules before insert or update on regulation for each row execute function regulation_states_its_rules();
