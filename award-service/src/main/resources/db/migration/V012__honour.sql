-- The register of honours: what was given, to whom, by whom, as printed. What a source does not state stays null. Never changed:
-- a register is added to.
create table honour (
    id                uuid primary key default uuidv7(),
    -- The unit in whose register it stands.
    register_unit_id  uuid   not null,
    award_name        text   not null check (length(award_name) between 1 and 300 and award_name is nfc normalized),
    award_id          uuid references award,
    recipient_unit_id uuid,
    recipient_text    text   not null check (length(recipient_text) between 1 and 500 and recipient_text is nfc normalized),
    given_by          text   not null check (length(given_by) between 1 and 300 and given_by is nfc normalized),
    season_id         uuid,
    given_on          date,
    decision_number   text check (length(decision_number) between 1 and 60),
    decision_date     date,
    -- The award document, when the honour came about in the platform.
    document_id       uuid unique,
    provenance        text   not null check (provenance in ('LIVE', 'IN_DOCUMENT', 'NOT_IN_DOCUMENT', 'INVENTED')),
    source            text check (length(source) between 1 and 1000),
    version           bigint not null default 1 check (version > 0),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    -- The same honour from the same source is entered once, however often it is sent.
    constraint honour_once unique nulls not distinct
        (register_unit_id, award_name, recipient_unit_id, recipient_text, given_by, season_id, given_on, decision_number, decision_date)
);
create index honour_recipient on honour (recipient_unit_id);
create index honour_season on honour (season_id);
grant select, insert on honour to ${app};
