create extension if not exists btree_gist;

-- The service's own copy of units, people's accounts and mandates. In cluster-service, which owns them, the copy is written in
-- the owner's transaction; elsewhere by the feed. No foreign keys: parts may arrive in any order.
create table unit_copy (
    id      uuid primary key,
    code    text   not null,
    version bigint not null
);
create table unit_state_copy (
    unit_id   uuid      not null,
    during    daterange not null check (not isempty(during)),
    name      text      not null,
    parent_id uuid,
    primary key (unit_id, during without overlaps)
);
create index unit_state_copy_parent on unit_state_copy (parent_id);

-- Not unique: an account that moves from one person to another arrives as two events, in any order.
create table account_copy (
    person_id uuid primary key,
    subject   text not null
);
create index account_copy_subject on account_copy (subject);
create table mandate_copy (
    id           uuid primary key,
    person_id    uuid,
    client_id    text,
    unit_id      uuid      not null,
    scope        text      not null check (scope in ('UNIT', 'SUBTREE')),
    role         text      not null,
    during       daterange not null,
    withdrawn_at timestamptz,
    version      bigint    not null,
    check (num_nonnulls(person_id, client_id) = 1)
);
create index mandate_copy_person on mandate_copy (person_id);
create index mandate_copy_client on mandate_copy (client_id);
grant select, insert, update, delete on unit_copy, unit_state_copy, account_copy, mandate_copy to ${app};

-- The unit and all above it on a day.
create function unit_and_above(unit uuid, day date) returns setof uuid language sql stable
begin atomic
    with recursive up(id) as (
        select unit
        union
        select s.parent_id from up join kit.unit_state_copy s on s.unit_id = up.id and s.during @> day
        where s.parent_id is not null)
    select id from up;
end;

-- The units and all below them on a day.
create function units_and_below(roots uuid[], day date) returns setof uuid language sql stable
begin atomic
    with recursive down(id) as (
        select unnest(roots)
        union
        select s.unit_id from down join kit.unit_state_copy s on s.parent_id = down.id and s.during @> day)
    select id from down;
end;
