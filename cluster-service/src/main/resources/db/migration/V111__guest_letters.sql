-- A guest who is nobody here but has an address gets the letters that units get. The copy of name and address is there to send them
-- and goes once the guest was told that the invitation is withdrawn.
alter table conference_invitation
    add column email text check (length(email) between 3 and 200),
    add constraint conference_invitation_email check (email is null or name is not null);

create table guest_letter (
    id            uuid primary key     default uuidv7(),
    season_id     uuid        not null references season,
    conference_id uuid        not null references conference,
    -- Outlives the invitation: that it was withdrawn is told after it is gone.
    invitation_id uuid        not null,
    code          text        not null check (code in ('CONFERENCE_INVITED', 'CONFERENCE_CHANGED', 'CONFERENCE_UNINVITED')),
    title         text        not null check (length(title) between 1 and 500),
    held_on       date        not null,
    edition       bigint      not null check (edition > 0),
    name          text check (length(name) between 1 and 200),
    email         text check (length(email) between 3 and 200),
    made_at       timestamptz not null default kit.business_now(),
    state         text        not null check (state in ('PENDING', 'SENT', 'NO_CHANNEL')),
    attempts      int         not null default 0 check (attempts >= 0),
    next_try_at   timestamptz not null default clock_timestamp(),
    sent_at       timestamptz,
    error         text check (length(error) between 1 and 500),
    constraint guest_letter_once unique (invitation_id, code, edition),
    check ((sent_at is not null) = (state = 'SENT')),
    check (state <> 'PENDING' or num_nonnulls(name, email) = 2)
);
create index guest_letter_waiting on guest_letter (next_try_at) where state = 'PENDING';
create index guest_letter_conference on guest_letter (conference_id);
-- What was not sent yet when the invitation is withdrawn is not sent any more.
grant select, insert, delete on guest_letter to ${app};
grant update (name, email, state, attempts, next_try_at, sent_at, error) on guest_letter to ${app};
