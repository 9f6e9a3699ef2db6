-- One key a person. This database holds nothing else, so that ordinary backups can leave it out.
create table person_key (
    person_id  uuid primary key,
    key        bytea       not null check (octet_length(key) = 32),
    created_at timestamptz not null default clock_timestamp()
);
