-- Which aggregates were taken while the feed was read to this position: a service that learns to take another one reads the snapshot
-- again, as events of it may lie behind. Empty for a position of before this was kept.
alter table feed_cursor add column types text[] not null default '{}';
