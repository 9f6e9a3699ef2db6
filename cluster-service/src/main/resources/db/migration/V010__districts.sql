-- Districts ended on 01/07/2025; they live on in history.
alter table unit drop constraint unit_level_check;
alter table unit add constraint unit_level_check check (level in ('CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE', 'NONE'));
