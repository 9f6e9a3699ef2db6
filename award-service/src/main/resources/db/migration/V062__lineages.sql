-- How units came out of others, as cluster-service tells it. No foreign keys to units: parts arrive in any order.
create table lineage_copy (
    id             uuid primary key,
    kind           text not null,
    effective_from date not null,
    decision       text,
    provenance     text not null
);
create table lineage_side_copy (
    lineage_id uuid not null references lineage_copy on delete cascade,
    side       text not null check (side in ('PREDECESSOR', 'SUCCESSOR')),
    unit_id    uuid not null,
    primary key (lineage_id, side, unit_id)
);
create index lineage_side_copy_unit on lineage_side_copy (unit_id);
grant select, insert, update, delete on lineage_copy, lineage_side_copy to ${app};
