-- An account at the identity provider that somebody asked for, or that has to go. The provider is asked by a task, which tries
-- again until it gets an answer.
create table account_request (
    person_id    uuid primary key references person,
    kind         text        not null check (kind in ('MAKE', 'LINK', 'REMOVE')),
    username     text check (username ~ '^[a-z0-9][a-z0-9._@-]{2,99}$'),
    -- Of the account that has to go.
    subject      text check (length(subject) between 1 and 200),
    state        text        not null default 'WAITING' check (state in ('WAITING', 'DONE', 'REFUSED')),
    attempts     int         not null default 0 check (attempts >= 0),
    next_try_at  timestamptz not null default clock_timestamp(),
    error        text check (length(error) between 1 and 100),
    requested_at timestamptz not null default clock_timestamp(),
    check (case when kind = 'REMOVE' then num_nonnulls(username, subject) > 0 else username is not null and subject is null end),
    check (state <> 'REFUSED' or error is not null)
);
create unique index account_request_username on account_request (username) where kind <> 'REMOVE' and state <> 'REFUSED';
create index account_request_waiting on account_request (next_try_at) where state = 'WAITING';
grant select, insert, update, delete on account_request to ${app};
