-- Statutory clocks on cases, what was believed of them before, and the council's own changes to the calendar.
-- Days are London days. Instants come from the service's clock.

create table statutory_clock (
    id             bigint      generated always as identity primary key,
    case_reference text        not null,
    kind           text        not null,
    trigger_date   date        not null,
    first_day      date        not null,
    last_day       date,
    wording        text        not null,
    provision      text        not null,
    started_at     timestamptz not null,
    started_by     text        not null,
    ended_on       date,
    end_reason     text,
    check (last_day is null or last_day >= first_day),
    check ((ended_on is null) = (end_reason is null))
);
create unique index statutory_clock_running on statutory_clock (case_reference, kind) where ended_on is null;
create index statutory_clock_case on statutory_clock (case_reference);

-- What was believed of a clock until a trigger fact was put right.
create table statutory_clock_belief (
    id           bigint      generated always as identity primary key,
    clock_id     bigint      not null references statutory_clock (id),
    trigger_date date        not null,
    first_day    date        not null,
    last_day     date,
    replaced_at  timestamptz not null,
    replaced_by  text        not null,
    why          text        not null check (char_length(why) between 1 and 500)
);
create index statutory_clock_belief_clock on statutory_clock_belief (clock_id);

-- Days on which the council's calendar differs from the bank holidays: a closure, or a bank holiday that is worked.
create table working_day_override (
    day       date        primary key,
    working   boolean     not null,
    reason    text        not null check (char_length(reason) between 1 and 200),
    set_at    timestamptz not null,
    set_by    text        not null
);
