-- A ratio is so much of one for each of another; to reach is to have as much as planned, to keep within to have no more.
alter table indicator
    drop constraint indicator_value_kind_check,
    add constraint indicator_value_kind_check check (value_kind in ('QUANTITY', 'PERCENT', 'RATIO', 'COUNT', 'YES_NO', 'DAYS_LATE')),
    drop constraint indicator_direction_check,
    add constraint indicator_direction_check check (direction in ('RAISE', 'REACH', 'REDUCE', 'KEEP', 'WITHIN')),
    drop constraint indicator_whole,
    add constraint indicator_whole check (value_kind in ('QUANTITY', 'PERCENT', 'RATIO') or decimals = 0),
    drop constraint indicator_formula_kind,
    add constraint indicator_formula_kind check (formula is null or value_kind in ('QUANTITY', 'PERCENT', 'RATIO', 'COUNT')),
    -- Whose figures they are, and under which code statisticians publish the same.
    add column source_unit_id  uuid,
    add column statistics_code text check (statistics_code = btrim(statistics_code) and length(statistics_code) between 1 and 50
                                           and statistics_code is nfc normalized);

-- As before; to reach: no more than planned. Within: what is left of the plan after what goes beyond it.
create or replace function percent_of_plan(direction text, value numeric, plan numeric, last_year numeric) returns numeric
    language sql immutable parallel safe
    return (
        select case when f.planned > 0
                    then sign(f.reached) * div(2 * abs(f.reached) * 100000000 + f.planned, 2 * f.planned) / 1000000 end
        from (select case direction when 'REACH' then least(value, plan)
                                    when 'REDUCE' then last_year - value
                                    when 'KEEP' then greatest(0, plan - abs(value - plan))
                                    when 'WITHIN' then greatest(0, plan - greatest(0, value - plan))
                                    else value end as reached,
                     case direction when 'REDUCE' then last_year - plan else plan end as planned) f);
