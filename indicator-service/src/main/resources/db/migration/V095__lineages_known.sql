-- This service's own copy of how units came out of others, brought by cluster-service's feed: numbers of several years are read through
-- it. What was withdrawn there is not here.
create table lineage_copy (
    id             uuid primary key,
    kind           text   not null check (kind in ('RENAME', 'MERGE', 'SPLIT', 'TRANSFER', 'DISSOLVE')),
    effective_from date   not null,
    decision       text,
    version        bigint not null
);
create table lineage_unit_copy (
    lineage_id uuid not null references lineage_copy on delete cascade,
    side       text not null check (side in ('PREDECESSOR', 'SUCCESSOR')),
    unit_id    uuid not null,
    primary key (lineage_id, side, unit_id)
);
create index lineage_unit_copy_unit on lineage_unit_copy (unit_id, side);
grant select, insert, update, delete on lineage_copy, lineage_unit_copy to ${app};
create index figure_unit on figure (unit_id) where unit_id is not null;
