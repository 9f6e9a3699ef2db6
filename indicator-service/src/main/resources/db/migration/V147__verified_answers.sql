-- What is answered with a word is verified with one of its answers, as it is reported with one.
create function verification_answers() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from indicator i
               where i.id = new.indicator_id and i.value_kind in ('YES_NO', 'LEVEL') and i.formula is null
                 and not is_answer(new.value, answers(i.value_kind, i.levels)) and new.value is distinct from new.reported) then
        raise exception 'not one of the answers' using errcode = 'check_violation', constraint = 'verification_answers';
    end if;
    return new;
end
$$;
create trigger verification_answers before insert on verification
    for each row execute function verification_answers();
