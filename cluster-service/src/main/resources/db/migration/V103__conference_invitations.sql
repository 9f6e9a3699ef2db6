-- Who is invited to a meeting, and what they answer. A unit's people are told by letters; a guest who is only named by nobody here.
create table conference_invitation (
    id              uuid primary key     default uuidv7(),
    conference_id   uuid        not null references conference,
    -- In whose course the unit is told and owes an answer.
    season_id       uuid        not null references season,
    unit_id         uuid references unit,
    name            text check (name = btrim(name) and length(name) between 1 and 200 and name is nfc normalized),
    office          text check (office = btrim(office) and length(office) between 1 and 500 and office is nfc normalized),
    capacity        text        not null check (capacity in ('CHAIR', 'MEMBER', 'GUEST', 'SUPERIOR')),
    sent_at         timestamptz not null default kit.business_now(),
    answer          text check (answer in ('COMES', 'SENDS', 'CANNOT')),
    delegate        text check (delegate = btrim(delegate) and length(delegate) between 1 and 200),
    delegate_office text check (delegate_office = btrim(delegate_office) and length(delegate_office) between 1 and 500),
    reason          text check (length(reason) between 1 and 1000),
    answered_at     timestamptz,
    version         bigint      not null default 1 check (version > 0),
    check (num_nonnulls(unit_id, name) = 1),
    check (office is null or name is not null),
    check ((answer is null) = (answered_at is null)),
    constraint conference_invitation_answer check (case answer
        when 'SENDS' then delegate is not null and reason is null
        when 'CANNOT' then reason is not null and num_nonnulls(delegate, delegate_office) = 0
        else num_nonnulls(delegate, delegate_office, reason) = 0 end),
    constraint conference_invitation_once unique nulls not distinct (conference_id, unit_id, name, office)
);
create index conference_invitation_unit on conference_invitation (unit_id);
create index conference_invitation_season on conference_invitation (season_id) where answer is null;
grant select, insert, delete on conference_invitation to ${app};
grant update (answer, delegate, delegate_office, reason, answered_at, version) on conference_invitation to ${app};

-- The same may have to be told anew: a meeting to which a unit was invited is held elsewhere. Work that waits is edition 0.
alter table reminder add column edition bigint not null default 0 check (edition >= 0);
alter table reminder drop constraint reminder_once;
alter table reminder add constraint reminder_once
    unique nulls not distinct (season_id, code, unit_id, about_id, due_on, stage, edition);
