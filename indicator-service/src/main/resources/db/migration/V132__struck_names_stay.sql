-- What an amendment took off a list stays in what was said before it, also when something is said beside it; only names that were never
-- on it are new, and wrong.
create or replace function cell_names_items() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from report r
                   join period p on p.id = r.period_id
                   join target t on t.season_id = p.season_id and t.unit_id = r.unit_id and t.indicator_id = new.indicator_id
                   where r.id = new.report_id and t.items is not null
                     and new.reached <@ (t.items || coalesce((select v.reached from cell_revision v
                                                              where v.report_id = new.report_id and v.indicator_id = new.indicator_id
                                                                and v.version = new.version - 1), '{}')))
       or cardinality(new.reached) <> (select count(distinct i) from unnest(new.reached) i) then
        raise exception 'what was reached is not on the list' using errcode = 'check_violation', constraint = 'cell_items';
    end if;
    return new;
end
$$;
