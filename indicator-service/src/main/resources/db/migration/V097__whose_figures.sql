-- Whose reports a member sees, by the regulation; null as long as it does not say.
alter table season_copy add column figures_rule text;
