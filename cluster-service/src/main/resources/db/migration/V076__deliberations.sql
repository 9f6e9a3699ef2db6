-- A draft regulation laid before the members: they comment on it until a day, every comment is answered with a reason, then they
-- vote openly. Adoption is the vote's outcome and writes the version that holds.
create table deliberation (
    id                    uuid primary key     default uuidv7(),
    season_id             uuid        not null,
    cluster_id            uuid        not null,
    -- The version commented on, and the one voted on: the same, or a later draft made of the comments.
    draft                 int         not null,
    put                   int check (put >= draft),
    comments_until        date        not null,
    opened_at             timestamptz not null default kit.business_now(),
    status                text        not null default 'COMMENTING'
        check (status in ('COMMENTING', 'VOTING', 'ADOPTED', 'REJECTED', 'WITHDRAWN')),
    quorum_numerator      int check (quorum_numerator > 0),
    quorum_denominator    int check (quorum_denominator between quorum_numerator and 1000),
    threshold_numerator   int check (threshold_numerator > 0),
    threshold_denominator int check (threshold_denominator between threshold_numerator and 1000),
    base                  text check (base in ('PRESENT', 'ALL_MEMBERS')),
    voting_opened_at      timestamptz,
    closed_at             timestamptz,
    votes_for             int check (votes_for >= 0),
    votes_against         int check (votes_against >= 0),
    votes_abstained       int check (votes_abstained >= 0),
    result                text check (result in ('ADOPTED', 'BELOW_QUORUM', 'BELOW_THRESHOLD')),
    adopted               int,
    withdraw_reason       text check (length(btrim(withdraw_reason)) between 1 and 1000),
    version               bigint      not null default 1 check (version > 0),
    foreign key (season_id, cluster_id) references season (id, cluster_id),
    foreign key (season_id, draft) references regulation (season_id, number),
    foreign key (season_id, put) references regulation (season_id, number),
    foreign key (season_id, adopted) references regulation (season_id, number),
    constraint deliberation_put_to_vote
        check (num_nonnulls(put, quorum_numerator, quorum_denominator, threshold_numerator, threshold_denominator, base,
                            voting_opened_at) in (0, 7)),
    check (status not in ('VOTING', 'ADOPTED', 'REJECTED') or put is not null),
    check (status <> 'COMMENTING' or put is null),
    check ((closed_at is null) = (status in ('COMMENTING', 'VOTING'))),
    check (num_nonnulls(votes_for, votes_against, votes_abstained, result)
           = case when status in ('ADOPTED', 'REJECTED') then 4 else 0 end),
    check ((status = 'ADOPTED') = (result is not distinct from 'ADOPTED')),
    check ((status = 'ADOPTED') = (adopted is not null) and (adopted is null or adopted = put + 1)),
    check ((withdraw_reason is not null) = (status = 'WITHDRAWN'))
);
create unique index deliberation_one_at_a_time on deliberation (season_id) where status in ('COMMENTING', 'VOTING');
create index deliberation_season on deliberation (season_id);
grant select, insert on deliberation to ${app};
grant update (put, status, quorum_numerator, quorum_denominator, threshold_numerator, threshold_denominator, base, voting_opened_at,
              closed_at, votes_for, votes_against, votes_abstained, result, adopted, withdraw_reason, version) on deliberation to ${app};

-- What a member says of the draft, of a paragraph of it or of the whole, and how it was answered.
create table deliberation_comment (
    id              uuid primary key     default uuidv7(),
    deliberation_id uuid        not null references deliberation,
    unit_id         uuid        not null references unit,
    -- From 1; null for the whole. A paragraph is a line of the text, empty ones counted.
    paragraph       int check (paragraph > 0),
    body            text        not null check (length(btrim(body)) between 1 and 5000),
    person_id       uuid        not null references person,
    mandate_id      uuid        not null references mandate,
    said_at         timestamptz not null default kit.business_now(),
    outcome         text check (outcome in ('ACCEPTED', 'PARTLY', 'DECLINED')),
    answer          text check (length(btrim(answer)) between 1 and 5000),
    answered_by     uuid references mandate,
    answered_at     timestamptz,
    check (num_nonnulls(outcome, answer, answered_by, answered_at) in (0, 4))
);
create index deliberation_comment_of on deliberation_comment (deliberation_id, id);
create index deliberation_comment_person on deliberation_comment (person_id);
grant select, insert on deliberation_comment to ${app};
grant update (outcome, answer, answered_by, answered_at) on deliberation_comment to ${app};

-- Who may vote: the members when the voting was opened.
create table deliberation_voter (
    deliberation_id uuid not null references deliberation,
    unit_id         uuid not null references unit,
    primary key (deliberation_id, unit_id)
);
grant select, insert on deliberation_voter to ${app};

-- One open vote a member, for good.
create table deliberation_vote (
    deliberation_id uuid        not null,
    unit_id         uuid        not null,
    choice          text        not null check (choice in ('FOR', 'AGAINST', 'ABSTAIN')),
    person_id       uuid        not null references person,
    mandate_id      uuid        not null references mandate,
    voted_at        timestamptz not null default kit.business_now(),
    primary key (deliberation_id, unit_id),
    foreign key (deliberation_id, unit_id) references deliberation_voter (deliberation_id, unit_id)
);
create index deliberation_vote_person on deliberation_vote (person_id);
grant select, insert on deliberation_vote to ${app};

