-- The decision that founded a cluster, as it is printed, with its scan. What was withdrawn leaves its version behind, so that nobody
-- writes over what he has not read.
create table founding_decision (
    cluster_id     uuid primary key references cluster,
    number         text check (number = btrim(number) and length(number) between 1 and 60 and number is nfc normalized),
    decided_on     date,
    issued_by      text check (issued_by = btrim(issued_by) and length(issued_by) between 1 and 300 and issued_by is nfc normalized),
    -- The unit that issued it, where it is one of those known here.
    issuer_unit_id uuid references unit,
    file_id        uuid references file,
    version        bigint not null default 1 check (version > 0),
    constraint founding_decision_whole check (num_nonnulls(number, decided_on, issued_by) in (0, 3)),
    check (number is not null or num_nonnulls(issuer_unit_id, file_id) = 0)
);
create index founding_decision_file on founding_decision (file_id);
create index founding_decision_issuer on founding_decision (issuer_unit_id);
grant select, insert, update on founding_decision to ${app};

create function founding_decision_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if new.cluster_id <> old.cluster_id or new.version <> old.version + 1 then
        raise exception 'a founding decision stays with its cluster and goes forward'
            using errcode = '23514', constraint = 'founding_decision_goes_forward';
    end if;
    return new;
end
$$;
create trigger founding_decision_goes_forward before update on founding_decision
    for each row execute function founding_decision_goes_forward();
