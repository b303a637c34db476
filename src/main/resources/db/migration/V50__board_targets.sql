-- What the service wants of its measures, and reminders of steps.

-- Only added to: the target of a day is the row with the latest first day on or before it, of two the one set later, so
-- that what was aimed at then stays true of then. A null value says that there is no target any more.
create table board_target (
    id         bigint generated always as identity primary key,
    measure    text   not null check (measure ~ '^[A-Z_]{2,40}$'),
    -- In the unit of the measure: a count, pence, or per cent.
    value      bigint check (value >= 0),
    -- Who answers for it.
    owner      text   not null references account,
    valid_from date   not null,
    -- The last day; null while it is open.
    valid_to   date   check (valid_to >= valid_from),
    why        text   not null check (char_length(why) between 1 and 500),
    set_by     text   not null,
    set_at     timestamptz not null
);
create index board_target_measure on board_target (measure, valid_from desc, id desc);
create trigger board_target_append_only before update or delete on board_target
    for each row execute function refuse_change_of_case_record();
create trigger board_target_no_truncate before truncate on board_target
    for each statement execute function refuse_change_of_case_record();

-- A reminder of an open step to the officer who holds it; shown to them on the step.
create table step_reminder (
    id             bigint generated always as identity primary key,
    step_id        text   not null,
    case_reference text   not null references case_file,
    owner          text   not null,
    words          text   not null check (char_length(words) between 1 and 500),
    reminded_by    text   not null,
    reminded_on    date   not null,
    reminded_at    timestamptz not null,
    -- Once a day is enough, whoever presses.
    constraint step_reminder_once_a_day unique (step_id, owner, reminded_on)
);
create index step_reminder_case on step_reminder (case_reference);
create trigger step_reminder_append_only before update or delete on step_reminder
    for each row execute function refuse_change_of_case_record();
create trigger step_reminder_no_truncate before truncate on step_reminder
    for each statement execute function refuse_change_of_case_record();

-- What the board asks of many cases at once, by time.
create index case_file_opened_at on case_file (opened_at);
create index placement_starts_on on placement (starts_on);
create index sign_up_signed_on on sign_up (signed_on);
create index statutory_clock_last_day on statutory_clock (last_day) where ended_on is null;
-- The steps that were open at some time in a period: those that have not ended, and those that ended in it or later.
create index step_measure_ended_at on step_measure (ended_at);
