-- When an item of the agenda was begun and ended, as whoever leads the meeting marks it. One item is under way at a time; one that was
-- ended may be taken up again.
alter table agenda_item
    add column begun_at timestamptz,
    add column ended_at timestamptz,
    add constraint agenda_item_course check (ended_at is null or (begun_at is not null and ended_at >= begun_at));
create unique index agenda_item_under_way on agenda_item (conference_id) where begun_at is not null and ended_at is null;
grant update (begun_at, ended_at) on agenda_item to ${app};
