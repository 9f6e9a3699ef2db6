-- Thousands of clusters are listed in the order of their names and found by the beginning of their code; seasons the newest first, and by
-- who leads them.
create index cluster_name on cluster (name collate "vi-VN-x-icu", id);
create index cluster_code_search on cluster (lower(code) text_pattern_ops);
create index season_newest on season (lower(during), id);
create index headship_unit on headship (unit_id);
