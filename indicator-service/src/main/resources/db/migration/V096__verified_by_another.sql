-- Separation of duties: who handed a report in does not verify it, whatever mandates the same person holds.
create function verification_is_of_another() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from report where id = new.report_id and submitted_by = new.actor) then
        raise exception 'who handed the report in verifies it' using errcode = '23514', constraint = 'verification_own';
    end if;
    return null;
end
$$;
create trigger verification_own after insert on verification for each row execute function verification_is_of_another();
