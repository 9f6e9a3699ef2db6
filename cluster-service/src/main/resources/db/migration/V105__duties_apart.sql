-- Separation of duties: who administers neither votes, counts nor scores; who audits does nothing else. What was granted before
-- stays as it is; the rule is asked of every new mandate. The same rule stands in Duties.java.
create function duties_are_apart(one text, other text) returns boolean language sql immutable parallel safe
    set search_path = public, pg_temp as
$$
    select one <> other
       and ('AUDITOR' in (one, other)
         or one = 'ADMINISTRATOR' and other in ('VERIFIER', 'COUNCIL_MEMBER', 'COUNCIL_CHAIR', 'TELLER')
         or other = 'ADMINISTRATOR' and one in ('VERIFIER', 'COUNCIL_MEMBER', 'COUNCIL_CHAIR', 'TELLER'))
$$;

-- Two grants at once: the second waits for the first and then sees it.
create function mandate_keeps_duties_apart() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    perform from person where id = new.person_id for no key update;
    if exists (select from mandate m
               where m.person_id = new.person_id and m.withdrawn_at is null and m.during && new.during
                 and duties_are_apart(m.role, new.role)) then
        raise exception 'one person would hold duties that are kept apart'
            using errcode = '23514', constraint = 'mandate_duties';
    end if;
    return null;
end
$$;
create trigger mandate_duties after insert on mandate
    for each row when (new.person_id is not null) execute function mandate_keeps_duties_apart();
