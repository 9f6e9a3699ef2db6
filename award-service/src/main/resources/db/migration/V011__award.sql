create extension if not exists btree_gist;

-- Awards as dated rule rows: what they are called, who decides, by which standard, from which day, by which source. A row whose
-- source nobody has checked says so.
create table award (
    id         uuid primary key default uuidv7(),
    -- The unit whose rule it is.
    unit_id    uuid      not null,
    code       text      not null check (code ~ '^[A-Z0-9][A-Z0-9._-]{0,34}$'),
    name       text      not null check (name = btrim(name) and length(name) between 1 and 300 and name is nfc normalized),
    kind       text      not null check (kind in ('TITLE', 'FORM')),
    level      text      not null check (level in ('STATE', 'PROVINCE', 'GRASSROOTS')),
    subject    text      not null check (subject in ('COLLECTIVE', 'INDIVIDUAL', 'HOUSEHOLD')),
    decided_by text      not null check (length(decided_by) between 1 and 200),
    standard   jsonb     not null check (jsonb_typeof(standard) = 'array' and jsonb_array_length(standard) <= 50),
    effective  daterange not null check (not isempty(effective) and not lower_inf(effective)),
    source     text      not null check (length(source) between 1 and 1000),
    verified   boolean   not null,
    version    bigint    not null default 1 check (version > 0),
    -- One rule on one day.
    constraint award_rule_once unique (unit_id, code, effective without overlaps)
);
grant select, insert, update on award to ${app};

-- Every version a row ever had: a nomination judged by an older one can be judged again by it.
create table award_revision (
    award_id uuid   not null references award,
    version  bigint not null check (version > 0),
    state    jsonb  not null,
    primary key (award_id, version)
);
grant select, insert on award_revision to ${app};
