-- In which order the members of a cluster head it, and who is passed over for a time. The order begins after whoever heads now.
create table rotation (
    cluster_id uuid primary key references cluster,
    version    bigint not null default 1 check (version > 0)
);
grant select, insert, update on rotation to ${app};
create table rotation_turn (
    cluster_id  uuid not null references rotation,
    position    int  not null check (position > 0),
    unit_id     uuid not null references unit,
    skip        daterange check (not isempty(skip) and not lower_inf(skip) and not upper_inf(skip)),
    skip_reason text check (length(skip_reason) between 1 and 1000),
    primary key (cluster_id, position),
    constraint rotation_unit_once unique (cluster_id, unit_id),
    constraint rotation_skip_with_reason check ((skip is null) = (skip_reason is null))
);
grant select, insert, delete on rotation_turn to ${app};
