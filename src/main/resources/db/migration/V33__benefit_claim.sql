-- The Housing Benefit claim for each placement: what was claimed when, what is still to be brought, how it was decided,
-- and what was asked of the benefit office.

create table benefit_claim (
    id             bigint  generated always as identity primary key,
    placement_id   bigint  not null references placement,
    case_reference text    not null references case_file,
    status         text    not null check (status in ('NOT_STARTED', 'NOT_DUE', 'SUBMITTED', 'EVIDENCE_REQUESTED',
                                                      'COMPLETE', 'AWARDED_FULL', 'AWARDED_PART', 'REFUSED',
                                                      'WITHDRAWN')),
    kind           text    check (kind in ('NEW_CLAIM', 'CHANGE_OF_ADDRESS')),
    -- As the council's benefit system gave it, in capitals.
    reference      text    check (char_length(reference) between 1 and 40),
    made_on        date,
    -- The first night for which the household is charged.
    liable_from    date    not null,
    -- Nobody on the claim is below the age from which a claim reaches back by itself.
    pension_age    boolean not null default false,
    -- Why no claim is made, for status NOT_DUE.
    why_none       text    check (why_none in ('PAYS_IN_FULL', 'NOT_ENTITLED', 'LEFT', 'REFUSES', 'OTHER')),
    completed_on   date,
    decided_on     date,
    -- The first night that is paid, and what is paid a week in pence; null where nothing is.
    awarded_from   date,
    awarded_weekly int     check (awarded_weekly > 0),
    words          text    check (char_length(words) <= 1000),
    recorded_by    text    not null,
    recorded_at    timestamptz not null,
    version        int     not null default 0,
    check ((status in ('NOT_STARTED', 'NOT_DUE')) = (reference is null)),
    check ((kind is null) = (reference is null) and (made_on is null) = (reference is null)),
    check ((status = 'NOT_DUE') = (why_none is not null)),
    check ((status in ('AWARDED_FULL', 'AWARDED_PART')) = (awarded_from is not null)),
    check ((awarded_from is null) = (awarded_weekly is null)),
    check ((status in ('AWARDED_FULL', 'AWARDED_PART', 'REFUSED')) = (decided_on is not null)),
    check (awarded_from >= liable_from)
);
create index benefit_claim_case on benefit_claim (case_reference, id);
create index benefit_claim_reference on benefit_claim (reference);
create index benefit_claim_open on benefit_claim (status, liable_from)
    where status in ('NOT_STARTED', 'SUBMITTED', 'EVIDENCE_REQUESTED', 'COMPLETE');
-- The same claim is recorded once, and a placement has one claim under way.
create unique index benefit_claim_once on benefit_claim (placement_id, kind, reference) where reference is not null;
create unique index benefit_claim_under_way on benefit_claim (placement_id)
    where status in ('NOT_STARTED', 'SUBMITTED', 'EVIDENCE_REQUESTED', 'COMPLETE');

-- What the benefit office wants to see, each with its own month.
create table benefit_evidence (
    id          bigint generated always as identity primary key,
    claim_id    bigint not null references benefit_claim,
    what        text   not null check (char_length(what) between 1 and 200),
    asked_on    date   not null,
    due_on      date   not null,
    received_on date,
    recorded_by text   not null,
    recorded_at timestamptz not null,
    check (due_on > asked_on),
    check (received_on >= asked_on)
);
create index benefit_evidence_claim on benefit_evidence (claim_id, id);

-- A claim made late, asked to count from an earlier day. At most one question is open on a claim.
create table benefit_backdate (
    id           bigint generated always as identity primary key,
    claim_id     bigint not null references benefit_claim,
    back_to      date   not null,
    -- Why the household could not claim in time, for the whole of the time.
    good_cause   text   not null check (char_length(good_cause) between 1 and 1000),
    requested_on date   not null,
    decided_on   date,
    allowed_from date,
    recorded_by  text   not null,
    recorded_at  timestamptz not null,
    check (allowed_from is null or decided_on is not null),
    check (back_to < requested_on)
);
create unique index benefit_backdate_open on benefit_backdate (claim_id) where decided_on is null;

-- What was asked of the benefit office, and when the answer came.
create table benefit_query (
    id          bigint generated always as identity primary key,
    claim_id    bigint not null references benefit_claim,
    question    text   not null check (char_length(question) between 1 and 1000),
    urgent      boolean not null,
    asked_at    timestamptz not null,
    asked_by    text   not null,
    answer      text   check (char_length(answer) between 1 and 1000),
    answered_at timestamptz,
    answered_by text,
    check ((answer is null) = (answered_at is null) and (answer is null) = (answered_by is null))
);
create index benefit_query_claim on benefit_query (claim_id, id);

-- The amounts of a year, in pence a week, as the Department for Work and Pensions publishes them. A year that is not
-- here is estimated with the last one before it, and the estimate says so.
create table benefit_rate (
    from_day             date primary key,
    single_under_25      int  not null check (single_under_25 > 0),
    single               int  not null check (single > 0),
    couple               int  not null check (couple > 0),
    child                int  not null check (child > 0),
    single_pension_age   int  not null check (single_pension_age > 0),
    couple_pension_age   int  not null check (couple_pension_age > 0),
    -- Of each pound of income above the allowances, how many pence are taken off.
    taper_percent        int  not null check (taper_percent between 1 and 100)
);
-- Housing Benefit Regulations 2006 Sch 3 and reg 71; the figures of 2025 to 2026.
insert into benefit_rate values ('2025-04-01', 7290, 9205, 14465, 8466, 22710, 34660, 65);

-- What another adult in the household is taken to pay, by what they earn a week before tax (reg 74).
create table benefit_deduction (
    from_day  date not null references benefit_rate,
    earns_from int not null check (earns_from >= 0),
    deduction int  not null check (deduction >= 0),
    primary key (from_day, earns_from)
);
insert into benefit_deduction values ('2025-04-01', 0, 1965), ('2025-04-01', 18300, 4515), ('2025-04-01', 26600, 6200),
    ('2025-04-01', 34800, 10135), ('2025-04-01', 46300, 11545), ('2025-04-01', 57700, 12665);

-- What the household was told at sign-up, as it was told; never changed.
create table benefit_estimate (
    id             bigint generated always as identity primary key,
    placement_id   bigint not null references placement,
    case_reference text   not null references case_file,
    means          text   not null check (means in ('PASSPORTED', 'NOT_PASSPORTED', 'NO_BENEFIT')),
    weekly_income  int    check (weekly_income >= 0),
    eligible       int    not null check (eligible >= 0),
    ineligible     int    not null check (ineligible >= 0),
    non_dependants int    not null check (non_dependants >= 0),
    income_part    int    not null check (income_part >= 0),
    benefit        int    not null check (benefit >= 0),
    own_share      int    not null check (own_share >= 0),
    rates_from     date   not null,
    made_at        timestamptz not null,
    made_by        text   not null,
    check (benefit + own_share = eligible + ineligible)
);
create index benefit_estimate_placement on benefit_estimate (placement_id, id);
