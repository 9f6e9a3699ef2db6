-- Who sees a published ranking, by the regulation last adopted; null as long as it does not say: then the cluster.
alter table season_copy add column results_rule text;

-- An event of a season that an instance from before applied has lost the rule: every season is taken over again with the snapshot, which
-- is read anew as this service follows another type of event from now on.
delete from kit.feed_applied where source = 'cluster' and aggregate_type = 'season';
