-- A number as the API carries it: at most 15 significant digits, 6 of them after the point; neither NaN nor infinity.
create domain measured as numeric
    check (scale(value) <= 6 and abs(value) < 1e15 and abs(value) * 10 ^ scale(trim_scale(value)) < 1e15);

-- All targets of a season together: written until they are frozen into one text, which the members then sign.
create table target_sheet (
    season_id uuid primary key,
    version   bigint not null default 0 check (version >= 0),
    frozen_at timestamptz,
    frozen_by text,
    text      text,
    sha256    text,
    check (num_nonnulls(frozen_at, frozen_by, text, sha256) in (0, 4)),
    check (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'))
);
create table target (
    season_id       uuid   not null references target_sheet,
    unit_id         uuid   not null,
    indicator_id    uuid   not null references indicator,
    assigned        measured,
    registered      measured,
    last_year       measured,
    unit_of_measure text   not null check (length(unit_of_measure) between 1 and 50),
    version         bigint not null default 1 check (version > 0),
    primary key (season_id, unit_id, indicator_id)
);
create index target_indicator on target (indicator_id);
grant select, insert, update on target_sheet to ${app};
grant select, insert, update, delete on target to ${app};

-- What was frozen stays. The shared lock lines a writer up behind a freeze that is under way.
create function target_stays_frozen() returns trigger language plpgsql as
$$
begin
    perform from target_sheet s
    where s.season_id = coalesce(new.season_id, old.season_id) and s.frozen_at is null for share;
    if not found then
        raise exception 'the targets are frozen' using errcode = 'check_violation', constraint = 'target_frozen';
    end if;
    return coalesce(new, old);
end
$$;
create trigger target_stays_frozen before insert or update or delete on target
    for each row execute function target_stays_frozen();

create function target_sheet_stays_frozen() returns trigger language plpgsql as
$$
begin
    raise exception 'the targets are frozen' using errcode = 'check_violation', constraint = 'target_frozen';
end
$$;
create trigger target_sheet_stays_frozen before update on target_sheet
    for each row when (old.frozen_at is not null) execute function target_sheet_stays_frozen();

-- A promise was made about this kind of number in this direction.
create function indicator_keeps_promised() returns trigger language plpgsql as
$$
begin
    if exists (select from target t join target_sheet s on s.season_id = t.season_id
               where t.indicator_id = new.id and s.frozen_at is not null) then
        raise exception 'frozen targets rely on this indicator'
            using errcode = 'check_violation', constraint = 'indicator_promised';
    end if;
    return new;
end
$$;
create trigger indicator_keeps_promised before update on indicator
    for each row when (old.value_kind <> new.value_kind or old.direction <> new.direction)
    execute function indicator_keeps_promised();
