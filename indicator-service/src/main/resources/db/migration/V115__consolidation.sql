-- The numbers of submitted and accepted reports, as verified where a verification still speaks of them. What is verified applies.
create view handed_in as
select p.season_id, p.id as period_id, p.kind as period_kind, r.id as report_id, r.unit_id, r.submitted_at, c.indicator_id,
       c.revision_id, coalesce(b.value, c.value) as value, c.not_applicable and b.value is null as not_applicable, c.actuality
from period p
join report r on r.period_id = p.id and r.status in ('SUBMITTED', 'ACCEPTED')
join report_cell c on c.report_id = r.id
left join verified_cell b on b.report_id = r.id and b.indicator_id = c.indicator_id;
grant select on handed_in to ${app};

-- How a cluster's number is made of its members'. An indicator without a row is aggregated as its kind usually is.
create table indicator_aggregation (
    indicator_id uuid primary key references indicator,
    rule         text   not null check (rule in ('SUM', 'AVERAGE', 'WEIGHTED_AVERAGE', 'LAST', 'MAX', 'MIN', 'COUNT_YES', 'UNION', 'NONE')),
    weight_id    uuid references indicator,
    version      bigint not null check (version > 0),
    constraint aggregation_weight check ((weight_id is not null) = (rule = 'WEIGHTED_AVERAGE') and weight_id <> indicator_id)
);
grant select, insert, update (rule, weight_id, version) on indicator_aggregation to ${app};

create function usual_aggregation(value_kind text, named boolean) returns text language sql immutable parallel safe
    return case when named then 'UNION' when value_kind in ('QUANTITY', 'COUNT') then 'SUM' when value_kind = 'YES_NO' then 'COUNT_YES'
                else 'AVERAGE' end;

-- A cluster's own report of a period: drafted over its members' numbers, handed in with the numbers as they then are, adopted by another.
create table consolidation (
    period_id        uuid primary key references period,
    status           text   not null default 'DRAFT' check (status in ('DRAFT', 'SUBMITTED', 'ADOPTED')),
    edition          int    not null default 0 check (edition >= 0),
    submitted_at     timestamptz,
    submitted_by     text,
    adopted_at       timestamptz,
    adopted_by       text,
    returned_because text check (length(btrim(returned_because)) between 1 and 2000),
    version          bigint not null default 1 check (version > 0),
    check (status = 'DRAFT' or edition > 0 and num_nulls(submitted_at, submitted_by) = 0),
    check ((status = 'ADOPTED') = (num_nulls(adopted_at, adopted_by) = 0)),
    constraint consolidation_by_another check (status <> 'ADOPTED' or adopted_by <> submitted_by)
);
grant select, insert, update on consolidation to ${app};

-- Every state of what is said beside a computed number. "over" is what was computed when it was said.
create table consolidated_cell (
    period_id    uuid        not null references consolidation,
    indicator_id uuid        not null references indicator,
    version      bigint      not null check (version > 0),
    adjusted     measured,
    reason       text        check (length(btrim(reason)) between 1 and 2000),
    explanation  text        check (length(btrim(explanation)) between 1 and 2000),
    over         measured,
    at           timestamptz not null default kit.business_now(),
    actor_kind   text        not null,
    actor        text        not null,
    mandate_id   uuid        not null,
    primary key (period_id, indicator_id, version),
    constraint consolidated_cell_reason check ((adjusted is not null) = (reason is not null))
);
grant select, insert on consolidated_cell to ${app};

create function consolidated_while_draft() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    perform from consolidation c where c.period_id = new.period_id and c.status = 'DRAFT' for share;
    if not found then
        raise exception 'the consolidation is handed in' using errcode = 'check_violation', constraint = 'consolidation_draft';
    end if;
    return new;
end
$$;
create trigger consolidated_while_draft before insert on consolidated_cell for each row execute function consolidated_while_draft();

-- The numbers as they were handed in, edition by edition, with how they came about.
create table consolidated_number (
    period_id      uuid not null references consolidation,
    edition        int  not null check (edition > 0),
    indicator_id   uuid not null references indicator,
    rule           text not null,
    weight_id      uuid references indicator,
    computed       measured,
    adjusted       measured,
    reason         text,
    explanation    text,
    expected       int  not null check (expected >= 0),
    known          int  not null check (known between 0 and expected),
    not_applicable int  not null check (not_applicable between 0 and expected),
    missing        int  not null check (missing between 0 and expected),
    primary key (period_id, edition, indicator_id),
    check ((adjusted is not null) = (reason is not null))
);
grant select, insert on consolidated_number to ${app};

-- What a cluster stands by.
create view adopted_number as
select p.season_id, p.kind as period_kind, n.indicator_id, n.rule, n.computed, n.adjusted, coalesce(n.adjusted, n.computed) as value,
       n.reason, n.explanation, n.expected, n.known, n.not_applicable, n.missing, c.adopted_at
from consolidation c
join period p on p.id = c.period_id
join consolidated_number n on n.period_id = c.period_id and n.edition = c.edition
where c.status = 'ADOPTED';
grant select on adopted_number to ${app};
