-- Who is away and when; kept by whoever leads them. No reason is kept: why somebody is away is nobody's matter here.
create table officer_leave (
    id          bigint      generated always as identity primary key,
    username    text        not null references account,
    first_day   date        not null,
    last_day    date        not null check (last_day >= first_day),
    recorded_by text        not null,
    recorded_at timestamptz not null
);
create index officer_leave_person on officer_leave (username, last_day);

-- When a number of the board becomes an alert, and when it is none any more. Between the two bounds nothing changes, so
-- that a number that moves about its bound does not ring each day.
create table board_threshold (
    measure           text    primary key check (measure in ('OVERDUE_STEPS', 'UNOWNED_STEPS', 'CLOCKS_SOON', 'INCIDENTS')),
    raise_above       integer not null check (raise_above >= 0),
    clear_below       integer not null,
    remind_after_days integer not null check (remind_after_days between 1 and 60),
    changed_by        text,
    changed_at        timestamptz,
    check (clear_below between 1 and raise_above + 1)
);
insert into board_threshold (measure, raise_above, clear_below, remind_after_days) values
    ('OVERDUE_STEPS', 20, 10, 3), ('UNOWNED_STEPS', 30, 15, 3), ('CLOCKS_SOON', 25, 15, 3), ('INCIDENTS', 3, 1, 1);

create table board_alert (
    id                 bigint      generated always as identity primary key,
    measure            text        not null references board_threshold,
    -- Key of the team; empty for the whole service.
    team               text        not null,
    raised_at          timestamptz not null,
    value              integer     not null,
    highest            integer     not null,
    -- When a morning's message last told of it; null until one has.
    told_at            timestamptz,
    acknowledged_at    timestamptz,
    acknowledged_by    text,
    acknowledgement    text        check (char_length(acknowledgement) <= 500),
    resolved_at        timestamptz,
    resolution_told_at timestamptz,
    check ((acknowledged_at is null) = (acknowledged_by is null))
);
create unique index board_alert_open on board_alert (measure, team) where resolved_at is null;
create index board_alert_resolved on board_alert (resolved_at) where resolved_at is not null;

-- One row for each day on which the morning's messages were written: whichever node comes first does it.
create table board_digest (
    day         date        primary key,
    written_at  timestamptz not null,
    sent        integer     not null default 0,
    -- Leaders for whom there was nothing to tell, and leaders without an address.
    nothing     integer     not null default 0,
    unreachable integer     not null default 0
);

-- A morning's message is about no one case, and longer than what is sent about one.
alter table message alter column case_reference drop not null;
alter table message drop constraint message_body_check;
alter table message add constraint message_body_check check (char_length(body) between 1 and 20000);
