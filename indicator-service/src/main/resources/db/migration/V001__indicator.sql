create extension if not exists unaccent;

create function search_text(text) returns text language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent', $1));

-- The catalogue of what is measured. A unit keeps its own; code and unit of measure are as that unit's regulation prints them.
create table indicator (
    id              uuid primary key default uuidv7(),
    unit_id         uuid   not null,
    code            text   not null check (code ~ '^[A-Z0-9][A-Z0-9.-]{0,34}$'),
    name            text   not null check (name = btrim(name) and length(name) between 1 and 500 and name is nfc normalized),
    unit_of_measure text   not null check (length(unit_of_measure) between 1 and 50),
    version         bigint not null default 1 check (version > 0),
    unique (unit_id, code)
);
grant select, insert, update on indicator to ${app};
