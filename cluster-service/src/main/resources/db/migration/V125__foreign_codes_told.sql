-- Codes that were recorded before the feed told of them are told now.
insert into kit.outbox (aggregate_type, aggregate_id, aggregate_version, event_type, audience, unit_id, data)
select 'foreign-code', id, version, 'vn.thidua.foreign-code.recorded', 'UNIT', unit_id,
       jsonb_build_object('list', list, 'code', code, 'unitId', unit_id, 'from', lower(during), 'until', upper(during), 'withdrawn', false)
from foreign_code
order by id;
