create table nomination (
    id             uuid primary key default uuidv7(),
    award_id       uuid   not null references award,
    season_id      uuid   not null,
    unit_id        uuid   not null,
    -- The unit whose council ranks the season's cluster.
    organiser_id   uuid   not null,
    achievements   text   not null check (length(achievements) between 1 and 10000),
    -- What the award document shall say it is for; null lets the season say it.
    citation       text check (length(citation) between 1 and 300),
    state          text   not null default 'DRAFT' check (state in ('DRAFT', 'SUBMITTED', 'OPINION_GIVEN', 'DECIDED', 'REFUSED')),
    refusal_reason text check (length(refusal_reason) between 1 and 1000),
    version        bigint not null default 1 check (version > 0),
    check ((state = 'REFUSED') = (refusal_reason is not null))
);
-- One live nomination of a unit for an award and season.
create unique index nomination_once on nomination (award_id, season_id, unit_id) where state <> 'REFUSED';
create index nomination_season on nomination (season_id);
create index nomination_unit on nomination (unit_id);
grant select, insert, update on nomination to ${app};

-- What the nomination was judged by when it was submitted: never changed.
create table nomination_submission (
    nomination_id    uuid primary key references nomination,
    award_id         uuid        not null,
    award_version    bigint      not null,
    findings         jsonb       not null check (jsonb_typeof(findings) = 'array'),
    candidate        text        not null check (candidate in ('CANDIDATE', 'NOT_CANDIDATE', 'NOT_KNOWN')),
    candidate_rule   text        not null,
    candidate_why    text        not null,
    election_id      uuid,
    ranking_id       uuid,
    scoresheet_id    uuid,
    departure_reason text check (length(departure_reason) between 1 and 1000),
    submitted_at     timestamptz not null default clock_timestamp(),
    foreign key (award_id, award_version) references award_revision (award_id, version)
);
grant select, insert on nomination_submission to ${app};

-- The council advises. That it departs from rank and election is recorded here and nowhere else, with its reason.
create table opinion (
    id              uuid primary key     default uuidv7(),
    nomination_id   uuid        not null unique references nomination_submission,
    council_unit_id uuid        not null,
    held_on         date        not null,
    minutes_number  text        not null check (length(minutes_number) between 1 and 60),
    eligible        int         not null check (eligible > 0),
    present         int         not null check (present between 0 and eligible),
    votes_for       int         not null check (votes_for >= 0),
    votes_against   int         not null check (votes_against >= 0),
    conclusion      text        not null check (conclusion in ('AGREE', 'DISAGREE')),
    departs         boolean     not null,
    reason          text check (length(reason) between 1 and 1000),
    recorded_at     timestamptz not null default clock_timestamp(),
    check (votes_for + votes_against <= present),
    check (not departs or reason is not null)
);
grant select, insert on opinion to ${app};

-- A nomination goes forward only, and says the same from its submission on.
create function nomination_goes_forward() returns trigger language plpgsql as
$$
begin
    if tg_op = 'DELETE' then
        raise exception 'a nomination is not deleted' using errcode = 'check_violation';
    end if;
    if (old.award_id, old.season_id, old.unit_id, old.organiser_id) is distinct from
       (new.award_id, new.season_id, new.unit_id, new.organiser_id)
       or (old.state <> 'DRAFT'
           and (old.achievements, old.citation) is distinct from (new.achievements, new.citation)) then
        raise exception 'nomination % says the same for good', old.id using errcode = 'check_violation';
    end if;
    if old.state <> new.state
       and (old.state, new.state) not in (('DRAFT', 'SUBMITTED'), ('SUBMITTED', 'OPINION_GIVEN'), ('SUBMITTED', 'REFUSED'),
                                          ('OPINION_GIVEN', 'DECIDED'), ('OPINION_GIVEN', 'REFUSED')) then
        raise exception 'nomination % goes from % to %', old.id, old.state, new.state using errcode = 'check_violation';
    end if;
    if (new.state = 'SUBMITTED' and not exists (select from nomination_submission s where s.nomination_id = new.id))
       or (new.state in ('OPINION_GIVEN', 'DECIDED') and not exists (select from opinion o where o.nomination_id = new.id)) then
        raise exception 'nomination % lacks what % stands on', old.id, new.state using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger nomination_goes_forward before update or delete on nomination
    for each row execute function nomination_goes_forward();
