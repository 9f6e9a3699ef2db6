create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- What a search compares: no case, no accents ("dak lak" finds "Đắk Lắk"). Immutable, as an index needs it: the dictionary is
-- named and does not change.
create function search_text(text) returns text language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent', $1));

create table unit (
    id      uuid primary key default uuidv7(),
    code    text   not null unique check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,34}$'),
    kind    text   not null check (kind in ('ADMINISTRATION', 'DEPARTMENT', 'SCHOOL', 'ENTERPRISE', 'ORGANISATION')),
    level   text   not null check (level in ('CENTRAL', 'PROVINCE', 'COMMUNE', 'NONE')),
    version bigint not null default 1 check (version > 0)
);
grant select, insert, update on unit to ${app};

-- A unit's names and place by dates. Two states of a unit never overlap, and a unit lies under a parent only while that exists.
create table unit_state (
    unit_id    uuid      not null references unit,
    during     daterange not null check (not isempty(during) and not lower_inf(during)),
    name       text      not null check (name = btrim(name) and length(name) between 1 and 300 and name is nfc normalized),
    short_name text check (length(short_name) between 1 and 100),
    name_en    text check (length(name_en) between 1 and 300),
    parent_id  uuid check (parent_id <> unit_id),
    primary key (unit_id, during without overlaps),
    constraint unit_state_parent foreign key (parent_id, period during) references unit_state (unit_id, period during)
        deferrable initially immediate
);
create index unit_state_parent on unit_state (parent_id);
create index unit_state_search on unit_state using gin (search_text(name) gin_trgm_ops);
grant select, insert, update, delete on unit_state to ${app};

create table person (
    id        uuid primary key default uuidv7(),
    name      text check (name = btrim(name) and length(name) between 1 and 200 and name is nfc normalized),
    email     text check (length(email) <= 200),
    phone     text check (length(phone) <= 30),
    unit_id   uuid   not null references unit,
    -- The account's subject at the identity provider.
    account   text unique check (length(account) between 1 and 200),
    erased_at timestamptz,
    version   bigint not null default 1 check (version > 0),
    check (case when erased_at is null then name is not null else num_nonnulls(name, email, phone, account) = 0 end)
);
create index person_unit on person (unit_id);
create index person_search on person using gin (search_text(name) gin_trgm_ops);
grant select, insert, update on person to ${app};

-- Keys still to be deleted in the key database; survives a process that dies in between.
create table person_erasure (
    person_id    uuid primary key references person,
    requested_at timestamptz not null default clock_timestamp()
);
grant select, insert, delete on person_erasure to ${app};

create table mandate (
    id              uuid primary key   default uuidv7(),
    person_id       uuid references person,
    client_id       text check (length(client_id) between 1 and 100),
    unit_id         uuid      not null references unit,
    role            text      not null check (role in (
        'UNIT_OFFICER', 'UNIT_LEADER', 'CLUSTER_SECRETARY', 'VERIFIER', 'STANDING_OFFICER', 'STANDING_LEADER', 'COUNCIL_MEMBER',
        'COUNCIL_CHAIR', 'TELLER', 'AWARDING_AUTHORITY', 'CLERK', 'ACCOUNTANT', 'ADMINISTRATOR', 'AUDITOR', 'AGENCY')),
    scope           text      not null check (scope in ('UNIT', 'SUBTREE')),
    during          daterange not null check (not isempty(during) and not lower_inf(during)),
    withdrawn_at    timestamptz,
    withdraw_reason text,
    version         bigint    not null default 1 check (version > 0),
    check (num_nonnulls(person_id, client_id) = 1),
    check ((withdrawn_at is null) = (withdraw_reason is null)),
    -- The same mandate twice on one day would make a withdrawal look done that is not.
    constraint mandate_once_for_person exclude using gist
        (person_id with =, unit_id with =, role with =, during with &&) where (withdrawn_at is null),
    constraint mandate_once_for_client exclude using gist
        (client_id with =, unit_id with =, role with =, during with &&) where (withdrawn_at is null)
);
create index mandate_person on mandate (person_id);
create index mandate_unit on mandate (unit_id);
grant select, insert, update on mandate to ${app};

-- The platform is set up once.
create table setup (
    only_row boolean primary key default true check (only_row),
    done_at  timestamptz not null default clock_timestamp()
);
grant select, insert on setup to ${app};
