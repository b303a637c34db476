-- Part 7 casework: what was asked, found, agreed and decided on a case. Nothing here is ever deleted; a later fact
-- is a later row. Lists of codes are kept as codes with commas between them.

create table triage (
    id                     bigint generated always as identity primary key,
    case_reference         text        not null,
    domestic_abuse         boolean     not null,
    hate_crime             boolean     not null,
    aged_16_or_17          boolean     not null,
    homeless_tonight       boolean     not null,
    within_56_days         boolean     not null,
    reason_to_believe      boolean     not null,
    why_no_reason          text,
    interim_due            boolean     not null,
    interim_not_due_as     text,
    why_no_interim         text,
    diary_date             date,
    notes                  text,
    recorded_by            text        not null,
    recorded_at            timestamptz not null
);
create index triage_case on triage (case_reference, id);

create table advice (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    topics         text        not null,
    advice         text        not null,
    in_writing     boolean     not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index advice_case on advice (case_reference);

create table interim_accommodation (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    outcome        text        not null,
    address        text,
    kind           text,
    from_day       date,
    in_district    boolean,
    suitability    text,
    why_not        text,
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index interim_accommodation_case on interim_accommodation (case_reference);

create table identity_check (
    id                  bigint generated always as identity primary key,
    case_reference      text        not null,
    seen                text        not null,
    documents           text,
    missing             text,
    nationality         text        not null,
    habitually_resident text        not null,
    recorded_by         text        not null,
    recorded_at         timestamptz not null
);
create index identity_check_case on identity_check (case_reference);

create table assessment (
    id                bigint generated always as identity primary key,
    case_reference    text        not null,
    circumstances     text        not null,
    reason_for_loss   text        not null,
    arrears_reason    text,
    lost_on           date,
    last_settled_home text        not null,
    last_postcode     text,
    accommodation_now text        not null,
    slept_rough       text,
    employment        text        not null,
    ethnicity         text        not null,
    referral          text        not null,
    referral_body     text,
    housing_needs     text        not null,
    support_needs     text        not null,
    support_summary   text        not null,
    outcome           text        not null,
    satisfied_on      date,
    notice_type       text,
    notice_expires    date,
    outcome_reasons   text,
    recorded_by       text        not null,
    recorded_at       timestamptz not null
);
create index assessment_case on assessment (case_reference, id);

create table finding (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    question       text        not null check (question in ('HOMELESS', 'ELIGIBLE', 'PRIORITY_NEED', 'INTENTIONAL')),
    finding        text        not null check (finding in ('YES', 'NO', 'UNDECIDED')),
    category       text,
    reasons        text,
    found_on       date        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    check (finding = 'UNDECIDED' or reasons is not null)
);
create index finding_case on finding (case_reference, question, id desc);

create table housing_plan (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    version        integer     not null,
    why            text        not null,
    wishes         text,
    given_how      text,
    review_on      date        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null,
    unique (case_reference, version)
);

create table housing_plan_step (
    plan_id        bigint  not null references housing_plan (id),
    position       integer not null,
    who            text    not null check (who in ('APPLICANT', 'COUNCIL')),
    kind           text    not null check (kind in ('MANDATORY', 'RECOMMENDED')),
    what           text    not null,
    by_day         date    not null,
    agreed         boolean not null,
    why_not_agreed text,
    primary key (plan_id, position),
    check (agreed or why_not_agreed is not null)
);

create table housing_plan_review (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    plan_version   integer     not null,
    notes          text        not null,
    new_version    integer,
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index housing_plan_review_case on housing_plan_review (case_reference, id);

create table duty (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    kind           text        not null check (kind in ('PREVENTION', 'RELIEF', 'MAIN')),
    started_on     date        not null,
    started_by     text        not null,
    started_at     timestamptz not null,
    ended_on       date,
    end_reason     text,
    ended_by       text,
    ended_at       timestamptz,
    check ((ended_on is null) = (end_reason is null))
);
create unique index duty_running on duty (case_reference, kind) where ended_on is null;
create index duty_case on duty (case_reference, id);

create table duty_ending (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    duty_id        bigint      not null references duty (id),
    kind           text        not null,
    reason         text        not null,
    ended_on       date        not null,
    reasons        text,
    accommodation  text,
    activity       text,
    in_district    boolean,
    address        text,
    evidence       text,
    proposed_by    text        not null,
    proposed_at    timestamptz not null,
    status         text        not null check (status in ('PROPOSED', 'AUTHORISED', 'RETURNED', 'DONE')),
    answered_by    text,
    answered_at    timestamptz,
    comments       text
);
create index duty_ending_case on duty_ending (case_reference, id);

create table decision (
    id                bigint generated always as identity primary key,
    case_reference    text        not null,
    outcome           text        not null,
    homeless          text        not null,
    eligible          text        not null,
    priority_need     text        not null,
    intentional       text        not null,
    inquiries         text        not null,
    reasons           text        not null,
    opportunity_until date,
    drafted_by        text        not null,
    drafted_at        timestamptz not null,
    status            text        not null check (status in ('DRAFT', 'RETURNED', 'SIGNED', 'ISSUED')),
    answered_by       text,
    answered_at       timestamptz,
    comments          text,
    issued_on         date,
    relief_ran        boolean
);
create index decision_case on decision (case_reference, id);

create table withdrawal (
    id             bigint generated always as identity primary key,
    case_reference text        not null,
    how            text        not null,
    recorded_by    text        not null,
    recorded_at    timestamptz not null
);
create index withdrawal_case on withdrawal (case_reference);

create table closing (
    id                       bigint generated always as identity primary key,
    case_reference           text        not null,
    advice                   text        not null,
    childrens_services       text        not null,
    notes                    text,
    recorded_by              text        not null,
    recorded_at              timestamptz not null
);
create index closing_case on closing (case_reference);
