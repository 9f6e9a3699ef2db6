create table decision (
    id                uuid primary key default uuidv7(),
    authority_unit_id uuid   not null,
    title             text   not null check (length(title) between 1 and 500 and title is nfc normalized),
    grounds           text   not null check (length(grounds) between 1 and 10000),
    state             text   not null default 'DRAFT' check (state in ('DRAFT', 'SIGNED', 'ISSUED')),
    signer_name       text check (length(signer_name) between 1 and 200),
    signer_office     text check (length(signer_office) between 1 and 200),
    -- The decision's date.
    signed_on         date,
    number            text check (length(number) between 1 and 60),
    -- 0012/QĐ-UBND, 12/QĐ-UBND and "12 / qđ-ubnd" are one number.
    number_key        text generated always as (ltrim(lower(regexp_replace(number, '\s', '', 'g')), '0')) stored,
    issued_on         date,
    version           bigint not null default 1 check (version > 0),
    check ((state = 'DRAFT') = (signed_on is null)),
    check (num_nonnulls(signer_name, signer_office, signed_on) in (0, 3)),
    check ((state = 'ISSUED') = (number is not null)),
    check (num_nonnulls(number, issued_on) in (0, 2)),
    check (issued_on >= signed_on)
);
create unique index decision_number on decision (authority_unit_id, extract(year from signed_on), number_key)
    where number_key is not null;
grant select, insert, update on decision to ${app};

create table decision_nomination (
    decision_id   uuid not null references decision,
    nomination_id uuid not null unique references nomination,
    place         int  not null check (place > 0),
    primary key (decision_id, nomination_id),
    unique (decision_id, place) deferrable initially deferred
);
grant select, insert, delete on decision_nomination to ${app};

create table award_document (
    id                uuid primary key default uuidv7(),
    -- What the check page is asked for: 90 random bits in an alphabet without I, L, O, U.
    code              text        not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{18}$'),
    decision_id       uuid        not null references decision,
    nomination_id     uuid        not null unique references nomination,
    recipient_unit_id uuid        not null,
    recipient         text        not null check (length(recipient) between 1 and 300),
    award_name        text        not null check (length(award_name) between 1 and 300),
    citation          text        not null check (length(citation) between 1 and 700),
    decided_by        text        not null check (length(decided_by) between 1 and 200),
    place             text        not null check (length(place) between 1 and 300),
    signer_name       text        not null,
    signer_office     text        not null,
    decision_number   text        not null,
    decided_on        date        not null,
    issued_on         date        not null,
    check_url         text        not null check (length(check_url) between 1 and 300),
    invented          boolean     not null,
    -- Which drawing of the page; the same layout and the same row give the same bytes.
    layout            int         not null check (layout > 0),
    sha256            text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    recorded_at       timestamptz not null default clock_timestamp()
);
create index award_document_decision on award_document (decision_id);
grant select, insert on award_document to ${app};

alter table honour add foreign key (document_id) references award_document;

-- What was issued stays as it was issued, whoever asks.
create function issued_is_final() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE' or old.state = 'ISSUED' then
        raise exception 'decision % is final', old.id using errcode = 'check_violation';
    end if;
    if (old.state, new.state) not in (('DRAFT', 'DRAFT'), ('DRAFT', 'SIGNED'), ('SIGNED', 'ISSUED')) then
        raise exception 'decision % goes from % to %', old.id, old.state, new.state using errcode = 'check_violation';
    end if;
    if old.state = 'SIGNED'
       and (old.authority_unit_id, old.title, old.grounds, old.signer_name, old.signer_office, old.signed_on)
           is distinct from
           (new.authority_unit_id, new.title, new.grounds, new.signer_name, new.signer_office, new.signed_on) then
        raise exception 'decision % says what was signed', old.id using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger issued_is_final before update or delete on decision for each row execute function issued_is_final();

create function signed_names_stay() returns trigger language plpgsql as
$$
begin
    if tg_op = 'UPDATE'
       or (select state from decision where id = case tg_op when 'DELETE' then old.decision_id else new.decision_id end)
           <> 'DRAFT' then
        raise exception 'who is honoured by a signed decision stays' using errcode = 'check_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger signed_names_stay before insert or update or delete on decision_nomination
    for each row execute function signed_names_stay();

create function only_added_to() returns trigger language plpgsql as
$$
begin
    raise exception 'rows of % are added, never changed', tg_table_name using errcode = 'check_violation';
end
$$;
create trigger only_added_to before update or delete on award_document for each row execute function only_added_to();
create trigger only_added_to before update or delete on honour for each row execute function only_added_to();
create trigger only_added_to before update or delete on opinion for each row execute function only_added_to();
create trigger only_added_to before update or delete on nomination_submission for each row execute function only_added_to();
create trigger only_added_to before update or delete on award_revision for each row execute function only_added_to();

-- Taken back, with the ground of the law (Luật 06/2022/QH15, Điều 93) and the decision that did it. The document stays as it was.
create table revocation (
    document_id     uuid primary key references award_document,
    ground          text        not null check (ground in ('FRAUD', 'FALSE_PAPERS', 'AGAINST_PROCEDURE', 'STANDARD_BROKEN')),
    decision_number text        not null check (length(decision_number) between 1 and 60),
    decided_on      date        not null,
    reason          text        not null check (length(reason) between 1 and 1000),
    recorded_at     timestamptz not null default clock_timestamp()
);
grant select, insert on revocation to ${app};
create trigger only_added_to before update or delete on revocation for each row execute function only_added_to();
