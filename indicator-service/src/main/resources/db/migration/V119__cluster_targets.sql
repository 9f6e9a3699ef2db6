-- What a cluster as a whole is to reach, in the indicator's own unit of measure; every state of it stays, and a change says why.
create table cluster_target (
    id           uuid        not null,
    season_id    uuid        not null references target_sheet,
    indicator_id uuid        not null references indicator,
    version      bigint      not null check (version > 0),
    assigned     measured,
    registered   measured,
    last_year    measured,
    reason       text        check (length(btrim(reason)) between 1 and 1000),
    at           timestamptz not null default kit.business_now(),
    actor_kind   text        not null,
    actor        text        not null,
    mandate_id   uuid        not null,
    primary key (season_id, indicator_id, version),
    unique (id, version),
    constraint cluster_target_reason check (version = 1 or reason is not null)
);
grant select, insert on cluster_target to ${app};

-- How numbers are put together is said in the catalogue or asked for: that of the indicator's kind is a suggestion. What clusters have
-- handed in so far was put together in a way they saw and stood by; so it is taken for said.
insert into indicator_aggregation (indicator_id, rule, weight_id, version)
select distinct on (n.indicator_id) n.indicator_id, n.rule, n.weight_id, 1
from consolidated_number n
join consolidation c on c.period_id = n.period_id
order by n.indicator_id, c.submitted_at desc
on conflict do nothing;

alter table consolidated_number
    alter column rule drop not null,
    add column assigned   measured,
    add column registered measured,
    add column last_year  measured;

create or replace view adopted_number as
select p.season_id, p.kind as period_kind, n.indicator_id, n.rule, n.computed, n.adjusted, coalesce(n.adjusted, n.computed) as value,
       n.reason, n.explanation, n.expected, n.known, n.not_applicable, n.missing, c.adopted_at,
       coalesce(n.registered, n.assigned) as plan, n.last_year
from consolidation c
join period p on p.id = c.period_id
join consolidated_number n on n.period_id = c.period_id and n.edition = c.edition
where c.status = 'ADOPTED';
