-- Units are reminded of what they owe outside of any season too.
alter table reminder alter column season_id drop not null;
