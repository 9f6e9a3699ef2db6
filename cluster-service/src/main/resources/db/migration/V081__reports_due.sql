-- This service's own copy of reporting periods and of how far each member's report is, brought by indicator-service's feed: whose
-- report is due is reminded of from here. No foreign keys between the copies: a report may arrive before its period.
create table period_copy (
    id        uuid primary key,
    season_id uuid        not null,
    name      text        not null,
    opens_at  timestamptz not null,
    due_at    timestamptz not null,
    closes_at timestamptz not null
);
create index period_copy_season on period_copy (season_id);
create table report_copy (
    id        uuid primary key,
    period_id uuid not null,
    unit_id   uuid not null,
    status    text not null check (status in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED')),
    constraint report_copy_once unique (period_id, unit_id)
);
grant select, insert, update, delete on period_copy, report_copy to ${app};
