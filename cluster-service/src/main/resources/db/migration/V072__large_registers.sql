-- Lists, trees and searches of tens of thousands of units find what they show by an index: in the order of names, by level and
-- kind, by a part of the short name, by the beginning of a code.
create index unit_state_unit on unit_state (unit_id, lower(during));
create index unit_state_name on unit_state (name collate "vi-VN-x-icu", unit_id);
create index unit_state_short_search on unit_state using gin (search_text(short_name) gin_trgm_ops);
create index unit_level_kind on unit (level, kind);
create index unit_code_search on unit (lower(code) text_pattern_ops);
create index unit_agency_code_search on unit (lower(agency_code) text_pattern_ops);
