-- A window for reports. Its state is not stored: it follows from the business clock.
create table period (
    id         uuid primary key default uuidv7(),
    season_id  uuid        not null,
    kind       text        not null check (kind in ('H1', 'M9', 'YEAR')),
    name       text        not null check (name = btrim(name) and length(name) between 1 and 200 and name is nfc normalized),
    opens_at   timestamptz not null,
    due_at     timestamptz not null,
    closes_at  timestamptz not null,
    version    bigint      not null default 1 check (version > 0),
    constraint period_order check (opens_at < due_at and due_at <= closes_at),
    constraint period_kind_once unique (season_id, kind)
);
grant select, insert, update on period to ${app};
