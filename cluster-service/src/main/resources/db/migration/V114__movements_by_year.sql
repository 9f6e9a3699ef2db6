-- A movement of several years is reported and looked back at on days of its own, besides once at mid-term and once at the end.
alter table movement
    add reporting_days date[] not null default '{}',
    add constraint movement_reporting_days check (
        cardinality(reporting_days) <= 60 and array_position(reporting_days, null) is null
        and (planned_from is null or planned_from <= all (reporting_days))
        and (planned_to is null or planned_to > all (reporting_days)));

-- Those under way that last longer than a year: the year-ends that have not come yet, so that nobody is late by this migration.
update movement m
set reporting_days = array(
    select make_date(y, 12, 31) from generate_series(
        extract(year from kit.business_today())::int, extract(year from m.planned_to)::int) as y
    where make_date(y, 12, 31) >= m.planned_from and make_date(y, 12, 31) < m.planned_to
    order by y limit 60)
where m.state = 'OPEN' and m.provenance = 'LIVE' and m.planned_to >= m.planned_from + interval '1 year';

drop trigger keep_correction on movement;
create trigger keep_correction before update on movement for each row
    when ((old.season_id, old.unit_id, old.level, old.kind, old.name, old.launched_on, old.provenance, old.source, old.planned_from,
           old.planned_to, old.body, old.criteria, old.parent_id, old.reporting_days)
          is distinct from
          (new.season_id, new.unit_id, new.level, new.kind, new.name, new.launched_on, new.provenance, new.source, new.planned_from,
           new.planned_to, new.body, new.criteria, new.parent_id, new.reporting_days))
    execute function keep_correction('MOVEMENT');

-- One report of a joined unit for a day, one review of the movement for a day.
alter table movement_report
    add reporting_day date,
    drop constraint movement_report_kind_check,
    add constraint movement_report_kind_check check (kind in ('MID_TERM', 'YEARLY', 'FINAL')),
    add constraint movement_report_day check ((kind = 'YEARLY') = (reporting_day is not null)),
    drop constraint movement_report_once,
    add constraint movement_report_once unique nulls not distinct (participation_id, kind, reporting_day);
grant insert (reporting_day) on movement_report to ${app};
alter table movement_review
    add reporting_day date,
    drop constraint movement_review_kind_check,
    add constraint movement_review_kind_check check (kind in ('MID_TERM', 'YEARLY', 'FINAL')),
    add constraint movement_review_day check ((kind = 'YEARLY') = (reporting_day is not null)),
    drop constraint movement_review_once,
    add constraint movement_review_once unique nulls not distinct (movement_id, kind, reporting_day);
grant insert (reporting_day) on movement_review to ${app};

create or replace function movement_takes_report() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from movement_participation p join movement m on m.id = p.movement_id
                   where p.id = new.participation_id and p.withdrawn_because is null and m.state = 'OPEN'
                     and (new.reporting_day is null or new.reporting_day = any (m.reporting_days)) for share)
       or exists (select from movement_participation p join movement_review r on r.movement_id = p.movement_id
                  where p.id = new.participation_id
                    and (r.kind = 'FINAL' or (r.kind = new.kind and r.reporting_day is not distinct from new.reporting_day))) then
        raise exception 'nothing is reported any more' using errcode = '23514', constraint = 'movement_takes_report';
    end if;
    return new;
end
$$;

create or replace function movement_takes_review() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from movement m where m.id = coalesce(new.movement_id, old.movement_id) and m.state = 'OPEN'
                     and (new.reporting_day is null or new.reporting_day = any (m.reporting_days)) for share) then
        raise exception 'what is closed is reviewed' using errcode = '23514', constraint = 'movement_takes_review';
    end if;
    return coalesce(new, old);
end
$$;

create function movement_keeps_days() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from movement_participation p join movement_report r on r.participation_id = p.id
               where p.movement_id = new.id and r.reporting_day is not null and r.reporting_day <> all (new.reporting_days))
       or exists (select from movement_review v
                  where v.movement_id = new.id and v.reporting_day is not null and v.reporting_day <> all (new.reporting_days)) then
        raise exception 'a day for which was reported stays' using errcode = '23514', constraint = 'movement_keeps_days';
    end if;
    return new;
end
$$;
create trigger movement_keeps_days before update on movement for each row
    when (old.reporting_days is distinct from new.reporting_days) execute function movement_keeps_days();
