-- What a search among exemplars compares.
create function exemplar_words(title text, name text, place text, story text) returns text language sql immutable parallel safe
    return search_text(coalesce($1, '') || ' ' || coalesce($2, '') || ' ' || coalesce($3, '') || ' ' || coalesce($4, ''));

-- An exemplar (điển hình tiên tiến): found and proposed by a unit, verified by somebody else, published once its subject consents.
create table exemplar (
    id                uuid primary key     default uuidv7(),
    unit_id           uuid        not null references unit,
    movement_id       uuid references movement,
    state             text        not null default 'PROPOSED'
        check (state in ('PROPOSED', 'VERIFIED', 'PUBLISHED', 'REFUSED', 'WITHDRAWN')),
    subject           text        not null check (subject in ('PERSON', 'COLLECTIVE', 'HOUSEHOLD')),
    -- Somebody the platform knows has a name there and none here.
    person_id         uuid references person,
    name              text check (name = btrim(name) and length(name) between 1 and 200 and name is nfc normalized),
    place             text check (place = btrim(place) and length(place) between 1 and 300 and place is nfc normalized),
    title             text check (title = btrim(title) and length(title) between 1 and 300 and title is nfc normalized),
    story             text check (length(btrim(story)) between 1 and 20000 and story is nfc normalized),
    field             text check (field = btrim(field) and length(field) between 1 and 200 and field is nfc normalized),
    level             text        not null check (level in ('CENTRAL', 'PROVINCE', 'CLUSTER', 'UNIT')),
    year              int         not null check (year between 1900 and 2200),
    file_id           uuid references file,
    proposed_by       uuid        not null references person,
    proposed_mandate  uuid        not null references mandate,
    proposed_at       timestamptz not null default kit.business_now(),
    -- Who verified it, or refused it.
    judged_by         uuid references person,
    judged_mandate    uuid references mandate,
    judged_at         timestamptz,
    -- Who obtained the subject's consent, and on which day.
    consent_by        uuid references person,
    consent_mandate   uuid references mandate,
    consent_on        date,
    published_by      uuid references person,
    published_mandate uuid references mandate,
    published_at      timestamptz,
    withdrawn_by      uuid references person,
    withdrawn_mandate uuid references mandate,
    withdrawn_at      timestamptz,
    reason            text check (length(btrim(reason)) between 1 and 1000),
    version           bigint      not null default 1 check (version > 0),
    constraint exemplar_two_people check (judged_by <> proposed_by and published_by <> proposed_by),
    constraint exemplar_consent check (state <> 'PUBLISHED' or subject = 'COLLECTIVE' or consent_on is not null),
    -- Of a person or household that is withdrawn nothing is left that tells who it was.
    constraint exemplar_subject check (case
        when state = 'WITHDRAWN' and subject <> 'COLLECTIVE'
            then num_nonnulls(person_id, name, place, title, story, file_id) = 0
        else num_nonnulls(title, story) = 2 and case subject
            when 'PERSON' then num_nonnulls(person_id, name) = 1 and place is null
            when 'HOUSEHOLD' then num_nonnulls(name, place) = 2 and person_id is null
            else name is not null and num_nonnulls(person_id, place) = 0 end end),
    check (num_nonnulls(judged_by, judged_mandate, judged_at) in (0, 3)
           and case state when 'PROPOSED' then judged_by is null when 'WITHDRAWN' then true else judged_by is not null end),
    check (num_nonnulls(consent_by, consent_mandate, consent_on) in (0, 3)),
    check (num_nonnulls(published_by, published_mandate, published_at) in (0, 3)
           and case state when 'PUBLISHED' then published_by is not null when 'WITHDRAWN' then true else published_by is null end),
    -- Nobody by name where an agency's system had the subject's data erased.
    check (num_nonnulls(withdrawn_mandate, withdrawn_at) = case state when 'WITHDRAWN' then 2 else 0 end
           and (withdrawn_by is null or state = 'WITHDRAWN')),
    check ((reason is not null) = (state in ('REFUSED', 'WITHDRAWN')))
);
create index exemplar_unit on exemplar (unit_id);
create index exemplar_movement on exemplar (movement_id);
create index exemplar_person on exemplar (person_id);
create index exemplar_file on exemplar (file_id);
create index exemplar_search on exemplar using gin (exemplar_words(title, name, place, story) gin_trgm_ops);
grant select on exemplar to ${app};
-- Whatever comes in is a proposal.
grant insert (id, unit_id, movement_id, subject, person_id, name, place, title, story, field, level, year, file_id, proposed_by,
              proposed_mandate) on exemplar to ${app};
grant update (movement_id, state, subject, person_id, name, place, title, story, field, level, year, file_id, judged_by,
              judged_mandate, judged_at, consent_by, consent_mandate, consent_on, published_by, published_mandate, published_at,
              withdrawn_by, withdrawn_mandate, withdrawn_at, reason, version) on exemplar to ${app};

create function exemplar_goes_forward() returns trigger language plpgsql set search_path = public, pg_temp as
$$
declare
    of_course constant text[] := array['state', 'judged_by', 'judged_mandate', 'judged_at', 'consent_by', 'consent_mandate',
                                       'consent_on', 'published_by', 'published_mandate', 'published_at', 'withdrawn_by',
                                       'withdrawn_mandate', 'withdrawn_at', 'reason', 'version'];
begin
    if (old.state, new.state) not in (('PROPOSED', 'PROPOSED'), ('PROPOSED', 'VERIFIED'), ('PROPOSED', 'REFUSED'),
                                      ('VERIFIED', 'VERIFIED'), ('VERIFIED', 'PUBLISHED'), ('VERIFIED', 'REFUSED'))
       and (new.state <> 'WITHDRAWN' or old.state = 'WITHDRAWN') then
        raise exception 'an exemplar that is % cannot become %', old.state, new.state
            using errcode = '23514', constraint = 'exemplar_goes_forward';
    end if;
    if (old.unit_id, old.proposed_by, old.proposed_mandate, old.proposed_at)
       is distinct from (new.unit_id, new.proposed_by, new.proposed_mandate, new.proposed_at)
       or (new.state not in ('PROPOSED', 'WITHDRAWN')
           and to_jsonb(old) - of_course is distinct from to_jsonb(new) - of_course) then
        raise exception 'what was verified is what was proposed'
            using errcode = '23514', constraint = 'exemplar_goes_forward';
    end if;
    return new;
end
$$;
create trigger exemplar_goes_forward before update on exemplar for each row execute function exemplar_goes_forward();

-- A picture that no exemplar shows any more is not kept, unless something else rests on it.
create function exemplar_picture_goes() returns trigger language plpgsql security definer set search_path = public, pg_temp as
$$
begin
    delete from file where id = old.file_id;
    return null;
exception when foreign_key_violation then
    return null;
end
$$;
create trigger exemplar_picture_goes after update of file_id on exemplar for each row
    when (old.file_id is distinct from new.file_id) execute function exemplar_picture_goes();
