-- What people say to each other about one cell of a report. Nothing said is rewritten: a thread that is settled or taken up again says so
-- in a row of its own, and what was taken back keeps its row.
create table cell_thread (
    id           uuid primary key default uuidv7(),
    report_id    uuid    not null references report,
    indicator_id uuid    not null references indicator,
    resolved     boolean not null default false
);
create index cell_thread_report on cell_thread (report_id, indicator_id);
grant select, insert, update (resolved) on cell_thread to ${app};

create table cell_comment (
    id           uuid primary key     default uuidv7(),
    thread_id    uuid        not null references cell_thread,
    kind         text        not null check (kind in ('SAID', 'RESOLVED', 'REOPENED')),
    body         text        check (length(btrim(body)) between 1 and 2000),
    -- What stood in the cell then; null while nobody had written it.
    revision_id  uuid references cell_revision,
    at           timestamptz not null default kit.business_now(),
    actor_kind   text        not null,
    actor        text        not null,
    mandate_id   uuid        not null,
    withdrawn_at timestamptz,
    constraint cell_comment_said check ((body is not null) = (kind = 'SAID')),
    check (withdrawn_at is null or kind = 'SAID')
);
create index cell_comment_thread on cell_comment (thread_id, id);
grant select, insert, update (withdrawn_at) on cell_comment to ${app};

create function cell_comment_is_withdrawn_once() returns trigger language plpgsql as
$$
begin
    raise exception 'the comment is withdrawn' using errcode = 'check_violation', constraint = 'cell_comment_withdrawn';
end
$$;
create trigger cell_comment_is_withdrawn_once before update on cell_comment
    for each row when (old.withdrawn_at is not null) execute function cell_comment_is_withdrawn_once();
