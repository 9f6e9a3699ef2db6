-- Who sees a published ranking, by the regulation last adopted; null as long as it does not say: then the cluster.
alter table season_copy add column results_rule text;
