-- A sheet of one period names a period of its own season.
alter table period add constraint period_of_season unique (id, season_id);
alter table scoresheet add constraint scoresheet_period_of_season
    foreign key (period_id, season_id) references period (id, season_id);
create index scoresheet_period on scoresheet (period_id);
