-- One unit's report is open again for a limited time, with the reason. Said once, kept for ever.
create table period_opening (
    id         uuid primary key default uuidv7(),
    period_id  uuid        not null references period,
    unit_id    uuid        not null,
    until      timestamptz not null,
    reason     text        not null check (reason = btrim(reason) and length(reason) between 1 and 1000),
    opened_at  timestamptz not null default kit.business_now(),
    opened_by  text        not null,
    mandate_id uuid        not null,
    constraint period_opening_limited check (until > opened_at and until <= opened_at + interval '7 days')
);
create index period_opening_unit on period_opening (period_id, unit_id, until desc);
grant select, insert on period_opening to ${app};
