-- What the votes of a count come to; null when one is no number.
create function votes_total(votes jsonb) returns bigint language sql immutable strict parallel safe
begin atomic
    select sum(v.value::int) from jsonb_each_text(votes) v;
end;

-- A vote held on paper: what its tellers counted, with the scan of the signed minutes. One teller records it, another confirms it.
create table paper_count (
    id               uuid primary key     default uuidv7(),
    cluster_id       uuid        not null references cluster,
    election_id      uuid references election,
    deliberation_id  uuid references deliberation,
    eligible         int         not null check (eligible > 0),
    issued           int         not null check (issued > 0),
    collected        int         not null check (collected >= 0),
    valid            int         not null check (valid >= 0),
    invalid          int         not null check (invalid >= 0),
    blank            int         not null check (blank >= 0),
    -- By candidate, or by FOR, AGAINST and ABSTAIN.
    votes            jsonb       not null check (jsonb_typeof(votes) = 'object' and not jsonb_path_exists(votes, '$.* ? (@ < 0)')),
    file_id          uuid        not null references file,
    recorded_by      uuid        not null references person,
    recorded_mandate uuid        not null references mandate,
    recorded_at      timestamptz not null default kit.business_now(),
    status           text        not null default 'RECORDED' check (status in ('RECORDED', 'CONFIRMED', 'REJECTED')),
    judged_by        uuid references person,
    judged_mandate   uuid references mandate,
    judged_at        timestamptz,
    reason           text check (length(btrim(reason)) between 1 and 1000),
    constraint paper_count_of_one_vote check (num_nonnulls(election_id, deliberation_id) = 1),
    constraint paper_count_sums
        check (issued <= eligible and collected <= issued and valid + invalid = collected and votes_total(votes) + blank = valid),
    constraint paper_count_two_tellers check (status <> 'CONFIRMED' or judged_by <> recorded_by),
    check (num_nonnulls(judged_by, judged_mandate, judged_at) = case status when 'RECORDED' then 0 else 3 end),
    check ((reason is not null) = (status = 'REJECTED'))
);
create unique index paper_count_standing_election on paper_count (election_id) where status <> 'REJECTED';
create unique index paper_count_standing_deliberation on paper_count (deliberation_id) where status <> 'REJECTED';
create index paper_count_election on paper_count (election_id);
create index paper_count_deliberation on paper_count (deliberation_id);
create index paper_count_file on paper_count (file_id);
create index paper_count_people on paper_count (recorded_by, judged_by);
grant select, insert on paper_count to ${app};
grant update (status, judged_by, judged_mandate, judged_at, reason) on paper_count to ${app};

create function paper_count_is_judged_once() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if old.status <> 'RECORDED' or to_jsonb(old) - array['status', 'judged_by', 'judged_mandate', 'judged_at', 'reason']
       is distinct from to_jsonb(new) - array['status', 'judged_by', 'judged_mandate', 'judged_at', 'reason'] then
        raise exception 'a count stays as it was recorded and is judged once'
            using errcode = '23514', constraint = 'paper_count_is_judged_once';
    end if;
    return new;
end
$$;
create trigger paper_count_is_judged_once before update on paper_count
    for each row execute function paper_count_is_judged_once();

-- How a vote was held; what is counted on paper has no envelopes and no session.
alter table election
    add column held            text not null default 'ELECTRONIC' check (held in ('ELECTRONIC', 'PAPER')),
    add column ballots_invalid int check (ballots_invalid >= 0),
    drop constraint election_check4,
    add constraint election_opened_unless_on_paper
        check ((opened_at is null) = (status = 'DRAFT' or held = 'PAPER') or status = 'VOID'),
    add constraint election_on_paper_is_counted check (held = 'ELECTRONIC' or status = 'COUNTED'),
    add constraint election_invalid_on_paper check ((ballots_invalid is not null) = (held = 'PAPER')),
    add constraint election_within_collected check (ballots_blank + coalesce(ballots_invalid, 0) <= ballots_cast);
grant update (held, ballots_invalid) on election to ${app};

-- Votes are written as the count of an open session, or of a count on paper that two tellers stand for.
create function election_takes_votes() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from election e where e.id = new.election_id and (e.status = 'OPEN' or e.status = 'DRAFT' and exists (
        select from paper_count p where p.election_id = e.id and p.status = 'CONFIRMED'))) then
        raise exception 'votes only as a count' using errcode = '23514', constraint = 'election_takes';
    end if;
    return new;
