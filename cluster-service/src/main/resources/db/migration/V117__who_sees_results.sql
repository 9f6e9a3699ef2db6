-- The regulation says who sees a published ranking: each member its own place, the cluster, or everybody.
alter table regulation add column results_rule text check (results_rule in ('OWN', 'CLUSTER', 'PUBLIC'));

-- Adopted is what was voted on, in this rule too.
create or replace function regulation_waits_for_the_vote() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from deliberation d join regulation p on p.season_id = d.season_id and p.number = d.put
               where d.season_id = new.season_id and d.status = 'VOTING'
                 and (new.number <> p.number + 1 or new.status <> 'ADOPTED'
                      or (new.title, new.body, new.candidate_rule, new.tie_rule, new.figures_rule, new.results_rule)
                         is distinct from (p.title, p.body, p.candidate_rule, p.tie_rule, p.figures_rule, p.results_rule))) then
        raise exception 'the members are voting on a draft' using errcode = '23514', constraint = 'regulation_waits_for_the_vote';
    end if;
    return new;
end
$$;
