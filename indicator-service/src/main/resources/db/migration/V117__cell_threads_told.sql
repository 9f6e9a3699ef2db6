-- A thread is told to others whenever something happens in it; its version counts how often.
alter table cell_thread add column version bigint not null default 0 check (version >= 0);
grant update (version) on cell_thread to ${app};
