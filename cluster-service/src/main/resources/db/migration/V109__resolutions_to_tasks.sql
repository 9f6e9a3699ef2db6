-- What a conference resolved becomes somebody's task with a day; the task tells what came of it. A task that never was is taken back
-- together with what it came from.
alter table resolution add constraint resolution_of_cluster unique (id, cluster_id);
create table resolution_task (
    key_task_id   uuid primary key,
    resolution_id uuid not null,
    cluster_id    uuid not null,
    foreign key (key_task_id, cluster_id) references key_task (id, cluster_id) on delete cascade,
    foreign key (resolution_id, cluster_id) references resolution (id, cluster_id)
);
create index resolution_task_resolution on resolution_task (resolution_id);
grant select, insert on resolution_task to ${app};