end
$$;
drop trigger election_takes_votes on election_candidate;
create trigger election_takes_votes before update on election_candidate for each row execute function election_takes_votes();

-- An election is opened, or counted on paper, never both; and a count on paper is what its tellers confirmed.
create function election_is_held_one_way() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if old.status = 'DRAFT' and new.status = 'OPEN'
       and exists (select from paper_count p where p.election_id = new.id and p.status <> 'REJECTED') then
        raise exception 'a count on paper stands' using errcode = '23514', constraint = 'election_is_held_one_way';
    end if;
    if old.status = 'DRAFT' and new.status = 'COUNTED' and not exists (
        select from paper_count p
        where p.election_id = new.id and p.status = 'CONFIRMED' and new.held = 'PAPER'
          and (p.collected, p.blank, p.invalid) = (new.ballots_cast, new.ballots_blank, new.ballots_invalid)
          and p.eligible = (select count(*) from election_voter v where v.election_id = new.id)
          and p.votes = (select jsonb_object_agg(c.unit_id::text, c.votes) from election_candidate c where c.election_id = new.id)) then
        raise exception 'not what the tellers confirmed' using errcode = '23514', constraint = 'election_count';
    end if;
    return new;
end
$$;
create trigger election_is_held_one_way before update on election for each row execute function election_is_held_one_way();

create or replace function election_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    marks   bigint;
    choices bigint;
    blank   bigint;
begin
    if old.status <> new.status
       and (old.status, new.status) not in (('DRAFT', 'OPEN'), ('DRAFT', 'VOID'), ('OPEN', 'COUNTED'), ('OPEN', 'VOID'))
       and (old.status, new.status, new.held) <> ('DRAFT', 'COUNTED', 'PAPER') then
        raise exception 'an election that is % cannot become %', old.status, new.status
            using errcode = '23514', constraint = 'election_goes_forward';
    end if;
    if old.status in ('COUNTED', 'VOID') and (old.key_destroyed_at is not null or to_jsonb(old) - 'key_destroyed_at'
       is distinct from to_jsonb(new) - 'key_destroyed_at') then
        raise exception 'an election that is % stays as it is', old.status
            using errcode = '23514', constraint = 'election_goes_forward';
    end if;
    if old.public_key is not null and (old.public_key, old.key_id) is distinct from (new.public_key, new.key_id) then
        raise exception 'a session keeps its key' using errcode = '23514', constraint = 'election_goes_forward';
    end if;
    if old.status = 'OPEN' and new.status = 'COUNTED' then
        select count(*) into marks from election_mark where election_id = new.id;
        select count(*), count(*) filter (where unit_id is null) into choices, blank
        from election_choice where election_id = new.id;
        if marks <> choices or choices <> new.ballots_cast or blank <> new.ballots_blank
           or exists (select from election_candidate c where c.election_id = new.id
                      and c.votes is distinct from (select count(*) from election_choice x
                                                    where x.election_id = new.id and x.unit_id = c.unit_id)) then
            raise exception 'the count does not match the ballots' using errcode = '23514', constraint = 'election_count';
        end if;
    end if;
    return new;
end
$$;

-- The open vote on a draft likewise: cast here, or counted on paper. Ballots without a choice count as votes cast.
alter table deliberation
    add column held        text not null default 'ELECTRONIC' check (held in ('ELECTRONIC', 'PAPER')),
    add column votes_spoilt int check (votes_spoilt >= 0),
    add constraint deliberation_on_paper_is_counted check (held = 'ELECTRONIC' or status in ('ADOPTED', 'REJECTED')),
    add constraint deliberation_spoilt_on_paper check ((votes_spoilt is not null) = (held = 'PAPER'));
grant update (held, votes_spoilt) on deliberation to ${app};

create function deliberation_votes_one_way() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from paper_count p where p.deliberation_id = new.deliberation_id and p.status <> 'REJECTED') then
        raise exception 'a count on paper stands' using errcode = '23514', constraint = 'deliberation_votes_one_way';
    end if;
    return new;
end
$$;
create trigger deliberation_votes_one_way before insert on deliberation_vote
    for each row execute function deliberation_votes_one_way();

create function paper_count_instead_of_votes() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from deliberation_vote v where v.deliberation_id = new.deliberation_id)
       or exists (select from election e where e.id = new.election_id and e.status <> 'DRAFT')
       or exists (select from deliberation d where d.id = new.deliberation_id and d.status <> 'VOTING') then
        raise exception 'the vote is not held on paper' using errcode = '23514', constraint = 'paper_count_instead_of_votes';
    end if;
    return new;
