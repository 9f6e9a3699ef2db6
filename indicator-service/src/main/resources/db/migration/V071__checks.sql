-- What makes a number worth a second look before it is handed in. LIMITS bound the value itself; the others bound it in percent
-- of what it is compared with. A row without an indicator holds for every indicator that has none of its own of that kind;
-- a row without bounds switches that comparison off.
create table check_bound (
    id            uuid primary key default uuidv7(),
    indicator_id  uuid references indicator,
    kind          text     not null check (kind in ('LIMITS', 'AGAINST_PLAN', 'AGAINST_LAST_YEAR', 'AGAINST_PEERS')),
    lower         measured,
    upper         measured,
    severity      text     not null check (severity in ('ERROR', 'WARNING')),
    minimum_peers smallint not null default 3 check (minimum_peers between 2 and 100),
    check (lower <= upper),
    check (kind = 'LIMITS' or severity = 'WARNING'),
    check (indicator_id is not null or kind <> 'LIMITS'),
    unique nulls not distinct (indicator_id, kind)
);
grant select, insert, delete on check_bound to ${app};

-- A decimal sign that slipped makes a number ten times as large or a tenth; an eighth and eight times catch it without
-- calling an ordinary good or bad year an outlier.
insert into check_bound (indicator_id, kind, lower, upper, severity)
values (null, 'AGAINST_PLAN', 5, 800, 'WARNING'),
       (null, 'AGAINST_LAST_YEAR', 12.5, 800, 'WARNING'),
       (null, 'AGAINST_PEERS', 12.5, 800, 'WARNING');

-- What was handed in, each time: the revisions that stood in the cells at that moment.
create table report_submission (
    id        uuid primary key default uuidv7(),
    report_id uuid        not null references report,
    number    int         not null check (number > 0),
    at        timestamptz not null,
    by        text        not null,
    unique (report_id, number)
);
create table submission_cell (
    submission_id uuid not null references report_submission,
    indicator_id  uuid not null references indicator,
    revision_id   uuid not null references cell_revision,
    primary key (submission_id, indicator_id)
);
grant select, insert on report_submission, submission_cell to ${app};

-- What is with its verifiers now was handed in as it stands.
insert into report_submission (report_id, number, at, by)
select r.id, 1, r.submitted_at, r.submitted_by from report r where r.status in ('SUBMITTED', 'ACCEPTED');
insert into submission_cell (submission_id, indicator_id, revision_id)
select s.id, c.indicator_id, c.revision_id from report_submission s join report_cell c on c.report_id = s.report_id;
