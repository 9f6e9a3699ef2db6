-- What the identity provider still has to hear of a person's address, and whether it is to send there the link by which the person
-- sets a password. The provider is asked by a task, which tries again until it gets an answer.
create table account_mail (
    person_id     uuid primary key references person,
    state         text        not null default 'WAITING' check (state in ('WAITING', 'DONE', 'REFUSED')),
    attempts      int         not null default 0 check (attempts >= 0),
    next_try_at   timestamptz not null default clock_timestamp(),
    error         text check (length(error) between 1 and 100),
    requested_at  timestamptz not null default clock_timestamp(),
    -- The last link; none was asked for where only the address is told.
    link_asked_at timestamptz,
    link_sent_at  timestamptz,
    check (state <> 'REFUSED' or error is not null),
    check (link_sent_at is null or link_asked_at <= link_sent_at)
);
create index account_mail_waiting on account_mail (next_try_at) where state = 'WAITING';
grant select, insert, update, delete on account_mail to ${app};

-- Accounts were made without an address until now.
insert into account_mail (person_id) select id from person where account is not null and email is not null;