end
$$;
create trigger paper_count_instead_of_votes before insert on paper_count
    for each row execute function paper_count_instead_of_votes();

create or replace function deliberation_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    of_outcome constant text[] := array['status', 'closed_at', 'votes_for', 'votes_against', 'votes_abstained', 'votes_spoilt',
                                        'held', 'result', 'adopted', 'withdraw_reason', 'version'];
    members    int;
    cast_votes int;
begin
    if (old.status, new.status) not in (('COMMENTING', 'VOTING'), ('COMMENTING', 'WITHDRAWN'), ('VOTING', 'ADOPTED'),
                                        ('VOTING', 'REJECTED'), ('VOTING', 'WITHDRAWN')) then
        raise exception 'a deliberation that is % cannot become %', old.status, new.status
            using errcode = '23514', constraint = 'deliberation_goes_forward';
    end if;
    if new.status = 'VOTING' and (
        kit.business_today() <= new.comments_until
        or exists (select from deliberation_comment c where c.deliberation_id = new.id and c.outcome is null)
        or not exists (select from deliberation_voter v where v.deliberation_id = new.id)
        or not exists (select from regulation r where r.season_id = new.season_id and r.number = new.put and r.status = 'DRAFT'
                       and r.body is not null
                       and not exists (select from regulation n where n.season_id = r.season_id and n.number > r.number))) then
        raise exception 'not ready to be voted on' using errcode = '23514', constraint = 'deliberation_ready';
    end if;
    if old.status = 'VOTING' and to_jsonb(old) - of_outcome is distinct from to_jsonb(new) - of_outcome then
        raise exception 'what is voted on stays as it is' using errcode = '23514', constraint = 'deliberation_goes_forward';
    end if;
    if new.status in ('ADOPTED', 'REJECTED') then
        select count(*) into members from deliberation_voter where deliberation_id = new.id;
        cast_votes := new.votes_for + new.votes_against + new.votes_abstained + coalesce(new.votes_spoilt, 0);
        if new.held = 'ELECTRONIC' and not exists (
            select from deliberation_vote where deliberation_id = new.id
            having count(*) filter (where choice = 'FOR') = new.votes_for
               and count(*) filter (where choice = 'AGAINST') = new.votes_against
               and count(*) filter (where choice = 'ABSTAIN') = new.votes_abstained) then
            raise exception 'the count does not match the votes' using errcode = '23514', constraint = 'deliberation_count';
        end if;
        if new.held = 'ELECTRONIC'
           and exists (select from paper_count p where p.deliberation_id = new.id and p.status <> 'REJECTED') then
            raise exception 'a count on paper stands' using errcode = '23514', constraint = 'deliberation_votes_one_way';
        end if;
        if new.held = 'PAPER' and not exists (
            select from paper_count p
            where p.deliberation_id = new.id and p.status = 'CONFIRMED' and p.eligible = members
              and p.blank + p.invalid = new.votes_spoilt
              and p.votes = jsonb_build_object('FOR', new.votes_for, 'AGAINST', new.votes_against, 'ABSTAIN', new.votes_abstained)) then
            raise exception 'not what the tellers confirmed' using errcode = '23514', constraint = 'deliberation_count';
        end if;
        if new.result <> (case
            when cast_votes::bigint * new.quorum_denominator < members::bigint * new.quorum_numerator then 'BELOW_QUORUM'
            when new.votes_for = 0 or new.votes_for::bigint * new.threshold_denominator
                 < (case new.base when 'PRESENT' then cast_votes else members end)::bigint * new.threshold_numerator
                then 'BELOW_THRESHOLD'
            else 'ADOPTED' end) then
            raise exception 'the votes say otherwise' using errcode = '23514', constraint = 'deliberation_result';
        end if;
        if new.status = 'ADOPTED' and not exists (
            select from regulation a join regulation p on p.season_id = a.season_id and p.number = new.put
            where a.season_id = new.season_id and a.number = new.adopted and a.status = 'ADOPTED'
              and (a.title, a.body, a.candidate_rule, a.tie_rule) is not distinct from (p.title, p.body, p.candidate_rule, p.tie_rule)) then
            raise exception 'adopted is what was voted on' using errcode = '23514', constraint = 'deliberation_adopts';
        end if;
    end if;
    return new;
end
$$;
