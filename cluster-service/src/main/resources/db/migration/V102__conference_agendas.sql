-- What a meeting goes through, in order, and when it begins. An item may serve one of the meeting's purposes; once the meeting does
-- not serve that any more, the item stays and serves none.
alter table conference add column starts_at time check (extract(second from starts_at) = 0);

create table agenda_item (
    conference_id uuid not null references conference,
    position      int  not null check (position between 1 and 100),
    starts_at     time check (extract(second from starts_at) = 0),
    minutes       int check (minutes between 1 and 600),
    title         text not null check (title = btrim(title) and length(title) between 1 and 500 and title is nfc normalized),
    -- Who presents it: a unit, somebody by name, or both.
    unit_id       uuid references unit,
    presenter     text check (presenter = btrim(presenter) and length(presenter) between 1 and 200),
    season_id     uuid,
    purpose       text,
    primary key (conference_id, position),
    check (num_nonnulls(season_id, purpose) in (0, 2)),
    foreign key (conference_id, season_id, purpose) references conference_purpose (conference_id, season_id, purpose)
        on delete set null (season_id, purpose)
);
create index agenda_item_unit on agenda_item (unit_id);
grant select, insert, delete on agenda_item to ${app};
