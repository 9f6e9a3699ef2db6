-- What a unit was reminded of: one row for a thing, its day and a stage, however often the work runs and on how many instances.
create table reminder (
    id        uuid primary key     default uuidv7(),
    season_id uuid        not null references season,
    code      text        not null check (code ~ '^[A-Z][A-Z_]{1,39}$'),
    unit_id   uuid        not null references unit,
    about_id  uuid,
    title     text check (length(title) between 1 and 500),
    due_on    date,
    stage     text        not null check (stage in ('NEW', 'WEEK', 'DAY', 'LATE')),
    roles     text[]      not null check (cardinality(roles) > 0),
    made_at   timestamptz not null default kit.business_now(),
    check (due_on is not null or stage = 'NEW'),
    constraint reminder_once unique nulls not distinct (season_id, code, unit_id, about_id, due_on, stage)
);
grant select, insert on reminder to ${app};

-- To whom it was told: the people entrusted with the unit when the reminder was made.
create table message (
    id          uuid primary key default uuidv7(),
    reminder_id uuid not null references reminder,
    person_id   uuid not null references person,
    read_at     timestamptz,
    constraint message_once unique (reminder_id, person_id),
    -- Lets a delivery carry its person, so that who got a letter when is found without its messages.
    constraint message_of_person unique (id, person_id)
);
create index message_person on message (person_id, id);
grant select, insert, update on message to ${app};

-- Its way out of the platform. Nothing is given up: what could not be sent is tried again, ever more rarely.
create table delivery (
    message_id  uuid        not null,
    person_id   uuid        not null,
    channel     text        not null check (channel in ('EMAIL', 'WEBHOOK')),
    state       text        not null default 'PENDING' check (state in ('PENDING', 'SENT', 'NO_ADDRESS')),
    attempts    int         not null default 0 check (attempts >= 0),
    next_try_at timestamptz not null default clock_timestamp(),
    sent_at     timestamptz,
    error       text check (length(error) between 1 and 500),
    primary key (message_id, channel),
    foreign key (message_id, person_id) references message (id, person_id),
    check ((sent_at is not null) = (state = 'SENT'))
);
create index delivery_waiting on delivery (channel, next_try_at) where state = 'PENDING';
create index delivery_sent on delivery (person_id, channel, sent_at);
grant select, insert, update on delivery to ${app};

-- A member has as long to sign as the compact has to be signed.
insert into due_rule (code, anchor, days) select 'COMPACT_SIGN', anchor, days from due_rule where code = 'COMPACT_SIGNED';
