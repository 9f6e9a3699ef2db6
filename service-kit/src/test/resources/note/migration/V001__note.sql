create table note (
    id      uuid primary key default uuidv7(),
    unit_id uuid   not null,
    text    text   not null,
    version bigint not null default 1
);
create table note_copy (
    id      uuid primary key,
    text    text   not null check (text <> 'độc'),
    version bigint not null
);
-- One row for every time an event took effect.
create table note_effect (
    seq     bigint generated always as identity primary key,
    id      uuid   not null,
    version bigint not null
);
grant select, insert, update, delete on note, note_copy, note_effect to ${app};
