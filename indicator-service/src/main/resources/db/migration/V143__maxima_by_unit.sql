-- What a frozen sheet says of some units otherwise than of all others: their maximum of a criterion, and of the ruling on it. The whole
-- of it, with the rule, is in the sheet's content; here is what bounds what is recorded of a unit and what full points are.
create table scoresheet_variant (
    scoresheet_id uuid    not null,
    code          text    not null,
    unit_id       uuid    not null,
    lowest        numeric not null,
    maximum       numeric not null,
    primary key (scoresheet_id, code, unit_id),
    foreign key (scoresheet_id, code) references scoresheet_criterion (scoresheet_id, code),
    check (lowest <= 0 and maximum >= 0)
);
grant select, insert on scoresheet_variant to ${app};
