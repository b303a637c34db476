-- How far a made-up year was played, and which household of it each case is. Outside the demonstration both are empty.
create table played_year (
    only_row     boolean primary key default true check (only_row),
    scenario     text   not null,
    seed         bigint not null,
    scale        integer not null check (scale > 0),
    first_day    date   not null,
    last_day     date   not null check (last_day >= first_day),
    -- The next one to play; what happened on the days before is done.
    next_day     date   not null
);
create table played_case (
    household      bigint primary key,
    case_reference text   not null unique
);
