-- A paper of a conference laid before those who will be there while it is a draft: they comment until a day, whoever drafts answers,
-- and a further version takes the place of the one before. Versions and what was said of them stay.
create table draft (
    id              uuid primary key     default uuidv7(),
    conference_id   uuid        not null references conference,
    -- In whose course the units are told and owe their comments.
    season_id       uuid        not null references season,
    kind            text        not null check (kind in ('REPORT', 'PLAN', 'CRITERIA', 'COMPACT', 'RESOLUTION', 'OTHER')),
    title           text        not null check (title = btrim(title) and length(title) between 1 and 500 and title is nfc normalized),
    comments_until  date        not null,
    laid_at         timestamptz not null default kit.business_now(),
    withdrawn_at    timestamptz,
    withdraw_reason text check (length(btrim(withdraw_reason)) between 1 and 1000),
    version         bigint      not null default 1 check (version > 0),
    check ((withdrawn_at is null) = (withdraw_reason is null))
);
-- What was taken back may be laid anew.
create unique index draft_once on draft (conference_id, kind, title) where withdrawn_at is null;
create index draft_season on draft (season_id) where withdrawn_at is null;
grant select, insert on draft to ${app};
grant update (comments_until, withdrawn_at, withdraw_reason, version) on draft to ${app};

create table draft_version (
    draft_id uuid        not null references draft,
    number   int         not null check (number > 0),
    body     text check (length(btrim(body)) between 1 and 200000),
    file_id  uuid references file,
    -- What is different from the version before.
    note     text check (length(btrim(note)) between 1 and 2000),
    laid_by  uuid        not null references mandate,
    laid_at  timestamptz not null default kit.business_now(),
    primary key (draft_id, number),
    check (num_nonnulls(body, file_id) > 0),
    check (number > 1 or note is null)
);
create index draft_version_file on draft_version (file_id);
grant select, insert on draft_version to ${app};

create function draft_version_follows() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if exists (select from draft d where d.id = new.draft_id and d.withdrawn_at is not null)
       or new.number <> (select coalesce(max(v.number), 0) + 1 from draft_version v where v.draft_id = new.draft_id) then
        raise exception 'not the next version of a draft' using errcode = '23514', constraint = 'draft_version_follows';
    end if;
    return new;
end
$$;
create trigger draft_version_follows before insert on draft_version for each row execute function draft_version_follows();

create function draft_stays_withdrawn() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    raise exception 'a draft that was withdrawn stays so' using errcode = '23514', constraint = 'draft_stays_withdrawn';
end
$$;
create trigger draft_stays_withdrawn before update on draft
    for each row when (old.withdrawn_at is not null) execute function draft_stays_withdrawn();

-- Whose comments a draft asks for: the members of the day, of a season's nearest one, and the units invited to the conference.
create function draft_asks(draft uuid) returns setof uuid language sql stable set search_path = public, pg_temp as
$$
    select m.unit_id from draft d
    join conference c on c.id = d.conference_id join season s on s.id = d.season_id
    join membership m on m.cluster_id = c.cluster_id
        and m.during @> greatest(lower(s.during), least(upper(s.during) - 1, kit.business_today()))
    where d.id = draft_asks.draft
    union
    select i.unit_id from draft d join conference_invitation i on i.conference_id = d.conference_id
    where d.id = draft_asks.draft and i.unit_id is not null
$$;

-- Comments are one thing, whether on a regulation that is voted on afterwards or on a paper of a conference.
alter table deliberation_comment rename to draft_comment;
alter index deliberation_comment_person rename to draft_comment_person;
drop index deliberation_comment_of;
alter table draft_comment
    alter column deliberation_id drop not null,
    add column draft_id uuid,
    add column number int,
    -- Where in the paper, as the member names it.
    add column place text check (place = btrim(place) and length(place) between 1 and 200),
    add column about_id uuid not null generated always as (coalesce(deliberation_id, draft_id)) stored,
    add foreign key (draft_id, number) references draft_version (draft_id, number),
    add constraint draft_comment_on_one_thing check (num_nonnulls(deliberation_id, draft_id) = 1),
    add check ((draft_id is null) = (number is null)),
    add check (draft_id is not null or place is null),
    add check (deliberation_id is not null or paragraph is null);
create index draft_comment_of on draft_comment (about_id, id);

do $$
begin
    execute replace(pg_get_functiondef('deliberation_goes_forward'::regproc), 'deliberation_comment', 'draft_comment');
end
$$;

drop trigger deliberation_takes_comments on draft_comment;
drop function deliberation_takes_comments();
create function draft_takes_comments() returns trigger language plpgsql set search_path = public, pg_temp as
$$
begin
    if tg_op = 'UPDATE' then
        if old.outcome is not null or not exists (
               select from deliberation d where d.id = new.deliberation_id and d.status = 'COMMENTING'
               union all
               select from draft d where d.id = new.draft_id and d.withdrawn_at is null) then
            raise exception 'a comment is answered once, before the vote'
                using errcode = '23514', constraint = 'draft_answers_once';
        end if;
    elsif not exists (
            select from deliberation d join regulation r on r.season_id = d.season_id and r.number = d.draft
            where d.id = new.deliberation_id and d.status = 'COMMENTING' and kit.business_today() <= d.comments_until
              and coalesce(new.paragraph, 1) <= cardinality(string_to_array(r.body, E'\n'))
            union all
            select from draft d
            where d.id = new.draft_id and d.withdrawn_at is null and kit.business_today() <= d.comments_until
              and new.number = (select max(v.number) from draft_version v where v.draft_id = d.id)) then
        raise exception 'no comments on that' using errcode = '23514', constraint = 'draft_takes_comments';
    end if;
    return new;
end
$$;
create trigger draft_takes_comments before insert or update on draft_comment
    for each row execute function draft_takes_comments();
