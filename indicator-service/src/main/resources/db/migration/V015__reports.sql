-- One report per period and member, made when it is first touched.
create table report (
    id                 uuid primary key default uuidv7(),
    period_id          uuid   not null references period,
    unit_id            uuid   not null,
    status             text   not null default 'DRAFT' check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    first_submitted_at timestamptz,
    submitted_at       timestamptz,
    submitted_by       text,
    returned_because   text,
    -- A returned report may be written until then, though its period is closed.
    open_until         timestamptz,
    version            bigint not null default 1 check (version > 0),
    unique (period_id, unit_id),
    check (status not in ('SUBMITTED', 'ACCEPTED') or num_nulls(first_submitted_at, submitted_at, submitted_by) = 0),
    check (status <> 'RETURNED' or returned_because is not null)
);
create index report_unit on report (unit_id);
grant select, insert, update on report to ${app};

-- Every saved state of every cell, for ever. A value, "not applicable" and empty are three things.
create table cell_revision (
    id             uuid primary key default uuidv7(),
    report_id      uuid        not null references report,
    indicator_id   uuid        not null references indicator,
    version        bigint      not null check (version > 0),
    value          measured,
    not_applicable boolean     not null,
    actuality      text        not null check (actuality in ('ACTUAL', 'ESTIMATE')),
    explanation    text        check (length(explanation) between 1 and 2000),
    at             timestamptz not null default clock_timestamp(),
    actor_kind     text        not null,
    actor          text        not null,
    mandate_id     uuid        not null,
    check (not (not_applicable and value is not null)),
    unique (report_id, indicator_id, version),
    unique (id, report_id, indicator_id),
    unique (id, value)
);
grant select, insert on cell_revision to ${app};

create table cell_evidence (
    revision_id uuid not null references cell_revision,
    file_id     uuid not null references file,
    primary key (revision_id, file_id)
);
create index cell_evidence_file on cell_evidence (file_id);
grant select, insert on cell_evidence to ${app};

-- What holds now: the newest revision of each cell, so that a grid is read without looking through history.
create table report_cell (
    report_id      uuid   not null references report,
    indicator_id   uuid   not null references indicator,
    version        bigint not null check (version > 0),
    value          measured,
    not_applicable boolean not null,
    actuality      text   not null,
    explanation    text,
    revision_id    uuid   not null,
    primary key (report_id, indicator_id),
    foreign key (revision_id, report_id, indicator_id) references cell_revision (id, report_id, indicator_id),
    check (not (not_applicable and value is not null))
);
grant select, insert, update on report_cell to ${app};

-- A verifier's value beside the unit's, never in its place; of one revision, so that a later change is seen to be unverified.
create table verification (
    id           uuid primary key default uuidv7(),
    report_id    uuid        not null,
    indicator_id uuid        not null,
    revision_id  uuid        not null,
    reported     measured,
    value        measured    not null,
    reason       text        check (length(reason) between 1 and 2000),
    at           timestamptz not null default clock_timestamp(),
    actor_kind   text        not null,
    actor        text        not null,
    mandate_id   uuid        not null,
    foreign key (revision_id, report_id, indicator_id) references cell_revision (id, report_id, indicator_id),
    foreign key (revision_id, reported) references cell_revision (id, value),
    constraint verification_reason check (value is not distinct from reported or reason is not null)
);
create index verification_cell on verification (report_id, indicator_id, id desc);
grant select, insert on verification to ${app};

-- Each cell's verification that still speaks of what is reported.
create view verified_cell as
select distinct on (v.report_id, v.indicator_id)
       v.report_id, v.indicator_id, v.id, v.value, v.reason, v.at, v.actor
from verification v
join report_cell c on c.report_id = v.report_id and c.indicator_id = v.indicator_id and c.revision_id = v.revision_id
order by v.report_id, v.indicator_id, v.id desc;
grant select on verified_cell to ${app};

-- Begun days between the due moment and a submission; in time is none.
create function days_late(submitted timestamptz, due timestamptz) returns int language sql immutable strict parallel safe
    return greatest(0, ceil(extract(epoch from submitted - due) / 86400))::int;
