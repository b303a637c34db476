-- What the measures read: one row for each step, kept from the facts in the step's own commit. An open step has the
-- seconds up to `since` and its state since then; what it has waited at an instant t is the kept seconds and, for the
-- state that it is in, t - since. No personal data.
create table step_measure (
    step_id             text        not null,
    case_reference      text        not null,
    process_key         text        not null,
    process_version     int         not null,
    -- The element at which the step began, and the one at which it is now: a migration may have moved it.
    first_element_id    text        not null,
    element_id          text        not null,
    team                text        not null,
    lane                text,
    in_person           boolean     not null default false,
    -- As the case stood when the step began.
    household_type      text,
    office              text,
    placement_kind      text,
    owner               text,
    created_at          timestamptz not null,
    first_picked_up_at  timestamptz,
    -- Null while the step is open.
    ended_at            timestamptz,
    ended_how           text        check (ended_how in ('COMPLETED', 'CANCELLED')),
    ended_by            text,
    state               text        not null check (state in ('WAITING', 'HELD', 'ON_HOLD', 'ENDED')),
    hold_reason         text,
    since               timestamptz not null,
    -- Elapsed seconds up to `since` (all of them where the step has ended).
    waiting_seconds     bigint      not null default 0,
    held_seconds        bigint      not null default 0,
    on_hold_seconds     bigint      not null default 0,
    -- Of the seconds on hold: waiting for the applicant, and for a third party.
    applicant_seconds   bigint      not null default 0,
    third_party_seconds bigint      not null default 0,
    -- The same in working time (council's working days and hours).
    waiting_working_seconds bigint  not null default 0,
    held_working_seconds    bigint  not null default 0,
    handovers           int         not null default 0,
    ping_pongs          int         not null default 0,
    last_holder         text,
    holder_before       text,
    first_due_at        timestamptz,
    due_at              timestamptz,
    redated             int         not null default 0,
    -- The how-manieth time that this element of this process was reached in this case; siblings of one
    -- multi-instance step count as one pass.
    pass                int         not null default 1,
    constraint step_measure_pk primary key (step_id),
    constraint step_measure_ended check ((ended_at is null) = (state <> 'ENDED') and (ended_at is null) = (ended_how is null)),
    constraint step_measure_seconds check (waiting_seconds >= 0 and held_seconds >= 0 and on_hold_seconds >= 0)
);
