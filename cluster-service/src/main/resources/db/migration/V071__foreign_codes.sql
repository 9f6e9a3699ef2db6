-- What other agencies call a unit: a code of a list of theirs, for a time. On any day one code of a list stands for one unit.
create table foreign_code (
    id      uuid primary key   default uuidv7(),
    list    text      not null check (list ~ '^[A-Z0-9][A-Z0-9._-]{0,49}$'),
    code    text      not null check (code = btrim(code) and length(code) between 1 and 100 and code is nfc normalized),
    unit_id uuid      not null references unit,
    during  daterange not null check (not isempty(during) and not lower_inf(during)),
    version bigint    not null default 1 check (version > 0),
    constraint foreign_code_once unique (list, code, during without overlaps)
);
create index foreign_code_unit on foreign_code (unit_id);
grant select, insert, update, delete on foreign_code to ${app};
