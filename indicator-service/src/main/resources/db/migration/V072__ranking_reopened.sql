-- A published ranking that turned out to be wrong is opened again for a stated reason. It stays readable as it was issued, and its place
-- is free for the next.
alter table ranking add reopened_at timestamptz, add reopen_reason text check (length(reopen_reason) between 1 and 1000);
alter table ranking drop constraint ranking_status_check, drop constraint ranking_check;
alter table ranking
    add constraint ranking_status_check check (status in ('PROVISIONAL', 'PUBLISHED', 'REOPENED')),
    add constraint ranking_published_check check ((status = 'PROVISIONAL') = (published_at is null)),
    add constraint ranking_reopened_check check (
        (status = 'REOPENED') = (reopened_at is not null) and (reopened_at is null) = (reopen_reason is null));
grant update (reopened_at, reopen_reason) on ranking to ${app};

create or replace function ranking_stays_published() returns trigger language plpgsql as
$$
begin
    if old.status = 'PUBLISHED' and new.status = 'REOPENED' and new.published_at = old.published_at then
        return new;
    end if;
    raise exception 'the ranking is published' using errcode = 'check_violation', constraint = 'ranking_published';
end
$$;
drop trigger ranking_stays_published on ranking;
create trigger ranking_stays_published before update on ranking
    for each row when (old.status <> 'PROVISIONAL') execute function ranking_stays_published();
