-- How members' numbers usually make the cluster's is told by what is measured too: incomes per head are not added up. The one without a
-- name stays for instances from before.
create function usual_aggregation(value_kind text, name text, named boolean) returns text language sql immutable parallel safe
    return case when value_kind = 'QUANTITY' and not named and lower(name) ~ '(bình quân|trung bình|tỷ lệ|tỉ lệ|mật độ)' then 'AVERAGE'
                else usual_aggregation(value_kind, named) end;
