-- A content may lie in a bucket beside the database instead of in the row; its size is known in both cases.
alter table file alter column content drop not null;
alter table file add column size int;
update file set size = octet_length(content);
alter table file alter column size set not null;
alter table file add constraint file_size check (size between 1 and 1048576 and (content is null or size = octet_length(content)));
create index file_in_bucket on file (sha256) where content is null;
