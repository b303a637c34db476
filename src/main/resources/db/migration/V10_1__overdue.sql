-- One row for each time that a step became overdue: the ladder that climbs until somebody acts.
create table overdue_step (
    id                 uuid        primary key,
    step_id            text        not null,
    case_reference     text        not null,
    process_key        text        not null,
    element_id         text        not null,
    step_name          text        not null,
    team               text,
    owner              text,
    lane               text,
    due_at             timestamptz not null,
    raised_at          timestamptz not null,
    rung               text        not null check (rung in ('REMINDED', 'TEAM_LEADER', 'SERVICE_MANAGER', 'REPEATED')),
    rung_at            timestamptz not null,
    repeats            int         not null default 0,
    ladder_instance_id text,
    action             text        check (action in ('EXTEND', 'REASSIGN', 'TAKE_OVER')),
    cause              text,
    look_again_at      timestamptz,
    ended_at           timestamptz
);

-- A step has at most one ladder at a time.
create unique index overdue_step_open on overdue_step (step_id) where ended_at is null;
create index overdue_step_team on overdue_step (team, due_at) where ended_at is null;
create index overdue_step_case on overdue_step (case_reference);
