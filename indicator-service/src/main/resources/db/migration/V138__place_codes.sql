-- By which code of the list of administrative units a unit is found on a map, for a time; from the feed of cluster-service.
create table place_code (
    id      uuid primary key,
    code    text      not null,
    unit_id uuid      not null,
    during  daterange not null check (not isempty(during))
);
create index place_code_unit on place_code (unit_id);
grant select, insert, update, delete on place_code to ${app};
