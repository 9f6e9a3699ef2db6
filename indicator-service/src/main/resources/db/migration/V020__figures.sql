-- A figure as stated: what a document prints about a unit or a cluster, apart from anything computed.
create table figure (
    id                uuid primary key default uuidv7(),
    season_id         uuid   not null,
    period_kind       text   not null check (period_kind in ('H1', 'M9', 'YEAR')),
    indicator_id      uuid   not null references indicator (id),
    -- MEMBERS: a statement about how many members reached something; it names none of them and gives none a value.
    subject           text   not null check (subject in ('UNIT', 'CLUSTER', 'MEMBERS')),
    unit_id           uuid,
    measure           text   not null
        check (measure in ('VALUE', 'PERCENT_OF_PLAN', 'PERCENT_OF_BUDGET_ESTIMATE', 'GROWTH', 'AGAINST_TARGET')),
    value             numeric(21, 6),
    -- 49 of 35 criteria: reached more than there were to reach.
    out_of            numeric(21, 6) check (out_of > 0),
    unit_of_measure   text   not null check (length(unit_of_measure) between 1 and 50),
    qualifier         text   not null check (qualifier in ('EXACT', 'ABOUT', 'NEARLY', 'ABOVE', 'AT_LEAST')),
    actuality         text   not null check (actuality in ('ACTUAL', 'ESTIMATE')),
    basis             text   not null check (basis in ('STATED', 'COMPUTED')),
    aggregation       text check (aggregation in ('TOTAL', 'AVERAGE')),
    members_count     int check (members_count >= 0),
    members_out_of    int check (members_out_of > 0),
    members_threshold numeric(21, 6),
    members_qualifier text check (members_qualifier in ('EXACT', 'ABOUT', 'NEARLY', 'ABOVE', 'AT_LEAST')),
    rank_stated       int check (rank_stated > 0),
    quote             text   not null check (length(quote) between 1 and 2000 and quote is nfc normalized),
    provenance        text   not null
        check (provenance in ('LIVE', 'IN_DOCUMENT', 'NOT_IN_DOCUMENT', 'INVENTED')),
    source            text check (length(source) <= 1000),
    version           bigint not null default 1 check (version > 0),
    check (provenance <> 'IN_DOCUMENT' or source is not null),
    check ((subject = 'UNIT') = (unit_id is not null)),
    check (aggregation is null or subject = 'CLUSTER'),
    check ((subject = 'MEMBERS') = (value is null)),
    check (num_nonnulls(members_count, members_out_of, members_threshold, members_qualifier)
               = case subject when 'MEMBERS' then 4 else 0 end),
    check (members_count <= members_out_of),
    check (out_of is null or measure = 'VALUE'),
    check (rank_stated is null or subject = 'UNIT'),
    -- Loading the same document twice finds the first one.
    constraint figure_natural unique nulls not distinct
        (season_id, period_kind, indicator_id, subject, unit_id, measure, aggregation, members_threshold)
);
create index figure_indicator on figure (indicator_id);
grant select, insert, update on figure to ${app};
