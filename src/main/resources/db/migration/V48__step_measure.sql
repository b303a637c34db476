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
    -- What time in this step means by its model: officer, applicant, third-party or statutory.
    waits_for           text        not null default 'officer',
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
    -- When the hold lapses by itself; null where no day was given.
    hold_until          timestamptz,
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
    -- Which arrival at a multi-instance part, and which of its copies; null where the step is in none.
    pass_group          text,
    constraint step_measure_pk primary key (step_id),
    constraint step_measure_ended check ((ended_at is null) = (state <> 'ENDED') and (ended_at is null) = (ended_how is null)),
    constraint step_measure_seconds check (waiting_seconds >= 0 and held_seconds >= 0 and on_hold_seconds >= 0)
) with (fillfactor = 85);

-- The steps of a case, and the passes of one element in it.
create index step_measure_case on step_measure (case_reference, process_key, element_id);
-- What is open now, by team and by element.
create index step_measure_open_team on step_measure (team, element_id) where ended_at is null;
-- What ended between two days, and what began.
create index step_measure_ended on step_measure (ended_at) where ended_at is not null;
create index step_measure_created on step_measure using brin (created_at);
-- Holds that lapse by themselves.
create index step_measure_lapsing on step_measure (hold_until) where state = 'ON_HOLD';

-- What the measures need of an event beyond its detail: of CREATED how the case stood and when the step is due, of
-- ON_HOLD when the hold lapses. Codes and instants only; no personal data.
alter table step_fact add column about jsonb;

-- How a case stands on a day, as far as measures are told apart by it; office is that of the team which gets the step.
-- Two adults count as a couple, as in the published tables. An expected child is no child in these counts.
create function case_standing(reference text, given_to text, today date) returns jsonb language sql stable as
$$
    select jsonb_strip_nulls(jsonb_build_object(
        'household', case
            when household.adults + household.children = 0 then null
            when household.adults < 2 then case when household.children > 0 then 'ONE_PARENT' else 'SINGLE' end
            else case when household.adults = 2 then 'COUPLE' else 'THREE_OR_MORE_ADULTS' end
                || case when household.children > 0 then '_WITH_CHILDREN' else '' end
        end,
        'office', (select office from team where key = given_to),
        'placement', (select unit.kind from placement join unit on unit.id = placement.unit_id
            where placement.case_reference = reference
                and placement.status in ('IN_OCCUPATION', 'EXTENDED', 'OVERSTAY', 'NOTICE_GIVEN')
            order by placement.id desc limit 1)))
    from (
        select count(*) filter (where child) as children, count(*) filter (where not child) as adults
        from (
            -- Homelessness Code of Guidance 8.7: under 16, or under 19 and in full-time education or training.
            select relationship not in ('MAIN_APPLICANT', 'PARTNER', 'PARENT', 'CARER') and coalesce(date_of_birth
                + make_interval(years => case when in_education then 19 else 16 end) > today, false) as child
            from household_member
            where case_reference = reference and relationship <> 'EXPECTED_CHILD'
                and (left_on is null or left_on > today)) people) household
$$;

-- A step may be moved to another version of its process.
alter table step_fact drop constraint step_fact_event_check;
alter table step_fact add constraint step_fact_event_check check (event in ('CREATED', 'PICKED_UP', 'PUT_BACK',
    'HANDED_OVER', 'ON_HOLD', 'OFF_HOLD', 'REDATED', 'MIGRATED', 'COMPLETED', 'CANCELLED'));
