-- Conferences are listed the newest first.
create index conference_newest on conference (held_on, id);
