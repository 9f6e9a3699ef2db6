-- A file that somebody signed digitally, kept beside the compact with what was found when it was examined. It stands for no
-- signature here. Only what holds is kept: a file that was altered, or signs another text, is refused.
create table compact_signed_file (
    id          uuid primary key default uuidv7(),
    compact_id  uuid        not null,
    unit_id     uuid        not null,
    text_sha256 text        not null,
    file_id     uuid        not null references file,
    kind        text        not null check (kind in ('PDF', 'CMS')),
    brought_by  uuid        not null references person,
    mandate_id  uuid        not null references mandate,
    -- Certificates live by the real clock, not by the business clock.
    examined_at timestamptz not null,
    constraint compact_signed_file_once unique (compact_id, unit_id, file_id),
    foreign key (compact_id, unit_id) references compact_member (compact_id, unit_id),
    foreign key (compact_id, text_sha256) references compact (id, text_sha256)
);
create index compact_signed_file_file on compact_signed_file (file_id);
create index compact_signed_file_people on compact_signed_file (brought_by);
create index compact_signed_file_mandate on compact_signed_file (mandate_id);
grant select, insert on compact_signed_file to ${app};

-- Whose certificate each of its signatures names.
create table compact_file_signature (
    signed_file_id uuid        not null references compact_signed_file,
    number         smallint    not null check (number between 1 and 20),
    subject        text        not null,
    issuer         text        not null,
    serial         text        not null check (serial ~ '^[0-9A-F]+$'),
    valid_from     timestamptz not null,
    valid_until    timestamptz not null,
    -- As the signer states it; no time-stamping authority is asked.
    stated_at      timestamptz,
    primary key (signed_file_id, number)
);
grant select, insert on compact_file_signature to ${app};

create table compact_file_check (
    signed_file_id uuid     not null,
    number         smallint not null,
    about          text     not null check (about in ('SIGNATURE', 'WHOLE_FILE', 'TEXT', 'VALIDITY', 'CHAIN', 'REVOCATION')),
    outcome        text     not null check (outcome in ('PASSED', 'FAILED', 'NOT_CHECKED')),
    reason         text,
    primary key (signed_file_id, number, about),
    foreign key (signed_file_id, number) references compact_file_signature (signed_file_id, number),
    check (outcome = 'PASSED' or reason is not null),
    constraint compact_file_check_holds check (outcome = 'PASSED' or about in ('VALIDITY', 'CHAIN', 'REVOCATION'))
);
grant select, insert on compact_file_check to ${app};
