-- Files beside what they belong to, in one backup with it: scans of signed papers. Written once.
create table file (
    id           uuid primary key default uuidv7(),
    name         text        not null check (name = btrim(name) and length(name) between 1 and 200 and name is nfc normalized),
    content_type text        not null,
    content      bytea       not null check (octet_length(content) between 1 and 1048576),
    sha256       text        not null,
    uploaded_by  text        not null,
    uploaded_at  timestamptz not null default kit.business_now(),
    check (sha256 = encode(sha256(content), 'hex'))
);
-- Documents and pictures are compressed already.
alter table file alter column content set storage external;
grant select, insert on file to ${app};