-- What is laid before the members is the newest version, a draft with its words, of a season lived in the platform.
create function deliberation_begins() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if new.status <> 'COMMENTING' or new.comments_until < kit.business_today() or not exists (
        select from regulation r join season s on s.id = r.season_id
        where r.season_id = new.season_id and r.number = new.draft and r.status = 'DRAFT' and r.body is not null
          and s.mode = 'LIVE' and s.state <> 'CLOSED'
          and not exists (select from regulation n where n.season_id = r.season_id and n.number > r.number)) then
        raise exception 'not a draft that can be laid before the members'
            using errcode = '23514', constraint = 'deliberation_begins';
    end if;
    return new;
end
$$;
create trigger deliberation_begins before insert on deliberation for each row execute function deliberation_begins();

create function deliberation_takes_comments() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if tg_op = 'UPDATE' then
        if old.outcome is not null or not exists (
            select from deliberation d where d.id = new.deliberation_id and d.status = 'COMMENTING') then
            raise exception 'a comment is answered once, before the vote'
                using errcode = '23514', constraint = 'deliberation_answers_once';
        end if;
    elsif not exists (
        select from deliberation d join regulation r on r.season_id = d.season_id and r.number = d.draft
        where d.id = new.deliberation_id and d.status = 'COMMENTING' and kit.business_today() <= d.comments_until
          and coalesce(new.paragraph, 1) <= cardinality(string_to_array(r.body, E'\n'))) then
        raise exception 'no comments on that' using errcode = '23514', constraint = 'deliberation_takes_comments';
    end if;
    return new;
end
$$;
create trigger deliberation_takes_comments before insert or update on deliberation_comment
    for each row execute function deliberation_takes_comments();

create function deliberation_takes() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if not exists (select from deliberation d where d.id = new.deliberation_id and d.status = tg_argv[0]) then
        raise exception '% only while the deliberation is %', tg_table_name, tg_argv[0]
            using errcode = '23514', constraint = 'deliberation_takes';
    end if;
    return new;
end
$$;
create trigger deliberation_takes before insert on deliberation_voter
    for each row execute function deliberation_takes('COMMENTING');
create trigger deliberation_takes before insert on deliberation_vote for each row execute function deliberation_takes('VOTING');

-- Forward only; to the vote once all comments are answered; ended as the votes say.
create function deliberation_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    eligible int;
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
    if old.status = 'VOTING' and to_jsonb(old) - array['status', 'closed_at', 'votes_for', 'votes_against', 'votes_abstained',
                                                       'result', 'adopted', 'withdraw_reason', 'version']
       is distinct from to_jsonb(new) - array['status', 'closed_at', 'votes_for', 'votes_against', 'votes_abstained',
                                              'result', 'adopted', 'withdraw_reason', 'version'] then
        raise exception 'what is voted on stays as it is' using errcode = '23514', constraint = 'deliberation_goes_forward';
    end if;
    if new.status in ('ADOPTED', 'REJECTED') then
        select count(*) into eligible from deliberation_voter where deliberation_id = new.id;
        cast_votes := new.votes_for + new.votes_against + new.votes_abstained;
        if not exists (
            select from deliberation_vote where deliberation_id = new.id
            having count(*) filter (where choice = 'FOR') = new.votes_for
               and count(*) filter (where choice = 'AGAINST') = new.votes_against
               and count(*) filter (where choice = 'ABSTAIN') = new.votes_abstained) then
            raise exception 'the count does not match the votes' using errcode = '23514', constraint = 'deliberation_count';
        end if;
        if new.result <> (case
            when cast_votes::bigint * new.quorum_denominator < eligible::bigint * new.quorum_numerator then 'BELOW_QUORUM'
            when new.votes_for = 0 or new.votes_for::bigint * new.threshold_denominator
                 < (case new.base when 'PRESENT' then cast_votes else eligible end)::bigint * new.threshold_numerator
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
create trigger deliberation_goes_forward before update on deliberation for each row execute function deliberation_goes_forward();

-- While the members vote, the only version that can come is the one they are voting on, adopted.
create function regulation_waits_for_the_vote() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from deliberation d join regulation p on p.season_id = d.season_id and p.number = d.put
               where d.season_id = new.season_id and d.status = 'VOTING'
                 and (new.number <> p.number + 1 or new.status <> 'ADOPTED'
                      or (new.title, new.body, new.candidate_rule, new.tie_rule)
                         is distinct from (p.title, p.body, p.candidate_rule, p.tie_rule))) then
        raise exception 'the members are voting on a draft' using errcode = '23514', constraint = 'regulation_waits_for_the_vote';
    end if;
    return new;
end
$$;
create trigger regulation_waits_for_the_vote before insert on regulation
    for each row execute function regulation_waits_for_the_vote();

-- A version is written once, whoever is at the database: what was adopted cannot become something else.
create function regulation_stays() returns trigger language plpgsql as
$$
begin
    raise exception 'a version of a regulation stays as it is' using errcode = '23514', constraint = 'regulation_stays';
end
$$;
create trigger regulation_stays before update or delete on regulation for each row execute function regulation_stays();
