-- What an indicator's numbers are and which way is good. The direction belongs to the plan's meaning, not to the sign.
alter table indicator
    add column value_kind        text     not null default 'QUANTITY'
        check (value_kind in ('QUANTITY', 'PERCENT', 'COUNT', 'YES_NO', 'DAYS_LATE')),
    add column direction         text     not null default 'RAISE' check (direction in ('RAISE', 'REDUCE', 'KEEP')),
    add column decimals          smallint not null default 2 check (decimals between 0 and 6),
    add column evidence_required boolean  not null default false,
    -- Counts, days and yes/no have no fraction.
    add constraint indicator_whole check (value_kind in ('QUANTITY', 'PERCENT') or decimals = 0);
