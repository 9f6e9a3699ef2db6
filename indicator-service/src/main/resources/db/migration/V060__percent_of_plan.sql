-- The percent of plan for whoever asks in SQL; Java's is Plan.fulfilment, and a test holds the two together over their whole range.
-- To raise: reached of planned. To reduce: both reductions from last year's number. To keep: what is left of the level after the
-- deviation in either direction. Null where there is none. Rounded exactly, halves away from zero: div() has no digits to run out of.
create function percent_of_plan(direction text, value numeric, plan numeric, last_year numeric) returns numeric
    language sql immutable parallel safe
    return (
        select case when f.planned > 0
                    then sign(f.reached) * div(2 * abs(f.reached) * 100000000 + f.planned, 2 * f.planned) / 1000000 end
        from (select case direction when 'REDUCE' then last_year - value
                                    when 'KEEP' then greatest(0, plan - abs(value - plan))
                                    else value end as reached,
                     case direction when 'REDUCE' then last_year - plan else plan end as planned) f);
